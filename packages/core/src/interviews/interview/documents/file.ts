/**
 * What an interview's file says on paper: the sheet of one without a report, and the agent's own
 * file with all its acts.
 *
 * @requirement CAM-22
 * @requirement CAM-24
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import type { OpenedInterview } from "../state.ts"
import { actDetails } from "./acts.ts"
import {
  addressee,
  authorName,
  framed,
  heldRows,
  identityRows,
  meetingRows,
  type Paper,
  type Row,
} from "./paper.ts"
import { reportDocument } from "./report.ts"
import { progressTable } from "./steps.ts"

/**
 * Gives an interview as it is printed: its report once it was communicated, or else a sheet of where it
 * stands (CAM-22). A draft that its reader may not see must have been left out of the state before.
 */
export const interviewDocument = (
  state: OpenedInterview,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  if (state._tag === "in-circuit" || state._tag === "closed") {
    return reportDocument(state, terms, wording)
  }
  const paper: Paper = { state, terms, wording }
  return framed(paper, wording.documents.file.sheetTitle(state.year), standing(paper))
}

/** Gives the file of an interview for its agent: where it stands, then every act with its day. */
export const ownFileDocument = (
  state: OpenedInterview,
  terms: CampaignTerms,
  wording: Wording,
): DocumentContent => {
  const paper: Paper = { state, terms, wording }
  return {
    ...framed(paper, wording.documents.file.title(state.year), [
      ...standing(paper),
      actsTable(paper),
    ]),
    addressee: addressee(state.agent),
  }
}

const standing = (paper: Paper): ReadonlyArray<Block> => [
  { _tag: "fields", rows: [...identityRows(paper), ...standingRows(paper)] },
  // Nothing remains to be done for an interview that was deleted.
  ...(paper.state._tag === "deleted" ? [] : [progressTable(paper)]),
]

const standingRows = (paper: Paper): ReadonlyArray<Row> => {
  const { state, wording } = paper
  const { common, file } = wording.documents
  const status = { label: common.status, value: wording.states[state._tag] }
  const postponed =
    state.postponements === 0
      ? []
      : [{ label: file.postponements, value: String(state.postponements) }]
  switch (state._tag) {
    case "proposed":
      return [status, ...meetingRows(state.meeting, wording), ...postponed]
    case "not-held": {
      const { details, reason } = state
      const why = wording.notHeldReasons[reason]
      return [
        status,
        { label: common.interviewDate, value: wording.dates.long(state.meeting.date) },
        { label: file.notHeld, value: details === undefined ? why : `${why} - ${details}` },
        ...postponed,
      ]
    }
    default:
      return [status, ...heldRows(paper), ...postponed]
  }
}

const actsTable = (paper: Paper): Block => {
  const { state, terms, wording } = paper
  const [at, act, by, details] = wording.documents.file.actColumns
  return {
    _tag: "table",
    caption: wording.documents.file.acts,
    columns: [
      { label: at, width: 18 },
      { label: act, width: 26 },
      { label: by, width: 22 },
      { label: details, width: 34 },
    ],
    rowHeaders: 1,
    rows: state.acts.map((one) => [
      wording.dates.moment(one.at, terms.zone),
      wording.acts[one._tag],
      authorName(one.by, paper, one._tag === "ValidationStepCompleted" ? one.done.name : undefined),
      actDetails(one, paper),
    ]),
  }
}
