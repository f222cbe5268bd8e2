/** What each command does to an export, state by state. */
import * as Result from "effect/Result"
import type { Actor } from "../../../kernel/identity.ts"
import { responsiblePerson } from "../../../kernel/identity.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type { DecisionTable, WithTag } from "../../../kernel/machine.ts"
import type { ExportCommand } from "../commands.ts"
import type { ExportEvent } from "../events.ts"
import { exportAttempts, type ExportFormat, formatsOf } from "../model.ts"
import type { ExportRefusal } from "../refusals.ts"
import type { Export } from "../state.ts"

type Decided = Result.Result<ReadonlyArray<ExportEvent>, ExportRefusal>
type Command<Tag extends ExportCommand["_tag"]> = WithTag<ExportCommand, Tag>

/** The table of decisions. */
export const decisions: DecisionTable<Export, ExportCommand, ExportEvent, ExportRefusal> = {
  requestExport: { none: request },
  takeExport: {
    requested: ({ at, by, until }) =>
      bySystem("takeExport", by) ?? Result.succeed([{ _tag: "ExportTaken", at, by, until }]),
    running: takeAgain,
  },
  progressExport: {
    running: ({ _tag, ...progress }) =>
      bySystem(_tag, progress.by) ?? Result.succeed([{ _tag: "ExportProgressed", ...progress }]),
  },
  deliverExport: {
    running: ({ at, by, files, attached, until }) =>
      bySystem("deliverExport", by) ??
      Result.succeed([{ _tag: "ExportDelivered", at, by, files, attached, until }]),
  },
  failExport: {
    running: ({ at, by, reason }, { attempts }) =>
      bySystem("failExport", by) ??
      Result.succeed([{ _tag: "ExportFailed", at, by, reason, again: attempts < exportAttempts }]),
  },
  expireExport: {
    delivered: ({ at, by }, { until }) => {
      const refused = bySystem("expireExport", by)
      if (refused !== undefined) return refused
      return at < until
        ? Result.fail({ _tag: "export.not-expired", until })
        : Result.succeed([{ _tag: "ExportExpired", at, by }])
    },
  },
}

const notAllowed = (command: string, { capacity }: Actor): Result.Result<never, ExportRefusal> =>
  Result.fail({ _tag: "actor.not-allowed", command, capacity })

const bySystem = (command: string, by: Actor): Result.Result<never, ExportRefusal> | undefined =>
  by.capacity === "system" ? undefined : notAllowed(command, by)

function request({
  _tag,
  superiors,
  interviews,
  format,
  ...command
}: Command<"requestExport">): Decided {
  const { by, subject, requester } = command
  if (!mayExport(by, subject, superiors)) return notAllowed(_tag, by)
  const known = formatsOf[subject._tag]
  const chosen: ExportFormat | undefined = known.find((one) => one === format)
  if (chosen === undefined) return Result.fail({ _tag: "export.unknown-format", format, known })
  if (interviews === 0) return Result.fail({ _tag: "export.nothing-to-export" })
  if (!isMailAddress(requester.address)) {
    return Result.fail({ _tag: "export.no-address", person: by.person })
  }
  return Result.succeed([{ _tag: "ExportRequested", ...command, format: chosen }])
}

// A superior prints the interviews of his own team and exports nothing else; an agent's file is his.
const mayExport = (
  by: Actor,
  subject: Command<"requestExport">["subject"],
  superiors: Command<"requestExport">["superiors"],
): boolean => {
  const person = responsiblePerson(by)
  if (subject._tag === "own-file") {
    // Nobody asks for it on the agent's behalf: a header proves no delegation.
    return by.capacity === "agent" && by.onBehalfOf === undefined && by.person === subject.agent
  }
  if (by.capacity === "administrator" || by.capacity === "hr-service") return true
  return (
    subject._tag === "print" &&
    by.capacity === "superior" &&
    superiors.every((superior) => superior === person)
  )
}

const interrupted = "interrupted"

// A worker that said nothing in its time has died: another one takes the export, or it is given up.
function takeAgain(
  { at, by, until }: Command<"takeExport">,
  running: Extract<Export, { readonly _tag: "running" }>,
): Decided {
  const refused = bySystem("takeExport", by)
  if (refused !== undefined) return refused
  if (at < running.until) return Result.fail({ _tag: "export.taken", until: running.until })
  return Result.succeed(
    running.attempts < exportAttempts
      ? [{ _tag: "ExportTaken", at, by, until }]
      : [{ _tag: "ExportFailed", at, by, reason: interrupted, again: false }],
  )
}
