/** The decisions on the final report (compte rendu définitif): notified, acknowledged, filed. */
import * as Result from "effect/Result"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type { Person } from "../../../kernel/ports.ts"
import { hasReached } from "../../interview/model.ts"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import { unfiledReports } from "../rules/final-reports.ts"
import type { AcknowledgedReport } from "../model.ts"
import type { AppealRefusal } from "../refusals.ts"
import type { AppealIn } from "../state.ts"
import { actorRefusal } from "./actors.ts"
import { dateRefusal, todayOf } from "./checks.ts"

type Decided = Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal>
type CommandOf<Tag extends AppealCommand["_tag"]> = Extract<AppealCommand, { readonly _tag: Tag }>
type Revised = AppealIn<"answered" | "decided">

/** Notifies the final report; a notification that has not reached the agent is only kept as tried. */
export const notify = (command: CommandOf<"notifyFinalReport">, state: Revised): Decided => {
  const { at, by, agent, notification } = command
  const { final } = state
  // The direct superior is the interview's, who may be another one than when the appeal was lodged.
  const parties = { ...state, superior: command.superior }
  const refused = actorRefusal(command, ["superior", "hr-service"], parties)
  if (refused !== undefined) return Result.fail(refused)
  if (final === undefined) return Result.fail({ _tag: "appeal.no-revised-report" })
  if (final.notification !== undefined) {
    const { on } = final.notification
    return Result.fail({ _tag: "appeal.final-report-already-notified", on })
  }
  const range = { earliest: final.revisedOn, latest: todayOf(command, state) }
  const outOfRange = dateRefusal(notification.on, range)
  if (outOfRange !== undefined) return Result.fail(outOfRange)
  // A mail that is sent is the act itself: without an address nothing would leave.
  const { means, fate } = notification
  if (means === "mail" && fate === "sent" && !hasAddress(agent)) {
    return Result.fail({ _tag: "appeal.agent-without-address", agent: agent.id })
  }
  return Result.succeed([
    hasReached(notification)
      ? { _tag: "FinalReportNotified", at, by, agent, notification }
      : { _tag: "FinalReportNotificationTried", at, by, agent, notification },
  ])
}

const hasAddress = ({ email }: Person): boolean => email !== undefined && isMailAddress(email)

/** Keeps that the personnel file has a final report; quiet when it is known. */
export const handOver = (
  command: CommandOf<"recordFinalHandOver">,
  state: AppealIn<"referred" | "decided" | "concluded">,
): Decided => {
  const { at, by, revisedOn } = command
  const refused = actorRefusal(command, ["scheduler"], state)
  if (refused !== undefined) return Result.fail(refused)
  const isOf = ({ final }: Pick<AcknowledgedReport, "final">) => final.revisedOn === revisedOn
  const over = state._tag === "concluded" ? [state] : []
  if (![...over, ...(state.former === undefined ? [] : [state.former])].some(isOf)) {
    return Result.fail({ _tag: "appeal.no-revised-report" })
  }
  return Result.succeed(
    unfiledReports(state).some(isOf) ? [{ _tag: "FinalReportHandedOver", at, by, revisedOn }] : [],
  )
}

/** Acknowledges the final report once it reached the agent. */
export const acknowledge = (
  command: CommandOf<"acknowledgeFinalReport">,
  state: Revised,
): Decided => {
  const { at, by, date } = command
  const refused = actorRefusal(command, ["agent"], state) ?? receiptRefusal(command, state)
  return refused === undefined
    ? Result.succeed([{ _tag: "FinalReportAcknowledged", at, by, on: date }])
    : Result.fail(refused)
}

/**
 * Keeps before a witness that the agent does not acknowledge the final report that reached him.
 *
 * Decision: as for a signature, his silence keeps neither the report from the personnel file nor the
 * appeal open for ever.
 */
export const refuseAcknowledgement = (
  command: CommandOf<"recordAcknowledgementRefusal">,
  state: Revised,
): Decided => {
  const { at, by, date, witness } = command
  const refused = actorRefusal(command, ["hr-service"], state) ?? receiptRefusal(command, state)
  return refused === undefined
    ? Result.succeed([{ _tag: "FinalReportAcknowledgementRefused", at, by, on: date, witness }])
    : Result.fail(refused)
}

const receiptRefusal = (
  command: CommandOf<"acknowledgeFinalReport" | "recordAcknowledgementRefusal">,
  state: Revised,
): AppealRefusal | undefined => {
  const { final } = state
  if (final === undefined) return { _tag: "appeal.no-revised-report" }
  if (final.notification === undefined) return { _tag: "appeal.final-report-not-notified" }
  const range = { earliest: final.notification.on, latest: todayOf(command, state) }
  return dateRefusal(command.date, range)
}
