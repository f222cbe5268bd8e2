/** The silence of the authority: when its period is over, and what is recorded of it. */
import * as Result from "effect/Result"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import type { AppealRefusal } from "../refusals.ts"
import { committeeEnd } from "../rules.ts"
import type { AppealIn } from "../state.ts"
import { actorRefusal } from "./actors.ts"
import { todayOf } from "./checks.ts"

type Decided = Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal>
type CommandOf<Tag extends AppealCommand["_tag"]> = Extract<AppealCommand, { readonly _tag: Tag }>
type Act = Pick<AppealCommand, "at" | "by">

/** Refuses while the authority's answer may still come in time. */
export const answerPeriodRefusal = (
  command: Pick<Act, "at">,
  state: AppealIn<"lodged">,
): AppealRefusal | undefined => {
  const { answerBy: lastDay, rules } = state
  const today = todayOf(command, state)
  const legalSource = rules.answer.source
  return today <= lastDay
    ? { _tag: "appeal.answer-period-running", lastDay, today, legalSource }
    : undefined
}

/** Gives the event of a silence. */
export const unansweredEvent = ({ at, by }: Act, state: AppealIn<"lodged">): AppealEvent => {
  const { answerBy: lastDay } = state
  const committeeBy = committeeEnd(lastDay, state)?.lastDay
  return {
    _tag: "AppealUnanswered",
    at,
    by,
    lastDay,
    ...(committeeBy === undefined ? {} : { committeeBy }),
  }
}

/** Records that no answer came by the authority's last day. */
export const recordNoAnswer = (
  command: CommandOf<"recordNoAnswer">,
  state: AppealIn<"lodged">,
): Decided => {
  const refused = actorRefusal(command, ["scheduler"], state) ?? answerPeriodRefusal(command, state)
  return refused === undefined
    ? Result.succeed([unansweredEvent(command, state)])
    : Result.fail(refused)
}

/** Says nothing new: the silence is recorded. */
export const noAnswerAgain = (
  command: CommandOf<"recordNoAnswer">,
  state: AppealIn<"unanswered">,
): Decided => {
  const refused = actorRefusal(command, ["scheduler"], state)
  return refused === undefined ? Result.succeed([]) : Result.fail(refused)
}
