/**
 * What people read: the list of agents to evaluate, one file with its history, the agent's
 * portal, the convocation, the state of a campaign.
 *
 * @requirement RDC-03
 * @requirement RDC-15
 * @requirement RDC-16
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { SchoolYear } from "../../kernel/calendar.ts"
import type { DocumentContent } from "../../kernel/document.ts"
import {
  type Actor,
  type PersonId,
  responsiblePerson,
  type TenantId,
} from "../../kernel/identity.ts"
import type { ListQuery, Page } from "../../kernel/listing.ts"
import { Storage, Views } from "../../kernel/ports.ts"
import { campaignRef, type FileName, fileRef } from "../aggregates.ts"
import { Booking } from "../appointment-set/commands.ts"
import { convocationDocument } from "../appointment-set/documents.ts"
import { AppointmentSetEvent } from "../appointment-set/events.ts"
import { Outcome } from "../appointment-set/model.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import { effectOfSave, issuedOrRefused } from "../appointment-set/rules/completeness.ts"
import { isManager } from "../appointment-set/decider/actors.ts"
import { mayRead } from "../appointment-set/rules/reading.ts"
import { overlap, uncheckedPolicies } from "../appointment-set/rules/schedule.ts"
import { isIssued, type OpenedSet } from "../appointment-set/state.ts"
import { agentFiles, campaignFiles, FileRow, fileRow, portalRow } from "../appointment-set/views.ts"
import { CampaignId, CampaignTerms, type RoleId, SlotId } from "../campaign/model.ts"
import { CareerAppointmentsSetup } from "../ports.ts"
import type { Wording } from "../wording.ts"
import { unknownFile } from "./act.ts"
import { bookingsOf, readCampaign } from "./facts.ts"

/** A booking that overlaps another; its file and agent are told within the campaign only. */
export const OverlappedBooking = Schema.Struct({
  ...Booking.fields,
  file: Schema.optionalKey(Schema.String),
  agent: Schema.optionalKey(Schema.String),
}).annotate({ identifier: "OverlappedBooking" })
export type OverlappedBooking = typeof OverlappedBooking.Type

/** A line of a list with its labels and, for each appointment, the bookings it overlaps. */
export const FileLine = Schema.Struct({
  ...FileRow.fields,
  labels: Schema.Array(Schema.String),
  overlaps: Schema.Array(Schema.Struct({ slot: SlotId, with: OverlappedBooking })),
}).annotate({ identifier: "FileLine" })
export type FileLine = typeof FileLine.Type

/**
 * One file as a screen needs it.
 *
 * - `effectOfSave`: what saving the appointments of each role would do, while it can be done;
 * - `unchecked`: the checks of the campaign that cannot run;
 * - `history`: every act, oldest first.
 */
export const FileDetail = Schema.Struct({
  ...FileRow.fields,
  labels: Schema.Array(Schema.String),
  terms: CampaignTerms,
  edition: Schema.Int,
  outcomes: Schema.Record(Schema.String, Outcome),
  effectOfSave: Schema.Record(Schema.String, Schema.Literals(["record", "record-and-send"])),
  unchecked: Schema.Array(Schema.String),
  history: Schema.Array(AppointmentSetEvent),
}).annotate({ identifier: "FileDetail" })
export type FileDetail = typeof FileDetail.Type

/** A campaign as its managers follow it: files by state, late evaluators with their files. */
export const CampaignFollowUp = Schema.Struct({
  campaign: CampaignId,
  schoolYear: SchoolYear,
  terms: CampaignTerms,
  byState: Schema.Record(Schema.String, Schema.Int),
  lateEvaluators: Schema.Record(Schema.String, Schema.Int),
}).annotate({ identifier: "CampaignFollowUp" })
export type CampaignFollowUp = typeof CampaignFollowUp.Type

/** Who reads, in which tenant. */
export interface Reader {
  readonly by: Actor
  readonly tenant: TenantId
}

/**
 * Gives a page of the agents of a campaign: all of them for its managers, his own for an
 * evaluator, whatever the filters ask.
 */
export const listFiles = Effect.fn("career-appointments.listFiles")(function* (
  { by, tenant }: Reader,
  campaign: CampaignId,
  query: Omit<ListQuery, "scope">,
) {
  const { wording } = yield* CareerAppointmentsSetup
  const { state } = yield* readCampaign(tenant, campaign)
  const reader = responsiblePerson(by)
  const manages = isManager({ by, managers: state.managers })
  if (!manages && by.capacity !== "evaluator") return yield* notAllowed("listFiles", by)
  const views = yield* Views
  const page = yield* views.page(campaignFiles, tenant, {
    ...query,
    scope: campaign,
    filters: manages ? query.filters : { ...query.filters, evaluator: [reader] },
  })
  const rows = yield* withOverlaps({ tenant, page, wording, reader: manages ? undefined : reader })
  return { ...page, rows }
})

/** Gives one file with its history to the people whom it concerns. */
export const openFile = Effect.fn("career-appointments.openFile")(function* (
  by: Actor,
  file: FileName,
) {
  const { wording } = yield* CareerAppointmentsSetup
  const { state, version } = yield* readFile(by, file)
  const detail = fileDetail(state, wording)
  return { version, detail: by.capacity === "agent" ? portalDetail(detail) : detail }
})

/** Gives the convocation of a file as last issued, or what keeps it from existing (RDC-10). */
export const readConvocation = Effect.fn("career-appointments.readConvocation")(function* (
  by: Actor,
  file: FileName,
) {
  const { wording } = yield* CareerAppointmentsSetup
  const { state } = yield* readFile(by, file)
  const issued = issuedOrRefused(state)
  if (Result.isFailure(issued)) {
    // What is still missing is the evaluators' business.
    return yield* Effect.fail<AppointmentSetRefusal>(
      by.capacity === "agent"
        ? { _tag: "convocation.not-issued", state: state._tag }
        : issued.failure,
    )
  }
  const content: DocumentContent = convocationDocument(issued.success, wording)
  const fileName = wording.convocation.fileName(state.agent.id, issued.success.edition)
  return { content, fileName }
})

/** Gives the files of an agent as his portal shows them: no appointment before it is issued. */
export const agentPortal = Effect.fn("career-appointments.agentPortal")(function* (
  { by, tenant }: Reader,
  query: Omit<ListQuery, "scope">,
) {
  const { wording } = yield* CareerAppointmentsSetup
  if (by.capacity !== "agent") return yield* notAllowed("agentPortal", by)
  const views = yield* Views
  const page = yield* views.page(agentFiles, tenant, { ...query, scope: responsiblePerson(by) })
  const rows = page.rows.map(({ key, row }) => ({
    key,
    row: { ...row, labels: labelsOf(row, wording), overlaps: [] },
  }))
  return { ...page, rows }
})

/** Gives the terms of a campaign and how its files stand: counts by state, evaluators in delay. */
export const followCampaign = Effect.fn("career-appointments.followCampaign")(function* (
  { by, tenant }: Reader,
  campaign: CampaignId,
) {
  const { state } = yield* readCampaign(tenant, campaign)
  if (!isManager({ by, managers: state.managers })) return yield* notAllowed("followCampaign", by)
  const views = yield* Views
  const byState = yield* views.counts(campaignFiles, tenant, { scope: campaign, filter: "status" })
  const late = yield* views.counts(campaignFiles, tenant, {
    scope: campaign,
    filter: "late-evaluator",
  })
  const { schoolYear, terms } = state
  const followUp: CampaignFollowUp = {
    campaign,
    schoolYear,
    terms,
    byState,
    lateEvaluators: late,
  }
  return followUp
})

/** Gives the detail of an opened file. */
export const fileDetail = (state: OpenedSet, wording: Wording): FileDetail => {
  const row = fileRow(state)
  const isIncomplete = state._tag === "nothing-set" || state._tag === "partially-set"
  return {
    ...row,
    labels: labelsOf(row, wording),
    terms: state.terms,
    edition: isIssued(state) || state._tag === "cancelled" ? state.edition : 0,
    outcomes: isIssued(state) ? state.outcomes : {},
    effectOfSave: isIncomplete
      ? Object.fromEntries(
          state.terms.template.roles.map(({ role }): [RoleId, "record" | "record-and-send"] => [
            role,
            effectOfSave(state, role),
          ]),
        )
      : {},
    unchecked: uncheckedPolicies(state.terms),
    history: state.acts,
  }
}

/** Gives what the agent may see of a file: nothing of the appointments before the issue. */
const portalDetail = (detail: FileDetail): FileDetail =>
  detail.issuedAt === null
    ? { ...portalRow(detail), history: [], effectOfSave: {} }
    : { ...detail, effectOfSave: {} }

/** Gives the labels of a line: its state, then « Le rendez-vous a été modifié » if it was. */
export const labelsOf = (
  row: Pick<FileRow, "state" | "modified">,
  wording: Wording,
): ReadonlyArray<string> =>
  row.modified ? [wording.modified, wording.states[row.state]] : [wording.states[row.state]]

const readFile = Effect.fnUntraced(function* (by: Actor, file: FileName) {
  const storage = yield* Storage
  const [{ state, version }, campaign] = yield* storage.load([
    fileRef(file),
    campaignRef(file.tenant, file.campaign),
  ])
  if (state._tag === "none") return yield* Effect.fail(unknownFile(file))
  const managers = campaign.state._tag === "none" ? [] : campaign.state.managers
  return mayRead(by, state, managers) ? { state, version } : yield* notAllowed("openFile", by)
})

const notAllowed = (command: string, by: Actor) =>
  Effect.fail<AppointmentSetRefusal>({
    _tag: "actor.not-allowed",
    command,
    capacity: by.capacity,
  })

// An evaluator is told of his own bookings only; a manager, of those of all evaluators, but the
// agents of other campaigns are not his to know.
const withOverlaps = ({
  tenant,
  page,
  wording,
  reader,
}: {
  readonly tenant: TenantId
  readonly page: Page<FileRow>
  readonly wording: Wording
  readonly reader: PersonId | undefined
}) =>
  Effect.gen(function* () {
    const rows = page.rows.map(({ row }) => row)
    const evaluators = rows.flatMap((row) => row.evaluators.map(({ id }) => id))
    const bookings = yield* bookingsOf(
      tenant,
      reader === undefined ? evaluators : [reader],
      rows.flatMap(({ appointments }) => appointments.map(({ date }) => date)),
    )
    return page.rows.map(({ key, row }) => ({
      key,
      row: {
        ...row,
        labels: labelsOf(row, wording),
        overlaps: bookings
          .filter((own) => own.file === key)
          .flatMap((own) =>
            bookings
              .filter((other) => other.file !== key && other.evaluator === own.evaluator)
              .filter((other) => overlap(own, other))
              .map((other) => ({
                slot: own.slot,
                with: reader === undefined ? withinCampaign(other, row.campaign) : other,
              })),
          ),
      } satisfies FileLine,
    }))
  })

const withinCampaign = (booking: Booking, campaign: CampaignId): OverlappedBooking => {
  if (booking.file.startsWith(`${campaign}/`)) return booking
  const { file: _file, agent: _agent, ...hours } = booking
  return hours
}
