/** What the correspondence table yields: subject, training module, grounds in order without doubles. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ExamOptionId } from "../../../src/exam-missions/competence/model.ts"
import type { Correspondence } from "../../../src/exam-missions/competence/regulation.ts"
import {
  bySubject,
  hasSameGrounds,
  yieldedBy,
} from "../../../src/exam-missions/competence/rules/yielded.ts"
import type { Teaching } from "../../../src/exam-missions/staff-directory/model.ts"
import { teaching } from "../application/competence/world.ts"
import { agent, college, ground, otherGround } from "./given.ts"

const option = (code: string) => ExamOptionId.make(`BCG.GEN.${code}`)
const line = (
  name: string,
  subjectCode: string,
  trainingModulePrefix: string | null = null,
  code = "A",
): Correspondence => ({ line: name, option: option(code), subjectCode, trainingModulePrefix })

const yielded = (rows: ReadonlyArray<Teaching>, ...lines: ReadonlyArray<Correspondence>) =>
  yieldedBy(rows, bySubject(lines))

describe("CMP-06 the correspondence table", () => {
  test("CMP-06 a line matches the teachings of its subject, with the teaching as ground", () => {
    expect(yielded([teaching(agent)], line("L-1", "MATHS"), line("L-2", "LATIN"))).toStrictEqual([
      {
        option: option("A"),
        grounds: [
          {
            correspondence: "L-1",
            school: college,
            subject: "MATHEMATIQUES",
            modality: null,
            trainingModule: "3EME",
            structure: "3A",
          },
        ],
      },
    ])
  })

  test.each([
    ["103", "10310019110", true],
    ["10310019110", "10310019110", true],
    ["200", "10310019110", false],
    ["103", null, false],
    [null, null, true],
  ])("CMP-06 prefix %s on training module %s: %s", (prefix, trainingModuleCode, isMatched) => {
    const found = yielded([teaching(agent, { trainingModuleCode })], line("L-1", "MATHS", prefix))
    expect(found.length > 0).toBe(isMatched)
  })

  test("CMP-06 options come by code, the grounds of each in order, without doubles", () => {
    const found = yielded(
      [
        teaching(agent, { structure: "3B" }),
        teaching(agent),
        teaching(agent, { trainingModuleType: "another wording" }),
      ],
      line("L-2", "MATHS", null, "B"),
      line("L-1", "MATHS", null, "A"),
      line("L-3", "MATHS", "103", "A"),
    )
    expect(found.map((one) => one.option)).toStrictEqual([option("A"), option("B")])
    expect(
      found[0]?.grounds.map(({ structure, correspondence }) => `${structure} ${correspondence}`),
    ).toStrictEqual(["3A L-1", "3A L-3", "3B L-1", "3B L-3"])
  })

  test("CMP-06 the order and the doubles of rows change nothing; more rows take nothing away", () => {
    const rows = fc.array(
      fc
        .record({
          subjectCode: fc.constantFrom("MATHS", "LATIN", "GREC"),
          trainingModuleCode: fc.constantFrom("1031", "2001", null),
          structure: fc.constantFrom("3A", "3B", null),
        })
        .map((rest) => teaching(agent, rest)),
      { maxLength: 8 },
    )
    const lines = [
      line("L-1", "MATHS", null, "A"),
      line("L-2", "MATHS", "103", "B"),
      line("L-3", "LATIN", "2", "A"),
    ]
    fc.assert(
      fc.property(rows, rows, (some, more) => {
        const alone = yielded(some, ...lines)
        expect(yielded([...some.toReversed(), ...some], ...lines)).toStrictEqual(alone)
        // The slow way: every pair of a line and a teaching.
        const pairs = lines.filter((one) =>
          some.some(
            (row) =>
              row.subjectCode === one.subjectCode &&
              (row.trainingModuleCode ?? "").startsWith(one.trainingModulePrefix ?? ""),
          ),
        )
        expect(alone.map((one) => one.option)).toStrictEqual(
          [...new Set(pairs.map((one) => one.option))].toSorted(),
        )
        const together = yielded([...some, ...more], ...lines).map((one) => one.option)
        expect(together).toStrictEqual(expect.arrayContaining(alone.map((one) => one.option)))
      }),
    )
  })

  test("CMP-06 grounds are the same when they say the same in the same order", () => {
    expect(hasSameGrounds([ground, otherGround], [{ ...ground }, { ...otherGround }])).toBe(true)
    expect(hasSameGrounds([ground], [ground, otherGround])).toBe(false)
    expect(hasSameGrounds([ground, otherGround], [ground])).toBe(false)
    expect(hasSameGrounds([ground], [otherGround])).toBe(false)
  })
})
