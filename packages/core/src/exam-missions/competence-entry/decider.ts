/**
 * The machine of an entry window, as the catalogue's table 4.3 gives it: the management service
 * opens, reopens and closes it, the school validates it.
 *
 * @requirement CMP-23, CMP-24, CMP-25, CMP-27
 */
import * as Result from "effect/Result"
import type { DecisionTable, Machine } from "../../kernel/machine.ts"
import type { EntryCommand } from "./commands.ts"
import { transitions } from "./decider/transitions.ts"
import type { EntryEvent } from "./events.ts"
import type { EntryRefusal } from "./refusals.ts"
import type { CompetenceEntry } from "./state.ts"

type Decided = Result.Result<ReadonlyArray<EntryEvent>, EntryRefusal>
type Validate = Extract<EntryCommand, { readonly _tag: "validateEntry" }>

// Whose command it is: the school's own head validates, the exams division does all the rest.
const isAllowed = ({ _tag, by, school }: EntryCommand): boolean =>
  _tag === "validateEntry"
    ? by.capacity === "school-head" && by.school === school
    : by.capacity === "exams-division"

const notAllowed = ({ _tag, by }: EntryCommand): EntryRefusal => ({
  _tag: "actor.not-allowed",
  command: _tag,
  capacity: by.capacity,
})

const happens =
  (_tag: EntryEvent["_tag"]) =>
  (command: EntryCommand): Decided => {
    const { at, by, school, year } = command
    return isAllowed(command)
      ? Result.succeed([{ _tag, at, by, school, year }])
      : Result.fail(notAllowed(command))
  }

const validateUnless =
  (refusal: (command: Validate) => EntryRefusal | undefined) =>
  (command: Validate): Decided => {
    if (!isAllowed(command)) return Result.fail(notAllowed(command))
    if (!command.validationOpen) {
      return Result.fail({ _tag: "activity.closed", activity: "competence-validation" })
    }
    const refused = refusal(command)
    return refused === undefined
      ? happens("CompetenceEntryValidated")(command)
      : Result.fail(refused)
  }

const named =
  (
    _tag:
      | "competence-entry.closed"
      | "competence-entry.locked"
      | "competence-entry.statement-required",
  ) =>
  ({ school, year }: Validate): EntryRefusal => ({ _tag, school, year })

const decisions: DecisionTable<CompetenceEntry, EntryCommand, EntryEvent, EntryRefusal> = {
  openEntry: { closed: happens("CompetenceEntryOpened") },
  validateEntry: {
    closed: validateUnless(named("competence-entry.closed")),
    open: validateUnless((command) =>
      command.statement ? undefined : named("competence-entry.statement-required")(command),
    ),
    validated: validateUnless(named("competence-entry.locked")),
  },
  reopenEntry: { validated: happens("CompetenceEntryReopened") },
  closeEntry: {
    open: happens("CompetenceEntryClosed"),
    validated: happens("CompetenceEntryClosed"),
  },
}

const evolve = (state: CompetenceEntry, event: EntryEvent): CompetenceEntry => {
  const acts = [...state.acts, event]
  switch (event._tag) {
    case "CompetenceEntryOpened":
    case "CompetenceEntryReopened":
      return { _tag: "open", acts }
    case "CompetenceEntryValidated":
      return { _tag: "validated", acts }
    case "CompetenceEntryClosed":
      return { _tag: "closed", acts }
    default:
      return event satisfies never
  }
}

/** The machine of an entry window; who may not act learns nothing of where it stands. */
export const entryMachine: Machine<CompetenceEntry, EntryCommand, EntryEvent, EntryRefusal> = {
  name: "CompetenceEntry",
  initial: { _tag: "closed", acts: [] },
  decisions,
  transitions,
  illegal: (command, { _tag: status }) => {
    const { _tag, school, year } = command
    return isAllowed(command)
      ? { _tag: "competence-entry.illegal-transition", school, year, status, command: _tag }
      : notAllowed(command)
  },
  evolve,
}
