/** What must not compile; the type check of the repository reads this file, nothing runs it. */
import {
  type ActFailure,
  type ActNeeds,
  type Appointment,
  type AppointmentSet,
  type AppointmentSetCommand,
  type AppointmentSetEvent,
  type AppointmentSetRefusal,
  appointmentSetMachine,
  type enrolAll,
  type listFiles,
  type openFile,
  type Place,
  type readConvocation,
  type Reason,
  type RoleId,
  type setAppointments,
  type SlotId,
  type Wording,
  wordingFr,
} from "@convoque/core/career-appointments"
import type { CivilDate, CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import type { StaleConflict } from "@convoque/core/kernel/handle"
import type { PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { ListRefusal } from "@convoque/core/kernel/listing"
import type { DecisionTable, Transition } from "@convoque/core/kernel/machine"
import type {
  PeopleDirectory,
  Person,
  Storage,
  StorageUnavailable,
  Views,
} from "@convoque/core/kernel/ports"
import type * as Effect from "effect/Effect"

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_answer: Same<A, B>): void => undefined
const given = <A>(): A => null as never

/** Brands do not mix, and a bare text is none of them. */
export const brands = (): ReadonlyArray<unknown> => {
  // @ts-expect-error -- a role is not a slot
  const slot: SlotId = given<RoleId>()
  // @ts-expect-error -- a tenant is not a person
  const person: PersonId = given<TenantId>()
  // @ts-expect-error -- a text is not a date
  const date: CivilDate = "2026-12-01"
  // @ts-expect-error -- a date is not an instant
  const instant: Instant = given<CivilDate>()
  // @ts-expect-error -- a time is not a zone
  const zone: Zone = given<CivilTime>()
  // @ts-expect-error -- a place is not a reason
  const reason: Reason = given<Place>()
  // @ts-expect-error -- what was typed is not an appointment
  const appointment: Appointment = given<Record<keyof Appointment, string>>()
  return [slot, person, date, instant, zone, reason, appointment]
}

type Table = DecisionTable<
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal
>

/** A table of decisions names every command, and only states and events that exist. */
export const tables = (): ReadonlyArray<unknown> => {
  const { accept, ...others } = appointmentSetMachine.decisions
  // @ts-expect-error -- the command accept has no decision
  const missing: Table = others
  // @ts-expect-error -- there is no state « finished »
  const unknownState: Table = { ...others, accept: { finished: accept.convened } }
  const otherCommand: Table = {
    ...others,
    // @ts-expect-error -- a decision on a cancellation does not decide an acceptance
    accept: { convened: appointmentSetMachine.decisions.cancel.convened },
  }
  const unknownEvent: Transition<
    AppointmentSet,
    AppointmentSetCommand,
    AppointmentSetEvent,
    AppointmentSetRefusal
  > = {
    from: ["convened"],
    command: "accept",
    when: "always",
    to: "accepted",
    // @ts-expect-error -- there is no such event
    emits: ["ConvocationRead"],
    requirements: [],
  }
  return [missing, unknownState, otherCommand, unknownEvent]
}

/** A state has exactly its fields: no edition before an issue, no pending slot without a request. */
export const states = (
  nothing: Extract<AppointmentSet, { readonly _tag: "nothing-set" }>,
  convened: Extract<AppointmentSet, { readonly _tag: "convened" }>,
): ReadonlyArray<unknown> => [
  // @ts-expect-error -- nothing is issued yet
  nothing.edition,
  // @ts-expect-error -- nothing is set yet
  nothing.appointments,
  // @ts-expect-error -- nothing is asked to be postponed
  convened.pending,
]

/** A wording is complete. */
export const wordings = (): ReadonlyArray<unknown> => {
  const { cancelled: _cancelled, ...states } = wordingFr.states
  // @ts-expect-error -- the state cancelled has no label
  const noLabel: Wording = { ...wordingFr, states }
  const { "appointment.overlap": _overlap, ...refusals } = wordingFr.refusals
  // @ts-expect-error -- the refusal appointment.overlap has no sentence
  const noSentence: Wording = { ...wordingFr, refusals }
  const { SetCancelled: _act, ...acts } = wordingFr.acts
  // @ts-expect-error -- the event SetCancelled has no label
  const noAct: Wording = { ...wordingFr, acts }
  return [noLabel, noSentence, noAct]
}

type Failure<UseCase extends (...args: never) => unknown> =
  ReturnType<UseCase> extends Effect.Effect<infer _A, infer E, infer _R> ? E : never
type NeedsOf<UseCase extends (...args: never) => unknown> =
  ReturnType<UseCase> extends Effect.Effect<infer _A, infer _E, infer R> ? R : never
type Tags<E> = E extends { readonly _tag: infer Tag } ? Tag : never

/** Every use case says how it can fail and what it needs. */
export const channels = (): void => {
  same<Failure<typeof setAppointments>, ActFailure>(true)
  same<NeedsOf<typeof setAppointments>, ActNeeds>(true)
  same<
    Tags<ActFailure>,
    | AppointmentSetRefusal["_tag"]
    | "file.unknown"
    | "person.unknown"
    | "document.unprintable"
    | "enrolment.refused"
    | StaleConflict["_tag"]
    | StorageUnavailable["_tag"]
  >(true)
  same<NeedsOf<typeof enrolAll>, Storage | PeopleDirectory>(true)
  const listing: Tags<Failure<typeof listFiles>> = given<ListRefusal["_tag"] | "campaign.unknown">()
  // @ts-expect-error -- reading a file never loses a race
  const reading: Tags<Failure<typeof openFile>> = given<StaleConflict["_tag"]>()
  const convocation: Tags<Failure<typeof readConvocation>> =
    given<"convocation.appointments-missing">()
  // @ts-expect-error -- reading a file asks no list
  const needs: NeedsOf<typeof openFile> = given<Views>()
  given<(...values: ReadonlyArray<unknown>) => void>()(listing, reading, convocation, needs)
}

/** An absent field is absent, never undefined. */
export const exact = (person: Person): Person => {
  // @ts-expect-error -- an unknown address is left out
  const silent: Person = { ...person, email: undefined }
  return silent
}
