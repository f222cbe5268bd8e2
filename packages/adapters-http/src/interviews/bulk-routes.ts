/** What is done to several interviews of a campaign at once: other managers, deletions. */
import { deleteInterviews, replaceManager } from "@convoque/core/interviews"
import { PersonId } from "@convoque/core/kernel/identity"
import { Reason } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { acknowledgedUpTo } from "../acknowledged.ts"
import { json } from "../answer.ts"
import { route } from "../route.ts"
import {
  bulkLimitBytes,
  campaignParams,
  campaignPath,
  campaignTag as tag,
  delegable,
  interviewKeys,
  onCampaign,
  staff,
} from "./parts.ts"

const bulk = {
  tag,
  params: campaignParams,
  method: "POST",
  change: "new",
  onBehalf: delegable,
  bodyLimitBytes: bulkLimitBytes,
  answer: json(
    Schema.Struct({ interviews: Schema.Int }).annotate({ identifier: "InterviewsDone" }),
  ),
} as const

/** The routes of interviews in bulk. */
export const bulkRoutes = [
  route({
    ...bulk,
    name: "replaceManager",
    path: `${campaignPath}/moves`,
    summary: "Confier des entretiens à un autre manager, tous ou aucun",
    capacities: staff,
    requirements: ["CAM-19"],
    body: Schema.Struct({
      superior: PersonId,
      reason: Reason,
      interviews: interviewKeys,
    }).annotate({ identifier: "ReplaceManager" }),
    refusals: ["interviews.refused", "campaign.unknown-interview", "person.unknown"],
    handle: (input) =>
      Effect.map(replaceManager({ ...onCampaign(input), ...input.body }), (body) => ({ body })),
  }),
  route({
    ...bulk,
    name: "deleteInterviews",
    path: `${campaignPath}/interview-deletions`,
    summary: "Supprimer des entretiens, tous ou aucun ; ils restent comptés",
    capacities: ["superior", ...staff],
    requirements: ["CAM-23"],
    body: Schema.Struct({
      interviews: interviewKeys,
      reason: Schema.optionalKey(Reason),
      acknowledged: acknowledgedUpTo(10_000),
    }).annotate({ identifier: "DeleteInterviews" }),
    refusals: ["interviews.refused", "campaign.unknown-interview", "report.not-handed-over"],
    handle: (input) =>
      Effect.map(
        deleteInterviews({
          ...onCampaign(input),
          ...input.body,
          acknowledged: input.body.acknowledged ?? [],
        }),
        (body) => ({ body }),
      ),
  }),
] as const
