/** The catalogue's complete truth table, read from its text and played on the real machine. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { decide, fold } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CompetenceCommand } from "../../../src/exam-missions/competence/commands.ts"
import { competenceMachine as machine } from "../../../src/exam-missions/competence/decider.ts"
import { authorsColumn } from "../../../src/exam-missions/competence/rules/authors-column.ts"
import type { CompetenceAuthor } from "../../../src/exam-missions/competence/model.ts"
import { competencesOf } from "../../../src/exam-missions/competence/rules/standing.ts"
import type { CompetenceSheet } from "../../../src/exam-missions/competence/state.ts"
import {
  byAgent,
  byCollege,
  byManager,
  college,
  ground,
  lycee,
  managerCode,
  option,
  school,
  takes,
  yields,
} from "./given.ts"
import { codeOf, sheetOf } from "./marks-code.ts"

const file = fileURLToPath(new URL("truth-table.md", import.meta.url))
const [header = [], , ...rows] = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const actions = header.slice(3)
const isListedRow = (row: ReadonlyArray<string>): boolean => row[0] !== "0"
const codeIn = (cell = ""): string => /`(.{4})`/u.exec(cell)?.[1] ?? ""
const actors = { E: byCollege, A: byAgent, M: byManager } as const

const commandOf = (action: string, isListed: boolean): CompetenceCommand => {
  if (action === "S in") return yields([{ option, grounds: [ground] }])
  if (action === "S out") return yields([])
  const by = actors[action[0] as keyof typeof actors]
  if (action.endsWith("x")) return takes(by, "invalidateCompetence")
  return takes(by, isListed ? "confirmCompetence" : "addCompetence")
}

/** What a cell or the machine says, in one vocabulary: a code, a refusal, or nothing. */
const expectedOf = (cell: string, action: string, from: string): string => {
  if (cell === "removed") return "removed"
  if (cell === "none") return "competence.not-found"
  if (cell === "R") return "competence.not-author"
  if (cell === "=") return action.startsWith("S") ? `unchanged ${from}` : "competence.no-change"
  return codeIn(cell)
}

const seenOf = (action: string, isListed: boolean, sheet: CompetenceSheet): string => {
  const decided = decide(machine, commandOf(action, isListed), sheet)
  if (Result.isFailure(decided)) return decided.failure._tag
  const after = codeOf(fold(machine, decided.success, sheet))
  if (decided.success.length === 0) return `unchanged ${codeOf(sheet)}`
  return after === "" ? "removed" : after
}

const cells = rows.flatMap((row) =>
  actions.map((action, index) => ({
    row: row[0] ?? "",
    from: codeIn(row[1]),
    action,
    cell: row[index + 3] ?? "",
    isListed: isListedRow(row),
  })),
)

test("CMP-05 the table read has 33 rows of 8 cells, every reachable state once", () => {
  expect(actions).toStrictEqual(["E +", "E x", "A +", "A x", "M +", "M x", "S in", "S out"])
  expect(rows.map(([number]) => number)).toStrictEqual(Array.from({ length: 33 }, (_, n) => `${n}`))
  expect(new Set(rows.map((row) => codeIn(row[1]))).size).toBe(33)
  expect(cells).toHaveLength(264)
  expect(cells.filter(({ cell }) => cell === "")).toStrictEqual([])
})

describe("CMP-15 the complete truth table", () => {
  test.each(cells)("CMP-15 row $row, $from, $action is $cell", (one) => {
    const { action, cell, from, isListed } = one
    expect(seenOf(action, isListed, sheetOf(from))).toBe(expectedOf(cell, action, from))
  })

  test.each(rows.filter(isListedRow))("CMP-05 row %s, %s shows %s", (_, code, shown = "") => {
    const [competence] = competencesOf(sheetOf(codeIn(code)))
    const column = shown.replace("UAI", college).replace("MGR", managerCode).replaceAll("(", " (")
    expect(authorsColumn(competence?.marks ?? [])).toBe(column)
  })
})

describe("CMP-20 the same table when another school bears C too", () => {
  const anotherSchool: CompetenceAuthor = school(lycee)
  const wouldBe = (code: string, action: string, mark: string): string => {
    const place = "SEAM".indexOf(action[0] ?? "")
    return code.slice(0, place) + mark + code.slice(place + 1)
  }
  const expectedBeside = (cell: string, action: string, from: string): string =>
    cell === "removed"
      ? wouldBe(from, action, /[SM]/u.test(action[0] ?? "") ? "-" : "I")
      : expectedOf(cell, action, from)

  test.each(cells.filter(({ isListed }) => isListed))(
    "CMP-20 row $row, $from, $action is $cell, never removed",
    ({ action, cell, from }) => {
      const sheet = sheetOf(from, [anotherSchool])
      expect(seenOf(action, true, sheet)).toBe(expectedBeside(cell, action, from))
    },
  )
})
