/** The transitions of an entry window: table 4.3, and who is refused. */
import type { Transition } from "../../../kernel/machine.ts"
import type { EntryCommand } from "../commands.ts"
import type { EntryEvent } from "../events.ts"
import type { EntryRefusal } from "../refusals.ts"
import type { CompetenceEntry } from "../state.ts"

type Row = Transition<CompetenceEntry, EntryCommand, EntryEvent, EntryRefusal>

const anyState = ["closed", "open", "validated"] as const
const byManagement = "by the exams division"

const refused = (
  from: Row["from"],
  command: Row["command"],
  [when, tag, requirement]: readonly [string, EntryRefusal["_tag"], string],
): Row => ({ from, command, when, refused: tag, requirements: [requirement] })

const stranger = (command: Row["command"], ...from: Row["from"]): Row =>
  refused(from, command, [
    command === "validateEntry" ? "actor is not the school" : "actor is not the exams division",
    "actor.not-allowed",
    command === "validateEntry" ? "CMP-23" : "CMP-25",
  ])

/** All that can happen to an entry window. */
export const transitions: ReadonlyArray<Row> = [
  {
    from: ["closed"],
    command: "openEntry",
    when: byManagement,
    to: "open",
    emits: ["CompetenceEntryOpened"],
    requirements: ["CMP-25"],
  },
  {
    from: ["open"],
    command: "validateEntry",
    when: "with the statement, validation activity opened",
    to: "validated",
    emits: ["CompetenceEntryValidated"],
    requirements: ["CMP-23"],
  },
  {
    from: ["validated"],
    command: "reopenEntry",
    when: byManagement,
    to: "open",
    emits: ["CompetenceEntryReopened"],
    requirements: ["CMP-25"],
  },
  {
    from: ["open", "validated"],
    command: "closeEntry",
    when: byManagement,
    to: "closed",
    emits: ["CompetenceEntryClosed"],
    requirements: ["CMP-25"],
  },
  refused(["open"], "validateEntry", [
    "without the statement",
    "competence-entry.statement-required",
    "CMP-23",
  ]),
  refused(["validated"], "validateEntry", [
    "validated already",
    "competence-entry.locked",
    "CMP-24",
  ]),
  refused(["closed"], "validateEntry", ["not opened", "competence-entry.closed", "CMP-24"]),
  refused(anyState, "validateEntry", ["validation activity closed", "activity.closed", "CMP-27"]),
  stranger("openEntry", "closed"),
  stranger("validateEntry", ...anyState),
  stranger("reopenEntry", "validated"),
  stranger("closeEntry", "open", "validated"),
]
