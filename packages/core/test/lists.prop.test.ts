/** Every list that people read: what it shows is found, told and counted, whatever is asked. */
import {
  agentFiles,
  appointmentSetMachine,
  campaignFiles,
  CareerAppointmentsSetup,
  type FileRow,
  filesSheet,
  labelsOf,
  portalSheet,
  wordingFr as careerFr,
} from "@convoque/core/career-appointments"
import {
  agentInterviews,
  appealMachine,
  appeals,
  appealsSheet,
  campaignInterviews,
  delegationMachine,
  delegations,
  delegationsSheet,
  exportList,
  exportMachine,
  exportsSheet,
  type InterviewRow,
  interviewMachine,
  interviewsSheet,
  InterviewsSetup,
  ownInterviewsSheet,
  wordingFr as interviewsFr,
} from "@convoque/core/interviews"
import {
  type KeyedEntry,
  type ListHead,
  listHead,
  type ListSheet,
  pageOf,
  printedCells,
  searchWords,
  type Sort,
  type View,
} from "@convoque/core/kernel/listing"
import { fold } from "@convoque/core/kernel/machine"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { campaign as careerCampaign, history as careers } from "./career-appointments/given.ts"
import { history as appealed } from "./interviews/appeal/given.ts"
import { history as delegated } from "./interviews/delegation/given.ts"
import { delivered, failed, requested, taken } from "./interviews/export/given.ts"
import { campaign, history as interviewed } from "./interviews/given.ts"

/** What a list is tried with: how to ask it, and what each of its lines shows. */
interface Tried {
  readonly name: string
  readonly sortColumns: ReadonlyArray<string>
  readonly head: ListHead
  readonly sortHeads: ReadonlyArray<string>
  readonly lines: ReadonlyArray<{ readonly key: string; readonly shown: ReadonlyArray<string> }>
  readonly ask: (asked: { readonly keyword?: string; readonly sort?: Sort }) => {
    readonly keys: ReadonlyArray<string>
    readonly count: number
    readonly countLabel: string
  }
}

const tried = <State, Row, Line>(
  view: View<State, Row>,
  states: ReadonlyArray<State>,
  { line, sheet }: { readonly line: (row: Row) => Line; readonly sheet: ListSheet<Line> },
): Tried => {
  const all = states.flatMap((state, index): ReadonlyArray<KeyedEntry<Row>> => {
    // One scope as readers have it: the same line may stand in several.
    const [entry] = view.entries(state, `k-${index}`)
    return entry === undefined ? [] : [{ ...entry, scope: "all", key: `k-${index}` }]
  })
  const usual: Sort = { column: view.sortColumns[0], direction: "ascending" }
  const head = (count: number, sort: Sort) => listHead(sheet, { filters: {}, sort }, count)
  const columns = sheet.columns.filter(
    ({ label }) => sheet.searched === undefined || label === sheet.searched,
  )
  return {
    name: view.name,
    sortColumns: view.sortColumns,
    head: listHead(
      sheet,
      { filters: Object.fromEntries(view.filterNames.map((name) => [name, ["x"]])), sort: usual },
      1,
    ),
    sortHeads: view.sortColumns.map(
      (column) => head(1, { column, direction: "ascending" }).sort.label,
    ),
    lines: all.map(({ key, row }) => {
      const [first, ...others] = columns
      return {
        key,
        // The commas between the labels of a cell belong to none of them.
        shown:
          first === undefined
            ? []
            : printedCells([first, ...others], line(row)).flatMap((cell) => cell.split(", ")),
      }
    }),
    ask: ({ keyword = "", sort = usual }) => {
      const { shown, searched } = sheet
      const found = pageOf(all, {
        scope: "all",
        filters: {},
        keyword,
        sort,
        limit: 1000,
        ...(shown === undefined || searched !== undefined ? {} : { shown }),
      })
      const keys = found.rows.map(({ key }) => key)
      return { keys, count: found.count, countLabel: head(found.count, sort).countLabel }
    },
  }
}

const same = <Row>(row: Row): Row => row
const career = <A>(sheet: Effect.Effect<A, never, CareerAppointmentsSetup>): A =>
  Effect.runSync(
    Effect.provideService(sheet, CareerAppointmentsSetup, {
      wording: careerFr,
      informEvaluators: false,
    }),
  )
const interviews = <A>(sheet: Effect.Effect<A, never, InterviewsSetup>): A =>
  Effect.runSync(
    Effect.provideService(sheet, InterviewsSetup, {
      wording: interviewsFr,
      publicUrl: "https://portal.example",
      attachmentLimitBytes: 1,
      exportDays: 1,
      interviewsPerArchive: 1,
      reminderCap: { count: 1, days: 1 },
    }),
  )

const files = Object.values(careers).map((past) => fold(appointmentSetMachine, past))
const fileLine = (row: FileRow) => ({ ...row, labels: labelsOf(row, careerFr), overlaps: [] })
const pasts = Object.values(interviewed).map((past) => fold(interviewMachine, past))
const interviewLine = (row: InterviewRow) => ({
  ...row,
  label: interviewsFr.states[row.state],
  statusLabel: interviewsFr.statuses[row.status],
  colour: interviewsFr.colours[row.status],
})
const exported = [[requested], [requested, taken()], [requested, taken(), delivered]]

const lists: ReadonlyArray<Tried> = [
  tried(campaignFiles, files, { line: fileLine, sheet: career(filesSheet(careerCampaign)) }),
  tried(agentFiles, files, { line: fileLine, sheet: career(portalSheet) }),
  tried(campaignInterviews, pasts, {
    line: interviewLine,
    sheet: interviews(interviewsSheet(campaign)),
  }),
  tried(agentInterviews, pasts, { line: same, sheet: interviews(ownInterviewsSheet) }),
  tried(
    appeals,
    Object.values(appealed).map((past) => fold(appealMachine, past)),
    { line: same, sheet: interviews(appealsSheet) },
  ),
  tried(
    delegations,
    Object.values(delegated).map((past) => fold(delegationMachine, past)),
    { line: same, sheet: interviews(delegationsSheet) },
  ),
  tried(
    exportList,
    [...exported, [requested, taken(), failed(false)]].map((past) => fold(exportMachine, past)),
    { line: same, sheet: interviews(exportsSheet) },
  ),
]

describe.each(lists)("the list $name", (list) => {
  const { ask, head, lines, sortColumns, sortHeads } = list

  test("has lines to be tried with", () => {
    expect(lines.length).toBeGreaterThan(1)
  })

  test("UI-18 UI-19 finds a line by any word that it shows, labels and printed days included", () => {
    for (const { key, shown } of lines) {
      for (const cell of shown) {
        for (const word of searchWords(cell)) {
          expect([word, ask({ keyword: word }).keys.includes(key)]).toEqual([word, true])
        }
      }
    }
  })

  test("UI-18 UI-19 finds nothing but lines that show each word", () => {
    const words = lines.flatMap(({ shown }) => searchWords(shown.join(" ")))
    fc.assert(
      fc.property(fc.constantFrom("zzz", "convened", "in-circuit", ...words), (word) => {
        const found = ask({ keyword: word }).keys
        const showing = lines.filter(({ shown }) =>
          searchWords(shown.join(" ")).join(" ").includes(word),
        )
        expect(found.toSorted()).toEqual(showing.map(({ key }) => key).toSorted())
      }),
    )
  })

  test("UI-23 tells the header of the column by which it is sorted", () => {
    for (const [index, column] of sortColumns.entries()) {
      expect(sortHeads[index]).not.toBe(column)
    }
  })

  test("UI-22 names each of its filters", () => {
    for (const { name, label } of head.filters) expect(label).not.toBe(name)
  })

  test("UI-25 proposes the sorts that it has, all of them", () => {
    const proposed = head.sorts.map(({ column }) => column)
    expect(proposed.toSorted()).toEqual(sortColumns.toSorted())
  })

  test("UI-24 UI-25 keeps its elements and their number under any column and direction", () => {
    const keys = lines.map(({ key }) => key).toSorted()
    for (const column of sortColumns) {
      const up = ask({ sort: { column, direction: "ascending" } })
      const down = ask({ sort: { column, direction: "descending" } })
      expect(up.keys.toSorted()).toEqual(keys)
      expect(down.keys).toEqual(up.keys.toReversed())
      expect([up.count, down.count]).toEqual([lines.length, lines.length])
    }
  })

  test("UI-16 counts what is left after the keyword, in words", () => {
    expect(ask({}).countLabel).toBe(`${lines.length} lignes`)
    expect(ask({ keyword: "zzz" }).countLabel).toBe("0 ligne")
  })
})
