/** Who may use which activity, cell by cell: eleven activities, two states, every capacity. */
import { Capacity } from "@convoque/core/kernel/identity"
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

/**
 * One row a capacity: the answer for a school's activity closed and open, then for a centre's. A dot
 * lets it pass, C is `activity.closed`, H is `activity.centre-head-only`, N is `actor.not-allowed`.
 */
const table = `
  agent            N N H H
  evaluator        N N H H
  campaign-manager N N H H
  superior         N N H H
  authority        N N H H
  hr-service       N N H H
  school-head      C . H H
  centre-head      N N C .
  exam-manager     N N H H
  exams-division   . . H H
  administrator    N N H H
  system           . . H H
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
    N: { _tag: "actor.not-allowed", command: cell.activity, capacity },
  }[cell.answer ?? ""]
  expect(activityRefusal(cell.activity, cell.state, capacity)).toStrictEqual(expected)
})

test("UI-10 the menu has two groups in the order of the catalogue, each line with its label", () => {
  const lines = menuOf(all("open"), ["centre-head"])
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
  const shown = (...capacities: ReadonlyArray<Capacity>) =>
    Object.fromEntries(menuOf(states, capacities).map(({ activity, state }) => [activity, state]))
  expect(shown("school-head")[validation]).toBe("not-opened")
  expect(shown("school-head")["competence-entry"]).toBe("accessible")
  expect(shown("school-head")["service-record"]).toBe("reserved")
  expect(shown("centre-head")["service-record"]).toBe("accessible")
  expect(shown("centre-head")["competence-entry"]).toBe("reserved")
  expect(shown("exams-division")[validation]).toBe("not-opened")
})

test("UI-09 the menu of a manager, of an administrator and of the division offers what they may use", () => {
  const open = (capacity: Capacity) =>
    menuOf(all("open"), [capacity])
      .filter(({ state }) => state === "accessible")
      .map(({ activity }) => activity)
  expect(open("exam-manager")).toStrictEqual([])
  expect(open("administrator")).toStrictEqual([])
  expect(open("exams-division")).toStrictEqual([...school, validation])
})

test("UI-11 who heads a school and a centre finds both groups accessible", () => {
  const states = menuOf(all("open"), ["centre-head", "school-head"]).map(({ state }) => state)
  expect(new Set(states)).toStrictEqual(new Set(["accessible"]))
})
