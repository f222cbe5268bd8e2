/** Door of the papers of an interview: content as data, in the words that are given. */
export { deadlineLabels, deadlineProofDocument, deadlinesDocument } from "./documents/deadlines.ts"
export { interviewDocument, ownFileDocument } from "./documents/file.ts"
export { framed, identityRows, type Paper } from "./documents/paper.ts"
export { preparationDocument } from "./documents/preparation.ts"
export { enclosureLabels, proposalDocument, type ProposedInterview } from "./documents/proposal.ts"
export {
  appealNoticeBlocks,
  attachmentBlocks,
  blankReportDocument,
  reportDocument,
} from "./documents/report.ts"
export { sectionBlocks } from "./documents/sections.ts"
export {
  type CountedNeed,
  countedNeeds,
  type ExpressedNeed,
  trainingNeedsDocument,
} from "./documents/training-needs.ts"
