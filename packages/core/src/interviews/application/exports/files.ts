/**
 * Making the files of an export, each kept as soon as it is made.
 *
 * @requirement CAM-14
 * @requirement CAM-22
 * @requirement ENT-21
 */
import * as Effect from "effect/Effect"
import type { CampaignId } from "../../../kernel/identity.ts"
import { interviewsOfKeys } from "../campaign/pages.ts"
import type { Making, MakingFailure, MakingNeeds } from "./making.ts"
import { withDelegation } from "../delegated.ts"
import { readCampaign, todayIn } from "../act.ts"
import { ownFile } from "./own-file.ts"
import { campaignPapers, papers } from "./papers.ts"
import { campaignSheet, trainingPaper, trainingSheet } from "./sheets.ts"

// What was delegated when the print was asked for may be over when it is made.
const stillDelegated = <F>({ tenant, asked }: Making<F>, campaign: CampaignId) =>
  Effect.gen(function* () {
    const { state } = yield* readCampaign(tenant, campaign)
    yield* withDelegation(tenant, asked.request.by, yield* todayIn(state.terms))
  })

/** Makes the files of an export and gives how many interviews they are about. */
export const makeFiles = <F>(
  making: Making<F>,
): Effect.Effect<number, MakingFailure | F, MakingNeeds> => {
  const { subject, format } = making.asked
  switch (subject._tag) {
    case "campaign":
      return format === "pdf" ? campaignPapers(making, subject) : campaignSheet(making, subject)
    case "print":
      return Effect.andThen(
        stillDelegated(making, subject.campaign),
        papers(making, {
          campaign: subject.campaign,
          names: interviewsOfKeys(making.tenant, subject.interviews),
        }),
      )
    case "own-file":
      return ownFile(making, subject)
    case "training-needs":
      return format === "pdf" ? trainingPaper(making, subject) : trainingSheet(making, subject)
    default:
      return subject satisfies never
  }
}
