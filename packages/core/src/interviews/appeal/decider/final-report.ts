/** The decisions on the final report (compte rendu définitif): notified, acknowledged, filed. */
import * as Result from "effect/Result"
import { hasReached } from "../../interview/model.ts"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
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
  const refused = actorRefusal(command, ["superior", "hr-service"], state)
  if (refused !== undefined) return Result.fail(refused)
  if (final === undefined) return Result.fail({ _tag: "appeal.no-revised-report" })
  if (final.notification !== undefined) {
    const { on } = final.notification
    return Result.fail({ _tag: "appeal.final-report-already-notified", on })
  }
  const range = { earliest: final.revisedOn, latest: todayOf(command, state) }
  const outOfRange = dateRefusal(notification.on, range)
  if (outOfRange !== undefined) return Result.fail(outOfRange)
  return Result.succeed([
    hasReached(notification)
      ? { _tag: "FinalReportNotified", at, by, agent, notification }
      : { _tag: "FinalReportNotificationTried", at, by, notification },
  ])
}

/** Keeps that the personnel file has the final report; quiet when it is known. */
export const handOver = (
  command: CommandOf<"recordFinalHandOver">,
  state: AppealIn<"concluded">,
): Decided => {
  const { at, by } = command
  const refused = actorRefusal(command, ["scheduler"], state)
  if (refused !== undefined) return Result.fail(refused)
  return Result.succeed(state.handedOver ? [] : [{ _tag: "FinalReportHandedOver", at, by }])
}

/** Acknowledges the final report once it reached the agent. */
export const acknowledge = (
  command: CommandOf<"acknowledgeFinalReport">,
  state: Revised,
): Decided => {
  const { at, by, date } = command
  const { final } = state
  const refused = actorRefusal(command, ["agent"], state)
  if (refused !== undefined) return Result.fail(refused)
  if (final === undefined) return Result.fail({ _tag: "appeal.no-revised-report" })
  if (final.notification === undefined) {
    return Result.fail({ _tag: "appeal.final-report-not-notified" })
  }
  const range = { earliest: final.notification.on, latest: todayOf(command, state) }
  const outOfRange = dateRefusal(date, range)
  return outOfRange === undefined
    ? Result.succeed([{ _tag: "FinalReportAcknowledged", at, by, on: date }])
    : Result.fail(outOfRange)
}
