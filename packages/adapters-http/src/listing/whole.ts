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

/** How many lines are read at once. */
const atOnce = 1000

/** Gives all rows of a list under a request, in its order. */
export const wholeList = <Row, Failure, Needs>(
  read: ReadPage<Row, Failure, Needs>,
  { after: _after, ...request }: ListRequest,
): Stream.Stream<Row, Failure, Needs> =>
  Stream.paginate({ ...request, limit: atOnce }, (asked: ListRequest) =>
    Effect.map(read(asked), ({ rows, next }) => [
      rows.map(({ row }) => row),
      next === undefined
        ? Option.none<ListRequest>()
        : Option.some({ ...request, after: next, limit: atOnce }),
    ]),
  )

/**
 * Gives all rows of a list that is to be printed; refuses one of more lines than are printed, by
 * `list.too-long-to-print`, once its first page tells their number.
 */
export const printedList = <Row, Failure, Needs>(
  read: ReadPage<Row, Failure, Needs>,
  request: ListRequest,
): Effect.Effect<ReadonlyArray<Row>, Failure | ListTooLong, Needs> =>
  Stream.runCollect(
    wholeList<Row, Failure | ListTooLong, Needs>(
      (asked) =>
        Effect.flatMap(read(asked), (page) => {
          const refusal = tooLongToPrint(page.count)
          return refusal === undefined ? Effect.succeed(page) : Effect.fail(refusal)
        }),
      request,
    ),
  )
