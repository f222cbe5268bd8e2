/**
 * The lists that sheets feed: who has competences, who bears marks of the system, and who is
 * competent on an exam option.
 *
 * @requirement CMP-02, CMP-21
 */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import { authorsColumn } from "./rules/authors-column.ts"
import { type Competence, CompetenceStanding, ExamOptionId, OfferedAction } from "./model.ts"
import { markOf } from "./rules/marks.ts"
import { competencesOf, standing } from "./rules/standing.ts"
import type { CompetenceSheet } from "./state.ts"

/**
 * A competence as one reader sees it (CMP-04): the labels of the exam regulation, null when it does
 * not know the option any more; the buttons that he is offered; why the system holds the agent
 * competent, one sentence a ground.
 */
export const CompetenceLine = Schema.Struct({
  option: ExamOptionId,
  exam: Schema.NullOr(Schema.String),
  speciality: Schema.NullOr(Schema.String),
  label: Schema.NullOr(Schema.String),
  authors: Schema.String,
  standing: CompetenceStanding,
  actions: Schema.Array(OfferedAction),
  explanations: Schema.Array(Schema.String),
}).annotate({ identifier: "CompetenceLine" })
export type CompetenceLine = typeof CompetenceLine.Type

/** One act on a competence; `marks` are those it had when it was removed. */
export const CompetenceActLine = Schema.Struct({
  at: Instant,
  act: Schema.Literals([
    "CompetenceMarked",
    "MarkWithdrawn",
    "CompetenceRemoved",
    "GroundsChanged",
  ]),
  author: Schema.NullOr(Schema.String),
  marks: Schema.NullOr(Schema.String),
}).annotate({ identifier: "CompetenceActLine" })
export type CompetenceActLine = typeof CompetenceActLine.Type

/** The sheet of somebody who has competences: how many are listed, how many of them contested. */
export const CompetenceSheetRow = Schema.Struct({
  agent: PersonId,
  listed: Schema.Int,
  contested: Schema.Int,
}).annotate({ identifier: "CompetenceSheetRow" })
export type CompetenceSheetRow = typeof CompetenceSheetRow.Type

/** Gives the scope under which the sheet of an agent is listed; that of his periods is the same. */
export const agentScope = (agent: PersonId): string => `person:${agent}`

/** The scope of all sheets on which the system bears a mark. */
export const generatedSheets = "generated"

/**
 * The sheets of those who have competences: one line under `person:<id>`, which is what
 * « Compétences définies » OUI means, and one under `generated` when the system bears a mark.
 */
export const competences: View<CompetenceSheet, CompetenceSheetRow> = {
  name: "exam-missions.competences",
  sortColumns: ["agent"],
  filterNames: [],
  entries: (state, key) => {
    const all = competencesOf(state)
    if (all.length === 0) return []
    const agent = key as PersonId
    const line = (scope: string, part: string): Entry<CompetenceSheetRow> => ({
      scope,
      part,
      sorts: { agent },
      filters: {},
      search: foldedKey(agent),
      row: { agent, listed: all.length, contested: all.filter(isContested).length },
    })
    return all.some(isGenerated)
      ? [line(agentScope(agent), ""), line(generatedSheets, "generated")]
      : [line(agentScope(agent), "")]
  },
}

/** Somebody competent on an exam option, with the standing and the authors of the competence. */
export const CompetentAgent = Schema.Struct({
  agent: PersonId,
  option: ExamOptionId,
  standing: CompetenceStanding,
  authors: Schema.String,
}).annotate({ identifier: "CompetentAgent" })
export type CompetentAgent = typeof CompetentAgent.Type

/** Gives the scope under which those competent on an exam option are listed. */
export const competentOn = (option: ExamOptionId): string => `option:${option}`

/**
 * Those competent on an exam option, contested or not: whoever chooses people among them sees the
 * standing, and filters by it.
 */
export const competentAgents: View<CompetenceSheet, CompetentAgent> = {
  name: "exam-missions.competent-agents",
  sortColumns: ["agent"],
  filterNames: ["standing"],
  entries: (state, key) =>
    competencesOf(state).map(({ option, marks }) => {
      const agent = key as PersonId
      const row = { agent, option, standing: standing(marks), authors: authorsColumn(marks) }
      return {
        scope: competentOn(option),
        part: option,
        sorts: { agent },
        filters: { standing: [row.standing] },
        search: foldedKey(`${agent} ${row.authors}`),
        row,
      }
    }),
}

const isContested = ({ marks }: Competence): boolean => standing(marks) === "contested"

const isGenerated = ({ marks }: Competence): boolean =>
  markOf(marks, { _tag: "system" }) !== undefined
