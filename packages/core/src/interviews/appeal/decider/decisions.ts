/** The table of decisions: command, then state. A pair that is absent is an illegal transition. */
import * as Result from "effect/Result"
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { DecisionTable } from "../../../kernel/machine.ts"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import type { AppealRefusal } from "../refusals.ts"
import { answerEnd, committeeEnd, lodgingEnd } from "../rules.ts"
import type { Appeal, AppealIn } from "../state.ts"
import { actorRefusal } from "./actors.ts"
import { replaceAuthority } from "./authority.ts"
import { dateRefusal, revisionRefusal, todayOf } from "./checks.ts"
import { decideAppeal, recordOpinion, referToCommittee } from "./committee.ts"
import { acknowledge, handOver, notify, refuseAcknowledgement } from "./final-report.ts"
import { noAnswerAgain, recordNoAnswer } from "./silence.ts"

type Decided = Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal>
type CommandOf<Tag extends AppealCommand["_tag"]> = Extract<AppealCommand, { readonly _tag: Tag }>

const lodge = (command: CommandOf<"lodgeHierarchicalAppeal">): Decided => {
  const { _tag, date, endorsed, notifiedOn, rules, ...file } = command
  const refused = actorRefusal(command, ["agent"], command)
  if (refused !== undefined) return Result.fail(refused)
  if (rules === undefined) return Result.fail({ _tag: "appeal.not-provided" })
  if (!endorsed) return Result.fail({ _tag: "appeal.report-not-endorsed" })
  if (notifiedOn === undefined) return Result.fail({ _tag: "appeal.report-not-notified" })
  const latest = civilDayAt(command.at, command.zone)
  const outOfRange = dateRefusal(date, { earliest: notifiedOn, latest })
  if (outOfRange !== undefined) return Result.fail(outOfRange)
  const counting = { rules, holidays: command.holidays }
  const { lastDay } = lodgingEnd(notifiedOn, counting)
  return Result.succeed([
    {
      _tag: "AppealLodged",
      ...file,
      notifiedOn,
      rules,
      on: date,
      lastDay,
      late: date > lastDay,
      answerBy: answerEnd(date, counting).lastDay,
    },
  ])
}

const interviewRefusal = (
  { date, interviewHeldOn }: CommandOf<"answerAppeal">,
  { rules, lodging }: AppealIn<"lodged" | "unanswered">,
): AppealRefusal | undefined => {
  if (interviewHeldOn !== undefined) {
    return dateRefusal(interviewHeldOn, { earliest: lodging.on, latest: date })
  }
  return rules.complementaryInterview
    ? { _tag: "appeal.complementary-interview-missing", legalSource: rules.answer.source }
    : undefined
}

const answer = (
  command: CommandOf<"answerAppeal">,
  state: AppealIn<"lodged" | "unanswered">,
): Decided => {
  const { at, by, agent, date, outcome, reasons, interviewHeldOn, revised } = command
  const refused =
    actorRefusal(command, ["authority"], state) ??
    dateRefusal(date, { earliest: state.lodging.on, latest: todayOf(command, state) }) ??
    interviewRefusal(command, state) ??
    revisionRefusal(outcome, revised)
  if (refused !== undefined) return Result.fail(refused)
  const committeeBy = committeeEnd(date, state)?.lastDay
  return Result.succeed([
    {
      _tag: "AppealAnswered",
      at,
      by,
      agent,
      on: date,
      outcome,
      reasons,
      late: date > state.answerBy,
      ...(interviewHeldOn === undefined ? {} : { interviewHeldOn }),
      ...(revised === undefined ? {} : { revised }),
      ...(committeeBy === undefined ? {} : { committeeBy }),
    },
  ])
}

/** The decisions of an appeal, in the order of the catalogue. */
export const decisions: DecisionTable<Appeal, AppealCommand, AppealEvent, AppealRefusal> = {
  lodgeHierarchicalAppeal: { none: lodge },
  // Decision: the law gives no effect to silence but the way to the committee, so an answer that
  // comes after it is still an answer, late, as long as the committee has not been asked.
  answerAppeal: { lodged: answer, unanswered: answer },
  recordNoAnswer: { lodged: recordNoAnswer, unanswered: noAnswerAgain },
  referToCommittee: {
    lodged: referToCommittee,
    answered: referToCommittee,
    unanswered: referToCommittee,
    concluded: referToCommittee,
  },
  recordOpinion: { referred: recordOpinion },
  decide: { referred: decideAppeal },
  replaceAuthority: {
    lodged: replaceAuthority,
    answered: replaceAuthority,
    unanswered: replaceAuthority,
    referred: replaceAuthority,
  },
  notifyFinalReport: { answered: notify, decided: notify },
  acknowledgeFinalReport: { answered: acknowledge, decided: acknowledge },
  recordAcknowledgementRefusal: {
    answered: refuseAcknowledgement,
    decided: refuseAcknowledgement,
  },
  recordFinalHandOver: { referred: handOver, decided: handOver, concluded: handOver },
}
