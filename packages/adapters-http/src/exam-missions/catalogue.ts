/** Status, grounds and sentences of the refusals of exam missions. */
import {
  activityGrounds,
  applicationGrounds,
  competenceGrounds,
  entryGrounds,
  type ExamMissionsRefusal,
  fileGrounds,
  unavailabilityGrounds,
  type Wording,
} from "@convoque/core/exam-missions"
import type { UnprintableDocument } from "@convoque/core/kernel/ports"
import { type RefusalCatalogue, refusalCatalogue } from "../problem.ts"
import { statuses } from "./statuses.ts"

/** What the routes of exam missions can refuse. */
export type ExamMissionsHttpRefusal = ExamMissionsRefusal | UnprintableDocument

// One refusal for all that somebody may not do: the requirements of each.
const whoMayAct = {
  requirements: [
    ...new Set(
      [activityGrounds, unavailabilityGrounds, competenceGrounds, entryGrounds].flatMap(
        (one) => one["actor.not-allowed"].requirements,
      ),
    ),
  ],
}

const grounds = {
  ...fileGrounds,
  ...entryGrounds,
  ...competenceGrounds,
  ...unavailabilityGrounds,
  ...applicationGrounds,
  ...activityGrounds,
  "actor.not-allowed": whoMayAct,
}

/** Gives the catalogue, with the sentences of a French and an English wording. */
export const examMissionsCatalogue = (wordings: {
  readonly fr: Wording
  readonly en: Wording
}): RefusalCatalogue<ExamMissionsHttpRefusal> => {
  const catalogue = refusalCatalogue<ExamMissionsRefusal>({
    statuses,
    grounds,
    fr: wordings.fr.refusals,
    en: wordings.en.refusals,
  })
  return {
    ...catalogue,
    UnprintableDocument: {
      status: 422,
      grounds: { requirements: ["PER-11"] },
      sentence: {
        fr: ({ characters }) => `Caractères sans tracé dans les polices : ${characters.join(" ")}.`,
        en: ({ characters }) => `Characters that no font can draw: ${characters.join(" ")}.`,
      },
    },
    // Each fault with its sentence, for whoever mends the file.
    "import.faulty": {
      ...catalogue["import.faulty"],
      shown: ({ register, count, faults }, language) => ({
        register,
        count,
        faults: faults.map((fault) => ({
          ...fault,
          sentence: wordings[language].imports.fault(fault),
        })),
      }),
    },
  }
}
