/** The commands and events of an export of the tests. */
import { addMinutes } from "@convoque/core/kernel/calendar"
import type { ExportCommand } from "../../../src/interviews/export/commands.ts"
import type { ExportEvent } from "../../../src/interviews/export/events.ts"
import { ExportId } from "../../../src/interviews/export/model.ts"
import { byAdministrator, bySystem, campaign, on } from "../given.ts"

export type CommandOf<Tag extends ExportCommand["_tag"]> = Extract<
  ExportCommand,
  { readonly _tag: Tag }
>
export type EventOf<Tag extends ExportEvent["_tag"]> = Extract<ExportEvent, { readonly _tag: Tag }>
type Rest<Tag extends ExportCommand["_tag"]> = Partial<CommandOf<Tag>>

export const start = on("2026-02-02")
export const after = (minutes: number) => addMinutes(start, minutes)
export const exportId = ExportId.make("id-1")
export const requester = { name: "Anne Admin", address: "admin-1@academie.example" }
export const file = {
  fileName: "entretiens.xlsx",
  key: "interview-exports/id-1/1/entretiens.xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  bytes: 1200,
}
const asked = {
  export: exportId,
  subject: { _tag: "campaign", campaign },
  label: "Export XLSX",
  requester,
} as const

export const ask = (rest: Rest<"requestExport"> = {}): CommandOf<"requestExport"> => ({
  _tag: "requestExport",
  at: start,
  by: byAdministrator,
  ...asked,
  format: "xlsx",
  interviews: 3,
  superiors: [],
  ...rest,
})
export const take = (rest: Rest<"takeExport"> = {}): CommandOf<"takeExport"> => ({
  _tag: "takeExport",
  at: after(1),
  by: bySystem,
  until: after(16),
  ...rest,
})
export const progress = (rest: Rest<"progressExport"> = {}): CommandOf<"progressExport"> => ({
  _tag: "progressExport",
  at: after(2),
  by: bySystem,
  done: 1,
  total: 3,
  until: after(17),
  ...rest,
})
export const deliver = (rest: Rest<"deliverExport"> = {}): CommandOf<"deliverExport"> => ({
  _tag: "deliverExport",
  at: after(3),
  by: bySystem,
  files: [file],
  attached: true,
  until: after(10_000),
  ...rest,
})
export const fail = (rest: Rest<"failExport"> = {}): CommandOf<"failExport"> => ({
  _tag: "failExport",
  at: after(3),
  by: bySystem,
  reason: "StorageUnavailable",
  ...rest,
})
export const expire = (rest: Rest<"expireExport"> = {}): CommandOf<"expireExport"> => ({
  _tag: "expireExport",
  at: after(10_000),
  by: bySystem,
  ...rest,
})

export const requested: EventOf<"ExportRequested"> = {
  _tag: "ExportRequested",
  at: start,
  by: byAdministrator,
  ...asked,
  format: "xlsx",
}
export const taken = (minutes = 1): EventOf<"ExportTaken"> => ({
  _tag: "ExportTaken",
  at: after(minutes),
  by: bySystem,
  until: after(minutes + 15),
})
export const failed = (again: boolean, reason = "StorageUnavailable"): EventOf<"ExportFailed"> => ({
  _tag: "ExportFailed",
  at: after(3),
  by: bySystem,
  reason,
  again,
})
const { _tag: _progress, ...progressFields } = progress()
export const progressed: EventOf<"ExportProgressed"> = {
  _tag: "ExportProgressed",
  ...progressFields,
}
const { _tag: _deliver, ...deliverFields } = deliver()
export const delivered: EventOf<"ExportDelivered"> = { _tag: "ExportDelivered", ...deliverFields }
export const expired: EventOf<"ExportExpired"> = {
  _tag: "ExportExpired",
  at: after(10_000),
  by: bySystem,
}
