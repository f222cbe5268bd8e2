/** Who may use which activity, cell by cell: eleven activities, two states, every capacity. */
import { Capacity, PersonId } from "@convoque/core/kernel/identity"
import { expect, test } from "vitest"
import { ActivityId } from "../../../src/exam-missions/activity/model.ts"
import { activityRefusal, menuOf } from "../../../src/exam-missions/activity/rules.ts"
import type { Activity } from "../../../src/exam-missions/activity/state.ts"
import { activitiesFr } from "../../../src/exam-missions/wording/labels.fr.ts"

const all = (state: Activity["_tag"]) =>
  Object.fromEntries(ActivityId.literals.map((activity) => [activity, state])) as Record<
    ActivityId,
    Activity["_tag"]
  >

const actor = (capacity: Capacity) => ({ person: PersonId.make("p-1"), capacity })

/**
 * One row a capacity: the answer for a school's activity closed and open, then for a centre's. A dot
 * lets it pass, C is `activity.closed`, H is `activity.centre-head-only`.
 */
const table = `
  agent            C . H H
  evaluator        C . H H
  campaign-manager C . H H
  superior         C . H H
  authority        C . H H
  hr-service       C . H H
  school-head      C . H H
  centre-head      C . C .
  exam-manager     C . H H
  exams-division   . . . .
  administrator    . . . .
  system           . . . .
`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/ +/u))

const school: ReadonlyArray<ActivityId> = [
  "staff-consultation",
  "unavailability-entry",
  "competence-entry",
]
const validation: ActivityId = "competence-validation"
const centre: ReadonlyArray<ActivityId> = [
  "mission-consultation",
  "convocation-by-mission",
  "service-record",
  "centre-signature",
  "school-signature",
  "centre-allowances",
  "other-academies",
]

test("UI-11 the table names every capacity once", () => {
  expect(table.map(([capacity]) => capacity)).toStrictEqual([...Capacity.literals])
})

const cells = table.flatMap(([capacity = "", ...answers]) =>
  [...school, validation, ...centre].flatMap((activity) =>
    (["closed", "open"] as const).map((state, index) => ({
      capacity,
      activity,
      state,
      answer: answers[index + (centre.some((one) => one === activity) ? 2 : 0)],
    })),
  ),
)

test("UI-08 the cells are all those there are", () => {
  expect(cells).toHaveLength(Capacity.literals.length * ActivityId.literals.length * 2)
})

test.each(cells)("UI-08 UI-11 $capacity, $activity $state: $answer", (cell) => {
  const capacity = Capacity.literals.find((one) => one === cell.capacity) ?? "system"
  const expected = {
    ".": undefined,
    C: { _tag: "activity.closed", activity: cell.activity },
    H: { _tag: "activity.centre-head-only", activity: cell.activity, capacity },
  }[cell.answer ?? ""]
  expect(activityRefusal(cell.activity, cell.state, capacity)).toStrictEqual(expected)
})

test("UI-10 the menu has two groups in the order of the catalogue, each line with its label", () => {
  const lines = menuOf(all("open"), actor("centre-head"))
  expect(lines.map(({ group }) => group)).toStrictEqual([
    ...Array.from({ length: 4 }, () => "school"),
    ...Array.from({ length: 7 }, () => "exam-centre"),
  ])
  expect(lines.map(({ activity }) => activity)).toStrictEqual([...school, validation, ...centre])
  expect(lines.map(({ activity }) => activitiesFr[activity])).toContain(
    "Validation saisie compétence",
  )
})

test("UI-09 the menu tells what is not opened from what is accessible", () => {
  const states = { ...all("open"), [validation]: "closed" as const }
  const shown = (capacity: Capacity) =>
    Object.fromEntries(
      menuOf(states, actor(capacity)).map(({ activity, state }) => [activity, state]),
    )
  expect(shown("school-head")[validation]).toBe("not-opened")
  expect(shown("school-head")["competence-entry"]).toBe("accessible")
  expect(shown("school-head")["service-record"]).toBe("centre-heads-only")
  expect(shown("centre-head")["service-record"]).toBe("accessible")
  expect(shown("exams-division")[validation]).toBe("not-opened")
})
