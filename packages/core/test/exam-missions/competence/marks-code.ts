/** State codes of the catalogue's table, such as `CI-C`, as sheets and back. */
import { fold } from "@convoque/core/kernel/machine"
import { competenceMachine } from "../../../src/exam-missions/competence/decider.ts"
import type { CompetenceAuthor } from "../../../src/exam-missions/competence/model.ts"
import { markOf } from "../../../src/exam-missions/competence/rules/marks.ts"
import { competencesOf } from "../../../src/exam-missions/competence/rules/standing.ts"
import type { CompetenceSheet } from "../../../src/exam-missions/competence/state.ts"
import { manager, marked, option, school, system, theAgent } from "./given.ts"

/** The authors of a code, in its order: SYS, the school, the agent, the manager. */
export const authors: ReadonlyArray<CompetenceAuthor> = [system, school(), theAgent, manager()]

/** Gives the sheet whose only competence bears the marks of a code, and those of more authors. */
export const sheetOf = (
  code: string,
  more: ReadonlyArray<CompetenceAuthor> = [],
): CompetenceSheet =>
  fold(competenceMachine, [
    ...authors.flatMap((author, index) => {
      const mark = code[index]
      return mark === "C" || mark === "I" ? [marked(author, mark)] : []
    }),
    ...more.map((author) => marked(author, "C")),
  ])

/** Gives the code of the competence of a sheet; empty when it is not listed. */
export const codeOf = (sheet: CompetenceSheet): string => {
  const competence = competencesOf(sheet).find((one) => one.option === option)
  if (competence === undefined) return ""
  return authors.map((author) => markOf(competence.marks, author) ?? "-").join("")
}
