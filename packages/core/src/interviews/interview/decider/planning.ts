/** Opening an interview, preparing it, its date, and whether it took place. */
import type { Person } from "../../../kernel/ports.ts"
import { type CivilDate } from "../../../kernel/calendar.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { InterviewCommand } from "../commands.ts"
import type { InterviewRefusal } from "../refusals.ts"
import { dayOf } from "../rules/circuit.ts"
import {
  companyRefusal,
  discussedRefusal,
  durationWarning,
  enclosureRefusal,
  heldDateRefusal,
  isLateInterview,
  noticeRefusal,
  shortNoticeWarning,
} from "../rules/planning.ts"
import type { OpenedInterview } from "../state.ts"
import {
  type Delegable,
  delegationRefusal,
  isHumanResources,
  isScheduler,
  isSuperior,
  notAllowed,
} from "./actors.ts"
import { actOf, answer, type CommandOf, type Decided, reachable, type StateOf } from "./answer.ts"

/** An interview that can be given a date. */
type Undated = StateOf<"to-schedule" | "not-held">

/** An interview that did not take place yet. */
type Awaited = Undated | StateOf<"proposed">

const superiorRefusal = (
  command: InterviewCommand,
  state: OpenedInterview,
  what: Delegable = "delegable",
): InterviewRefusal | undefined =>
  isSuperior(command.by, state) ? delegationRefusal(command, what) : notAllowed(command)

/** Opens an interview: only a campaign does, for its HR service or its administrators. */
export const openInterview = (command: CommandOf<"openInterview">): Decided => {
  const { _tag, ...opened } = command
  const { by, agent, superior } = command
  const isOpener = isHumanResources(by) || isScheduler(by)
  return answer(
    (isOpener ? delegationRefusal(command, "delegable") : notAllowed(command)) ??
      selfRefusal(agent, superior) ??
      sameAuthorityRefusal(command),
    () => [{ _tag: "InterviewOpened", ...opened }],
  )
}

/** Refuses an agent as his own superior. */
export const selfRefusal = (agent: Person, superior: Person): InterviewRefusal | undefined =>
  agent.id === superior.id ? { _tag: "interview.evaluates-self", agent: agent.id } : undefined

/** Refuses as authority the agent, or the direct superior, who would endorse his own report. */
export const sameAuthorityRefusal = ({
  agent,
  superior,
  authority,
}: Pick<OpenedInterview, "agent" | "superior" | "authority">): InterviewRefusal | undefined => {
  if (authority.id === agent.id) {
    return { _tag: "interview.authority-not-distinct", authority: authority.id, from: "agent" }
  }
  return authority.id === superior.id
    ? { _tag: "interview.authority-not-distinct", authority: authority.id, from: "superior" }
    : undefined
}

/** Keeps the superior's notes, one a point of the template at most. */
export const prepareInterview = (
  command: CommandOf<"prepareInterview">,
  state: Awaited,
): Decided => {
  const { notes, terms } = command
  const maximum = terms.template.preparation.length
  return answer(
    superiorRefusal(command, state) ??
      (notes.length > maximum ? { _tag: "interview.too-many-notes", maximum } : undefined),
    () => [{ _tag: "InterviewPrepared", ...actOf(command), notes }],
  )
}

/** Proposes a date, with its documents. */
export const proposeDate = (command: CommandOf<"proposeDate">, state: Undated): Decided => {
  const { terms, meeting, enclosures, agent } = command
  return answer(
    superiorRefusal(command, state) ??
      enclosureRefusal(terms, enclosures) ??
      meetingRefusal(command, state),
    () => [
      {
        _tag: "InterviewProposed",
        ...actOf(command),
        meeting,
        enclosures,
        late: isLateInterview(terms, meeting.date),
        agent: reachable(agent, state),
      },
    ],
  )
}

/** Changes the date, which is an exception: the notice runs again. */
export const postpone = (command: CommandOf<"postpone">, state: StateOf<"proposed">): Decided => {
  const { terms, meeting, reason, agent } = command
  return answer(superiorRefusal(command, state) ?? meetingRefusal(command, state), () => [
    {
      _tag: "InterviewPostponed",
      ...actOf(command),
      former: state.meeting,
      meeting,
      reason,
      late: isLateInterview(terms, meeting.date),
      agent: reachable(agent, state),
    },
  ])
}

const meetingRefusal = (
  command: CommandOf<"proposeDate" | "postpone">,
  state: OpenedInterview,
): InterviewRefusal | undefined => {
  const {
    terms,
    meeting: { date, durationMinutes },
    acknowledged,
  } = command
  return (
    noticeRefusal(terms, { date, today: dayOf(command, terms) }) ??
    durationWarning(terms, state, { durationMinutes, acknowledged })
  )
}

/** Withdraws the date. */
export const unplan = (command: CommandOf<"unplan">, state: StateOf<"proposed">): Decided =>
  answer(superiorRefusal(command, state), () => [
    {
      _tag: "InterviewUnplanned",
      ...actOf(command),
      former: state.meeting,
      reason: command.reason,
      agent: reachable(command.agent, state),
    },
  ])

/** Says that the interview took place; the direct superior does so himself. */
export const recordHeld = (
  command: CommandOf<"recordHeld">,
  state: StateOf<"proposed">,
): Decided => {
  const { terms, date, durationMinutes, participants, discussed, acknowledged } = command
  const today = dayOf(command, terms)
  return answer(
    superiorRefusal(command, state, "personal") ??
      heldDateRefusal(date, { proposedOn: proposalDay(state, terms), today }) ??
      companyRefusal(state, participants) ??
      discussedRefusal(terms, discussed) ??
      shortNoticeWarning(terms, state, {
        date,
        proposedOn: noticeDay(state, terms),
        acknowledged,
      }) ??
      durationWarning(terms, state, { durationMinutes, acknowledged }),
    () => [
      {
        _tag: "InterviewHeld",
        ...actOf(command),
        date,
        durationMinutes,
        superior: state.superior,
        participants: [state.agent.id, state.superior.id],
        discussed: [...new Set(discussed)],
        late: isLateInterview(terms, date),
      },
    ],
  )
}

// A new date has a notice of its own.
const noticeDay = ({ acts }: OpenedInterview, terms: CampaignTerms): CivilDate =>
  dayOf(
    acts.findLast(({ _tag }) => _tag === "InterviewProposed" || _tag === "InterviewPostponed") ??
      acts[0],
    terms,
  )

// The file is proposed by an act; its opening stands in for a file that a portal brought over.
const proposalDay = ({ acts }: OpenedInterview, terms: CampaignTerms): CivilDate =>
  dayOf(acts.findLast(({ _tag }) => _tag === "InterviewProposed") ?? acts[0], terms)

/** Says that the interview did not take place, once its date has passed. */
export const recordNotHeld = (
  command: CommandOf<"recordNotHeld">,
  state: StateOf<"proposed">,
): Decided => {
  const { terms, reason, details } = command
  const { date } = state.meeting
  const today = dayOf(command, terms)
  return answer(
    superiorRefusal(command, state) ??
      (today <= date ? { _tag: "interview.date-not-passed", date, today } : undefined),
    () => [
      {
        _tag: "InterviewNotHeld",
        ...actOf(command),
        reason,
        ...(details === undefined ? {} : { details }),
      },
    ],
  )
}
