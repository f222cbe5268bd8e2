/**
 * The papers in which what people write will be printed. They are looked at when it is written: found
 * at a later mail only, a character that no font draws would hold the file up for ever.
 *
 * @requirement ENT-22
 */
import type { DocumentContent } from "../../../kernel/document.ts"
import { preparationDocument, reportDocument } from "../../interview/documents.ts"
import type { InterviewEvent } from "../../interview/events.ts"
import { type Interview, isReported } from "../../interview/state.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"

/** An interview as it stands after some events, and what its papers are made with. */
export interface Written {
  readonly state: Interview
  readonly terms: CampaignTerms
  readonly wording: Wording
}

/** Gives the papers that print what some events wrote. */
export const papersOf = (
  events: ReadonlyArray<InterviewEvent>,
  written: Written,
): ReadonlyArray<DocumentContent> => events.flatMap(({ _tag }) => paperOf(_tag, written))

const paperOf = (
  event: InterviewEvent["_tag"],
  { state, terms, wording }: Written,
): ReadonlyArray<DocumentContent> => {
  switch (event) {
    case "InterviewPrepared":
      return state._tag === "none"
        ? []
        : [preparationDocument({ state, terms, former: undefined }, wording)]
    case "ReportDrafted":
    case "CommentAdded":
    case "ValidationStepCompleted":
    case "ReportCorrected":
      return state._tag === "held" || isReported(state)
        ? [reportDocument(state, terms, wording)]
        : []
    default:
      return []
  }
}
