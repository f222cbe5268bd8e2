import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { assignments, missions } from "../../../src/exam-missions/mission/registers.ts"
import { readRow, shownRow } from "../../../src/kernel/register.ts"

const line = {
  NUMERO_MISSION: "1204567",
  ID_AGENT: "epp-31762",
  SITUATION: "CONVOQUEE",
  DATE_CONVOCATION: "01/03/2016",
  QUALITE: "Correcteur suppléant (SANTORIN)",
  DATES: "15/03/2016 09:00-12:00",
}

const datesOf = (text: string) =>
  Result.map(readRow(assignments, { ...line, DATES: text }), ({ dates }) => dates)

describe("the file of assignments", () => {
  test("PER-16 reads and writes the three forms of dates in one cell", () => {
    const text = "15/03/2016 09:00-12:00 | 19/01/2016 09:00 1 j | 08/03/2016 09:00 3 h"
    const read = readRow(assignments, { ...line, DATES: text })
    expect(Result.map(read, ({ dates }) => dates)).toEqual(
      Result.succeed([
        { _tag: "span", date: "2016-03-15", start: "09:00", end: "12:00" },
        { _tag: "days", date: "2016-01-19", start: "09:00", days: 1 },
        { _tag: "hours", date: "2016-03-08", start: "09:00", hours: 3 },
      ]),
    )
    expect(
      shownRow(assignments, Result.getOrThrow(read)).find(({ column }) => column === "DATES")?.text,
    ).toBe(text)
  })

  test("PER-16 forgives spaces, and days in the ISO form", () => {
    expect(datesOf("2016-03-15 09:00 - 12:00|19/01/2016 09:00 12j")).toEqual(
      Result.succeed([
        { _tag: "span", date: "2016-03-15", start: "09:00", end: "12:00" },
        { _tag: "days", date: "2016-01-19", start: "09:00", days: 12 },
      ]),
    )
  })

  test.each([
    "31/06/2016 09:00-12:00",
    "15/03/2016 12:00-09:00",
    "15/03/2016 09:00-09:00",
    "15/03/2016 24:00-25:00",
    "15/03/2016",
    "15/03/2016 09:00 0 j",
    "15/03/2016 09:00 3 m",
    "15/03/2016 09:00-12:00 |",
    "15-03-2016 09:00-12:00",
  ])("PER-16 refuses the dates %s", (text) => {
    expect(datesOf(text)).toEqual(
      Result.fail([expect.objectContaining({ column: "DATES", code: "format", value: text })]),
    )
  })

  test("PER-22 tells assigned from convened, and says which words there are", () => {
    expect(
      Result.map(readRow(assignments, line), ({ situation, convenedOn }) => [
        situation,
        convenedOn,
      ]),
    ).toEqual(Result.succeed(["convened", "2016-03-01"]))
    expect(readRow(assignments, { ...line, SITUATION: "Convoquée" })).toEqual(
      Result.fail([
        {
          column: "SITUATION",
          code: "format",
          expected: "AFFECTEE, CONVOQUEE ou CONVOQUEE_PAR_CENTRE",
          value: "Convoquée",
        },
      ]),
    )
  })

  test("PER-18 keeps together the assignments of a person, by date", () => {
    const [first, second] = [
      line,
      { ...line, NUMERO_MISSION: "99", DATES: "14/03/2016 09:00 1 j" },
    ].map((values) => Result.getOrThrow(readRow(assignments, values)))
    expect([first, second].map((row) => row && assignments.owner(row))).toEqual([
      "epp-31762",
      "epp-31762",
    ])
    expect(first && assignments.key(first)).toBe("1204567/epp-31762")
    expect(second && first && assignments.sort(second) < assignments.sort(first)).toBe(true)
  })
})

describe("the file of missions", () => {
  const mission = {
    NUMERO_MISSION: "987",
    CODE_EXAMEN: "470",
    SIGLE_EXAMEN: "BCG",
    SESSION: "2016-06",
    LIBELLE_EXAMEN: "BAC GENERAL",
    TYPE_MISSION: "Correction des copies",
    UAI_CENTRE: "0310001H",
    DATE_DEBUT: "17/06/2016",
  }

  test("PER-21 leaves speciality and exam option empty where the type has none", () => {
    expect(readRow(missions, mission)).toEqual(
      Result.succeed({
        number: "987",
        examCode: "470",
        examAcronym: "BCG",
        session: "2016-06",
        examLabel: "BAC GENERAL",
        speciality: null,
        examOption: null,
        type: "Correction des copies",
        centre: "0310001H",
        startDate: "2016-06-17",
      }),
    )
  })

  test("PER-14 sorts numbers as numbers, and tells every cell that cannot be read", () => {
    const [small, large] = ["987", "1204"].map((number) =>
      missions.sort(Result.getOrThrow(readRow(missions, { ...mission, NUMERO_MISSION: number }))),
    )
    expect((small ?? "") < (large ?? "")).toBe(true)
    const faults = readRow(missions, {
      ...mission,
      NUMERO_MISSION: "007",
      SESSION: "juin 2016",
      UAI_CENTRE: "",
    })
    expect(
      Result.isFailure(faults) && faults.failure.map(({ column, code }) => [column, code]),
    ).toEqual([
      ["NUMERO_MISSION", "format"],
      ["SESSION", "format"],
      ["UAI_CENTRE", "missing"],
    ])
  })
})
