/** What each event changes. It computes and never judges; the act itself is kept. */
import type { SlotId } from "../../campaign/model.ts"
import type { AppointmentSetEvent } from "../events.ts"
import type { Appointment } from "../model.ts"
import { withAppointments } from "../rules/completeness.ts"
import {
  type AppointmentSet,
  appointmentsOf,
  isIssued,
  type IssuedSet,
  type OpenedSet,
  pendingOf,
} from "../state.ts"

/** Gives the state after an event, whatever the state: only the decisions know what may follow. */
export const evolve = (state: AppointmentSet, event: AppointmentSetEvent): AppointmentSet => {
  if (event._tag === "SetOpened") {
    const { campaign, agent, evaluators, terms } = event
    return { _tag: "nothing-set", campaign, agent, evaluators, terms, acts: [event] }
  }
  return state._tag === "none" ? state : evolveOpened(state, event)
}

type LaterEvent = Exclude<AppointmentSetEvent, { readonly _tag: "SetOpened" }>

const evolveOpened = (opened: OpenedSet, event: LaterEvent): AppointmentSet => {
  const state: OpenedSet = { ...opened, acts: [...opened.acts, event] }
  switch (event._tag) {
    case "EvaluatorReplaced":
      return { ...state, evaluators: { ...state.evaluators, [event.role]: event.person } }
    case "AppointmentsSet":
      return {
        _tag: "partially-set",
        ...fileOf(state),
        appointments: nonEmpty(withAppointments(state, event.appointments), event.appointments),
      }
    case "SetCancelled":
      return {
        _tag: "cancelled",
        ...fileOf(state),
        agent: event.agent ?? state.agent,
        appointments: appointmentsOf(state),
        edition: isIssued(state) ? state.edition : 0,
      }
    case "ConvocationIssued":
      return issued(state, event)
    default:
      return isIssued(state) ? evolveIssued(state, event) : state
  }
}

type IssuedEvent = Exclude<
  LaterEvent,
  { readonly _tag: "EvaluatorReplaced" | "AppointmentsSet" | "SetCancelled" | "ConvocationIssued" }
>

const evolveIssued = (state: IssuedSet, event: IssuedEvent): IssuedSet => {
  switch (event._tag) {
    case "ConvocationAccepted":
      return { _tag: "accepted", ...issuedOf(state) }
    case "PostponementWithdrawn":
      return { _tag: "convened", ...issuedOf(state) }
    case "PostponementRequested":
      return {
        _tag: "postponement-requested",
        ...issuedOf(state),
        requests: state.requests + 1,
        pending: nonEmpty(
          [...pendingOf(state), ...event.slots.filter((slot) => !pendingOf(state).includes(slot))],
          event.slots,
        ),
      }
    case "AppointmentMaintained":
      return answered({ ...state, agent: event.agent ?? state.agent }, event.slot)
    case "AppointmentModified":
      return answered(moved(state, event.after), event.after.slot)
    case "AppointmentOutcomeRecorded":
      return { ...state, outcomes: { ...state.outcomes, [event.slot]: event.outcome } }
    default:
      return event satisfies never
  }
}

// Issuing follows the act that made it necessary: the last appointments, or a moved one.
const issued = (
  state: OpenedSet,
  event: Extract<AppointmentSetEvent, { readonly _tag: "ConvocationIssued" }>,
): AppointmentSet => {
  const { edition, agent, evaluators } = event
  if (isIssued(state)) return { ...state, edition, agent, evaluators }
  if (state._tag !== "partially-set") return state
  return {
    ...state,
    _tag: "convened",
    edition,
    agent,
    evaluators,
    modified: [],
    requests: 0,
    outcomes: {},
  }
}

const moved = (state: IssuedSet, after: Appointment): IssuedSet => {
  const { [after.slot]: _, ...outcomes } = state.outcomes
  return {
    ...state,
    appointments: nonEmpty(withAppointments(state, [after]), state.appointments),
    modified: [...state.modified.filter((slot) => slot !== after.slot), after.slot],
    outcomes,
  }
}

const answered = (state: IssuedSet, slot: SlotId): IssuedSet => {
  const [first, ...others] = pendingOf(state).filter((pending) => pending !== slot)
  return first === undefined
    ? { _tag: "convened", ...issuedOf(state) }
    : { _tag: "postponement-requested", ...issuedOf(state), pending: [first, ...others] }
}

const fileOf = ({ campaign, agent, evaluators, terms, acts }: OpenedSet) => ({
  campaign,
  agent,
  evaluators,
  terms,
  acts,
})

const issuedOf = (state: IssuedSet) => ({
  ...fileOf(state),
  appointments: state.appointments,
  edition: state.edition,
  modified: state.modified,
  requests: state.requests,
  outcomes: state.outcomes,
})

const nonEmpty = <A>(
  values: ReadonlyArray<A>,
  otherwise: readonly [A, ...ReadonlyArray<A>],
): readonly [A, ...ReadonlyArray<A>] => {
  const [first, ...others] = values
  return first === undefined ? otherwise : [first, ...others]
}
