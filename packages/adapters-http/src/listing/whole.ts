/**
 * A whole list, read page by page (lecture complète d'une liste): what its files hold. Lines that
 * come, go or move while it is read are there or not, never twice in their place.
 */
import type { ListTooLong, Page } from "@convoque/core/kernel/listing"
import { tooLongToPrint } from "@convoque/core/kernel/listing"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ListRequest } from "../query.ts"

/** Reads one page of a list. */
export type ReadPage<Row, Failure, Needs> = (
  request: ListRequest,
) => Effect.Effect<Page<Row>, Failure, Needs>

// A page of a long list may cost the reading of all its lines: few pages, whose lines fit in memory.
const atOnce = 5000

/** Gives all rows of a list under a request, in its order, without ever counting them. */
export const wholeList = <Row, Failure, Needs>(
  read: ReadPage<Row, Failure, Needs>,
  request: ListRequest,
): Stream.Stream<Row, Failure, Needs> => {
  const first: ListRequest = { ...request, limit: atOnce, uncounted: true }
  return Stream.paginate(first, (asked: ListRequest) =>
    Effect.map(read(asked), ({ rows, next }) => [
      rows.map(({ row }) => row),
      next === undefined ? Option.none() : Option.some({ ...first, after: next }),
    ]),
  )
}

/**
 * Gives all rows of a list that is to be printed; refuses one of more lines than are printed, by
 * `list.too-long-to-print`, once its first page tells their number.
 */
export const printedList = <Row, Failure, Needs>(
  read: ReadPage<Row, Failure, Needs>,
  request: ListRequest,
): Effect.Effect<ReadonlyArray<Row>, Failure | ListTooLong, Needs> =>
  Effect.gen(function* () {
    const { count, next, rows } = yield* read({ ...request, limit: firstPrinted })
    const refusal = tooLongToPrint(count)
    if (refusal !== undefined) return yield* Effect.fail(refusal)
    const first = rows.map(({ row }) => row)
    if (next === undefined) return first
    const others = yield* Stream.runCollect(wholeList(read, { ...request, after: next }))
    return [...first, ...others]
  })

// Many papers are short, and a list that is too long is refused by its first page.
const firstPrinted = 1000
