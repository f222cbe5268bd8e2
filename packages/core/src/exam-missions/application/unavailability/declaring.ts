/**
 * What a school does: declare a period at the last minute, delete one that it declared.
 *
 * @requirement IND-01, IND-04, IND-05, IND-10, IND-11, IND-12
 */
import * as Effect from "effect/Effect"
import { civilDayAt, civilTimeAt } from "../../../kernel/calendar.ts"
import { type Completed, type Handled, handle, type StaleConflict } from "../../../kernel/handle.ts"
import type { Actor, PersonId, TenantId, Uai } from "../../../kernel/identity.ts"
import type { MessageContent } from "../../../kernel/message.ts"
import {
  Registers,
  type Storage,
  type StorageUnavailable,
  type Views,
} from "../../../kernel/ports.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import { unavailabilityRef } from "../../aggregates.ts"
import type { StaffLine } from "../../consultation/model.ts"
import { ExamMissionsSetup, StaffDirectory } from "../../ports.ts"
import { people } from "../../staff-directory/registers.ts"
import type { UnavailabilityCommand } from "../../unavailability/commands.ts"
import { unavailabilityMachine } from "../../unavailability/decider.ts"
import type { UnavailabilityEvent } from "../../unavailability/events.ts"
import {
  type Origin,
  unavailabilityKey,
  type UnavailabilityName,
  type UnavailabilityPeriod,
  type UnavailabilityReason,
  type UnavailabilityWarning,
} from "../../unavailability/model.ts"
import {
  type Correspondence,
  endOfPeriod,
  overlapMessages,
  withoutAddress,
} from "../../unavailability/policies.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
import { isDeletableBy, isOver, overlap } from "../../unavailability/rules.ts"
import type { Unavailability } from "../../unavailability/state.ts"
import {
  personScope,
  type UnavailabilityLine,
  unavailabilityLine,
} from "../../unavailability/views.ts"
import { now, requireActivity, schoolOf } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { schoolNames } from "../schools.ts"
import { readOverlaps } from "./overlaps.ts"
import { allPeriods } from "./periods.ts"

/** The ways in which acting on a period can end otherwise than well. */
export type UnavailabilityFailure =
  | ActivityRefusal
  | ApplicationRefusal
  | UnavailabilityRefusal
  | StaleConflict
  | StorageUnavailable

/** Who acts on which person of which school. */
export interface OnPerson {
  readonly by: Actor
  readonly tenant: TenantId
  readonly school: Uai
  readonly person: PersonId
}

/** A period as a school types it. */
export interface Declaration extends OnPerson {
  readonly period: UnavailabilityPeriod
  readonly reason: UnavailabilityReason
}

/**
 * What a declaration answers: the period, how many mails leave, how many managers have no address,
 * what deserves a look. Which missions it touches is the exams division's to know: they may not be
 * convened yet.
 */
export interface Declared {
  readonly line: UnavailabilityLine
  readonly version: number
  readonly mails: number
  readonly withoutAddress: number
  readonly warnings: ReadonlyArray<UnavailabilityWarning>
}

/**
 * Declares a period of a member of the actor's school and tells the managers of the exams that it
 * touches. Posts and missions are facts of registers: what a file changes at that very moment is
 * seen by the next declaration only.
 */
export const declareUnavailability = Effect.fn("exam-missions.declareUnavailability")(function* (
  request: Declaration,
) {
  const { by, tenant, person, period, reason } = request
  const school = yield* ownSchool(request)
  const directory = yield* StaffDirectory
  const member = yield* directory.member(tenant, school, person)
  const name: UnavailabilityName = { person, origin: { _tag: "school", school }, period }
  const facts = yield* readTelling(request, name, member)
  const warnings = yield* warningsOf(tenant, name)
  const before = unavailabilityMachine.initial
  const { overlapped, told, correspondence } = facts
  const { version, messages } = yield* onPeriod(tenant, name, {
    complete: Effect.gen(function* () {
      const activity = yield* requireActivity(tenant, by, "unavailability-entry")
      const known = { reason, employsPerson: member !== undefined, overlapped }
      const command = { ...name, at: yield* now, by, ...known }
      return { command: { _tag: "declareUnavailability", ...command }, unchanged: [activity] }
    }),
    react: (events) => overlapMessages({ before, events, overlapped: told }, correspondence),
  })
  const row = { person, ...period, reason, origin: name.origin, convocation: null }
  const declared: Declared = {
    line: unavailabilityLine(row, school),
    version,
    mails: messages.length,
    withoutAddress: withoutAddress(told),
    warnings,
  }
  return declared
})

/**
 * Deletes a period that the actor's school declared, even of a person who has left it since, and tells
 * the managers. Of people outside the school nothing else is answered than that they are.
 */
export const deleteUnavailability = Effect.fn("exam-missions.deleteUnavailability")(function* (
  request: OnPerson & {
    readonly origin: Origin
    readonly period: UnavailabilityPeriod
    readonly seen?: number | undefined
  },
) {
  const { by, tenant, person, origin, period, seen } = request
  const school = yield* ownSchool(request)
  const directory = yield* StaffDirectory
  const name = { person, origin, period }
  const member = yield* directory.member(tenant, school, person)
  const isOurs = isDeletableBy(origin, school)
  const { told, correspondence } = yield* readTelling(request, name, member)
  yield* onPeriod(tenant, name, {
    seen,
    complete: Effect.gen(function* () {
      const activity = yield* requireActivity(tenant, by, "unavailability-entry")
      if (!isOurs && member === undefined) {
        return yield* Effect.fail<UnavailabilityFailure>({
          _tag: "person.not-in-school",
          person,
          school,
        })
      }
      const command = { _tag: "deleteUnavailability" as const, ...name, at: yield* now, by }
      return { command, unchanged: [activity] }
    }),
    react: (events, before) =>
      overlapMessages({ before, events, overlapped: told }, correspondence),
  })
})

// Whom a period concerns: nobody is told once it is over.
const readTelling = (
  { tenant, school }: OnPerson,
  { person, period }: UnavailabilityName,
  member: StaffLine | undefined,
) =>
  Effect.gen(function* () {
    const { wording, zone } = yield* ExamMissionsSetup
    const overlapped = (yield* readOverlaps(tenant, [person]))(person, period)
    const over = endOfPeriod(period, zone)
    const isOver = over !== undefined && over <= (yield* now)
    const correspondence: Correspondence = {
      wording,
      person: member === undefined ? yield* personName(tenant, person) : nameOf(member),
      schoolName: (yield* schoolNames(tenant, [school])).get(school) ?? null,
      ...(over === undefined ? {} : { uselessAfter: over }),
    }
    return { overlapped, told: isOver ? [] : overlapped, correspondence }
  })

const nameOf = ({ givenName, familyName }: Pick<StaffLine, "givenName" | "familyName">): string =>
  `${givenName} ${familyName}`

// Of somebody who left the school; who left the academy is told by the id alone.
const personName = (tenant: TenantId, person: PersonId) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const [found] = yield* registers.find(tenant, people, [person])
    return found === undefined ? person : nameOf(found)
  })

// A school acts in its own name alone; another one is unknown to it.
const ownSchool = ({ by, school }: OnPerson): Effect.Effect<Uai, ApplicationRefusal> =>
  Effect.flatMap(schoolOf(by), (own) =>
    own === school ? Effect.succeed(own) : Effect.fail({ _tag: "school.unknown", school }),
  )

interface Handling<Needs> {
  readonly seen?: number | undefined
  readonly complete: Effect.Effect<Completed<UnavailabilityCommand>, UnavailabilityFailure, Needs>
  readonly react: (
    events: ReadonlyArray<UnavailabilityEvent>,
    before: Unavailability,
  ) => ReadonlyArray<MessageContent>
}

const onPeriod = <Needs>(
  tenant: TenantId,
  name: UnavailabilityName,
  { seen, complete, react }: Handling<Needs>,
): Effect.Effect<
  Handled<Unavailability, UnavailabilityEvent>,
  UnavailabilityFailure,
  Storage | Needs
> => {
  let before: Unavailability = unavailabilityMachine.initial
  return handle<
    Unavailability,
    UnavailabilityCommand,
    UnavailabilityEvent,
    UnavailabilityRefusal,
    UnavailabilityFailure,
    Needs
  >({
    id: unavailabilityRef(tenant, name),
    machine: unavailabilityMachine,
    seen,
    complete: (loaded) => {
      before = loaded.state
      return complete
    },
    react: ({ events }) => Effect.succeed(react(events, before)),
  })
}

const warningsOf = (
  tenant: TenantId,
  name: UnavailabilityName,
): Effect.Effect<
  ReadonlyArray<UnavailabilityWarning>,
  StorageUnavailable,
  Views | ExamMissionsSetup
> =>
  Effect.gen(function* () {
    const { person, period } = name
    const { zone } = yield* ExamMissionsSetup
    const at = yield* now
    const isPast = isOver(period, { date: civilDayAt(at, zone), time: civilTimeAt(at, zone) })
    const known = yield* allPeriods(tenant, personScope(person))
    return [
      ...(isPast ? [{ _tag: "unavailability.in-past", period } as const] : []),
      ...known.flatMap(({ key, row: { start, end, origin } }) => {
        const other = { start, end }
        return key !== unavailabilityKey(name) && overlap(other, period)
          ? [{ _tag: "unavailability.overlaps", period: other, origin } as const]
          : []
      }),
    ]
  })
