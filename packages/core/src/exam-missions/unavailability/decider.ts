/**
 * The machine of one period of unavailability: the catalogue's table, as decisions and as data.
 *
 * Refusals come in one order: who acts, in whose personnel, the period, and last whether it is there
 * already.
 *
 * @requirement IND-01, IND-02, IND-05, IND-10, IND-11, IND-12
 */
import * as Result from "effect/Result"
import type { DecisionTable, Machine } from "../../kernel/machine.ts"
import type { UnavailabilityCommand } from "./commands.ts"
import { transitions } from "./decider/transitions.ts"
import type { UnavailabilityEvent } from "./events.ts"
import type { UnavailabilityName } from "./model.ts"
import type { UnavailabilityRefusal } from "./refusals.ts"
import { isDeletableBy, isForwards, isImporter, isSameConvocation } from "./rules.ts"
import type { Unavailability } from "./state.ts"

type Decided = Result.Result<ReadonlyArray<UnavailabilityEvent>, UnavailabilityRefusal>
type Command<Tag extends UnavailabilityCommand["_tag"]> = Extract<
  UnavailabilityCommand,
  { readonly _tag: Tag }
>

const nameOf = ({ person, origin, period }: UnavailabilityName): UnavailabilityName => ({
  person,
  origin,
  period,
})

const notAllowed = ({ _tag, by }: UnavailabilityCommand): UnavailabilityRefusal => ({
  _tag: "actor.not-allowed",
  command: _tag,
  capacity: by.capacity,
})

const declarationFault = (
  command: Command<"declareUnavailability">,
): UnavailabilityRefusal | undefined => {
  const { by, origin, person, period, employsPerson } = command
  if (by.capacity !== "school-head" || by.school === undefined) return notAllowed(command)
  if (!isDeletableBy(origin, by.school)) return notAllowed(command)
  if (!employsPerson) return { _tag: "person.not-in-school", person, school: by.school }
  return isForwards(period) ? undefined : { _tag: "unavailability.end-before-start", ...period }
}

const declare = (command: Command<"declareUnavailability">): Decided => {
  const fault = declarationFault(command)
  if (fault !== undefined) return Result.fail(fault)
  const { at, by, reason, overlapped } = command
  return Result.succeed([
    {
      _tag: "UnavailabilityDeclared",
      at,
      by,
      ...nameOf(command),
      reason,
      overlapped: overlapped.map(({ number }) => number),
    },
  ])
}

const importing = (command: Command<"importUnavailability">): Decided => {
  const { at, by, origin, period, reason, convocation, overlapped } = command
  if (!isImporter(command.by) || origin._tag === "school") return Result.fail(notAllowed(command))
  if (!isForwards(period))
    return Result.fail({ _tag: "unavailability.end-before-start", ...period })
  return Result.succeed([
    {
      _tag: "UnavailabilityImported",
      at,
      by,
      ...nameOf(command),
      reason,
      convocation,
      overlapped: overlapped.map(({ number }) => number),
    },
  ])
}

const importAgain = (
  command: Command<"importUnavailability">,
  state: Extract<Unavailability, { readonly _tag: "imported" }>,
): Decided =>
  Result.map(importing(command), (events) =>
    command.reason === state.reason && isSameConvocation(command.convocation, state.convocation)
      ? []
      : events,
  )

const removed = (command: UnavailabilityCommand): Decided =>
  Result.succeed([
    { _tag: "UnavailabilityRemoved", at: command.at, by: command.by, ...nameOf(command) },
  ])

const deletable = (command: Command<"deleteUnavailability">): Decided => {
  const { by, origin } = command
  if (by.capacity !== "school-head" || by.school === undefined) {
    return Result.fail(notAllowed(command))
  }
  return isDeletableBy(origin, by.school)
    ? removed(command)
    : Result.fail({ _tag: "unavailability.not-declared-by-you", ...nameOf(command) })
}

const unknown = (command: UnavailabilityCommand): UnavailabilityRefusal => ({
  _tag: "unavailability.unknown",
  ...nameOf(command),
})

const nothingToDelete = (command: Command<"deleteUnavailability">): Decided =>
  Result.fail(command.by.capacity === "school-head" ? unknown(command) : notAllowed(command))

const nothingToWithdraw = (command: Command<"withdrawUnavailability">): Decided =>
  Result.fail(isImporter(command.by) ? unknown(command) : notAllowed(command))

const decisions: DecisionTable<
  Unavailability,
  UnavailabilityCommand,
  UnavailabilityEvent,
  UnavailabilityRefusal
> = {
  declareUnavailability: {
    none: declare,
    removed: declare,
    declared: (command) =>
      Result.flatMap(declare(command), () =>
        Result.fail({ _tag: "unavailability.duplicate", ...nameOf(command) }),
      ),
  },
  importUnavailability: { none: importing, removed: importing, imported: importAgain },
  deleteUnavailability: {
    none: nothingToDelete,
    removed: nothingToDelete,
    declared: deletable,
    imported: deletable,
  },
  withdrawUnavailability: {
    none: nothingToWithdraw,
    removed: nothingToWithdraw,
    imported: (command) =>
      isImporter(command.by) ? removed(command) : Result.fail(notAllowed(command)),
  },
}

const evolve = (state: Unavailability, event: UnavailabilityEvent): Unavailability => {
  const past = state._tag === "none" ? [] : state.acts
  const [first, ...others] = past
  const acts = first === undefined ? ([event] as const) : ([first, ...others, event] as const)
  switch (event._tag) {
    case "UnavailabilityDeclared":
      return { _tag: "declared", ...nameOf(event), reason: event.reason, acts }
    case "UnavailabilityImported": {
      const { reason, convocation } = event
      return { _tag: "imported", ...nameOf(event), reason, convocation, acts }
    }
    case "UnavailabilityRemoved":
      return state._tag === "none"
        ? state
        : { _tag: "removed", ...nameOf(event), reason: state.reason, acts }
    default:
      return event satisfies never
  }
}

/**
 * The machine of one period. What its origin makes impossible (a school's period that is imported,
 * or withdrawn) is answered as a period that is there and not one's own.
 */
export const unavailabilityMachine: Machine<
  Unavailability,
  UnavailabilityCommand,
  UnavailabilityEvent,
  UnavailabilityRefusal
> = {
  name: "Unavailability",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: (command) => ({
    _tag:
      command._tag === "declareUnavailability"
        ? "unavailability.duplicate"
        : "unavailability.not-declared-by-you",
    ...nameOf(command),
  }),
  evolve,
}
