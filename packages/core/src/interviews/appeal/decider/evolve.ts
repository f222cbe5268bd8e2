/** What each event changes. It computes and never judges; the act itself is kept. */
import type { AppealEvent } from "../events.ts"
import type { FinalReport } from "../model.ts"
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
    case "FinalReportNotificationTried":
      return state
    case "FinalReportNotified": {
      const { agent, notification } = event
      return isRevised(state)
        ? { ...state, agent, final: { ...state.final, notification } }
        : { ...state, agent }
    }
    case "FinalReportAcknowledged":
      return isRevised(state) ? concluded(state, event) : state
    case "FinalReportHandedOver":
      return state._tag === "concluded" ? { ...state, handedOver: true } : state
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

// A final report that the agent acknowledged is over; one that he has not is still owed to him.
const referred = (state: LodgedAppeal, event: EventOf<"CommitteeReferred">): Appeal => {
  const { on, lastDay, late } = event
  return {
    _tag: "referred",
    ...fileOf(state),
    ...answerOf(state),
    ...(state._tag === "answered" ? finalOf(state) : {}),
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
    referral: state.referral,
    opinion: state.opinion,
    decision: { on, outcome },
  }
}

const concluded = (state: Revised, event: EventOf<"FinalReportAcknowledged">): Appeal => ({
  _tag: "concluded",
  ...fileOf(state),
  ...answerOf(state),
  final: state.final,
  acknowledgedOn: event.on,
  handedOver: false,
  ...(state._tag === "answered"
    ? committeeByOf(state)
    : {
        committee: { referral: state.referral, opinion: state.opinion, decision: state.decision },
      }),
})

type Revised = AppealIn<"answered" | "decided"> & { readonly final: FinalReport }

const isRevised = (state: LodgedAppeal): state is Revised =>
  (state._tag === "answered" || state._tag === "decided") && state.final !== undefined

const fileOf = (state: LodgedAppeal) => ({
  campaign: state.campaign,
  type: state.type,
  year: state.year,
  agent: state.agent,
  superior: state.superior,
  authority: state.authority,
  notifiedOn: state.notifiedOn,
  rules: state.rules,
  holidays: state.holidays,
  zone: state.zone,
  lodging: state.lodging,
  answerBy: state.answerBy,
  acts: state.acts,
})

const answerOf = (state: LodgedAppeal) =>
  "answer" in state && state.answer !== undefined ? { answer: state.answer } : {}

const finalOf = ({ final }: { readonly final?: FinalReport }) =>
  final === undefined ? {} : { final }

const committeeByOf = ({ committeeBy }: Pick<EventOf<"AppealUnanswered">, "committeeBy">) =>
  committeeBy === undefined ? {} : { committeeBy }

const revisedBy = ({ on, revised }: Pick<EventOf<"AppealDecided">, "on" | "revised">) =>
  revised === undefined ? {} : { final: { report: revised, revisedOn: on } }
