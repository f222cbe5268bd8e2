/** The validation of a school's entry of competences (CMP-23), and what the management does to it. */
import {
  type ActivityRefusal,
  closeEntry,
  currentYear,
  openEntry,
  readEntry,
  reopenEntry,
  validateEntry,
  wordingFr,
} from "@convoque/core/exam-missions"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import { once, seenIn } from "../campaigns/once.ts"
import { shown } from "../campaigns/visit.ts"
import { validationPage } from "../pages/exam-missions/validation.ts"
import { schoolIn } from "./names.ts"
import { sentenceOf } from "./refused.ts"
import { type ExamVisit, type ExamVisited, leadingTo, messages } from "./visit.ts"

/** Answers where the entry of a school stands, with the form that validates it. */
export const validationVisit = (visit: ExamVisit): ExamVisited => entryShown(visit, [])

const entryShown = (visit: ExamVisit, refused: ReadonlyArray<string>): ExamVisited =>
  Effect.gen(function* () {
    yield* isOpened(visit)
    const { by, tenant } = visit
    const school = yield* schoolIn(visit)
    const entry = yield* readEntry({ by, tenant, entry: { school, year: yield* currentYear } })
    return shown(
      validationPage({ visit, entry, messages: messages(visit, "Erreur", refused) }),
      refused.length === 0 ? 200 : 422,
    )
  })

// A window is read while entry is open too; this page is that of the activity of validation alone.
const isOpened = ({ entrance }: ExamVisit): Effect.Effect<void, ActivityRefusal> =>
  entrance.menu.some(
    ({ activity, state }) => activity === "competence-validation" && state === "accessible",
  )
    ? Effect.void
    : Effect.fail({ _tag: "activity.closed", activity: "competence-validation" })

const acts = { open: openEntry, reopen: reopenEntry, close: closeEntry } as const

/** Validates, or for the management service opens, reopens, closes. */
export const changeEntry = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, form } = visit
    const school = yield* schoolIn(visit)
    const seen = yield* seenIn(form)
    const entry = { school, year: yield* currentYear }
    const on = { by, tenant, entry, seen }
    const named = form.get("act")
    const act = (["open", "reopen", "close"] as const).find((one) => one === named)
    if (act === undefined && named !== "validate") {
      return yield* Effect.fail<Refusal>({ _tag: "form.incomplete" })
    }
    const done = Effect.gen(function* () {
      const handled =
        act === undefined
          ? yield* validateEntry({ ...on, statement: form.get("statement") === "yes" })
          : yield* acts[act](on)
      const status = wordingFr.entryStatuses[handled.state._tag]
      const told = [fr`Saisie des compétences de ${school} pour ${entry.year} : ${status}.`]
      return leadingTo(visit, visit.path, messages(visit, "Information", told))
    })
    return yield* once(visit, done).pipe(
      Effect.map((location) => ({ _tag: "moved" as const, location })),
      Effect.catchIf(
        (refusal): refusal is Refusal => refusal._tag.startsWith("competence-entry."),
        (refusal) => entryShown(visit, [sentenceOf(refusal)?.sentence ?? refusal._tag]),
      ),
    )
  })
