/** What the routes of a file share: its path, its name, its answer. */
import {
  type AppointmentSet,
  CampaignId,
  CareerAppointmentsSetup,
  FileDetail,
  fileDetail,
  type FileName,
  type OnFile,
} from "@convoque/core/career-appointments"
import type { Handled } from "@convoque/core/kernel/handle"
import { PersonId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import { json, type JsonAnswer } from "../answer.ts"
import type { Input } from "../route.ts"

/** The group of these routes in the documentation. */
export const tag = "Rendez-vous de carrière"

/** The path of a file. */
export const filePath = "/career-campaigns/:campaign/files/:agent"

/** The parameters of that path. */
export const fileParams = { campaign: CampaignId, agent: PersonId } as const

type FileParams = { readonly campaign: CampaignId; readonly agent: PersonId }

/** Gives the file that a request names, in the tenant of its author. */
export const fileOf = ({
  identity,
  params,
}: Pick<Input<FileParams, unknown, unknown>, "identity" | "params">): FileName => ({
  tenant: identity.tenant,
  campaign: params.campaign,
  agent: params.agent,
})

/** Gives who acts on which file, having seen which version. */
export const onFile = (input: Input<FileParams, unknown, unknown>): OnFile => ({
  by: input.actor,
  file: fileOf(input),
  seen: input.seen,
})

/** Answers a command on a file by the file as it became. */
export const fileAnswer = json(FileDetail)

/** Gives the answer of a command on a file. */
export const answered = <Failure, Needs>(
  command: Effect.Effect<Handled<AppointmentSet, unknown>, Failure, Needs>,
): Effect.Effect<JsonAnswer<FileDetail>, Failure, Needs | CareerAppointmentsSetup> =>
  Effect.gen(function* () {
    const { wording } = yield* CareerAppointmentsSetup
    const { state, version } = yield* command
    // A command on a file that does not exist is refused before.
    if (state._tag === "none") return yield* Effect.die(new Error("A command led to no file"))
    return { body: fileDetail(state, wording), version }
  })
