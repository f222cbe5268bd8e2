/** The transitions of an export, refusals included. */
import type { Transition } from "../../../kernel/machine.ts"
import type { ExportCommand } from "../commands.ts"
import type { ExportEvent } from "../events.ts"
import type { ExportRefusal } from "../refusals.ts"
import type { Export } from "../state.ts"

type Row = Transition<Export, ExportCommand, ExportEvent, ExportRefusal>

const stranger = (command: Row["command"], ...from: Row["from"]): Row => ({
  from,
  command,
  when: "actor is not a worker",
  refused: "actor.not-allowed",
  requirements: ["CAM-15"],
})

const row = (
  from: Row["from"][number],
  command: Row["command"],
  outcome: {
    readonly when: string
    readonly to: Export["_tag"] | "unchanged"
    readonly emits: ReadonlyArray<ExportEvent["_tag"]>
  },
): Row => ({ from: [from], command, ...outcome, requirements: ["CAM-15"] })

/** The rows of the table. */
export const transitions: ReadonlyArray<Row> = [
  {
    from: ["none"],
    command: "requestExport",
    when: "the actor may, the format is known, he has an address",
    to: "requested",
    emits: ["ExportRequested"],
    requirements: ["CAM-14", "CAM-15", "CAM-22", "ENT-21"],
  },
  {
    from: ["none"],
    command: "requestExport",
    when: "not an administrator's, the HR service's, a superior's print or an agent's own file",
    refused: "actor.not-allowed",
    requirements: ["CAM-01"],
  },
  {
    from: ["none"],
    command: "requestExport",
    when: "any other format",
    refused: "export.unknown-format",
    requirements: ["CAM-14"],
  },
  {
    from: ["none"],
    command: "requestExport",
    when: "it would hold no interview",
    refused: "export.nothing-to-export",
    requirements: ["CAM-14"],
  },
  {
    from: ["none"],
    command: "requestExport",
    when: "no mail can reach the requester",
    refused: "export.no-address",
    requirements: ["CAM-15"],
  },
  row("requested", "takeExport", { when: "a worker", to: "running", emits: ["ExportTaken"] }),
  row("running", "takeExport", {
    when: "the time of the worker is over",
    to: "unchanged",
    emits: ["ExportTaken"],
  }),
  row("running", "takeExport", {
    when: "the time of the worker is over, for the third time",
    to: "failed",
    emits: ["ExportFailed"],
  }),
  {
    from: ["running"],
    command: "takeExport",
    when: "another worker makes it",
    refused: "export.taken",
    requirements: ["CAM-15"],
  },
  stranger("takeExport", "requested", "running"),
  row("running", "progressExport", {
    when: "a worker",
    to: "unchanged",
    emits: ["ExportProgressed"],
  }),
  stranger("progressExport", "running"),
  row("running", "deliverExport", {
    when: "a worker",
    to: "delivered",
    emits: ["ExportDelivered"],
  }),
  stranger("deliverExport", "running"),
  row("running", "failExport", {
    when: "tried fewer than three times",
    to: "requested",
    emits: ["ExportFailed"],
  }),
  row("running", "failExport", {
    when: "tried three times",
    to: "failed",
    emits: ["ExportFailed"],
  }),
  stranger("failExport", "running"),
  row("delivered", "expireExport", {
    when: "its time is over",
    to: "expired",
    emits: ["ExportExpired"],
  }),
  {
    from: ["delivered"],
    command: "expireExport",
    when: "its time is not over",
    refused: "export.not-expired",
    requirements: ["CAM-15"],
  },
  stranger("expireExport", "delivered"),
]
