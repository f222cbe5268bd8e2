/** The decisions of an import, one a period that its file adds, changes or no longer gives. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Instant, Zone } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import type { Actor, PersonId, TenantId } from "../../../kernel/identity.ts"
import { decide, fold } from "../../../kernel/machine.ts"
import type { Message } from "../../../kernel/message.ts"
import {
  type Change,
  type Loaded,
  type Registers,
  Storage,
  type StorageUnavailable,
} from "../../../kernel/ports.ts"
import { unavailabilityRef } from "../../aggregates.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import type { StaffMember } from "../../staff-directory/model.ts"
import type { UnavailabilityCommand } from "../../unavailability/commands.ts"
import { unavailabilityMachine } from "../../unavailability/decider.ts"
import type {
  OverlappedMission,
  UnavailabilityPeriod,
  UntoldManager,
} from "../../unavailability/model.ts"
import {
  type Correspondence,
  endOfPeriod,
  overlapMessages,
  untoldManagers,
} from "../../unavailability/policies.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
import { overlap } from "../../unavailability/rules.ts"
import type { Unavailability } from "../../unavailability/state.ts"
import { now } from "../act.ts"
import type { Compared, Difference } from "./comparing.ts"
import { type OverlapsOf, readOverlaps } from "./overlaps.ts"

/** Who imports what into which academy. */
export interface ToDecide {
  readonly by: Actor
  readonly tenant: TenantId
  readonly compared: Compared
  readonly known: ReadonlyMap<PersonId, StaffMember>
}

/** All that an import writes, and whom no mail tells. */
export interface DecidedAll {
  readonly changes: ReadonlyArray<Change>
  readonly messages: ReadonlyArray<Message>
  readonly untold: ReadonlyArray<UntoldManager>
}

/** Decides on every difference, on states loaded a thousand at a time. */
export const decideAll = (
  asked: ToDecide,
): Effect.Effect<
  DecidedAll,
  UnavailabilityRefusal | StorageUnavailable,
  Storage | Registers | ExamMissionsSetup
> =>
  Effect.gen(function* () {
    const { by, tenant, compared } = asked
    const { added, changed, removed } = compared
    const differences = [...added, ...changed, ...removed]
    const storage = yield* Storage
    const { wording, zone } = yield* ExamMissionsSetup
    const overlapsOf = yield* readOverlaps(
      tenant,
      differences.map(({ name }) => name.person),
    )
    const counterpartsOf = counterparts(compared)
    const at = yield* now
    const changes: Array<Change> = []
    const messages: Array<Message> = []
    const untold: Array<UntoldManager> = []
    for (let from = 0; from < differences.length; from += atATime) {
      const some = differences.slice(from, from + atATime)
      const loaded = yield* storage.load(some.map(({ name }) => unavailabilityRef(tenant, name)))
      for (const [index, difference] of some.entries()) {
        const before = loaded[index]
        if (before === undefined) continue
        const facts = { ...asked, act: { at, by }, wording, zone, overlapsOf, counterpartsOf }
        const decided = yield* Effect.fromResult(decideOne(facts, difference, before))
        if (decided.change.events.length > 0) changes.push(decided.change)
        messages.push(...decided.messages)
        untold.push(...decided.untold)
      }
    }
    return { changes, messages, untold }
  })

const atATime = 1000

interface Facts extends Omit<ToDecide, "by" | "compared"> {
  readonly act: Act
  readonly wording: Correspondence["wording"]
  readonly zone: Zone
  readonly overlapsOf: OverlapsOf
  readonly counterpartsOf: (difference: Difference) => ReadonlyArray<UnavailabilityPeriod>
}

// A period that moves is one removed and one added of the same person that share a minute: each tells
// only of the missions that the other does not touch.
const counterparts = ({ added, removed }: Compared): Facts["counterpartsOf"] => {
  const addedOf = Map.groupBy(added, ({ name }) => name.person)
  const removedOf = Map.groupBy(removed, ({ name }) => name.person)
  return ({ name: { person, period }, before, after }) => {
    const others = before === null ? removedOf : after === null ? addedOf : undefined
    return (others?.get(person) ?? []).flatMap(({ name }) =>
      overlap(name.period, period) ? [name.period] : [],
    )
  }
}

interface DecidedOne {
  readonly change: Change
  readonly messages: ReadonlyArray<Message>
  readonly untold: ReadonlyArray<UntoldManager>
}

const decideOne = (
  facts: Facts,
  difference: Difference,
  { state: before, version }: Loaded<Unavailability>,
): Result.Result<DecidedOne, UnavailabilityRefusal> => {
  const { act, tenant, zone } = facts
  const { name } = difference
  const command = commandOf(act, difference, overlappedBy(facts, difference))
  return Result.map(decide(unavailabilityMachine, command, before), (events) => {
    const id = unavailabilityRef(tenant, name)
    const about = { kind: id.type.kind, key: id.key }
    const over = endOfPeriod(name.period, zone)
    const isTold = difference.before === null || difference.after === null
    const told =
      isTold && (over === undefined || over > act.at) ? newlyTouched(facts, difference) : []
    const happened = { before, events, overlapped: told }
    const contents = overlapMessages(happened, correspondenceOf(facts, name.person, over))
    return {
      change: {
        id,
        expected: version,
        events,
        state: fold(unavailabilityMachine, events, before),
      },
      messages: contents.map((content, index) => ({
        id: [about.kind, about.key, version + events.length, index].join("/"),
        about,
        content,
      })),
      untold: difference.after === null ? [] : untoldManagers(told),
    }
  })
}

const overlappedBy = (
  { overlapsOf }: Facts,
  { name, after }: Difference,
): ReadonlyArray<OverlappedMission> => (after === null ? [] : overlapsOf(name.person, name.period))

const newlyTouched = (
  { overlapsOf, counterpartsOf }: Facts,
  difference: Difference,
): ReadonlyArray<OverlappedMission> => {
  const { person, period } = difference.name
  const others = new Set(
    counterpartsOf(difference).flatMap((other) =>
      overlapsOf(person, other).map(({ number }) => number),
    ),
  )
  return overlapsOf(person, period).filter(({ number }) => !others.has(number))
}

const commandOf = (
  act: Act,
  { name, after }: Difference,
  overlapped: ReadonlyArray<OverlappedMission>,
): UnavailabilityCommand => {
  if (after === null) return { _tag: "withdrawUnavailability", ...act, ...name }
  const { reason, convocation } = after
  return { _tag: "importUnavailability", ...act, ...name, reason, convocation, overlapped }
}

const correspondenceOf = (
  { known, wording }: Facts,
  person: PersonId,
  uselessAfter: Instant | undefined,
): Correspondence => {
  const member = known.get(person)
  return {
    wording,
    person: member === undefined ? person : `${member.givenName} ${member.familyName}`,
    schoolName: null,
    ...(uselessAfter === undefined ? {} : { uselessAfter }),
  }
}
