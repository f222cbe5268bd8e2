/** What the management service does: open and close activities, see who has validated (UI-08, CMP-25). */
import {
  ActivityId,
  type ActivityRefusal,
  closeActivity,
  currentYear,
  EntryStatus,
  listEntries,
  openActivity,
  openEntries,
  readActivity,
  wordingFr,
} from "@convoque/core/exam-missions"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { once, seenIn } from "../campaigns/once.ts"
import { shown } from "../campaigns/visit.ts"
import { activitiesPage, entriesPage } from "../pages/exam-missions/management.ts"
import { askedOf } from "./asked.ts"
import { type ExamVisit, type ExamVisited, isManagement, leadingTo, messages } from "./visit.ts"

const requireManagement = (
  { by }: ExamVisit,
  command: string,
): Effect.Effect<void, ActivityRefusal> =>
  isManagement(by)
    ? Effect.void
    : Effect.fail({ _tag: "actor.not-allowed", command, capacity: by.capacity })

/** Answers the activities with their states. */
export const activitiesVisit = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    yield* requireManagement(visit, "readActivity")
    const { tenant } = visit
    const activities = yield* Effect.forEach(ActivityId.literals, (activity) =>
      Effect.map(readActivity({ tenant, activity }), ({ state, version }) => ({
        activity,
        state: state._tag,
        version,
      })),
    )
    return shown(activitiesPage({ visit, activities }))
  })

const isActivity = Schema.is(ActivityId)

/** Opens or closes an activity. */
export const changeActivity = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, form } = visit
    const activity = form.get("activity")
    const act = form.get("act")
    const seen = yield* seenIn(form)
    if (!isActivity(activity) || (act !== "open" && act !== "close")) {
      return yield* Effect.fail<Refusal>({ _tag: "form.incomplete" })
    }
    const change = act === "open" ? openActivity : closeActivity
    const done = Effect.map(change({ by, tenant, activity, seen }), ({ state }) =>
      leadingTo(
        visit,
        visit.path,
        messages(visit, "Information", [
          fr`${wordingFr.activities[activity]} : activité ${state._tag === "open" ? "ouverte" : "fermée"}.`,
        ]),
      ),
    )
    return { _tag: "moved", location: yield* once(visit, done) }
  })

/** Answers the entry windows of the year, by status. */
export const entriesVisit = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant, query: fields } = visit
    const { query, faults } = askedOf(fields, ["school", "since"], "school")
    const status = EntryStatus.literals.find((one) => one === fields.get("status"))
    const year = yield* currentYear
    const page = yield* listEntries(
      { by, tenant, year },
      { ...query, filters: status === undefined ? {} : { status: [status] } },
    )
    return shown(
      entriesPage({ visit, page, year, status, messages: messages(visit, "Erreur", faults) }),
      faults.length === 0 ? 200 : 422,
    )
  })

/** Opens the windows of all schools. */
export const openAllEntries = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const year = yield* currentYear
    const done = Effect.map(openEntries({ by, tenant, year }), ({ opened, kept }) =>
      leadingTo(
        visit,
        visit.path,
        messages(visit, "Information", [
          fr`Saisies ouvertes pour ${year} : ${opened} ; déjà ouvertes ou validées : ${kept}.`,
        ]),
      ),
    )
    return { _tag: "moved", location: yield* once(visit, done) }
  })
