/**
 * The machine of an activity: the management service opens and closes it in its academy.
 *
 * @requirement UI-08
 */
import * as Result from "effect/Result"
import type { DecisionTable, Machine, Transition } from "../../kernel/machine.ts"
import type { ActivityCommand } from "./commands.ts"
import type { ActivityEvent } from "./events.ts"
import type { ActivityRefusal } from "./refusals.ts"
import type { Activity } from "./state.ts"

type Decided = Result.Result<ReadonlyArray<ActivityEvent>, ActivityRefusal>

const byManagement = (
  { _tag, by }: ActivityCommand,
  events: ReadonlyArray<ActivityEvent>,
): Decided =>
  by.capacity === "exams-division"
    ? Result.succeed(events)
    : Result.fail({ _tag: "actor.not-allowed", command: _tag, capacity: by.capacity })

const nothingNew = (command: ActivityCommand): Decided => byManagement(command, [])

const decisions: DecisionTable<Activity, ActivityCommand, ActivityEvent, ActivityRefusal> = {
  openActivity: {
    closed: (command) => byManagement(command, [{ ...command, _tag: "ActivityOpened" }]),
    open: nothingNew,
  },
  closeActivity: {
    open: (command) => byManagement(command, [{ ...command, _tag: "ActivityClosed" }]),
    closed: nothingNew,
  },
}

type Row = Transition<Activity, ActivityCommand, ActivityEvent, ActivityRefusal>

const requirements = ["UI-08"]
const when = "by the management service"
const others = "by anybody else"
const refused = "actor.not-allowed"

const transitions: ReadonlyArray<Row> = [
  {
    from: ["closed"],
    command: "openActivity",
    when,
    to: "open",
    emits: ["ActivityOpened"],
    requirements,
  },
  { from: ["open"], command: "openActivity", when, to: "unchanged", emits: [], requirements },
  {
    from: ["open"],
    command: "closeActivity",
    when,
    to: "closed",
    emits: ["ActivityClosed"],
    requirements,
  },
  { from: ["closed"], command: "closeActivity", when, to: "unchanged", emits: [], requirements },
  { from: ["closed", "open"], command: "openActivity", when: others, refused, requirements },
  { from: ["closed", "open"], command: "closeActivity", when: others, refused, requirements },
]

const evolve = (state: Activity, event: ActivityEvent): Activity => {
  const acts = [...state.acts, event]
  switch (event._tag) {
    case "ActivityOpened":
      return { _tag: "open", acts }
    case "ActivityClosed":
      return { _tag: "closed", acts }
    default:
      return event satisfies never
  }
}

/** The machine of an activity; both commands have an answer in both states. */
export const activityMachine: Machine<Activity, ActivityCommand, ActivityEvent, ActivityRefusal> = {
  name: "Activity",
  initial: { _tag: "closed", acts: [] },
  decisions,
  transitions,
  illegal: ({ _tag, by }) => ({
    _tag: "actor.not-allowed",
    command: _tag,
    capacity: by.capacity,
  }),
  evolve,
}
