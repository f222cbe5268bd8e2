/** The acts of the appeal of the tests: lodged by the agent, answered by the authority. */
import {
  answerAppeal,
  lodgeHierarchicalAppeal,
} from "../../../../src/interviews/application/interview/appeals.ts"
import type { Report } from "../../../../src/interviews/interview/model.ts"
import { byAgent, byAuthority, day, section, text } from "../../given.ts"
import { interview } from "./course.ts"

export const lodges = (date: string) =>
  lodgeHierarchicalAppeal({
    by: byAgent,
    interview,
    date: day(date),
    grounds: text("Les résultats sont mal appréciés."),
  })
export const revised: Report = {
  parts: [{ _tag: "text", section: section("results"), text: text("Objectifs dépassés.") }],
  attachments: [],
}
export const answers = (date: string, rest: Partial<Parameters<typeof answerAppeal>[0]> = {}) =>
  answerAppeal({
    by: byAuthority,
    interview,
    date: day(date),
    outcome: "granted",
    reasons: text("Les résultats dépassent les objectifs."),
    revised,
    ...rest,
  })
export const rejects = { outcome: "rejected", revised: undefined } as const
