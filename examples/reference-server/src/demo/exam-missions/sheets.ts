/** The competences of one agent, as those who mark them reach them through the API. */
import type { ExamAccount } from "../../exam-missions/accounts.ts"
import type { Seen } from "../browser.ts"
import { schoolPath } from "./portal.ts"
import { type Fields, listIn, lycee, plain, told, type World } from "./world.ts"

/** Exam options of the scenario, by their codes. */
export const options = {
  dnbFrench: "100.TTES.1-001-1",
  dnbMaths: "100.TTES.1-002-1",
  dnbHistory: "100.TTES.1-003-1",
  frenchWritten: "47A.TTES.2-001-1",
  generalMaths: "470.TTES.3-002-1",
} as const

/** The competences of an agent before somebody. */
export interface Sheet {
  readonly by: ExamAccount
  /** The address of the competences of an agent, as this reader has it. */
  readonly path: string
}

/** Gives the competences of an agent as a school has them. */
export const ofSchool = (by: ExamAccount, person: string): Sheet => ({
  by,
  path: `${schoolPath(by.school ?? lycee)}/staff/${person}/competences`,
})

/** Gives the competences of an agent as he himself or a manager has them. */
export const ofAgent = (by: ExamAccount, person: string): Sheet => ({
  by,
  path: `/agents/${person}/competences`,
})

/** Reads them. */
export const read = ({ portal }: World, { by, path }: Sheet): Promise<Seen> =>
  portal.as(by).get(path)

/** Gives the line of an exam option. */
export const lineOf = (answer: Seen, option: string): Fields | undefined =>
  listIn(answer.body["competences"]).find((line) => line["option"] === option)

/** Gives the authors of a competence, `absente` when it is not listed. */
export const authors = (answer: Seen, option: string): string =>
  plain(told(lineOf(answer, option)?.["authors"] ?? "absente"))

/** What can be done to a competence. */
export type Act = "add" | "confirmation" | "invalidation"

/** Adds, confirms or invalidates, having read the version of the sheet. */
export const act = async (world: World, sheet: Sheet, option: string, what: Act): Promise<Seen> => {
  const { version } = await read(world, sheet)
  const visitor = world.portal.as(sheet.by)
  return what === "add"
    ? visitor.send("PUT", `${sheet.path}/${option}`, { version })
    : visitor.send("POST", `${sheet.path}/${option}/${what}`, { version })
}
