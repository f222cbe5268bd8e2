/**
 * The lists that interviews feed: those of a campaign grouped by manager, those of an agent, the
 * training needs of a campaign, and the tasks that wait for the scheduler.
 *
 * A row holds tags and data; its labels are added by whoever shows it.
 *
 * @requirement CAM-05
 * @requirement CAM-19
 * @requirement CAM-21
 * @requirement ENT-21
 */
import * as Schema from "effect/Schema"
import { type CivilDate, CivilDate as CivilDateSchema, shortDate } from "../../kernel/calendar.ts"
import { CampaignId, PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { type Person, personName } from "../../kernel/ports.ts"
import { foldedKey } from "../../kernel/text.ts"
import { InterviewYear } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"
import { NextStep, NotHeldReason, StateTag, Status, TrainingNeed } from "./model.ts"
import { type Interview, isReported, type OpenedInterview, statusOf } from "./state.ts"

const NamedPerson = Schema.Struct({ id: PersonId, name: Schema.String })

/**
 * One interview's line.
 *
 * - `date`: that of the interview, planned or past; null while none is set or after it was missed;
 * - `late`: the interview is on or after the campaign's limit; `lateReport`: filed too late;
 * - `next`: the step that comes next, when the report is in its circuit.
 */
export const InterviewRow = Schema.Struct({
  campaign: CampaignId,
  type: InterviewType,
  year: InterviewYear,
  agent: NamedPerson,
  superior: NamedPerson,
  state: StateTag,
  status: Status,
  date: Schema.NullOr(CivilDateSchema),
  late: Schema.Boolean,
  lateReport: Schema.Boolean,
  postponements: Schema.Int,
  notHeld: Schema.NullOr(NotHeldReason),
  next: Schema.NullOr(NextStep),
  closedOn: Schema.NullOr(CivilDateSchema),
}).annotate({ identifier: "InterviewRow" })
export type InterviewRow = typeof InterviewRow.Type

/**
 * The interviews of one campaign; its scope is the campaign. The column `manager` groups them by
 * manager, then collaborator (CAM-19); a search is for the collaborator (CAM-21).
 */
export const campaignInterviews: View<Interview, InterviewRow> = {
  name: "interviews.campaign-interviews",
  sortColumns: ["manager", "collaborator", "date", "status"],
  filterNames: [
    "status",
    "manager",
    "manager-status",
    "dated-on",
    "closed-on",
    "not-held-reason",
    "was-proposed",
  ],
  counted: ["status", "manager", "manager-status", "dated-on", "closed-on"],
  entries: (state) => (state._tag === "none" ? [] : [campaignEntry(state)]),
}

/** The interviews that did not take place on their date; its scope is the campaign. */
export const notHeldInterviews: View<Interview, InterviewRow> = {
  name: "interviews.not-held",
  sortColumns: ["collaborator"],
  filterNames: ["reason"],
  counted: ["reason"],
  entries: (state) =>
    state._tag === "not-held"
      ? [
          {
            scope: state.campaign,
            part: "",
            sorts: { collaborator: nameKey(state.agent) },
            filters: { reason: [state.reason] },
            search: foldedKey(personName(state.agent)),
            row: interviewRow(state),
          },
        ]
      : [],
}

/** The interviews of one agent; its scope is the agent. Deleted ones are not shown. */
export const agentInterviews: View<Interview, InterviewRow> = {
  name: "interviews.agent-interviews",
  sortColumns: ["year", "manager", "date", "status", "next-step", "closed-on"],
  filterNames: ["status", "type"],
  entries: (state) => {
    if (state._tag === "none" || state._tag === "deleted") return []
    const row = interviewRow(state)
    return [
      {
        scope: state.agent.id,
        part: "",
        sorts: {
          year: String(row.year),
          manager: nameKey(state.superior),
          date: row.date ?? "",
          status: String(statusOrder.indexOf(row.status)),
          "next-step": foldedKey(row.next?.label ?? ""),
          "closed-on": row.closedOn ?? "",
        },
        filters: { status: [row.status], type: [row.type] },
        search: foldedKey(
          [row.superior.name, row.year, ...printed(row.date, row.closedOn), row.next?.label].join(
            " ",
          ),
        ),
        row,
      },
    ]
  },
}

// Days as lists show them.
const printed = (...days: ReadonlyArray<CivilDate | null>): ReadonlyArray<string> =>
  days.flatMap((day) => (day === null ? [] : [shortDate(day)]))

/** A training need of one agent. */
export const TrainingNeedRow = Schema.Struct({
  agent: NamedPerson,
  superior: NamedPerson,
  need: TrainingNeed,
}).annotate({ identifier: "TrainingNeedRow" })
export type TrainingNeedRow = typeof TrainingNeedRow.Type

/** The training needs in the communicated reports of a campaign; its scope is the campaign. */
export const trainingNeeds: View<Interview, TrainingNeedRow> = {
  name: "interviews.training-needs",
  sortColumns: ["need", "manager", "collaborator"],
  filterNames: ["purpose", "manager"],
  entries: (state) => (isReported(state) ? needEntries(state) : []),
}

/** What the scheduler does when its day has come; `due` is that day. */
export const InterviewTask = Schema.Struct({
  task: Schema.Literals(["lapse", "hand-over", "retention", "deleted"]),
  due: CivilDateSchema,
})
export type InterviewTask = typeof InterviewTask.Type

/**
 * The tasks of all interviews; its scope is the task: `lapse` the last day of a step that goes on
 * without its actor, `hand-over` a closed report that the personnel file does not have yet,
 * `retention` the day on which an interview was closed, `deleted` that on which it was deleted.
 */
export const interviewTasks: View<Interview, InterviewTask> = {
  name: "interviews.tasks",
  sortColumns: ["due"],
  filterNames: [],
  entries: (state) => {
    if (
      state._tag === "in-circuit" &&
      state.next.late === "lapse" &&
      state.next.due !== undefined
    ) {
      return [taskEntry("lapse", state.next.due)]
    }
    if (state._tag === "deleted") return [taskEntry("deleted", deletedOn(state))]
    if (state._tag !== "closed") return []
    return [taskEntry(state.handedOver ? "retention" : "hand-over", state.closedOn)]
  },
}

// In Greenwich, where the purge counts as well: a period of years needs no place.
const deletedOn = ({ acts }: OpenedInterview): CivilDate =>
  (acts.at(-1) ?? acts[0]).at.slice(0, 10) as CivilDate

const taskEntry = (task: InterviewTask["task"], due: CivilDate): Entry<InterviewTask> => ({
  scope: task,
  part: "",
  sorts: { due },
  filters: {},
  search: "",
  row: { task, due },
})

/** Gives the line of an interview. */
export const interviewRow = (state: OpenedInterview): InterviewRow => ({
  campaign: state.campaign,
  type: state.type,
  year: state.year,
  agent: named(state.agent),
  superior: named(state.superior),
  state: state._tag,
  status: statusOf(state._tag),
  date: dateOf(state),
  late: isLate(state),
  lateReport: state._tag === "closed" && state.late,
  postponements: state.postponements,
  notHeld: state._tag === "not-held" ? state.reason : null,
  next: state._tag === "in-circuit" ? state.next : null,
  closedOn: state._tag === "closed" ? state.closedOn : null,
})

const named = (person: Person) => ({ id: person.id, name: personName(person) })

const dateOf = (state: OpenedInterview): CivilDate | null => {
  if (state._tag === "proposed") return state.meeting.date
  return state._tag === "held" || isReported(state) ? state.held.date : null
}

const isLate = (state: OpenedInterview): boolean => {
  if (state._tag === "proposed") return state.late
  return state._tag === "held" || isReported(state) ? state.held.late : false
}

const nameKey = ({ familyName, givenName }: Person): string =>
  foldedKey(`${familyName} ${givenName}`)

/**
 * Gives the value of the filter `dated-on`: whether the interview is planned or was held, and when.
 * @example datedOn("closing", "2026-03-02" as CivilDate) // => "held:2026-03-02"
 */
export const datedOn = (status: Status, date: CivilDate): string =>
  `${status === "planned" ? "planned" : "held"}:${date}`

// Sorts as the catalogue's order of statuses.
const statusOrder: ReadonlyArray<Status> = Status.literals

const campaignEntry = (state: OpenedInterview): Entry<InterviewRow> => {
  const row = interviewRow(state)
  const collaborator = nameKey(state.agent)
  return {
    scope: state.campaign,
    part: "",
    sorts: {
      manager: `${nameKey(state.superior)} ${state.superior.id} ${collaborator}`,
      collaborator,
      date: row.date ?? "",
      status: String(statusOrder.indexOf(row.status)),
    },
    filters: {
      status: [row.status],
      manager: [state.superior.id],
      "manager-status": [`${state.superior.id}:${row.status}`],
      "dated-on": row.date === null ? [] : [datedOn(row.status, row.date)],
      "closed-on": row.closedOn === null ? [] : [row.closedOn],
      "not-held-reason": row.notHeld === null ? [] : [row.notHeld],
      "was-proposed": wasProposed(state) ? [yes] : [],
    },
    search: foldedKey(
      `${state.agent.familyName} ${state.agent.givenName} ${state.agent.familyName}`,
    ),
    row,
  }
}

/** The only value of the filter `was-proposed`. */
export const yes = "yes"

// Whatever became of the date: withdrawn, missed, or the interview deleted.
const wasProposed = ({ acts }: OpenedInterview): boolean =>
  acts.some(({ _tag }) => _tag === "InterviewProposed")

const needEntries = (
  state: Extract<Interview, { readonly _tag: "in-circuit" | "closed" }>,
): ReadonlyArray<Entry<TrainingNeedRow>> =>
  state.report.parts
    .flatMap((part) => (part._tag === "training-needs" ? part.needs : []))
    .map((need, index) => ({
      scope: state.campaign,
      part: String(index).padStart(3, "0"),
      sorts: {
        need: foldedKey(need.text),
        manager: nameKey(state.superior),
        collaborator: nameKey(state.agent),
      },
      filters: { purpose: [need.purpose], manager: [state.superior.id] },
      search: foldedKey(need.text),
      row: { agent: named(state.agent), superior: named(state.superior), need },
    }))
