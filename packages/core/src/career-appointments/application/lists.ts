/**
 * The lists of career appointments as they are shown, on screens, in CSV and on paper: titles,
 * columns, labels.
 *
 * @requirement UI-16
 * @requirement UI-19
 * @requirement UI-28
 * @requirement UI-29
 */
import * as Effect from "effect/Effect"
import { Zone } from "../../kernel/calendar.ts"
import {
  type ListColumn,
  listColumn as column,
  type ListColumns,
  type ListSheet,
  shownLabels,
  type View,
} from "../../kernel/listing.ts"
import { agentFiles, appointmentText, campaignFiles } from "../appointment-set/views.ts"
import type { CampaignId } from "../campaign/model.ts"
import { CareerAppointmentsSetup } from "../ports.ts"
import type { Wording } from "../wording.ts"
import type { FileLine } from "./reading.ts"

const paris = Zone.make("Europe/Paris")

const sheetOf = (
  named: (words: Wording["lists"]) => Pick<ListSheet<FileLine>, "title" | "fileName">,
  view: Pick<View<never, unknown>, "sortColumns">,
): Effect.Effect<ListSheet<FileLine>, never, CareerAppointmentsSetup> =>
  Effect.map(CareerAppointmentsSetup, ({ wording, zone = paris }) => {
    const { lists, states, modified } = wording
    const { title, fileName } = named(lists)
    return {
      title,
      fileName,
      columns: sortedAs(columnsOf(lists), view.sortColumns),
      filters: lists.filters,
      shown: [...shownLabels("status", states), ...shownLabels("modified", { yes: modified })],
      words: lists.common,
      author: lists.author,
      runningHead: title,
      zone,
    }
  })

/** Gives the list of the agents of a campaign. */
export const filesSheet = (
  campaign: CampaignId,
): Effect.Effect<ListSheet<FileLine>, never, CareerAppointmentsSetup> =>
  sheetOf(
    ({ files }) => ({ title: files.title, fileName: files.fileName(campaign) }),
    campaignFiles,
  )

/** Gives the list of an agent's own files. */
export const portalSheet: Effect.Effect<
  ListSheet<FileLine>,
  never,
  CareerAppointmentsSetup
> = sheetOf(({ portal }) => portal, agentFiles)

// Every line of a portal has the same agent and quality: nobody sorts by them.
const sortedAs = (
  [first, ...others]: ListColumns<FileLine>,
  sorts: ReadonlyArray<string>,
): ListColumns<FileLine> => {
  const kept = ({ sort, ...column }: ListColumn<FileLine>): ListColumn<FileLine> =>
    sort !== undefined && sorts.includes(sort) ? { ...column, sort } : column
  return [kept(first), ...others.map(kept)]
}

const columnsOf = ({ columns }: Wording["lists"]): ListColumns<FileLine> => [
  column("agent", columns.agent, {
    width: 30,
    sort: "agent",
    cell: ({ agent }) => `${agent.familyName} ${agent.givenName}`,
  }),
  column("quality", columns.quality, {
    width: 25,
    sort: "quality",
    cell: ({ agent }) => agent.quality,
  }),
  column("status", columns.status, {
    width: 35,
    sort: "status",
    cell: ({ labels }) => labels.join(", "),
  }),
  column("first-date", columns.firstDate, {
    kind: "date",
    width: 14,
    sort: "first-date",
    cell: ({ appointments }) => firstOf(appointments)?.date ?? null,
  }),
  column("evaluators", columns.evaluators, {
    width: 30,
    sort: "evaluators",
    cell: ({ evaluators }) => evaluators.map(({ name }) => name).join(", "),
  }),
  // By its first appointment: the column above.
  column("appointments", columns.appointments, {
    width: 45,
    cell: ({ appointments }) => appointments.map(appointmentText).join(", "),
  }),
]

const firstOf = (appointments: FileLine["appointments"]) =>
  appointments.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0]
