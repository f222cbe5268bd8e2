/** The machine of an entry window: table 4.3 row by row, and the laws of every machine. */
import { fold } from "@convoque/core/kernel/machine"
import { entryCommand, given, machineLaws } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import type { EntryCommand } from "../../../src/exam-missions/competence-entry/commands.ts"
import { entryMachine as machine } from "../../../src/exam-missions/competence-entry/decider.ts"
import { EntryEvent } from "../../../src/exam-missions/competence-entry/events.ts"
import { entryKey } from "../../../src/exam-missions/competence-entry/model.ts"
import { entryGrounds } from "../../../src/exam-missions/competence-entry/refusals.ts"
import { competenceEntries } from "../../../src/exam-missions/competence-entry/views.ts"
import {
  at,
  byAgent,
  byCollege,
  byDivision,
  byLycee,
  college,
  later,
  year,
} from "../competence/given.ts"

const name = { school: college, year }
const act = { at, by: byDivision, ...name }
const asked = (
  _tag: "openEntry" | "reopenEntry" | "closeEntry",
  by = byDivision,
): EntryCommand => ({
  ...act,
  _tag,
  by,
})
const validates = (rest: Partial<Extract<EntryCommand, { _tag: "validateEntry" }>> = {}) => ({
  ...act,
  _tag: "validateEntry" as const,
  by: byCollege,
  statement: true,
  validationOpen: true,
  ...rest,
})
const opened: EntryEvent = { ...act, _tag: "CompetenceEntryOpened" }
const validated: EntryEvent = { ...act, _tag: "CompetenceEntryValidated", by: byCollege }
const reopened: EntryEvent = { ...act, _tag: "CompetenceEntryReopened" }
const closed: EntryEvent = { ...act, _tag: "CompetenceEntryClosed" }
const history = { closed: [], open: [opened], validated: [opened, validated] } as const
const states = ["closed", "open", "validated"] as const

describe("the entry window", () => {
  test.each([
    ["closed", asked("openEntry"), opened, "open"],
    ["open", validates(), validated, "validated"],
    ["validated", asked("reopenEntry"), reopened, "open"],
    ["open", asked("closeEntry"), closed, "closed"],
    ["validated", asked("closeEntry"), closed, "closed"],
  ] as const)("CMP-23 in %s %o happens", (from, command, event, to) => {
    const happened = given(machine, history[from]).when(command)
    happened.then([event])
    expect(happened.state()).toStrictEqual({ _tag: to, acts: [...history[from], event] })
  })

  test("CMP-23 validating without the statement is refused", () => {
    given(machine, history.open)
      .when(validates({ statement: false }))
      .refused({ _tag: "competence-entry.statement-required", ...name })
  })

  test("CMP-24 a validated window is locked, a closed one closed, with or without the statement", () => {
    for (const statement of [true, false]) {
      given(machine, history.validated)
        .when(validates({ statement }))
        .refused({ _tag: "competence-entry.locked", ...name })
      given(machine, history.closed)
        .when(validates({ statement }))
        .refused({ _tag: "competence-entry.closed", ...name })
    }
  })

  test.each(states)("CMP-27 in %s validation is refused while its activity is closed", (state) => {
    given(machine, history[state])
      .when(validates({ validationOpen: false }))
      .refused({ _tag: "activity.closed", activity: "competence-validation" })
  })

  test.each(
    states.flatMap((state) =>
      (["openEntry", "reopenEntry", "closeEntry"] as const).flatMap((command) =>
        [byCollege, byAgent].map((by) => [command, by.capacity, state, by] as const),
      ),
    ),
  )("CMP-25 %s by %s in %s is refused", (command, capacity, state, by) => {
    given(machine, history[state])
      .when(asked(command, by))
      .refused({ _tag: "actor.not-allowed", command, capacity })
  })

  test.each([byLycee, byDivision, byAgent])("CMP-23 only the school validates, not %o", (by) => {
    given(machine, history.open)
      .when(validates({ by }))
      .refused({ _tag: "actor.not-allowed", command: "validateEntry", capacity: by.capacity })
  })

  test.each([
    ["open", "openEntry"],
    ["validated", "openEntry"],
    ["closed", "reopenEntry"],
    ["open", "reopenEntry"],
    ["closed", "closeEntry"],
  ] as const)("CMP-25 in %s %s is an illegal transition", (status, command) => {
    given(machine, history[status])
      .when(asked(command))
      .refused({ _tag: "competence-entry.illegal-transition", ...name, status, command })
  })
})

test.each(machineLaws({ machine, commands: () => entryCommand, event: EntryEvent, walks: 100 }))(
  "CMP-25 $name",
  ({ check }) => {
    expect(check).not.toThrow()
  },
)

test("CMP-25 the list shows where each window opened once stands, and since when", () => {
  const key = entryKey(name)
  const state = fold(machine, [opened, { ...validated, at: later }])
  expect(competenceEntries.entries(machine.initial, key)).toStrictEqual([])
  expect(competenceEntries.entries(state, key)).toStrictEqual([
    {
      scope: `year:${year}`,
      part: "",
      sorts: { school: college, since: later },
      filters: { status: ["validated"] },
      search: college.toLowerCase(),
      row: { ...name, status: "validated", since: later },
    },
  ])
})

test("each ground names a requirement", () => {
  const all = Object.values(entryGrounds).flatMap(({ requirements }) => requirements)
  expect(new Set(all)).toStrictEqual(new Set(["CMP-23", "CMP-24", "CMP-25", "CMP-27", "UI-08"]))
})
