/** The decisions of an import, one a period that its file adds, changes or no longer gives. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Instant, instantAt, type Zone } from "../../../kernel/calendar.ts"
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
import type { OverlappedMission, UntoldManager } from "../../unavailability/model.ts"
import {
  type Correspondence,
  overlapMessages,
  untoldManagers,
} from "../../unavailability/policies.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
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
      [...added, ...changed].map(({ name }) => name.person),
    )
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
        const facts = { ...asked, act: { at, by }, wording, zone, overlapsOf }
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
  const { act, tenant, overlapsOf, zone } = facts
  const { name, after } = difference
  const overlapped = after === null ? [] : overlapsOf(name.person, name.period)
  const command = commandOf(act, difference, overlapped)
  return Result.map(decide(unavailabilityMachine, command, before), (events) => {
    const id = unavailabilityRef(tenant, name)
    const about = { kind: id.type.kind, key: id.key }
    const over = endOf({ ...name.period.end, zone })
    const isTold = before._tag !== "imported" && (over === undefined || over > act.at)
    const told = isTold ? overlapped : []
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
      untold: untoldManagers(told),
    }
  })
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

// An hour that clocks jump over has no instant: the mail then has no end.
const endOf = (end: Parameters<typeof instantAt>[0]): Instant | undefined => {
  const found = instantAt({ ...end, occurrence: "later" })
  return Result.isSuccess(found) ? found.success : undefined
}
