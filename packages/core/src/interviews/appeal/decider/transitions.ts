/** The catalogue's table of transitions of the appeal (professional-interview.md, section 3). */
import type { Transition } from "../../../kernel/machine.ts"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import type { AppealRefusal } from "../refusals.ts"
import type { Appeal } from "../state.ts"

type Row = Transition<Appeal, AppealCommand, AppealEvent, AppealRefusal>
type From = ReadonlyArray<Appeal["_tag"]>
type Refused = Extract<Row, { readonly refused: unknown }>["refused"]

const refusals = (
  from: From,
  command: Row["command"],
  reasons: ReadonlyArray<readonly [Refused, string, ReadonlyArray<string>?]>,
): ReadonlyArray<Row> =>
  reasons.map(([refused, when, requirements = ["ENT-27"]]) => ({
    from,
    command,
    when,
    refused,
    requirements,
  }))

const personal = [
  ["actor.not-allowed", "actor is not the agent", ["CAM-01"]],
  ["delegation.not-allowed", "on the agent's behalf", ["ENT-22"]],
] as const

const delegable = [
  ["delegation.not-allowed", "on behalf of somebody, no delegation shown", ["ENT-22"]],
  ["delegation.not-in-force", "on behalf of somebody, outside the delegation's days", ["ENT-22"]],
] as const

const ofAuthority = [
  ["actor.not-allowed", "actor is not the authority", ["CAM-01"]],
  ...delegable,
] as const

const unlessRevised = [
  ["appeal.revised-report-missing", "granted or partly granted without revised parts"],
  ["appeal.revised-report-unexpected", "rejected with a revised report"],
] as const

const outOfRange = (bounds: string) => ["appeal.date-out-of-range", bounds] as const

const answerable: From = ["lodged", "unanswered"]
const referable: From = ["answered", "unanswered", "concluded"]
const revisable: From = ["answered", "decided"]
const pending: From = ["lodged", "answered", "unanswered", "referred"]
const filable: From = ["referred", "decided", "concluded"]

const hierarchical: ReadonlyArray<Row> = [
  {
    from: ["none"],
    command: "lodgeHierarchicalAppeal",
    when: "endorsed report notified; late (beyond the procedure's period) is flagged",
    to: "lodged",
    emits: ["AppealLodged"],
    requirements: ["ENT-27"],
  },
  ...refusals(["none"], "lodgeHierarchicalAppeal", [
    ...personal,
    ["appeal.not-provided", "the procedure has no appeal"],
    ["appeal.report-not-endorsed", "no visa, no clock", ["ENT-25", "ENT-27"]],
    ["appeal.report-not-notified", "the report did not reach the agent", ["ENT-25", "ENT-27"]],
    outOfRange("before the notification, or in the future"),
  ]),
  {
    from: answerable,
    command: "answerAppeal",
    when: "by the authority; late (beyond the procedure's period) is flagged",
    to: "answered",
    emits: ["AppealAnswered"],
    requirements: ["ENT-27"],
  },
  ...refusals(answerable, "answerAppeal", [
    ...ofAuthority,
    outOfRange("before the appeal, or in the future"),
    ["appeal.complementary-interview-missing", "the procedure asks for it, none was held"],
    ...unlessRevised,
  ]),
  {
    from: ["lodged"],
    command: "recordNoAnswer",
    when: "answer period over",
    to: "unanswered",
    emits: ["AppealUnanswered"],
    requirements: ["ENT-27"],
  },
  {
    from: ["unanswered"],
    command: "recordNoAnswer",
    when: "already recorded",
    to: "unchanged",
    emits: [],
    requirements: ["ENT-27"],
  },
  ...refusals(answerable, "recordNoAnswer", [
    ["actor.not-allowed", "actor is not the scheduler", ["CAM-01"]],
  ]),
  ...refusals(["lodged"], "recordNoAnswer", [
    ["appeal.answer-period-running", "last day of the answer not passed"],
  ]),
]

const committee: ReadonlyArray<Row> = [
  {
    from: referable,
    command: "referToCommittee",
    when: "after the hierarchical appeal, once; late (beyond the procedure's period) is flagged",
    to: "referred",
    emits: ["CommitteeReferred"],
    requirements: ["ENT-27"],
  },
  {
    from: ["lodged"],
    command: "referToCommittee",
    when: "answer period over, its silence not recorded yet",
    to: "referred",
    emits: ["AppealUnanswered", "CommitteeReferred"],
    requirements: ["ENT-27"],
  },
  ...refusals(["lodged"], "referToCommittee", [
    ["appeal.answer-period-running", "last day of the answer not passed"],
  ]),
  ...refusals(["lodged", ...referable], "referToCommittee", [
    ...personal,
    ["appeal.no-committee", "the procedure has no committee"],
    outOfRange("before the answer or the end of its period, or in the future"),
  ]),
  ...refusals(["concluded"], "referToCommittee", [
    ["appeal.illegal-transition", "concluded after the committee"],
  ]),
  {
    from: ["referred"],
    command: "recordOpinion",
    when: "by the HR service or the authority, once",
    to: "unchanged",
    emits: ["OpinionRecorded"],
    requirements: ["ENT-27"],
  },
  ...refusals(["referred"], "recordOpinion", [
    ["actor.not-allowed", "actor is neither the HR service nor the authority", ["CAM-01"]],
    ...delegable,
    ["appeal.opinion-already-recorded", "the opinion is known"],
    outOfRange("before the referral, or in the future"),
  ]),
  {
    from: ["referred"],
    command: "decide",
    when: "by the authority, after the opinion",
    to: "decided",
    emits: ["AppealDecided"],
    requirements: ["ENT-27"],
  },
  ...refusals(["referred"], "decide", [
    ...ofAuthority,
    ["appeal.opinion-missing", "before the opinion"],
    outOfRange("before the opinion, or in the future"),
    ...unlessRevised,
  ]),
]

const authority: ReadonlyArray<Row> = [
  {
    from: pending,
    command: "replaceAuthority",
    when: "by the HR service, with its reason",
    to: "unchanged",
    emits: ["AppealAuthorityReplaced"],
    requirements: ["ENT-27"],
  },
  ...refusals(pending, "replaceAuthority", [
    ["actor.not-allowed", "actor is not the HR service", ["CAM-01"]],
    ...delegable,
    ["appeal.authority-unchanged", "it is the present authority"],
    ["appeal.authority-not-distinct", "it is the agent or the superior"],
  ]),
]

const finalReport: ReadonlyArray<Row> = [
  {
    from: revisable,
    command: "notifyFinalReport",
    when: "the notification reached the agent",
    to: "unchanged",
    emits: ["FinalReportNotified"],
    requirements: ["ENT-27"],
  },
  {
    from: revisable,
    command: "notifyFinalReport",
    when: "the notification has not reached the agent",
    to: "unchanged",
    emits: ["FinalReportNotificationTried"],
    requirements: ["ENT-27"],
  },
  ...refusals(revisable, "notifyFinalReport", [
    ["actor.not-allowed", "actor is neither the HR service nor the superior", ["CAM-01"]],
    ...delegable,
    ["appeal.no-revised-report", "no report was revised"],
    ["appeal.final-report-already-notified", "it reached the agent already"],
    outOfRange("before the report was revised, or in the future"),
    ["appeal.agent-without-address", "sent by mail to an agent without an address", ["ENT-25"]],
  ]),
  {
    from: revisable,
    command: "acknowledgeFinalReport",
    when: "by the agent, once it reached him",
    to: "concluded",
    emits: ["FinalReportAcknowledged"],
    requirements: ["ENT-27"],
  },
  ...refusals(revisable, "acknowledgeFinalReport", [
    ...personal,
    ["appeal.no-revised-report", "no report was revised"],
    ["appeal.final-report-not-notified", "it did not reach the agent"],
    outOfRange("before the notification, or in the future"),
  ]),
  {
    from: revisable,
    command: "recordAcknowledgementRefusal",
    when: "by the HR service before a witness, once it reached the agent",
    to: "concluded",
    emits: ["FinalReportAcknowledgementRefused"],
    requirements: ["ENT-27"],
  },
  ...refusals(revisable, "recordAcknowledgementRefusal", [
    ["actor.not-allowed", "actor is not the HR service", ["CAM-01"]],
    ...delegable,
    ["appeal.no-revised-report", "no report was revised"],
    ["appeal.final-report-not-notified", "it did not reach the agent"],
    outOfRange("before the notification, or in the future"),
  ]),
  {
    from: filable,
    command: "recordFinalHandOver",
    when: "the personnel file has a final report that is over",
    to: "unchanged",
    emits: ["FinalReportHandedOver"],
    requirements: ["ENT-26"],
  },
  {
    from: filable,
    command: "recordFinalHandOver",
    when: "it was known already",
    to: "unchanged",
    emits: [],
    requirements: ["ENT-26"],
  },
  ...refusals(filable, "recordFinalHandOver", [
    ["actor.not-allowed", "actor is not the scheduler", ["CAM-01"]],
    ["appeal.no-revised-report", "no final report of that day is over", ["ENT-26"]],
  ]),
]

/** The rows of the catalogue's table, refusals included, in its order. */
export const transitions: ReadonlyArray<Row> = [
  ...hierarchical,
  ...committee,
  ...authority,
  ...finalReport,
]
