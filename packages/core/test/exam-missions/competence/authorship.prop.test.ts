/**
 * The rules of authorship for any number of schools and managers: the short table agrees with a slow
 * reading of the catalogue's sentences, and acts of different authors commute but in one case.
 */
import { ManagerCode, Uai } from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type AuthorshipAction,
  authorship,
  marksAfter,
} from "../../../src/exam-missions/competence/rules/authorship.ts"
import {
  authorKey,
  isListed,
  markOf,
  type Marks,
  withMark,
  withoutMark,
} from "../../../src/exam-missions/competence/rules/marks.ts"
import { actionsOffered, standing } from "../../../src/exam-missions/competence/rules/standing.ts"
import type {
  CompetenceAuthor,
  CompetenceMark,
} from "../../../src/exam-missions/competence/model.ts"
import { at, bears, manager, school, system, theAgent } from "./given.ts"

const schools = ["0120006S", "0120022J", "0350001A", "0350002B"].map((uai) => school(Uai.make(uai)))
const managers = ["DEC2A", "DEC3B", "DEC1"].map((code) => manager(ManagerCode.make(code)))
const everybody: ReadonlyArray<CompetenceAuthor> = [...schools, theAgent, ...managers, system]

const actionsOf = ({ _tag }: CompetenceAuthor): ReadonlyArray<AuthorshipAction> =>
  _tag === "system" ? ["in", "out"] : ["add", "confirm", "invalidate"]

interface Act {
  readonly author: CompetenceAuthor
  readonly action: AuthorshipAction
}

const actOf = (author: CompetenceAuthor): fc.Arbitrary<Act> =>
  fc.constantFrom(...actionsOf(author)).map((action) => ({ author, action }))

const act: fc.Arbitrary<Act> = fc.constantFrom(...everybody).chain(actOf)

// Neither the system nor a manager ever bears I.
const isPossible = (author: CompetenceAuthor, mark: CompetenceMark): boolean =>
  mark === "C" || author._tag === "school" || author._tag === "agent"

/** Marks of some authors, listed or none. */
const marksAmong = (authors: ReadonlyArray<CompetenceAuthor>): fc.Arbitrary<Marks> =>
  fc
    .tuple(...authors.map(() => fc.constantFrom<CompetenceMark | "none">("C", "I", "none")))
    .map((chosen) => {
      const marks = authors.reduce<Marks>((kept, author, index) => {
        const mark = chosen[index] ?? "none"
        return mark === "none" || !isPossible(author, mark)
          ? kept
          : withMark(kept, bears(author, mark))
      }, [])
      return isListed(marks) ? marks : []
    })

/** Gives the marks after an act; those before when it is refused. */
const after = (marks: Marks, { author, action }: Act): Marks => {
  const change = authorship(marks, author, action)
  return Result.isSuccess(change) ? marksAfter(marks, { author, since: at }, change.success) : marks
}

const told = (marks: Marks): ReadonlyArray<string> =>
  marks.map(({ author, mark }) => `${authorKey(author)} ${mark}`)

/**
 * The slow way, from the sentences: a position replaces the former one (CMP-11); who only withdraws
 * is left out (CMP-10); then whatever nobody holds any more disappears with its marks (CMP-19, 20).
 */
const slowly = (marks: Marks, { author, action }: Act): Marks | string => {
  const own = markOf(marks, author)
  const isThere = marks.length > 0
  const set = (mark: CompetenceMark): Marks => withMark(marks, bears(author, mark))
  const pruned = (some: Marks): Marks => (isListed(some) ? some : [])
  if (action === "add") return isThere ? "competence.already-listed" : set("C")
  if (action === "in") return own === "C" ? "competence.no-change" : set("C")
  if (action === "out") {
    return own === undefined ? "competence.no-change" : pruned(withoutMark(marks, author))
  }
  if (!isThere) return "competence.not-found"
  if (action === "confirm") return own === "C" ? "competence.no-change" : set("C")
  if (author._tag === "manager") {
    return own === undefined ? "competence.not-author" : pruned(withoutMark(marks, author))
  }
  return own === "I" ? "competence.no-change" : pruned(set("I"))
}

describe("CMP-20 any number of schools and managers", () => {
  test("CMP-20 the short table agrees with the sentences of the catalogue", () => {
    fc.assert(
      fc.property(marksAmong(everybody), act, (marks, one) => {
        const expected = slowly(marks, one)
        const decided = authorship(marks, one.author, one.action)
        if (typeof expected === "string") {
          expect(decided).toStrictEqual(Result.fail(expected))
        } else {
          expect(Result.isSuccess(decided)).toBe(true)
          expect(told(after(marks, one))).toStrictEqual(told(expected))
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("CMP-11 an act changes no mark but its author's, unless the competence is removed", () => {
    fc.assert(
      fc.property(marksAmong(everybody), act, (marks, one) => {
        const now = after(marks, one)
        expect(now.length === 0 || isListed(now)).toBe(true)
        if (now.length > 0) {
          expect(told(withoutMark(now, one.author))).toStrictEqual(
            told(withoutMark(marks, one.author)),
          )
        }
      }),
    )
  })

  test("CMP-10 nobody but the system takes the part of the system, and it takes no other", () => {
    fc.assert(
      fc.property(marksAmong(everybody), fc.constantFrom(...everybody), (marks, author) => {
        const others = actionsOf(author._tag === "system" ? theAgent : system)
        for (const action of others) {
          expect(authorship(marks, author, action)).toStrictEqual(
            Result.fail("competence.not-author"),
          )
        }
      }),
    )
  })

  test("CMP-16 the buttons offered are those whose act changes the marks", () => {
    fc.assert(
      fc.property(marksAmong(everybody), fc.constantFrom(...everybody), (marks, author) => {
        const changing = (["confirm", "invalidate"] as const).filter(
          (action) =>
            author._tag !== "system" &&
            told(after(marks, { author, action })).join() !== told(marks).join(),
        )
        expect(actionsOffered(marks, author)).toStrictEqual(changing)
      }),
    )
  })

  test("CMP-21 a competence is contested exactly when somebody bears I", () => {
    fc.assert(
      fc.property(marksAmong(everybody), (marks) => {
        const isContested = told(marks).some((one) => one.endsWith("I"))
        expect(standing(marks)).toBe(isContested ? "contested" : "acknowledged")
      }),
    )
  })
})

const letsGo = ({ action }: Act): boolean => action === "invalidate" || action === "out"

/**
 * The exception: the only holder of C lets go while the other adds, confirms or generates. A manager
 * alone on a competence leaves no trace, so the system's generation gives SYS (C) in either order.
 */
const isException = (marks: Marks, one: Act, other: Act): boolean =>
  [[one, other] as const, [other, one] as const].some(
    ([leaving, coming]) =>
      letsGo(leaving) &&
      !letsGo(coming) &&
      markOf(marks, leaving.author) === "C" &&
      !isListed(withoutMark(marks, leaving.author)) &&
      !(coming.action === "in" && leaving.author._tag === "manager" && marks.length === 1),
  )

describe("CMP-20 the order of the acts of different authors", () => {
  const some = [schools[0], schools[1], theAgent, managers[0], managers[1], system].filter(
    (author) => author !== undefined,
  )
  const possible = (author: CompetenceAuthor): ReadonlyArray<CompetenceMark | "none"> =>
    isPossible(author, "I") ? ["C", "I", "none"] : ["C", "none"]
  const allMarks = some
    .reduce<ReadonlyArray<Marks>>(
      (all, author) =>
        all.flatMap((marks) =>
          possible(author).map((mark) =>
            mark === "none" ? marks : withMark(marks, bears(author, mark)),
          ),
        ),
      [[]],
    )
    .filter(isListed)
  const acts = some.flatMap((author) => actionsOf(author).map((action) => ({ author, action })))
  const pairs = acts.flatMap((one) =>
    acts
      .filter(({ author }) => authorKey(author) > authorKey(one.author))
      .map((other) => [one, other] as const),
  )

  test("CMP-20 two acts commute on every listed competence, but in that one case", () => {
    const seen = { commuting: 0, exceptions: 0 }
    for (const marks of allMarks) {
      for (const [one, other] of pairs) {
        const isSame =
          told(after(after(marks, one), other)).join() ===
          told(after(after(marks, other), one)).join()
        expect(isSame).toBe(!isException(marks, one, other))
        seen[isSame ? "commuting" : "exceptions"] += 1
      }
    }
    // Every reachable set of marks of two schools, the agent, two managers and the system.
    expect(allMarks).toHaveLength(3 ** 3 * 2 ** 3 - 2 ** 3)
    expect(seen).toStrictEqual({ commuting: 24_630, exceptions: 330 })
  })

  test("CMP-20 the last to let go decides: removed first, there is nothing left to confirm", () => {
    const onlyTheSchool = [bears(school(), "C")]
    const leaves: Act = { author: school(), action: "invalidate" }
    const confirms: Act = { author: theAgent, action: "confirm" }
    expect(told(after(after(onlyTheSchool, leaves), confirms))).toStrictEqual([])
    expect(told(after(after(onlyTheSchool, confirms), leaves))).toStrictEqual([
      "1:0120006S I",
      "2: C",
    ])
  })

  test("CMP-20 as long as one holder of C stays, any number of authors act in any order", () => {
    const staying = fc.constantFrom(...everybody)
    const story = staying.chain((holder) => {
      const others = everybody.filter((author) => author !== holder)
      return fc.record({
        marks: marksAmong(others).map((marks) => withMark(marks, bears(holder, "C"))),
        acts: fc.tuple(...others.map(actOf)),
      })
    })
    const shuffled = story.chain(({ marks, acts: inOrder }) =>
      fc.record({
        marks: fc.constant(marks),
        one: fc.shuffledSubarray(inOrder, { minLength: inOrder.length }),
        other: fc.shuffledSubarray(inOrder, { minLength: inOrder.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ marks, one, other }) => {
        expect(told(one.reduce(after, marks))).toStrictEqual(told(other.reduce(after, marks)))
      }),
    )
  })

  test("CMP-20 a competence disappears once all the actors who hold it want it removed", () => {
    const holders = fc.shuffledSubarray([...everybody], { minLength: 1 })
    fc.assert(
      fc.property(holders, (authors) => {
        const marks = authors.reduce<Marks>((kept, one) => withMark(kept, bears(one, "C")), [])
        const leaving = authors.map((author) => ({
          author,
          action: author._tag === "system" ? ("out" as const) : ("invalidate" as const),
        }))
        expect(leaving.slice(0, -1).reduce(after, marks).length).toBeGreaterThan(0)
        expect(leaving.reduce(after, marks)).toStrictEqual([])
      }),
    )
  })
})
