/** The entrance of exam missions, and what leads from it to a school or to an activity. */
import {
  ActivityId,
  type ActivityRefusal,
  activityRefusal,
  wordingFr,
} from "@convoque/core/exam-missions"
import { Uai } from "@convoque/core/kernel/identity"
import { fr } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { unknownPage } from "../campaigns/names.ts"
import { shown } from "../campaigns/visit.ts"
import { comingPage, entrancePage } from "../pages/exam-missions/entrance.ts"
import { type ExamVisit, type ExamVisited, messages } from "./visit.ts"

const isUai = Schema.is(Uai)

/** Answers the entrance. */
export const entranceVisit = (visit: ExamVisit): ExamVisited =>
  Effect.succeed(shown(entrancePage({ visit, typed: "", fault: undefined })))

/** Leads the management service to the school that was typed. */
export const schoolVisit = (visit: ExamVisit): ExamVisited => {
  const typed = visit.query.get("uai")?.trim().toUpperCase() ?? ""
  return Effect.succeed(
    isUai(typed)
      ? { _tag: "moved", location: `/exam-missions/schools/${typed}/staff` }
      : shown(
          entrancePage({
            visit,
            typed,
            fault: fr`« ${typed} » n'est pas un UAI : sept chiffres et une lettre.`,
          }),
          422,
        ),
  )
}

/** Answers an activity that has no pages yet: closed or barred to the visitor, or still to come. */
export const activityVisit = (visit: ExamVisit, name: string): ExamVisited => {
  const line = visit.entrance.menu.find(({ activity }) => activity === name)
  if (line === undefined || !Schema.is(ActivityId)(name)) return Effect.fail(unknownPage)
  const refusal: ActivityRefusal | undefined =
    line.state === "not-opened"
      ? { _tag: "activity.closed", activity: name }
      : line.state === "reserved"
        ? activityRefusal(name, "open", visit.by.capacity)
        : undefined
  return refusal === undefined
    ? Effect.succeed(
        shown(
          comingPage(
            visit,
            wordingFr.activities[name],
            messages(visit, "Information", [
              fr`L'activité « ${wordingFr.activities[name]} » n'a pas encore de page dans ce serveur.`,
            ]),
          ),
        ),
      )
    : Effect.fail(refusal)
}
