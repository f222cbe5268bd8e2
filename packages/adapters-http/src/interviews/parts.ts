/** What the routes of interviews share: paths, names, who may act by delegation, answers. */
import {
  type Interview,
  type InterviewName,
  type InterviewRow,
  InterviewRow as InterviewRowSchema,
  interviewRow,
  InterviewType,
  InterviewYear,
  type OnCampaign,
  type OnInterview,
  type Reading,
} from "@convoque/core/interviews"
import type { DocumentContent } from "@convoque/core/kernel/document"
import type { Handled } from "@convoque/core/kernel/handle"
import { CampaignId, type Capacity, PersonId, type TenantId } from "@convoque/core/kernel/identity"
import type { Actor } from "@convoque/core/kernel/identity"
import { DocumentRenderer, type UnprintableDocument } from "@convoque/core/kernel/ports"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { type FileAnswer, json, type JsonAnswer } from "../answer.ts"
import { bytes } from "../body.ts"
import type { Input } from "../route.ts"

/** The group of the routes of one interview in the documentation. */
export const tag = "Entretiens professionnels"

/** The group of the routes of campaigns in the documentation. */
export const campaignTag = "Campagnes d'entretiens"

/** The path of an interview. */
export const interviewPath = "/interviews/:type/:year/:agent"

// Four digits and nothing else: one interview has one address.
const yearInPath = Schema.String.check(
  Schema.isPattern(/^\d{4}$/u, { expected: "a year of four digits" }),
).pipe(Schema.decodeTo(InterviewYear, SchemaTransformation.numberFromString))

/** The parameters of that path. */
export const interviewParams = { type: InterviewType, year: yearInPath, agent: PersonId } as const

/** The capacities in which somebody may act on another's behalf, by a delegation. */
export const delegable: ReadonlyArray<Capacity> = ["superior", "authority", "hr-service"]

/** Everybody who has to do with an interview. */
export const everybody = ["agent", "superior", "authority", "hr-service", "administrator"] as const

/** Who follows all interviews. */
export const staff = ["hr-service", "administrator"] as const

/** The largest file that goes with an interview. */
export const attachmentLimitBytes = 5_000_000

/** A PDF sent as it is. */
export const pdfBody = bytes({
  mediaTypes: ["application/pdf"],
  limitBytes: attachmentLimitBytes,
  beginning: "%PDF-",
})

type InterviewParams = {
  readonly type: InterviewType
  readonly year: InterviewYear
  readonly agent: PersonId
}

type OfInterview = Input<InterviewParams, unknown, unknown>

/** Gives the interview that a request names, in the tenant of its author. */
export const interviewOf = ({
  identity,
  params: { type, year, agent },
}: Pick<OfInterview, "identity" | "params">): InterviewName => ({
  tenant: identity.tenant,
  type,
  year,
  agent,
})

/** Gives who acts on which interview, having seen which version. */
export const onInterview = (input: OfInterview): OnInterview => ({
  by: input.actor,
  interview: interviewOf(input),
  seen: input.seen,
})

/** Gives who reads which interview. */
export const reading = (input: OfInterview): Reading => ({
  by: input.actor,
  interview: interviewOf(input),
})

/** Gives who reads, in which tenant. */
export const reader = ({
  actor,
  identity,
}: Pick<OfInterview, "actor" | "identity">): {
  readonly by: Actor
  readonly tenant: TenantId
} => ({ by: actor, tenant: identity.tenant })

/** Answers a command on an interview by its line as it became. */
export const rowAnswer = json(InterviewRowSchema)

/** Gives the answer of a command on an interview. */
export const answered = <Failure, Needs>(
  command: Effect.Effect<Handled<Interview, unknown>, Failure, Needs>,
): Effect.Effect<JsonAnswer<InterviewRow>, Failure, Needs> =>
  Effect.flatMap(command, ({ state, version }) =>
    // A command on an interview that does not exist is refused before.
    state._tag === "none"
      ? Effect.die(new Error("A command led to no interview"))
      : Effect.succeed({ body: interviewRow(state), version }),
  )

/** Gives the file of a document. */
export const printed = <Failure, Needs>(
  document: Effect.Effect<
    { readonly content: DocumentContent; readonly fileName: string },
    Failure,
    Needs
  >,
): Effect.Effect<FileAnswer, Failure | UnprintableDocument, Needs | DocumentRenderer> =>
  Effect.flatMap(document, ({ content, fileName }) =>
    Effect.flatMap(DocumentRenderer, (renderer) =>
      Effect.map(renderer.render(content), (rendered) => ({ content: rendered.bytes, fileName })),
    ),
  )

/** The path of a campaign. */
export const campaignPath = "/interview-campaigns/:campaign"

/** The parameters of that path. */
export const campaignParams = { campaign: CampaignId } as const

/** Who follows campaigns: a superior as far as his team goes. */
export const followers = ["superior", ...staff] as const

/** Some interviews, by their keys `type/year/agent`. */
export const interviewKeys = Schema.NonEmptyArray(singleLine(200)).check(Schema.isMaxLength(10_000))

/** The largest body, in bytes, that names 10,000 interviews and acknowledges something of each. */
export const bulkLimitBytes = 8_388_608

/** Gives who acts on which campaign, having seen which version. */
export const onCampaign = ({
  actor,
  identity,
  params,
  seen,
}: Input<{ readonly campaign: CampaignId }, unknown, unknown>): OnCampaign => ({
  by: actor,
  tenant: identity.tenant,
  campaign: params.campaign,
  seen,
})
