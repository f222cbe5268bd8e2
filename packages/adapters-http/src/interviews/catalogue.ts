/** Status, grounds and sentences of the refusals of interviews and their campaigns. */
import {
  appealGrounds,
  applicationGrounds,
  campaignGrounds,
  delegationGrounds,
  exportGrounds,
  interviewGrounds,
  type InterviewsRefusal,
  type Wording,
} from "@convoque/core/interviews"
import type { MessageNotResendable, UnprintableDocument } from "@convoque/core/kernel/ports"
import type { TableMalformed } from "@convoque/core/kernel/ports"
import { tableMalformedEntry } from "../table-wording.ts"
import { notResendableEntry } from "../mail-wording.ts"
import { type RefusalCatalogue, refusalCatalogue } from "../problem.ts"
import { statuses } from "./statuses.ts"

/** What the routes of interviews can refuse. */
export type InterviewsHttpRefusal =
  | InterviewsRefusal
  | TableMalformed
  | MessageNotResendable
  | UnprintableDocument

/** Gives the catalogue, with the sentences of a French and an English wording. */
export const interviewsCatalogue = (wordings: {
  readonly fr: Wording
  readonly en: Wording
}): RefusalCatalogue<InterviewsHttpRefusal> => ({
  ...refusalCatalogue<InterviewsRefusal>({
    statuses,
    grounds: {
      ...exportGrounds,
      ...delegationGrounds,
      ...campaignGrounds,
      ...appealGrounds,
      ...applicationGrounds,
      ...interviewGrounds,
    },
    fr: wordings.fr.refusals,
    en: wordings.en.refusals,
  }),
  "table.malformed": tableMalformedEntry("CAM-05"),
  MessageNotResendable: notResendableEntry("ENT-07", "ENT-27"),
  UnprintableDocument: {
    status: 422,
    grounds: { requirements: ["ENT-07"] },
    sentence: {
      fr: ({ characters }) => `Caractères sans tracé dans les polices : ${characters.join(" ")}.`,
      en: ({ characters }) => `Characters that no font can draw: ${characters.join(" ")}.`,
    },
  },
})
