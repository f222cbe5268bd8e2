/**
 * The letter that proposes a date (proposition de date), with the documents that go with it.
 *
 * @requirement ENT-06
 * @requirement ENT-07
 * @requirement ENT-11
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import type { Interview } from "../state.ts"
import { addressee, capitalised, framed, meetingRows, qualifiedName } from "./paper.ts"

/** An interview whose date is proposed. */
export type ProposedInterview = Extract<Interview, { readonly _tag: "proposed" }>

/** Gives the letter that proposes the date as it stands; a new date names the former one. */
export const proposalDocument = (
  state: ProposedInterview,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const { common, proposal } = wording.documents
  return {
    ...framed({ state, terms, wording }, proposal.title, [
      ...postponement(state, wording),
      { _tag: "paragraph", text: common.salutation },
      { _tag: "paragraph", text: proposal.opening(terms.label, qualifiedName(state.superior)) },
      { _tag: "fields", rows: meetingRows(state.meeting, wording) },
      { _tag: "paragraph", text: proposal.conduct },
      ...enclosed(state, wording),
      { _tag: "signature", ...terms.signature },
    ]),
    addressee: addressee(state.agent),
  }
}

/** Gives the labels of what goes with the proposal, each with the name of its file if it has one. */
export const enclosureLabels = (
  { enclosures }: ProposedInterview,
  { documents, enclosures: labels }: Wording,
): ReadonlyArray<string> =>
  enclosures.map(({ kind, file }) =>
    documents.proposal.enclosed(capitalised(labels[kind]), file?.fileName),
  )

const postponement = (
  { acts }: ProposedInterview,
  { dates, documents: { proposal } }: Wording,
): ReadonlyArray<Block> => {
  const last = acts.findLast(
    ({ _tag }) => _tag === "InterviewPostponed" || _tag === "InterviewProposed",
  )
  if (last?._tag !== "InterviewPostponed") return []
  const line = proposal.formerly(dates.long(last.former.date), last.reason)
  return [{ _tag: "notice", title: proposal.postponed, lines: [line] }]
}

const enclosed = (state: ProposedInterview, wording: Wording): ReadonlyArray<Block> => {
  const items = enclosureLabels(state, wording)
  return items.length === 0
    ? []
    : [
        { _tag: "heading", text: wording.documents.proposal.enclosures },
        { _tag: "bullets", items },
      ]
}
