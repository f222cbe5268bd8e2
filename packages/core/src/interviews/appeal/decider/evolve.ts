/** What each event changes. It computes and never judges; the act itself is kept. */
import type { AppealEvent } from "../events.ts"
import { fileOf, isRevised } from "../rules/final-reports.ts"
import type { AcknowledgedReport, FinalReport } from "../model.ts"
import type { Appeal, AppealIn, LodgedAppeal } from "../state.ts"

/** Gives the state after an event, whatever the state: only the decisions know what may follow. */
export const evolve = (state: Appeal, event: AppealEvent): Appeal => {
  if (event._tag === "AppealLodged") return lodged(event)
  return state._tag === "none" ? state : evolveLodged(state, event)
}

type EventOf<Tag extends AppealEvent["_tag"]> = Extract<AppealEvent, { readonly _tag: Tag }>
type LaterEvent = Exclude<AppealEvent, EventOf<"AppealLodged">>

const lodged = (event: EventOf<"AppealLodged">): Appeal => {
  const { _tag, at, by, on, grounds, lastDay, late, answerBy, ...file } = event
  return {
    _tag: "lodged",
    ...file,
    lodging: { on, grounds, lastDay, late },
    answerBy,
    acts: [event],
  }
}

const evolveLodged = (before: LodgedAppeal, event: LaterEvent): Appeal => {
  const state: LodgedAppeal = { ...before, acts: [...before.acts, event] }
  switch (event._tag) {
    case "AppealAnswered":
      return answered(state, event)
    case "AppealUnanswered":
      return { _tag: "unanswered", ...fileOf(state), ...committeeByOf(event) }
    case "CommitteeReferred":
      return referred(state, event)
    case "OpinionRecorded":
      return state._tag === "referred"
        ? { ...state, opinion: { on: event.on, text: event.text } }
        : state
    case "AppealDecided":
      return state._tag === "referred" ? decided(state, event) : state
    case "AppealAuthorityReplaced":
      return { ...state, authority: event.authority }
    case "FinalReportNotificationTried":
      return { ...state, agent: event.agent }
    case "FinalReportNotified": {
      const { agent, notification } = event
      return (state._tag === "answered" || state._tag === "decided") && isRevised(state)
        ? { ...state, agent, final: { ...state.final, notification } }
        : { ...state, agent }
    }
    case "FinalReportAcknowledged":
      return concluded(state, { acknowledgedOn: event.on })
    case "FinalReportAcknowledgementRefused": {
      const { on: acknowledgedOn, witness } = event
      return concluded(state, { acknowledgedOn, refusal: { witness } })
    }
    case "FinalReportHandedOver":
      return handedOver(state, event)
    default:
      return event satisfies never
  }
}

const answered = (state: LodgedAppeal, event: EventOf<"AppealAnswered">): Appeal => {
  const { agent, on, outcome, reasons, late, interviewHeldOn } = event
  return {
    _tag: "answered",
    ...fileOf(state),
    agent,
    answer: {
      on,
      outcome,
      reasons,
      late,
      ...(interviewHeldOn === undefined ? {} : { interviewHeldOn }),
    },
    ...committeeByOf(event),
    ...revisedBy(event),
  }
}

// A final report that the agent acknowledged is over and kept; one that he has not is still owed.
const referred = (state: LodgedAppeal, event: EventOf<"CommitteeReferred">): Appeal => {
  const { on, lastDay, late } = event
  return {
    _tag: "referred",
    ...fileOf(state),
    ...answerOf(state),
    ...(state._tag === "answered" ? finalOf(state) : {}),
    ...(state._tag === "concluded" ? { former: acknowledgedOf(state) } : {}),
    referral: { on, lastDay, late },
  }
}

const decided = (state: AppealIn<"referred">, event: EventOf<"AppealDecided">): Appeal => {
  const { agent, on, outcome } = event
  if (state.opinion === undefined) return { ...state, agent }
  return {
    _tag: "decided",
    ...fileOf(state),
    agent,
    ...answerOf(state),
    ...finalOf(state),
    ...revisedBy(event),
    ...formerOf(state),
    referral: state.referral,
    opinion: state.opinion,
    decision: { on, outcome },
  }
}

type Acknowledgement = Pick<AcknowledgedReport, "acknowledgedOn" | "refusal">

const concluded = (state: LodgedAppeal, acknowledgement: Acknowledgement): Appeal => {
  if (state._tag !== "answered" && state._tag !== "decided") return state
  if (!isRevised(state)) return state
  return {
    _tag: "concluded",
    ...fileOf(state),
    ...answerOf(state),
    final: state.final,
    ...acknowledgement,
    handedOver: false,
    ...(state._tag === "answered" ? committeeByOf(state) : courseOf(state)),
  }
}

const courseOf = (state: AppealIn<"decided">) => ({
  ...formerOf(state),
  committee: { referral: state.referral, opinion: state.opinion, decision: state.decision },
})

// The report of the answer was revised first, so it is filed first when both are of one day.
const handedOver = (
  state: LodgedAppeal,
  { revisedOn }: EventOf<"FinalReportHandedOver">,
): Appeal => {
  const former = "former" in state ? state.former : undefined
  if (former !== undefined && !former.handedOver && former.final.revisedOn === revisedOn) {
    return "former" in state ? { ...state, former: { ...former, handedOver: true } } : state
  }
  return state._tag === "concluded" && state.final.revisedOn === revisedOn
    ? { ...state, handedOver: true }
    : state
}

const acknowledgedOf = (state: AppealIn<"concluded">): AcknowledgedReport => {
  const { final, acknowledgedOn, handedOver: isFiled, refusal } = state
  return {
    final,
    acknowledgedOn,
    handedOver: isFiled,
    ...(refusal === undefined ? {} : { refusal }),
  }
}

const formerOf = ({ former }: Pick<AppealIn<"decided">, "former">) =>
  former === undefined ? {} : { former }

const answerOf = (state: LodgedAppeal) =>
  "answer" in state && state.answer !== undefined ? { answer: state.answer } : {}

const finalOf = ({ final }: { readonly final?: FinalReport }) =>
  final === undefined ? {} : { final }

const committeeByOf = ({ committeeBy }: Pick<EventOf<"AppealUnanswered">, "committeeBy">) =>
  committeeBy === undefined ? {} : { committeeBy }

const revisedBy = ({ on, revised }: Pick<EventOf<"AppealDecided">, "on" | "revised">) =>
  revised === undefined ? {} : { final: { report: revised, revisedOn: on } }
