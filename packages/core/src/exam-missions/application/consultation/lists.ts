/**
 * The lists of the personnel: of consultation, of unavailability entry, of competence entry; the
 * same lines, each list with its columns.
 *
 * @requirement PER-03
 * @requirement PER-06
 * @requirement PER-08
 * @requirement PER-09
 * @requirement IND-06
 * @requirement CMP-02
 */
import * as Effect from "effect/Effect"
import {
  type ListColumn,
  type ListColumns,
  type ListPeriod,
  type ListQuery,
  type ListRefusal,
  type ListSheet,
  type Page,
  periodReversed,
  proposedYears,
  shownLabels,
} from "../../../kernel/listing.ts"
import type { Registers, Storage, StorageUnavailable } from "../../../kernel/ports.ts"
import {
  type StaffColumns,
  type StaffLine,
  type StaffListName,
  staffLists,
  type StaffPeriod,
  type StaffRow,
  type StaffSort,
} from "../../consultation/model.ts"
import { definedFilter } from "../../consultation/rules.ts"
import { ExamMissionsSetup, StaffDirectory, type StaffQuery } from "../../ports.ts"
import type { StaffWords } from "../../wording/staff-words.ts"
import { requireActivity, today } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { admitted, type ConsultationFailure, type InStaff, pageHead } from "./admission.ts"

/** Which list of which personnel. */
export interface StaffListing extends InStaff {
  readonly list: StaffListName
}

/** What is asked of a list of personnel: at most one period, `available` or `convened`. */
export type StaffAsked = Omit<ListQuery, "scope"> & {
  readonly periods?: Readonly<Record<string, ListPeriod>>
}

/** Gives a page of the personnel that somebody may consult. */
export const listStaff = (
  request: StaffListing,
  asked: StaffAsked,
): Effect.Effect<
  Page<StaffRow>,
  ConsultationFailure | ListRefusal,
  Storage | StaffDirectory | ExamMissionsSetup
> =>
  Effect.gen(function* () {
    yield* admitted(request, staffLists[request.list].activity)
    const query = yield* staffQuery(request, asked)
    const directory = yield* StaffDirectory
    const page = yield* directory.page(request.tenant, query)
    return {
      ...page,
      rows: page.rows.map(({ key, row }) => ({ key, row: shown(row, query.columns) })),
    }
  })

const shown = (line: StaffLine, columns: StaffColumns): StaffRow => {
  const { birthDate, lastConvenedOn, competencesDefined, ...always } = line
  return {
    ...always,
    ...(columns.includes("birth-date") ? { birthDate } : {}),
    ...(columns.includes("last-convened-on") ? { lastConvenedOn } : {}),
    ...(columns.includes("competences-defined") ? { competencesDefined } : {}),
  }
}

/** Gives the query of a list; refuses a filter, two periods, or one that ends before it starts. */
export const staffQuery = (
  { school, list }: Pick<StaffListing, "school" | "list">,
  { filters, periods = {}, ...asked }: StaffAsked,
): Effect.Effect<StaffQuery, ApplicationRefusal | ListRefusal, ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { wording } = yield* ExamMissionsSetup
    const [filter] = Object.keys(filters)
    if (filter !== undefined) {
      return yield* Effect.fail<ListRefusal>({ _tag: "list.unknown-filter", filter, known: [] })
    }
    const { columns } = staffLists[list]
    const period = yield* chosenPeriod(periods)
    return {
      ...asked,
      columns,
      ...(columns.includes("competences-defined") ? { shown: marks(wording.staff) } : {}),
      ...(school === undefined ? {} : { school }),
      ...(period === undefined ? {} : { period }),
    }
  })

const chosenPeriod = ({
  available,
  convened,
}: Readonly<Record<string, ListPeriod>>): Effect.Effect<
  StaffPeriod | undefined,
  ApplicationRefusal
> => {
  if (available !== undefined && convened !== undefined) {
    return Effect.fail({ _tag: "period.one-at-a-time" })
  }
  const period = available ?? convened
  if (period === undefined) return Effect.undefined
  const reversed = periodReversed(period)
  return reversed === undefined
    ? Effect.succeed({ kind: available === undefined ? "convened" : "available", ...period })
    : Effect.fail(reversed)
}

/**
 * Gives the years that the exports of missions propose, oldest first: from three years before to the
 * next one (UI-31); to whom the consultation of personnel is open.
 */
export const proposedMissionYears = Effect.fn("exam-missions.proposedMissionYears")(function* ({
  by,
  tenant,
}: Pick<InStaff, "by" | "tenant">) {
  yield* requireActivity(tenant, by, "staff-consultation")
  return proposedYears(yield* today)
})

const marks = ({ yes, no }: StaffWords) => shownLabels(definedFilter, { yes, no })

/** Gives what a list of personnel shows: title, columns, texts. */
export const staffSheet = (
  request: StaffListing,
): Effect.Effect<ListSheet<StaffRow>, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { wording, zone } = yield* ExamMissionsSetup
    const head = yield* pageHead(request)
    const { columns } = staffLists[request.list]
    return {
      ...wording.staff.lists[request.list],
      columns: staffColumns(columns, wording.staff),
      filters: wording.staff.periods,
      words: wording.staff.common,
      author: head,
      runningHead: head,
      zone,
    }
  })

/** Gives the columns of a list in words. */
export const staffColumns = (
  [first, ...others]: StaffColumns,
  words: StaffWords,
): ListColumns<StaffRow> => [
  columnOf(first, words),
  ...others.map((column) => columnOf(column, words)),
]

const columnOf = (id: StaffSort, words: StaffWords): ListColumn<StaffRow> => ({
  id,
  label: words.columns[id],
  sort: id,
  ...shapes[id],
  cell: (line) => cellOf(line, id, words),
})

const shapes = {
  "family-name": { kind: "text", width: 24 },
  "given-name": { kind: "text", width: 20 },
  "birth-date": { kind: "date", width: 14 },
  discipline: { kind: "text", width: 40 },
  "last-convened-on": { kind: "date", width: 14 },
  "competences-defined": { kind: "text", width: 14 },
} as const

const cellOf = (line: StaffRow, column: StaffSort, words: StaffWords): string | null => {
  switch (column) {
    case "family-name":
      return line.familyName
    case "given-name":
      return line.givenName
    case "birth-date":
      return line.birthDate ?? null
    case "discipline":
      return line.discipline
    case "last-convened-on":
      return line.lastConvenedOn ?? null
    case "competences-defined":
      return line.competencesDefined === true ? words.yes : words.no
    default:
      return column satisfies never
  }
}
