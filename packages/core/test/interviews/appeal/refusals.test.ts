/** Each refusal of an appeal, provoked and compared field by field. */
import { fold } from "@convoque/core/kernel/machine"
import { deepFrozen, given } from "@convoque/testing"
import { expect, test } from "vitest"
import type { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import { type AppealRefusal, appealGrounds } from "../../../src/interviews/appeal/refusals.ts"
import {
  acknowledge,
  agent,
  answer,
  authority,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  day,
  decideAfter,
  endOfDuties,
  history,
  id,
  lodge,
  lodged,
  notified,
  notify,
  on,
  opinionRecorded,
  partlyGranted,
  recordNoAnswer,
  recordOpinion,
  refer,
  revised,
  rulesWithInterview,
  rulesWithoutCommittee,
  source,
  superior,
  under,
} from "./given.ts"
import { type Case, illegal } from "./illegal-transitions.ts"

const withOpinion = [...history.referred, opinionRecorded]
const delegation = { from: day("2026-02-01"), until: day("2026-02-10") }
const forAgent = { ...byAgent, person: id("friend-1"), onBehalfOf: agent.id, delegation }
const forAuthority = { ...byAuthority, person: id("deputy-1"), onBehalfOf: authority.id }

const { rules: _, ...withoutRules } = lodge()
const { notifiedOn: __, ...notNotified } = lodge()
const { revised: ___, ...withoutReport } = decideAfter()

const range = (earliest: string, date: string, latest: string): AppealRefusal => ({
  _tag: "appeal.date-out-of-range",
  date: day(date),
  earliest: day(earliest),
  latest: day(latest),
})

const notAllowed = (
  command: AppealCommand["_tag"],
  capacity: (typeof byAgent)["capacity"],
): AppealRefusal => ({ _tag: "actor.not-allowed", command, capacity })

const actors: ReadonlyArray<Case> = [
  {
    title: "ENT-27 only the agent of the interview appeals",
    past: history.none,
    command: lodge({ by: { ...byAgent, person: id("agent-2") } }),
    refused: notAllowed("lodgeHierarchicalAppeal", "agent"),
  },
  {
    title: "ENT-22 ENT-27 nobody appeals on the agent's behalf",
    past: history.none,
    command: lodge({ by: forAgent }),
    refused: { _tag: "delegation.not-allowed", command: "lodgeHierarchicalAppeal" },
  },
  {
    title: "ENT-22 ENT-27 nobody asks the committee on his behalf",
    past: history.answered,
    command: refer({ by: forAgent }),
    refused: { _tag: "delegation.not-allowed", command: "referToCommittee" },
  },
  {
    title: "ENT-22 ENT-27 nobody acknowledges on his behalf",
    past: [lodged, partlyGranted, notified],
    command: acknowledge({ by: forAgent }),
    refused: { _tag: "delegation.not-allowed", command: "acknowledgeFinalReport" },
  },
  {
    title: "ENT-27 the superior does not answer",
    past: history.lodged,
    command: answer({ by: bySuperior }),
    refused: notAllowed("answerAppeal", "superior"),
  },
  {
    title: "ENT-27 another authority does not answer",
    past: history.unanswered,
    command: answer({ by: { ...byAuthority, person: id("authority-2") } }),
    refused: notAllowed("answerAppeal", "authority"),
  },
  {
    title: "ENT-22 who acts for the authority shows his delegation",
    past: history.lodged,
    command: answer({ by: forAuthority }),
    refused: { _tag: "delegation.not-allowed", command: "answerAppeal" },
  },
  {
    title: "ENT-22 a delegate decides on the days of his delegation only",
    past: withOpinion,
    command: decideAfter({ by: { ...forAuthority, delegation } }),
    refused: { _tag: "delegation.not-in-force", ...delegation, today: day("2026-03-16") },
  },
  {
    title: "ENT-22 nor before its first day",
    past: history.lodged,
    command: answer({ by: { ...forAuthority, delegation } }),
    refused: { _tag: "delegation.not-in-force", ...delegation, today: day("2026-01-20") },
  },
  {
    title: "ENT-27 nobody but the scheduler records that there is no answer",
    past: history.lodged,
    command: recordNoAnswer({ by: byAgent }),
    refused: notAllowed("recordNoAnswer", "agent"),
  },
  {
    title: "ENT-27 not even a second time",
    past: history.unanswered,
    command: recordNoAnswer({ by: byService }),
    refused: notAllowed("recordNoAnswer", "hr-service"),
  },
  {
    title: "ENT-27 the superior does not record the opinion",
    past: history.referred,
    command: recordOpinion({ by: bySuperior }),
    refused: notAllowed("recordOpinion", "superior"),
  },
  {
    title: "ENT-27 the HR service does not decide",
    past: withOpinion,
    command: decideAfter({ by: byService }),
    refused: notAllowed("decide", "hr-service"),
  },
  {
    title: "ENT-27 the agent does not notify himself",
    past: history.decided,
    command: notify({ by: byAgent }),
    refused: notAllowed("notifyFinalReport", "agent"),
  },
  {
    title: "ENT-27 the HR service does not acknowledge for the agent",
    past: [...history.decided, notified],
    command: acknowledge({ by: byService }),
    refused: notAllowed("acknowledgeFinalReport", "hr-service"),
  },
]

const replace = {
  _tag: "replaceAuthority",
  at: on("2026-01-15"),
  by: byService,
  reason: endOfDuties,
} as const

const conditions: ReadonlyArray<Case> = [
  {
    title: "ENT-27 the authority of an appeal is replaced by another one",
    past: history.lodged,
    command: { ...replace, authority },
    refused: { _tag: "appeal.authority-unchanged", authority: authority.id },
  },
  {
    title: "ENT-27 who is not the agent",
    past: history.referred,
    command: { ...replace, authority: agent },
    refused: { _tag: "appeal.authority-not-distinct", authority: agent.id, from: "agent" },
  },
  {
    title: "ENT-27 nor his superior",
    past: history.lodged,
    command: { ...replace, authority: superior },
    refused: { _tag: "appeal.authority-not-distinct", authority: superior.id, from: "superior" },
  },
  {
    title: "ENT-27 by the HR service alone",
    past: history.lodged,
    command: { ...replace, by: byAuthority, authority: superior },
    refused: notAllowed("replaceAuthority", "authority"),
  },
  {
    title: "ENT-25 ENT-27 nothing is sent by mail to an agent without an address",
    past: history.decided,
    command: notify({
      agent: { ...agent, email: "" },
      notification: { means: "mail", fate: "sent", on: day("2026-03-18") },
    }),
    refused: { _tag: "appeal.agent-without-address", agent: agent.id },
  },
  {
    title: "ENT-27 the committee is not asked while the authority may still answer in time",
    past: history.lodged,
    command: refer({ at: on("2026-01-28"), date: day("2026-01-28") }),
    refused: {
      _tag: "appeal.answer-period-running",
      lastDay: day("2026-01-28"),
      today: day("2026-01-28"),
      legalSource: source,
    },
  },
  {
    title: "ENT-27 a procedure without appeals has none",
    past: history.none,
    command: withoutRules,
    refused: { _tag: "appeal.not-provided" },
  },
  {
    title: "ENT-27 no visa, no clock",
    past: history.none,
    command: lodge({ endorsed: false }),
    refused: { _tag: "appeal.report-not-endorsed" },
  },
  {
    title: "ENT-27 a report that did not reach the agent is not appealed against",
    past: history.none,
    command: notNotified,
    refused: { _tag: "appeal.report-not-notified" },
  },
  {
    title: "ENT-27 the mandatory interview comes before the answer",
    past: under(rulesWithInterview, history.lodged),
    command: answer(),
    refused: { _tag: "appeal.complementary-interview-missing", legalSource: source },
  },
  {
    title: "ENT-27 granting asks for the revised parts",
    past: history.lodged,
    command: answer({ outcome: "granted" }),
    refused: { _tag: "appeal.revised-report-missing", outcome: "granted" },
  },
  {
    title: "ENT-27 a report without parts revises nothing",
    past: history.lodged,
    command: answer({ outcome: "partly-granted", revised: { parts: [], attachments: [] } }),
    refused: { _tag: "appeal.revised-report-missing", outcome: "partly-granted" },
  },
  {
    title: "ENT-27 rejecting revises nothing",
    past: history.unanswered,
    command: answer({ revised }),
    refused: { _tag: "appeal.revised-report-unexpected", outcome: "rejected" },
  },
  {
    title: "ENT-27 there is an answer until the end of the last day",
    past: history.lodged,
    command: recordNoAnswer({ at: on("2026-01-28") }),
    refused: {
      _tag: "appeal.answer-period-running",
      lastDay: day("2026-01-28"),
      today: day("2026-01-28"),
      legalSource: source,
    },
  },
  {
    title: "ENT-27 a procedure without a committee ends with the answer",
    past: under(rulesWithoutCommittee, history.answered),
    command: refer(),
    refused: { _tag: "appeal.no-committee" },
  },
  {
    title: "ENT-27 the authority decides after the opinion, not before",
    past: history.referred,
    command: decideAfter(),
    refused: { _tag: "appeal.opinion-missing" },
  },
  {
    title: "ENT-27 there is one opinion",
    past: withOpinion,
    command: recordOpinion({ text: "Avis défavorable." }),
    refused: { _tag: "appeal.opinion-already-recorded", on: day("2026-03-09") },
  },
  {
    title: "ENT-27 a favourable decision asks for the revised parts",
    past: withOpinion,
    command: withoutReport,
    refused: { _tag: "appeal.revised-report-missing", outcome: "granted" },
  },
  {
    title: "ENT-27 a decision that maintains the report revises nothing",
    past: withOpinion,
    command: decideAfter({ outcome: "rejected" }),
    refused: { _tag: "appeal.revised-report-unexpected", outcome: "rejected" },
  },
  {
    title: "ENT-27 without a revised report there is nothing to notify",
    past: history.answered,
    command: notify(),
    refused: { _tag: "appeal.no-revised-report" },
  },
  {
    title: "ENT-27 nor to acknowledge",
    past: history.answered,
    command: acknowledge(),
    refused: { _tag: "appeal.no-revised-report" },
  },
  {
    title: "ENT-27 a final report that reached the agent is not notified again",
    past: [...history.decided, notified],
    command: notify(),
    refused: { _tag: "appeal.final-report-already-notified", on: day("2026-03-19") },
  },
  {
    title: "ENT-27 a final report is acknowledged once it reached the agent",
    past: history.decided,
    command: acknowledge(),
    refused: { _tag: "appeal.final-report-not-notified" },
  },
]

const dates: ReadonlyArray<Case> = [
  {
    title: "ENT-27 an appeal is not lodged before the notification",
    past: history.none,
    command: lodge({ date: day("2026-01-04") }),
    refused: range("2026-01-05", "2026-01-04", "2026-01-12"),
  },
  {
    title: "ENT-27 nor in the future, which is read at the place",
    past: history.none,
    command: lodge({ date: day("2026-01-13") }),
    refused: range("2026-01-05", "2026-01-13", "2026-01-12"),
  },
  {
    title: "ENT-27 an answer does not precede the appeal",
    past: history.lodged,
    command: answer({ date: day("2026-01-11") }),
    refused: range("2026-01-12", "2026-01-11", "2026-01-20"),
  },
  {
    title: "ENT-27 the complementary interview does not precede the appeal",
    past: history.lodged,
    command: answer({ interviewHeldOn: day("2026-01-11") }),
    refused: range("2026-01-12", "2026-01-11", "2026-01-20"),
  },
  {
    title: "ENT-27 nor follow the answer",
    past: history.lodged,
    command: answer({ date: day("2026-01-19"), interviewHeldOn: day("2026-01-20") }),
    refused: range("2026-01-12", "2026-01-20", "2026-01-19"),
  },
  {
    title: "ENT-27 a referral does not precede the answer",
    past: history.answered,
    command: refer({ date: day("2026-01-19") }),
    refused: range("2026-01-20", "2026-01-19", "2026-02-02"),
  },
  {
    title: "ENT-27 nor, after silence, the end of the authority's period",
    past: history.unanswered,
    command: refer({ date: day("2026-01-28") }),
    refused: range("2026-01-29", "2026-01-28", "2026-02-02"),
  },
  {
    title: "ENT-27 an opinion does not precede the referral",
    past: history.referred,
    command: recordOpinion({ date: day("2026-02-01") }),
    refused: range("2026-02-02", "2026-02-01", "2026-03-10"),
  },
  {
    title: "ENT-27 a decision does not precede the opinion",
    past: withOpinion,
    command: decideAfter({ date: day("2026-03-08") }),
    refused: range("2026-03-09", "2026-03-08", "2026-03-16"),
  },
  {
    title: "ENT-27 a notification does not precede the revision",
    past: history.decided,
    command: notify({ notification: { ...notified.notification, on: day("2026-03-15") } }),
    refused: range("2026-03-16", "2026-03-15", "2026-03-20"),
  },
  {
    title: "ENT-27 an acknowledgement does not precede the notification",
    past: [...history.decided, notified],
    command: acknowledge({ date: day("2026-03-18") }),
    refused: range("2026-03-19", "2026-03-18", "2026-03-23"),
  },
]

const cases = [...actors, ...conditions, ...dates, ...illegal]

test.each(cases)("$title", ({ past, command, refused }) => {
  const answered = given(machine, past).when(deepFrozen(command))
  answered.refused(refused)
  expect(answered.state()).toStrictEqual(fold(machine, past))
})

test("ENT-27 every refusal of the machine was provoked", () => {
  const provoked = new Set<string>(cases.map(({ refused }) => refused._tag))
  expect(Object.keys(appealGrounds).filter((tag) => !provoked.has(tag))).toStrictEqual([])
})

test("each ground names a requirement of the catalogues", () => {
  const requirements = Object.values(appealGrounds).flatMap((one) => one.requirements)
  expect(new Set(requirements)).toStrictEqual(new Set(["ENT-27", "ENT-25", "ENT-22", "CAM-01"]))
})
