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
import { ExamMissionsSetup, StaffDirectory } from "../../ports.ts"
import { schools } from "../../staff-directory/registers.ts"
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
  type UntoldManager,
} from "../../unavailability/model.ts"
import { overlapMessages, untoldManagers } from "../../unavailability/policies.ts"
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
 * What a declaration answers: the period, how many mails leave, whom none reaches, what deserves a
 * look.
 */
export interface Declared {
  readonly line: UnavailabilityLine
  readonly version: number
  readonly mails: number
  readonly untold: ReadonlyArray<UntoldManager>
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
  const overlapped = (yield* readOverlaps(tenant, [person]))(person, period)
  const { wording } = yield* ExamMissionsSetup
  const correspondence = {
    wording,
    person: member === undefined ? person : `${member.givenName} ${member.familyName}`,
    schoolName: yield* schoolName(tenant, school),
  }
  const name: UnavailabilityName = { person, origin: { _tag: "school", school }, period }
  const before = unavailabilityMachine.initial
  const { version, messages } = yield* onPeriod(tenant, name, {
    complete: Effect.gen(function* () {
      const activity = yield* requireActivity(tenant, by, "unavailability-entry")
      const facts = { reason, employsPerson: member !== undefined, overlapped }
      const command = { ...name, at: yield* now, by, ...facts }
      return { command: { _tag: "declareUnavailability", ...command }, unchanged: [activity] }
    }),
    react: (events) => overlapMessages({ before, events, overlapped }, correspondence),
  })
  const row = { person, ...period, reason, origin: name.origin, convocation: null }
  const declared: Declared = {
    line: unavailabilityLine(row, school),
    version,
    mails: messages.length,
    untold: untoldManagers(overlapped),
    warnings: yield* warningsOf(tenant, name),
  }
  return declared
})

/**
 * Deletes a period that the actor's school declared, even of a person who has left it since. Of
 * people outside the school nothing else is answered than that they are.
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
  yield* onPeriod(tenant, name, {
    seen,
    complete: Effect.gen(function* () {
      const activity = yield* requireActivity(tenant, by, "unavailability-entry")
      const isOurs = isDeletableBy(origin, school)
      if (!isOurs && (yield* directory.member(tenant, school, person)) === undefined) {
        return yield* Effect.fail<UnavailabilityFailure>({
          _tag: "person.not-in-school",
          person,
          school,
        })
      }
      const command = { _tag: "deleteUnavailability" as const, ...name, at: yield* now, by }
      return { command, unchanged: [activity] }
    }),
    react: () => [],
  })
})

// A school acts in its own name alone; another one is unknown to it.
const ownSchool = ({ by, school }: OnPerson): Effect.Effect<Uai, ApplicationRefusal> =>
  Effect.flatMap(schoolOf(by), (own) =>
    own === school ? Effect.succeed(own) : Effect.fail({ _tag: "school.unknown", school }),
  )

interface Handling<Needs> {
  readonly seen?: number | undefined
  readonly complete: Effect.Effect<Completed<UnavailabilityCommand>, UnavailabilityFailure, Needs>
  readonly react: (events: ReadonlyArray<UnavailabilityEvent>) => ReadonlyArray<MessageContent>
}

const onPeriod = <Needs>(
  tenant: TenantId,
  name: UnavailabilityName,
  { seen, complete, react }: Handling<Needs>,
): Effect.Effect<
  Handled<Unavailability, UnavailabilityEvent>,
  UnavailabilityFailure,
  Storage | Needs
> =>
  handle<
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
    complete: () => complete,
    react: ({ events }) => Effect.succeed(react(events)),
  })

const schoolName = (
  tenant: TenantId,
  uai: Uai,
): Effect.Effect<string | null, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const [school] = yield* registers.find(tenant, schools, [uai])
    return school?.name ?? null
  })

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
