/**
 * The lists that exports feed: those of a campaign, those of a person, those that wait for a worker
 * and those whose files are to be removed.
 *
 * @requirement CAM-15
 */
import * as Schema from "effect/Schema"
import { Instant, shortDateTime, Zone } from "../../kernel/calendar.ts"
import type { CampaignId, PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import {
  type ExportedFile,
  ExportFormat,
  ExportId,
  ExportStateTag,
  ExportSubject,
} from "./model.ts"
import type { Export, RequestedExport } from "./state.ts"

/** A file as the line of its export shows it: not where it is stored. */
const ShownFile = Schema.Struct({
  fileName: Schema.String,
  mediaType: Schema.String,
  bytes: Schema.Int,
}).annotate({ identifier: "ExportFileLine" })

/**
 * One export's line: its progress, then its files until they are removed. `due` is the moment from
 * which a worker has something to do with it, null when there is nothing left.
 */
export const ExportRow = Schema.Struct({
  export: ExportId,
  subject: ExportSubject,
  label: Schema.String,
  format: ExportFormat,
  state: ExportStateTag,
  requestedAt: Instant,
  done: Schema.Int,
  total: Schema.Int,
  files: Schema.Array(ShownFile),
  until: Schema.NullOr(Instant),
  reason: Schema.NullOr(Schema.String),
  due: Schema.NullOr(Instant),
}).annotate({ identifier: "ExportRow" })
export type ExportRow = typeof ExportRow.Type

/** The scope of the exports that wait for a worker. */
export const exportQueue = "queue"

/** The scope of the exports whose files are kept, to be removed in their time. */
export const exportExpiry = "expiry"

/** The scope of the exports of a campaign. */
export const exportsOfCampaign = (campaign: CampaignId): string => `campaign:${campaign}`

/** The scope of the exports that a person asked for. */
export const exportsOfPerson = (person: PersonId): string => `person:${person}`

/** The exports; its scope is one of the four above. */
export const exportList: View<Export, ExportRow> = {
  name: "interviews.exports",
  sortColumns: ["requested-at", "due", "label", "format", "state"],
  filterNames: ["state", "kind"],
  entries: (state) => {
    if (state._tag === "none") return []
    const row = exportRow(state)
    return scopesOf(state).map((scope) => entryIn(scope, row))
  },
}

/** The lists that an export feeds. */
export const exportViews: ReadonlyArray<View<Export, unknown>> = [exportList]

/** Gives the line of an export. */
export const exportRow = (state: RequestedExport): ExportRow => ({
  export: state.export,
  subject: state.subject,
  label: state.label,
  format: state.format,
  state: state._tag,
  requestedAt: state.request.at,
  done: state._tag === "running" ? state.done : 0,
  total: state._tag === "running" ? state.total : 0,
  files: state._tag === "delivered" ? state.files.map(shown) : [],
  until: state._tag === "delivered" || state._tag === "expired" ? state.until : null,
  reason: state._tag === "failed" ? state.reason : null,
  due: dueOf(state),
})

const paris = Zone.make("Europe/Paris")

/** Gives the moment at which an export was asked for as lists show it: in Paris, it has no place. */
export const requestedText = ({ requestedAt }: Pick<ExportRow, "requestedAt">): string =>
  shortDateTime(requestedAt, paris)

const shown = ({ fileName, mediaType, bytes }: ExportedFile): typeof ShownFile.Type => ({
  fileName,
  mediaType,
  bytes,
})

const dueOf = (state: RequestedExport): Instant | null => {
  if (state._tag === "requested") return state.request.at
  return state._tag === "running" || state._tag === "delivered" ? state.until : null
}

const scopesOf = (state: RequestedExport): ReadonlyArray<string> => [
  exportsOfPerson(state.request.by.person),
  ...(state.subject._tag === "own-file" ? [] : [exportsOfCampaign(state.subject.campaign)]),
  ...(state._tag === "requested" || state._tag === "running" ? [exportQueue] : []),
  ...(state._tag === "delivered" ? [exportExpiry] : []),
]

const statesInOrder: ReadonlyArray<string> = ExportStateTag.literals

const entryIn = (scope: string, row: ExportRow): Entry<ExportRow> => ({
  scope,
  // Tells apart the lines that one export has in several scopes.
  part: scope.split(":")[0] ?? "",
  sorts: {
    "requested-at": row.requestedAt,
    due: row.due ?? "",
    label: foldedKey(row.label),
    format: row.format,
    state: String(statesInOrder.indexOf(row.state)),
  },
  filters: { state: [row.state], kind: [row.subject._tag] },
  search: foldedKey(`${row.label} ${row.format} ${requestedText(row)}`),
  row,
})
