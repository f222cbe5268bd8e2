/**
 * What is derived from the marks of a competence: its standing, and the buttons that somebody is
 * offered.
 *
 * @requirement CMP-02, CMP-15, CMP-16, CMP-17, CMP-18
 */
import * as Result from "effect/Result"
import {
  type Competence,
  type CompetenceAuthor,
  type CompetenceStanding,
  OfferedAction,
} from "../model.ts"
import type { CompetenceSheet } from "../state.ts"
import { authorship } from "./authorship.ts"
import type { Marks } from "./marks.ts"

/**
 * Gives the buttons offered to an author: those whose action would change something. An author
 * without mark is offered both, unless it is a manager, who has nothing to withdraw.
 * @example actionsOffered([{ author: { _tag: "system" }, mark: "C", since: "2026-09-01T08:00:00.000Z" }], { _tag: "agent" }) // => ["confirm", "invalidate"]
 */
export const actionsOffered = (
  marks: Marks,
  author: CompetenceAuthor,
): ReadonlyArray<OfferedAction> =>
  OfferedAction.literals.filter((action) => Result.isSuccess(authorship(marks, author, action)))

/**
 * Tells whether all authors of a listed competence agree. Decision: a contested competence is still
 * one; whoever chooses people sees its standing.
 * @example standing([{ author: { _tag: "agent" }, mark: "C", since: "2026-09-01T08:00:00.000Z" }]) // => "acknowledged"
 */
export const standing = (marks: Marks): CompetenceStanding =>
  marks.some(({ mark }) => mark === "I") ? "contested" : "acknowledged"

/** Gives the listed competences of an agent, by code of the exam option. */
export const competencesOf = (sheet: CompetenceSheet): ReadonlyArray<Competence> =>
  sheet._tag === "defined" ? sheet.competences : []

/**
 * Tells « Compétences définies »: OUI when at least one competence is listed, contested or not.
 * @example competencesDefined({ _tag: "not-defined", acts: [] }) // => false
 */
export const competencesDefined = (sheet: CompetenceSheet): boolean => sheet._tag === "defined"
