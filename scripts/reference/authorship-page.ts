/** The reference page of the authorship of competences: the rules asked, row by row, for their answers. */
import {
  authorship,
  type AuthorshipAction,
  authorsColumn,
  type CompetenceAuthor,
  type CompetenceMark,
  isListed,
  markOf,
  type Marks,
  marksAfter,
} from "@convoque/core/exam-missions"
import type { Instant } from "@convoque/core/kernel/calendar"
import type { ManagerCode, Uai } from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import { code, page, table } from "./markdown.ts"

const since = "2026-09-01T08:00:00.000Z" as Instant
const system: CompetenceAuthor = { _tag: "system" }
const agent: CompetenceAuthor = { _tag: "agent" }
const schoolOf = (uai: string): CompetenceAuthor => ({ _tag: "school", school: uai as Uai })
const managerOf = (name: string): CompetenceAuthor => ({
  _tag: "manager",
  managerCode: name as ManagerCode,
})

// As the catalogue abbreviates them: the column of a state shows « UAI » and « MGR ».
const school = schoolOf("UAI")
const manager = managerOf("MGR")
const authors = [system, school, agent, manager] as const

const mark = (author: CompetenceAuthor, letter: CompetenceMark) => ({ author, mark: letter, since })

const acts: ReadonlyArray<readonly [head: string, CompetenceAuthor, AuthorshipAction]> = [
  ["E +", school, "confirm"],
  ["E x", school, "invalidate"],
  ["A +", agent, "confirm"],
  ["A x", agent, "invalidate"],
  ["M +", manager, "confirm"],
  ["M x", manager, "invalidate"],
  ["S in", system, "in"],
  ["S out", system, "out"],
]

/** Gives the page in Markdown. */
export const authorshipPage = (): string =>
  page([
    "# The authorship of competences",
    "What an author's act makes of a competence. Both tables are asked of " +
      "`competence/rules/authorship.ts`, the function that decides; the tests compare the second " +
      "with the catalogue's table 4.2, cell by cell.",
    "The authors are the system (SYS), any number of schools, the agent (shown as NUMEN, never by " +
      "his number) and any number of managers. Each bears C (competent), I (declared incompetent) or " +
      "nothing. A competence is listed as long as one author bears C; the last C to go takes all the " +
      "marks with it.",
    "## By the author's own mark",
    "`own` is the mark of whoever acts; `others` says whether another author bears C. A manager " +
      "withdraws his mark and never bears I; the system acts by generation alone. A mark I beside no " +
      "other C cannot exist, because the competence would not be listed.",
    shortTable(),
    "## By state",
    "A state is the marks of SYS, the acting school (E), the agent (A) and the manager (M), in that " +
      "order; `+` confirms or adds, `x` invalidates or deletes, `S in` and `S out` are what the " +
      "generation finds. `=` changes nothing and no button offers it. With several schools each is " +
      "an author of its own: another school that bears C counts among the others.",
    longTable(),
  ])

const refusals = {
  "competence.already-listed": code("competence.already-listed"),
  "competence.not-found": code("competence.not-found"),
  "competence.no-change": "=",
  "competence.not-author": code("competence.not-author"),
} as const

const changes = {
  C: "own -> C",
  I: "own -> I",
  withdrawn: "own withdrawn",
  removed: "competence removed",
} as const

const answer = (marks: Marks, author: CompetenceAuthor, action: AuthorshipAction): string =>
  Result.match(authorship(marks, author, action), {
    onFailure: (tag) => refusals[tag],
    onSuccess: (change) => changes[change],
  })

const shortTable = (): string =>
  table(
    ["own", "others", "add", "confirm (+)", "x, school or agent", "x, manager", "S in", "S out"],
    (
      [
        ["none", true],
        ["none", false],
        ["C", true],
        ["C", false],
        ["I", true],
      ] as const
    ).map(([own, others]) => {
      // Another school holds the competence where somebody else does.
      const beside = others ? [mark(schoolOf("another"), "C")] : []
      const asked = (author: CompetenceAuthor, action: AuthorshipAction) =>
        answer(own === "none" ? beside : [mark(author, own), ...beside], author, action)
      const ofManager = own === "I" ? "-" : asked(manager, "invalidate")
      return [
        own,
        others ? "yes" : "no",
        asked(school, "add"),
        asked(school, "confirm"),
        asked(school, "invalidate"),
        ofManager,
        ...(own === "I" ? ["-", "-"] : [asked(system, "in"), asked(system, "out")]),
      ]
    }),
  )

const inColumnOrder = (marks: Marks): Marks =>
  [school, agent, manager, system].flatMap((author) => {
    const letter = markOf(marks, author)
    return letter === undefined ? [] : [mark(author, letter)]
  })

const letters = ["C", "I", "-"] as const
// The system and the manager never bear I.
const own = ["C", "-"] as const

const states = (): ReadonlyArray<Marks> =>
  own.flatMap((s) =>
    letters.flatMap((e) =>
      letters.flatMap((a) =>
        own.flatMap((m) => {
          const marks = [s, e, a, m].flatMap((letter, index) => {
            const author = authors[index]
            return letter === "-" || author === undefined ? [] : [mark(author, letter)]
          })
          return isListed(marks) ? [inColumnOrder(marks)] : []
        }),
      ),
    ),
  )

const codeOf = (marks: Marks): string =>
  authors.map((author) => markOf(marks, author) ?? "-").join("")

const after = (marks: Marks, author: CompetenceAuthor, action: AuthorshipAction): string =>
  Result.match(authorship(marks, author, action), {
    onFailure: (tag) => refusals[tag],
    onSuccess: (change) => {
      const next = marksAfter(marks, { author, since }, change)
      return isListed(next) ? code(codeOf(next)) : "removed"
    },
  })

const longTable = (): string =>
  table(
    ["#", "State SEAM", "Authors column shows", ...acts.map(([head]) => head)],
    [[] as Marks, ...states()].map((marks, index) => [
      String(index),
      marks.length === 0 ? "(not listed)" : code(codeOf(marks)),
      marks.length === 0 ? "-" : authorsColumn(marks),
      ...acts.map(([, author, action]) =>
        after(marks, author, marks.length === 0 && action === "confirm" ? "add" : action),
      ),
    ]),
  )
