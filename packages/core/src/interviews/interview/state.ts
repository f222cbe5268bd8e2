/**
 * The states of an interview (entretien d'un agent). They stand apart from `model.ts` because a
 * state keeps its acts, which are events.
 *
 * States are few: after `held` the steps are data of the procedure, and `in-circuit` says which are
 * done and which comes next.
 *
 * @requirement CAM-05
 * @requirement CAM-24
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { Person } from "../../kernel/ports.ts"
import { Reason } from "../../kernel/text.ts"
import { InterviewEvent, interviewFields } from "./events.ts"
import {
  Comment,
  DurationMinutes,
  Enclosure,
  Meeting,
  NextStep,
  NotHeldReason,
  PreparationNote,
  Report,
  StateTag,
  type Status,
  StepDone,
} from "./model.ts"

/** `postponements` counts the changes of date; `notes` are the superior's own, in the template's order. */
const fileFields = {
  ...interviewFields,
  postponements: Schema.Int,
  notes: Schema.Array(PreparationNote),
  acts: Schema.NonEmptyArray(InterviewEvent),
} as const

/** The interview as it took place, with `superior`; `late` when on or after the campaign's limit. */
export const Held = Schema.Struct({
  date: CivilDate,
  durationMinutes: DurationMinutes,
  superior: Person,
  late: Schema.Boolean,
})
export type Held = typeof Held.Type

/** `report` is the superior's part, frozen; `done` the steps of the circuit in their order. */
const reportFields = {
  ...fileFields,
  held: Held,
  report: Report,
  comments: Schema.Array(Comment),
  done: Schema.NonEmptyArray(StepDone),
} as const

/** The states of an interview, one variant each with exactly its fields. */
export const Interview = Schema.TaggedUnion({
  /** It was never opened. */
  none: {},
  /** The superior has no date for it. */
  "to-schedule": fileFields,
  /** A date is proposed to the agent; `late` when on or after the campaign's limit. */
  proposed: {
    ...fileFields,
    meeting: Meeting,
    enclosures: Schema.Array(Enclosure),
    late: Schema.Boolean,
  },
  /** It did not take place on its date; another one can be proposed. */
  "not-held": {
    ...fileFields,
    meeting: Meeting,
    reason: NotHeldReason,
    details: Schema.optionalKey(Reason),
  },
  /**
   * It took place and the superior writes the report; `comments` are those of the agent on a report
   * that was sent back.
   */
  held: {
    ...fileFields,
    held: Held,
    draft: Report,
    comments: Schema.optionalKey(Schema.Array(Comment)),
  },
  /**
   * The report is signed by the superior and goes through the circuit; `revision` is the agent's
   * request that is not answered, `suspendedDays` how long answered ones stopped the next step.
   */
  "in-circuit": {
    ...reportFields,
    next: NextStep,
    suspendedDays: Schema.Int,
    revision: Schema.optionalKey(Schema.Struct({ on: CivilDate, reason: Reason })),
  },
  /** All steps are done; `handedOver` once the report is in the personnel file. */
  closed: {
    ...reportFields,
    closedOn: CivilDate,
    late: Schema.Boolean,
    handedOver: Schema.Boolean,
  },
  /** It was deleted in the state `was`; it stays counted. */
  deleted: { ...fileFields, was: StateTag },
})
export type Interview = typeof Interview.Type

type StateOf<Tag extends Interview["_tag"]> = Extract<Interview, { readonly _tag: Tag }>

/** An interview that was opened, whatever became of it. */
export type OpenedInterview = Exclude<Interview, StateOf<"none">>

/** An interview whose report was communicated. */
export type ReportedInterview = StateOf<"in-circuit" | "closed">

/** Tells whether the report of an interview was communicated to the agent. */
export const isReported = (state: Interview): state is ReportedInterview =>
  state._tag === "in-circuit" || state._tag === "closed"

const statuses: Readonly<Record<OpenedInterview["_tag"], Status>> = {
  "to-schedule": "not-planned",
  "not-held": "not-planned",
  proposed: "planned",
  held: "held",
  "in-circuit": "closing",
  closed: "closed",
  deleted: "deleted",
}

/**
 * Gives the status under which a campaign counts an interview (CAM-06 to CAM-11).
 * @example statusOf("not-held") // => "not-planned"
 */
export const statusOf = (tag: OpenedInterview["_tag"]): Status => statuses[tag]

/** Gives the agent's comments, those on a report that was sent back too. */
export const commentsOf = (state: Interview): ReadonlyArray<Comment> => {
  if (isReported(state)) return state.comments
  return state._tag === "held" ? (state.comments ?? []) : []
}

const emptyReport: Report = { parts: [], attachments: [] }

/** Gives the superior's part as far as it is written. */
export const reportOf = (state: Interview): Report => {
  if (isReported(state)) return state.report
  return state._tag === "held" ? state.draft : emptyReport
}
