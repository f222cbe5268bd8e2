/** One person of a school: the recap and its three views (PER-18 to PER-27). */
import {
  assignmentSorts,
  consultMember,
  listMemberAssignments,
  listMemberTeachings,
  listMemberUnavailabilities,
  memberAssignmentsSheet,
  memberTeachingsSheet,
  memberUnavailabilitiesSheet,
  teachingSorts,
  unavailabilities,
} from "@convoque/core/exam-missions"
import * as Effect from "effect/Effect"
import { shown } from "../campaigns/visit.ts"
import { memberPage, type MemberView } from "../pages/exam-missions/member.ts"
import { assignmentList, periodList, teachingList } from "../pages/exam-missions/member-lists.ts"
import { askedOf } from "./asked.ts"
import { onPerson } from "./names.ts"
import { type ExamVisit, type ExamVisited, messages } from "./visit.ts"

/** Answers one view of a person. */
export const memberVisit = (visit: ExamVisit, name: string, view: MemberView): ExamVisited =>
  Effect.gen(function* () {
    const on = yield* onPerson(visit, name)
    const recap = yield* consultMember(on)
    const { list, faults } = yield* listOf(visit, on, view)
    const waiting = recap.notYetConvened === null ? [] : [recap.notYetConvened]
    return shown(
      memberPage({
        visit,
        line: recap.line,
        view,
        list,
        messages: [
          ...messages(visit, "Erreur", faults),
          ...messages(visit, "Information", view === "assignments" ? waiting : []),
        ],
      }),
      faults.length === 0 ? 200 : 422,
    )
  })

// Each view as the API names it.
const lists: Readonly<Record<MemberView, string>> = {
  assignments: "assignments",
  unavailability: "unavailability-periods",
  teachings: "teachings",
}

type On = Effect.Success<ReturnType<typeof onPerson>>

const listOf = (visit: ExamVisit, on: On, view: MemberView) =>
  Effect.gen(function* () {
    const { query: fields } = visit
    const member = `/schools/${on.school}/staff/${encodeURIComponent(on.person)}`
    const files = `${member}/${lists[view]}`
    switch (view) {
      case "assignments": {
        const { query, faults } = askedOf(fields, assignmentSorts, "start-date")
        const page = yield* listMemberAssignments(on, query)
        const sheet = yield* memberAssignmentsSheet(on)
        return { faults, list: assignmentList({ visit, page, sheet, sort: query.sort, files }, on) }
      }
      case "unavailability": {
        const { query, faults } = askedOf(fields, unavailabilities.sortColumns, "-start")
        const page = yield* listMemberUnavailabilities(on, query)
        const sheet = yield* memberUnavailabilitiesSheet(on)
        return { faults, list: periodList({ visit, page, sheet, sort: query.sort, files }) }
      }
      case "teachings": {
        const { query, faults } = askedOf(fields, teachingSorts, "school")
        const page = yield* listMemberTeachings(on, query)
        const sheet = yield* memberTeachingsSheet(on)
        return { faults, list: teachingList({ visit, page, sheet, sort: query.sort, files }) }
      }
      default:
        return view satisfies never
    }
  })
