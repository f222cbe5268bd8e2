/** What each event changes. It computes and never judges; the act itself is kept. */
import type { InterviewEvent } from "../events.ts"
import type { Comment, NextStep, Report, StepDone } from "../model.ts"
import {
  commentsOf,
  type Held,
  type Interview,
  isReported,
  type OpenedInterview,
  reportOf,
  type ReportedInterview,
} from "../state.ts"

type EventOf<Tag extends InterviewEvent["_tag"]> = Extract<InterviewEvent, { readonly _tag: Tag }>
type LaterEvent = Exclude<InterviewEvent, { readonly _tag: "InterviewOpened" }>
type Deleted = Extract<Interview, { readonly _tag: "deleted" }>
type Living = Exclude<OpenedInterview, Deleted>

/** Gives the state after an event, whatever the state: only the decisions know what may follow. */
export const evolve = (state: Interview, event: InterviewEvent): Interview => {
  if (event._tag === "InterviewOpened") {
    const { campaign, type, year, agent, superior, authority } = event
    const names = { campaign, type, year, agent, superior, authority }
    return { _tag: "to-schedule", ...names, postponements: 0, notes: [], acts: [event] }
  }
  if (state._tag === "none") return state
  const kept = { ...state, acts: [...state.acts, event] } as const satisfies OpenedInterview
  return kept._tag === "deleted" ? kept : evolveOpened(kept, event)
}

const evolveOpened = (state: Living, event: LaterEvent): OpenedInterview => {
  switch (event._tag) {
    case "InterviewPrepared":
      return { ...state, notes: event.notes }
    case "InterviewProposed":
    case "InterviewPostponed":
      return proposed(state, event)
    case "InterviewUnplanned":
      return { _tag: "to-schedule", ...fileOf(state), agent: event.agent }
    case "InterviewHeld":
      return held(state, event)
    case "InterviewNotHeld":
      return notHeld(state, event)
    case "SuperiorReplaced":
      return { ...state, superior: event.superior }
    case "AuthorityReplaced":
      return { ...state, authority: event.authority }
    case "InterviewDeleted":
      return { _tag: "deleted", ...fileOf(state), was: state._tag }
    case "ReportDrafted":
      return state._tag === "held" ? { ...state, draft: event.report } : state
    case "ValidationStepCompleted":
      return completed(state, event)
    default:
      return isReported(state) ? evolveReported(state, event) : state
  }
}

type ReportedEvent = EventOf<
  | "NotificationTried"
  | "CommentAdded"
  | "RevisionRequested"
  | "RevisionDeclined"
  | "ReportReturned"
  | "InterviewClosed"
  | "ReportHandedOver"
  | "ReportCorrected"
>

const evolveReported = (state: ReportedInterview, event: ReportedEvent): Living => {
  switch (event._tag) {
    case "NotificationTried":
      return state
    case "CommentAdded":
      return { ...state, comments: [...state.comments, event.comment] }
    case "ReportCorrected": {
      const after = { agent: event.agent, report: corrected(state.report, event) }
      // The personnel file has the former text: the report is handed over again.
      return state._tag === "closed"
        ? { ...state, ...after, handedOver: false }
        : { ...state, ...after }
    }
    case "ReportReturned":
      return {
        _tag: "held",
        ...fileOf(state),
        held: state.held,
        draft: state.report,
        ...(state.comments.length === 0 ? {} : { comments: state.comments }),
      }
    case "InterviewClosed":
      return { ...closed(state, event.on), agent: event.agent, late: event.late }
    case "ReportHandedOver":
      return state._tag === "closed" ? { ...state, handedOver: true } : state
    case "RevisionRequested": {
      const { on, reason, next } = event
      return state._tag === "in-circuit" ? { ...state, next, revision: { on, reason } } : state
    }
    case "RevisionDeclined":
      return state._tag === "in-circuit" ? declined(state, event) : state
    default:
      return event satisfies never
  }
}

const fileOf = ({
  campaign,
  type,
  year,
  agent,
  superior,
  authority,
  postponements,
  notes,
  acts,
}: OpenedInterview) => ({
  campaign,
  type,
  year,
  agent,
  superior,
  authority,
  postponements,
  notes,
  acts,
})

const proposed = (
  state: Living,
  event: EventOf<"InterviewProposed" | "InterviewPostponed">,
): Living => {
  const { agent, meeting, late } = event
  const file = { ...fileOf(state), agent }
  if (event._tag === "InterviewProposed") {
    return { _tag: "proposed", ...file, meeting, enclosures: event.enclosures, late }
  }
  const postponements = state.postponements + 1
  const enclosures = state._tag === "proposed" ? state.enclosures : []
  return { _tag: "proposed", ...file, postponements, meeting, enclosures, late }
}

const held = (state: Living, event: EventOf<"InterviewHeld">): Living => {
  const { date, durationMinutes, superior, late } = event
  return {
    _tag: "held",
    ...fileOf(state),
    held: { date, durationMinutes, superior, late },
    draft: reportOf(state),
  }
}

const notHeld = (state: Living, { reason, details }: EventOf<"InterviewNotHeld">): Living =>
  state._tag === "proposed"
    ? {
        _tag: "not-held",
        ...fileOf(state),
        meeting: state.meeting,
        reason,
        ...(details === undefined ? {} : { details }),
      }
    : state

// The last step closes the file; the closing itself then says whether it is late.
const completed = (state: Living, event: EventOf<"ValidationStepCompleted">): Living => {
  const circuit = circuitOf(state)
  if (circuit === undefined) return state
  const { done, next } = event
  const [first = done, ...others] = circuit.done.length === 0 ? [] : [...circuit.done, done]
  const after = {
    ...fileOf(state),
    agent: event.agent ?? state.agent,
    ...circuit,
    done: [first, ...others] as const,
  }
  return next === undefined
    ? { _tag: "closed", ...after, closedOn: done.on, late: false, handedOver: false }
    : { _tag: "in-circuit", ...after, next, suspendedDays: 0 }
}

interface Circuit {
  readonly held: Held
  readonly report: Report
  readonly comments: ReadonlyArray<Comment>
  readonly done: ReadonlyArray<StepDone>
}

const circuitOf = (state: Living): Circuit | undefined => {
  if (isReported(state)) {
    const { held: day, report, comments, done } = state
    return { held: day, report, comments, done }
  }
  return state._tag === "held"
    ? { held: state.held, report: state.draft, comments: commentsOf(state), done: [] }
    : undefined
}

const closed = (
  state: ReportedInterview,
  closedOn: ReportedInterview["held"]["date"],
): Extract<Interview, { readonly _tag: "closed" }> => {
  const { held: day, report, comments, done } = state
  const handedOver = state._tag === "closed" && state.handedOver
  return {
    _tag: "closed",
    ...fileOf(state),
    held: day,
    report,
    comments,
    done,
    closedOn,
    late: false,
    handedOver,
  }
}

const declined = (
  { revision: _, ...state }: Extract<Interview, { readonly _tag: "in-circuit" }>,
  { suspendedDays, next }: { readonly suspendedDays: number; readonly next: NextStep },
): Living => ({ ...state, next, suspendedDays: state.suspendedDays + suspendedDays })

const corrected = (
  { parts, attachments }: Report,
  { section, text }: EventOf<"ReportCorrected">,
): Report => ({
  parts: parts.map((part) =>
    part._tag === "text" && part.section === section ? { ...part, text } : part,
  ),
  attachments,
})
