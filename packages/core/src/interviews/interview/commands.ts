/**
 * What can be asked of an interview, in the order of the catalogue. A command is complete: it
 * carries its moment, its author, the terms of the campaign and every fact that deciding needs.
 * All but the opening carry the terms: they say where the day of the act is counted.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { PersonId } from "../../kernel/identity.ts"
import { Person } from "../../kernel/ports.ts"
import { Acknowledgement } from "../../kernel/refusal.ts"
import { Reason, singleLine } from "../../kernel/text.ts"
import { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { StepId } from "../terms/model/procedure.ts"
import { SectionId } from "../terms/model/report-template.ts"
import { interviewFields } from "./events.ts"
import {
  DurationMinutes,
  Enclosure,
  Meeting,
  NotHeldReason,
  Notification,
  PreparationNote,
  Report,
  Text,
} from "./model.ts"

const acknowledged = Schema.Array(Acknowledgement)
const terms = CampaignTerms
const agent = Person
const reason = Reason

/** What may be asked of an interview, complete with actor, instant and facts read. */
export const InterviewCommand = Schema.TaggedUnion({
  /** Opens the interview of an agent; only a campaign does. */
  openInterview: { ...actFields, ...interviewFields },
  /** Keeps the superior's preparation notes, one a point of the template. */
  prepareInterview: { ...actFields, terms, notes: Schema.Array(PreparationNote) },
  /** Proposes a date, with the documents that go with it. */
  proposeDate: {
    ...actFields,
    terms,
    agent,
    meeting: Meeting,
    enclosures: Schema.Array(Enclosure),
    acknowledged,
  },
  /** Changes the date; the notice runs again. */
  postpone: { ...actFields, terms, agent, meeting: Meeting, reason, acknowledged },
  /** Withdraws the date. */
  unplan: { ...actFields, terms, agent, reason },
  /** Says that the interview took place, between whom, how long, and what was discussed. */
  recordHeld: {
    ...actFields,
    terms,
    date: CivilDate,
    durationMinutes: DurationMinutes,
    participants: Schema.Array(PersonId),
    discussed: Schema.Array(SectionId),
    acknowledged,
  },
  /** Says that it did not. */
  recordNotHeld: {
    ...actFields,
    terms,
    reason: NotHeldReason,
    details: Schema.optionalKey(Reason),
  },
  /** Writes the superior's part of the report. */
  draftReport: { ...actFields, terms, report: Report },
  /**
   * Does the next step of the circuit. `notification` is for the step that notifies,
   * `observations` for the visa. `name` is the actor's, as the directory gives it; the scheduler
   * has none: it ends a step whose period has lapsed.
   */
  completeStep: {
    ...actFields,
    terms,
    agent,
    step: StepId,
    name: Schema.optionalKey(Schema.String),
    observations: Schema.optionalKey(Text),
    notification: Schema.optionalKey(Notification),
    acknowledged,
  },
  /** Records that the agent refused to sign, which completes the signature. */
  recordSignatureRefusal: {
    ...actFields,
    terms,
    agent,
    date: CivilDate,
    witness: singleLine(500),
    name: Schema.optionalKey(Schema.String),
  },
  /** Adds a comment of the agent while he completes the report. */
  addComment: { ...actFields, terms, text: Text, section: Schema.optionalKey(SectionId) },
  /** Asks the superior to revise the report, in a procedure that knows it. */
  requestRevision: { ...actFields, terms, reason },
  /** Answers that request: the report goes back to be revised, or is maintained. */
  answerRevision: { ...actFields, terms, accepted: Schema.Boolean, reason },
  /** Sends the report back to the superior instead of doing the next step. */
  returnReport: { ...actFields, terms, reason },
  /** Gives the interview to another direct superior. */
  replaceSuperior: { ...actFields, terms, superior: Person, reason },
  /** Gives the visa, and what follows from it, to another appointing authority. */
  replaceAuthority: { ...actFields, terms, authority: Person, reason },
  /** Corrects a clerical error in a text of a closed report, never in the appraisal. */
  correctClericalError: { ...actFields, terms, agent, section: SectionId, text: Text, reason },
  /** Says that the personnel file has the report. */
  recordHandOver: { ...actFields, terms },
  /** Deletes the interview; `hasOpenAppeal` as the appeal stands at that moment. */
  delete: {
    ...actFields,
    terms,
    reason: Schema.optionalKey(Reason),
    hasOpenAppeal: Schema.Boolean,
    acknowledged,
  },
})
export type InterviewCommand = typeof InterviewCommand.Type
