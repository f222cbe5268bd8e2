/** Competences: whom a school may look at, the sheet of an agent, what is done to it (CMP). */
import {
  addCompetence,
  type AgentCompetences,
  confirmCompetence,
  entryTeachingSorts,
  entryTeachingsSheet,
  ExamOptionId,
  invalidateCompetence,
  listEntryTeachings,
  listStaff,
  readCompetences,
  staffLists,
  staffSheet,
  suggestExamOptions,
} from "@convoque/core/exam-missions"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { given } from "../campaigns/names.ts"
import { once, seenIn } from "../campaigns/once.ts"
import { shown } from "../campaigns/visit.ts"
import {
  competenceListPage,
  competencesPage,
  entryTeachingsPage,
} from "../pages/exam-missions/competences.ts"
import { askedOf } from "./asked.ts"
import { onPerson, ownSchool, schoolIn } from "./names.ts"
import { sentenceOf } from "./refused.ts"
import { type ExamVisit, type ExamVisited, leadingTo, messages } from "./visit.ts"

/** Answers the personnel with « Compétences définies » (CMP-02). */
export const competenceListVisit = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const listing = { by, tenant, school: yield* schoolIn(visit), list: "competence" } as const
    const { query, faults } = askedOf(visit.query, staffLists.competence.columns, "family-name")
    const page = yield* listStaff(listing, query)
    const sheet = yield* staffSheet(listing)
    const told = messages(visit, "Erreur", faults)
    return shown(
      competenceListPage({ visit, page, sheet, sort: query.sort }, told),
      faults.length === 0 ? 200 : 422,
    )
  })

const suggestedAtMost = 20

/** Answers the teachings of an agent, of the activity of competence entry alone (CMP-22). */
export const entryTeachingsVisit = (visit: ExamVisit, name: string): ExamVisited =>
  Effect.gen(function* () {
    const on = yield* onPerson(visit, name)
    const { query, faults } = askedOf(visit.query, entryTeachingSorts, "school")
    const page = yield* listEntryTeachings(on, query)
    const sheet = yield* entryTeachingsSheet(on)
    const told = messages(visit, "Erreur", faults)
    return shown(
      entryTeachingsPage({ visit, page, sheet, sort: query.sort }, on.person, told),
      faults.length === 0 ? 200 : 422,
    )
  })

/** Answers the sheet of an agent. */
export const competencesVisit = (visit: ExamVisit, name: string): ExamVisited =>
  sheetShown(visit, name, [])

const sheetShown = (visit: ExamVisit, name: string, refused: ReadonlyArray<string>): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, school, person: agent } = yield* onPerson(visit, name)
    const { read, version } = yield* readCompetences({ by, tenant, agent, school })
    const keyword = given(visit.query, "option")
    const mayAdd = read.entry === "open" && by.capacity === "school-head"
    const suggested =
      mayAdd && keyword !== undefined
        ? yield* suggestExamOptions({ by, tenant, agent, keyword, limit: suggestedAtMost })
        : []
    return shown(
      competencesPage({
        visit,
        read,
        version,
        adding: mayAdd ? { keyword: keyword ?? "", suggested } : undefined,
        messages: messages(visit, "Erreur", refused),
      }),
      refused.length === 0 ? 200 : 422,
    )
  })

const acts = {
  add: addCompetence,
  confirm: confirmCompetence,
  invalidate: invalidateCompetence,
} as const

const isOption = Schema.is(ExamOptionId)

const actNamed = (name: string | null): keyof typeof acts | undefined =>
  (["add", "confirm", "invalidate"] as const).find((one) => one === name)

/** Adds, confirms or invalidates; a refusal is shown with the sheet as it stands. */
export const actOnCompetence = (visit: ExamVisit, name: string): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, school, person: agent } = yield* onPerson(visit, name)
    yield* ownSchool(visit)
    const act = actNamed(visit.form.get("act"))
    const option = visit.form.get("option")
    const seen = yield* seenIn(visit.form)
    if (act === undefined || !isOption(option)) {
      return yield* Effect.fail<Refusal>({ _tag: "form.incomplete" })
    }
    const done = Effect.gen(function* () {
      yield* acts[act]({ by, tenant, agent, option, seen })
      const { read } = yield* readCompetences({ by, tenant, agent, school })
      return leadingTo(
        visit,
        visit.path,
        messages(visit, "Information", [standingOf(read, option)]),
      )
    })
    return yield* once(visit, done).pipe(
      Effect.map((location) => ({ _tag: "moved" as const, location })),
      Effect.catchIf(
        (refusal): refusal is Refusal => refusal._tag.startsWith("competence"),
        (refusal) => sheetShown(visit, name, [sentenceOf(refusal)?.sentence ?? refusal._tag]),
      ),
    )
  })

const standingOf = ({ competences }: AgentCompetences, option: ExamOptionId): string => {
  const found = competences.find((one) => one.option === option)
  return found === undefined
    ? fr`L'épreuve-option ${option} n'est plus dans la liste des compétences.`
    : fr`Épreuve-option ${found.label ?? option} : ${found.authors}.`
}
