/**
 * The decisions of the committee's part (commission administrative paritaire, CAP, or commission
 * consultative paritaire, CCP): the referral, the opinion, what the authority decides after it.
 */
import * as Result from "effect/Result"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import type { AppealRefusal } from "../refusals.ts"
import { committeeEnd, committeeStart, earliestReferral } from "../rules.ts"
import type { AppealIn } from "../state.ts"
import { actorRefusal } from "./actors.ts"
import { answerPeriodRefusal, unansweredEvent } from "./silence.ts"
import { dateRefusal, revisionRefusal, todayOf } from "./checks.ts"

type Decided = Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal>
type CommandOf<Tag extends AppealCommand["_tag"]> = Extract<AppealCommand, { readonly _tag: Tag }>

/**
 * Refers the report to the committee, late or not.
 *
 * Decision: acknowledging the report that the authority revised attests its receipt, not agreement,
 * so an appeal concluded that way can still be referred; one that the committee has seen cannot.
 * The agent's way to the committee opens with the end of the authority's period, whether its silence
 * was recorded yet or not: a referral that comes first records it.
 */
export const referToCommittee = (
  command: CommandOf<"referToCommittee">,
  state: AppealIn<"lodged" | "answered" | "unanswered" | "concluded">,
): Decided => {
  const { _tag, at, by, date } = command
  const refused = actorRefusal(command, ["agent"], state)
  if (refused !== undefined) return Result.fail(refused)
  if (state._tag === "concluded" && state.committee !== undefined) {
    return Result.fail({ _tag: "appeal.illegal-transition", command: _tag, state: state._tag })
  }
  const running = state._tag === "lodged" ? answerPeriodRefusal(command, state) : undefined
  if (running !== undefined) return Result.fail(running)
  const end = committeeEnd(committeeStart(state), state)
  if (end === undefined) return Result.fail({ _tag: "appeal.no-committee" })
  const range = { earliest: earliestReferral(state), latest: todayOf(command, state) }
  const outOfRange = dateRefusal(date, range)
  if (outOfRange !== undefined) return Result.fail(outOfRange)
  const { lastDay } = end
  return Result.succeed([
    ...(state._tag === "lodged" ? [unansweredEvent(command, state)] : []),
    { _tag: "CommitteeReferred", at, by, on: date, lastDay, late: date > lastDay },
  ])
}

/** Keeps the opinion; there is one. */
export const recordOpinion = (
  command: CommandOf<"recordOpinion">,
  state: AppealIn<"referred">,
): Decided => {
  const { at, by, date, text } = command
  const refused = actorRefusal(command, ["authority", "hr-service"], state)
  if (refused !== undefined) return Result.fail(refused)
  if (state.opinion !== undefined) {
    return Result.fail({ _tag: "appeal.opinion-already-recorded", on: state.opinion.on })
  }
  const range = { earliest: state.referral.on, latest: todayOf(command, state) }
  const outOfRange = dateRefusal(date, range)
  return outOfRange === undefined
    ? Result.succeed([{ _tag: "OpinionRecorded", at, by, on: date, text }])
    : Result.fail(outOfRange)
}

/** Decides after the opinion, which does not bind the authority. */
export const decideAppeal = (
  command: CommandOf<"decide">,
  state: AppealIn<"referred">,
): Decided => {
  const { at, by, agent, date, outcome, revised } = command
  const refused = actorRefusal(command, ["authority"], state)
  if (refused !== undefined) return Result.fail(refused)
  if (state.opinion === undefined) return Result.fail({ _tag: "appeal.opinion-missing" })
  const range = { earliest: state.opinion.on, latest: todayOf(command, state) }
  const wrong = dateRefusal(date, range) ?? revisionRefusal(outcome, revised)
  if (wrong !== undefined) return Result.fail(wrong)
  return Result.succeed([
    {
      _tag: "AppealDecided",
      at,
      by,
      agent,
      on: date,
      outcome,
      ...(revised === undefined ? {} : { revised }),
    },
  ])
}
