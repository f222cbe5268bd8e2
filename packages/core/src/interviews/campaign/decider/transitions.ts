/** The catalogue's table of transitions (interview-campaigns.md, section 3). */
import type { Transition } from "../../../kernel/machine.ts"
import type { CampaignCommand } from "../commands.ts"
import type { CampaignEvent } from "../events.ts"
import type { CampaignRefusal } from "../refusals.ts"
import type { Campaign } from "../state.ts"

type Row = Transition<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal>

const refused = (
  command: Row["command"],
  from: Row["from"][number],
  reasons: ReadonlyArray<readonly [CampaignRefusal["_tag"], string, ReadonlyArray<string>]>,
): ReadonlyArray<Row> =>
  reasons.map(([code, when, requirements]) => ({
    from: [from],
    command,
    when,
    refused: code,
    requirements,
  }))

const stranger = [
  "actor.not-allowed",
  "actor is not an administrator",
  ["CAM-01"],
] as const satisfies readonly [string, string, ReadonlyArray<string>]

/** The rows of the table, refusals included, in its order. */
export const transitions: ReadonlyArray<Row> = [
  {
    from: ["none"],
    command: "openCampaign",
    when: "administrator, terms coherent",
    to: "open",
    emits: ["CampaignOpened"],
    requirements: ["ENT-01", "ENT-02", "ENT-03", "ENT-04"],
  },
  ...refused("openCampaign", "none", [
    stranger,
    ["campaign.incoherent-terms", "terms incoherent", ["ENT-01", "ENT-02", "ENT-03"]],
  ]),
  {
    from: ["open", "deleted"],
    command: "openCampaign",
    when: "the name is or was another campaign's",
    refused: "campaign.already-exists",
    requirements: ["CAM-04"],
  },
  {
    from: ["open"],
    command: "correctCampaign",
    when: "administrator, terms coherent afterwards",
    to: "unchanged",
    emits: ["CampaignCorrected"],
    requirements: ["ENT-01", "ENT-02", "ENT-03"],
  },
  {
    from: ["open"],
    command: "correctCampaign",
    when: "nothing to change",
    to: "unchanged",
    emits: [],
    requirements: ["ENT-01"],
  },
  ...refused("correctCampaign", "open", [
    stranger,
    [
      "campaign.procedure-frozen",
      "procedure, template, zone or holidays, an interview was proposed",
      ["ENT-04"],
    ],
    ["campaign.type-fixed", "procedure of another type of interview", ["ENT-04"]],
    ["campaign.incoherent-terms", "terms incoherent afterwards", ["ENT-01", "ENT-02", "ENT-03"]],
  ]),
  {
    from: ["open"],
    command: "addInterviews",
    when: "administrator",
    to: "unchanged",
    emits: ["InterviewsAdded"],
    requirements: ["CAM-05"],
  },
  {
    from: ["open"],
    command: "addInterviews",
    when: "no interview",
    to: "unchanged",
    emits: [],
    requirements: ["CAM-05"],
  },
  ...refused("addInterviews", "open", [stranger]),
  {
    from: ["open"],
    command: "circulateDocuments",
    when: "superior of the agents, HR service or administrator",
    to: "unchanged",
    emits: ["DocumentsCirculated"],
    requirements: ["ENT-05"],
  },
  ...refused("circulateDocuments", "open", [
    ["actor.not-allowed", "actor is none of them", ["CAM-01"]],
    ["campaign.nothing-circulated", "no document or no agent", ["ENT-05"]],
    ["campaign.not-ones-agents", "an agent is not the author's in this campaign", ["ENT-05"]],
  ]),
  {
    from: ["open"],
    command: "remind",
    when: "administrator, started, status remindable, somebody is left",
    to: "unchanged",
    emits: ["ReminderSent"],
    requirements: ["CAM-26", "CAM-27", "CAM-28", "CAM-29", "CAM-30", "CAM-31"],
  },
  ...refused("remind", "open", [
    stranger,
    ["campaign.not-started", "startsOn > today", ["CAM-13", "CAM-26"]],
    ["reminder.status-not-remindable", "status closed, deleted or unknown", ["CAM-26"]],
    ["reminder.nothing-to-remind", "no interview is concerned", ["CAM-30", "CAM-31"]],
    ["reminder.no-recipient", "everybody is left out", ["CAM-27", "CAM-30"]],
  ]),
  {
    from: ["open"],
    command: "delete",
    when: "administrator, confirmed, open appeals acknowledged",
    to: "deleted",
    emits: ["CampaignDeleted"],
    requirements: ["CAM-16", "CAM-17", "CAM-18"],
  },
  ...refused("delete", "open", [
    stranger,
    ["campaign.confirmation-required", "not confirmed", ["CAM-18"]],
    ["campaign.appeals-open", "an appeal is open and not acknowledged", ["CAM-17"]],
  ]),
  {
    from: ["deleted"],
    command: "delete",
    when: "the erasure is asked for again",
    to: "unchanged",
    emits: [],
    requirements: ["CAM-17"],
  },
  ...refused("delete", "deleted", [stranger]),
]
