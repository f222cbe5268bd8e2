/**
 * The synthesis of the training needs expressed in the reports of a campaign, as input of the
 * training plan, for the HR service and administrators.
 *
 * @requirement ENT-21
 */
import * as Effect from "effect/Effect"
import type { TenantId } from "../../../kernel/identity.ts"
import { type CountedNeed, countedNeeds, trainingNeedsDocument } from "../../interview/documents.ts"
import { type TrainingNeedRow, trainingNeeds } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import { now } from "../act.ts"
import { type OnCampaign, readForStaff } from "../campaign/act.ts"
import { allRows } from "../campaign/pages.ts"

/**
 * The training needs of a campaign.
 *
 * - `needs`: most agents first, all managers together, then each manager for himself;
 * - `agents`: how many agents expressed one.
 */
export interface TrainingSynthesis {
  readonly agents: number
  readonly needs: ReadonlyArray<CountedNeed>
  readonly byManager: ReadonlyArray<CountedNeed>
}

/** Gives the training needs of the communicated reports of a campaign. */
export const readTrainingSynthesis = Effect.fn("interviews.readTrainingSynthesis")(function* (
  request: OnCampaign,
) {
  yield* readForStaff("readTrainingSynthesis", request)
  const rows = yield* neededRows(request.tenant, request.campaign)
  const synthesis: TrainingSynthesis = {
    agents: new Set(rows.map(({ agent }) => agent.id)).size,
    needs: countedNeeds(rows, { byManager: false }),
    byManager: countedNeeds(rows, { byManager: true }),
  }
  return synthesis
})

/** Gives the synthesis as a document to print. */
export const printTrainingSynthesis = Effect.fn("interviews.printTrainingSynthesis")(function* (
  request: OnCampaign,
) {
  const { wording } = yield* InterviewsSetup
  const { state } = yield* readForStaff("printTrainingSynthesis", request)
  const rows = yield* neededRows(request.tenant, request.campaign)
  return {
    content: trainingNeedsDocument(rows, { terms: state.terms, wording, at: yield* now }),
    fileName: wording.documents.training.fileName(request.campaign),
  }
})

/** Gives the training needs of a campaign, one row an agent and need. */
export const neededRows = (tenant: TenantId, scope: OnCampaign["campaign"]) =>
  Effect.map(
    allRows(trainingNeeds, tenant, { scope, sort: { column: "need", direction: "ascending" } }),
    (rows): ReadonlyArray<TrainingNeedRow> => rows.map(({ row }) => row),
  )
