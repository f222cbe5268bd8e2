/** The persons of a selection in its order: as they flow, or all of them, up to what is printed. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ListRefusal, ListTooLong } from "../../../kernel/listing.ts"
import type { StorageUnavailable } from "../../../kernel/ports.ts"
import type { StaffColumns, StaffLine } from "../../consultation/model.ts"
import { type ExamMissionsSetup, StaffDirectory, type StaffQuery } from "../../ports.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import type { InStaff } from "./admission.ts"
import { type StaffAsked, staffQuery } from "./lists.ts"

/** How many people are printed at most with their teachings or missions; a CSV has no such bound. */
export const printablePeople = 2_000

interface Selected extends InStaff {
  readonly asked: Pick<StaffAsked, "keyword" | "sort" | "periods" | "filters">
}

type Refused = ApplicationRefusal | ListRefusal | StorageUnavailable

// The plan of a page of the whole academy reads all its lines: few pages, whose lines fit in memory.
const atOnce = 5_000

/** Gives the persons of a selection, some thousands at a time; reads ahead of who uses them. */
export const lineChunks = (
  selected: Selected,
): Stream.Stream<ReadonlyArray<StaffLine>, Refused, StaffDirectory | ExamMissionsSetup> =>
  Stream.unwrap(
    Effect.map(queryOf(selected, atOnce), (asked) =>
      Stream.paginate<StaffQuery, ReadonlyArray<StaffLine>, Refused, StaffDirectory>(
        { ...asked, uncounted: true },
        (query) =>
          Effect.map(pageOn(selected, query), ({ rows, next }) => [
            [rows.map(({ row }) => row)],
            next === undefined
              ? Option.none<StaffQuery>()
              : Option.some<StaffQuery>({ ...query, after: next }),
          ]),
      ),
    ),
  ).pipe(Stream.buffer({ capacity: 1 }))

/** Gives all persons of a selection; refuses more than are printed. */
export const printedLines = (
  selected: Selected,
): Effect.Effect<
  ReadonlyArray<StaffLine>,
  Refused | ListTooLong,
  StaffDirectory | ExamMissionsSetup
> =>
  Effect.gen(function* () {
    const query = yield* queryOf(selected, printablePeople)
    const { count, rows } = yield* pageOn(selected, query)
    if (count > printablePeople) {
      const limit = printablePeople
      return yield* Effect.fail<ListTooLong>({ _tag: "list.too-long-to-print", count, limit })
    }
    return rows.map(({ row }) => row)
  })

const queryOf = ({ school, asked }: Selected, limit: number) =>
  Effect.map(staffQuery({ school, list: "staff" }, { ...asked, limit }), (query) =>
    isNamed(query) ? { ...query, columns: namedColumns } : query,
  )

// The files of a selection show names and disciplines; a keyword bears on all columns of the list.
const namedColumns: StaffColumns = ["family-name", "given-name", "discipline"]

const isNamed = ({ keyword = "", sort }: StaffQuery): boolean =>
  keyword === "" && namedColumns.some((column) => column === sort.column)

const pageOn = ({ tenant }: Selected, query: StaffQuery) =>
  Effect.flatMap(StaffDirectory, (directory) => directory.page(tenant, query))
