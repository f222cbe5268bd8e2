/**
 * The rules of authorship, as the catalogue's table 4.1 gives them: what an author may do depends on
 * his own mark and on whether another author bears C, on nothing else.
 *
 * Any number of schools and of managers are authors, each by itself. A competence is listed as long
 * as one author bears C; the last C to go takes all the marks with it.
 *
 * Two acts of two different authors lead to the same marks in either order, with one exception: the
 * only holder of C lets go while the other adds, confirms or generates. Then the order decides
 * whether there is still something to confirm, and whether an I remains (a manager alone, who leaves
 * none, and the system's generation still commute). As long as one holder of C does not let go, any
 * number of authors act in any order. The tests enumerate both.
 *
 * @requirement CMP-10 to CMP-21
 */
import * as Result from "effect/Result"
import type { CompetenceAuthor, CompetenceMark } from "../model.ts"
import type { CompetenceRefusal } from "../refusals.ts"
import { isListed, markOf, type Marks, othersHoldC, withMark, withoutMark } from "./marks.ts"

/**
 * What somebody does about a competence: `add`, `confirm` (+) and `invalidate` (x) are people's;
 * `in` and `out` are the system's, when the correspondence table yields the competence and when it
 * no longer does.
 */
export type AuthorshipAction = "add" | "confirm" | "invalidate" | "in" | "out"

/**
 * What an action makes of the author's own mark: it becomes C or I, it is withdrawn, or the
 * competence is removed with all its marks.
 */
export type AuthorshipChange = "C" | "I" | "withdrawn" | "removed"

/** Why an action is refused. */
export type AuthorshipRefusal = Extract<
  CompetenceRefusal["_tag"],
  | "competence.already-listed"
  | "competence.not-found"
  | "competence.no-change"
  | "competence.not-author"
>

type Outcome = AuthorshipChange | AuthorshipRefusal
type Kind = CompetenceAuthor["_tag"]

/**
 * A row of the table: the marks it is about, and what each action does. `invalidate` says it for a
 * school or an agent, then for a manager, who withdraws and never bears I (CMP-10).
 */
interface Row {
  readonly own: CompetenceMark | "none"
  readonly othersHoldC: boolean
  readonly add: Outcome
  readonly confirm: Outcome
  readonly invalidate: readonly [declarer: Outcome, manager: Outcome]
  readonly in: Outcome
  readonly out: Outcome
}

const listed = "competence.already-listed"
const notFound = "competence.not-found"
const noChange = "competence.no-change"
const notAuthor = "competence.not-author"

/** Table 4.1, row for row; the row « I, no other C » cannot exist. */
// oxfmt-ignore
const table: ReadonlyArray<Row> = [
  { own: "none", othersHoldC: true,  add: listed, confirm: "C",      invalidate: ["I", notAuthor],         in: "C",      out: noChange },
  { own: "none", othersHoldC: false, add: "C",    confirm: notFound, invalidate: [notFound, notFound],     in: "C",      out: noChange },
  { own: "C",    othersHoldC: true,  add: listed, confirm: noChange, invalidate: ["I", "withdrawn"],       in: noChange, out: "withdrawn" },
  { own: "C",    othersHoldC: false, add: listed, confirm: noChange, invalidate: ["removed", "removed"],   in: noChange, out: "removed" },
  { own: "I",    othersHoldC: true,  add: listed, confirm: "C",      invalidate: [noChange, noChange],     in: "C",      out: noChange },
]

const actionsOf = (kind: Kind): ReadonlyArray<AuthorshipAction> =>
  kind === "system" ? ["in", "out"] : ["add", "confirm", "invalidate"]

const outcomeOf = (row: Row, kind: Kind, action: AuthorshipAction): Outcome => {
  if (!actionsOf(kind).includes(action)) return notAuthor
  if (action !== "invalidate") return row[action]
  const [declarer, manager] = row.invalidate
  return kind === "manager" ? manager : declarer
}

const isRefusal = (outcome: Outcome): outcome is AuthorshipRefusal =>
  outcome.startsWith("competence.")

/**
 * Gives what an action of an author makes of his mark, or why it is refused.
 *
 * - `competence.already-listed`: adding what is listed;
 * - `competence.not-found`: confirming or invalidating what is not;
 * - `competence.no-change`: the position is taken already; no button offers it;
 * - `competence.not-author`: a manager without mark invalidates, or somebody takes the system's part.
 *
 * Marks without any C are those of nothing listed.
 * @example authorship([], { _tag: "agent" }, "add") // => Result.succeed("C")
 */
export const authorship = (
  marks: Marks,
  author: CompetenceAuthor,
  action: AuthorshipAction,
): Result.Result<AuthorshipChange, AuthorshipRefusal> => {
  const kept = isListed(marks) ? marks : []
  const own = markOf(kept, author) ?? "none"
  const others = othersHoldC(kept, author)
  const row = table.find((one) => one.own === own && one.othersHoldC === others)
  // An own I beside no other C is not listed, so there is always a row.
  const outcome = row === undefined ? notFound : outcomeOf(row, author._tag, action)
  return isRefusal(outcome) ? Result.fail(outcome) : Result.succeed(outcome)
}

/** Gives the marks after a change of an author, in the order of the column; none once removed. */
export const marksAfter = (
  marks: Marks,
  { author, since }: Pick<Marks[number], "author" | "since">,
  change: AuthorshipChange,
): Marks => {
  switch (change) {
    case "removed":
      return []
    case "withdrawn":
      return withoutMark(marks, author)
    case "C":
    case "I":
      return withMark(isListed(marks) ? marks : [], { author, mark: change, since })
    default:
      return change satisfies never
  }
}
