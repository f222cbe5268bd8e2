/**
 * Making the files of an export, each kept as soon as it is made.
 *
 * @requirement CAM-14
 * @requirement CAM-22
 * @requirement ENT-21
 */
import type * as Effect from "effect/Effect"
import { interviewsOfKeys } from "../campaign/pages.ts"
import type { Making, MakingFailure, MakingNeeds } from "./making.ts"
import { campaignPapers, ownFile, papers } from "./papers.ts"
import { campaignSheet, trainingPaper, trainingSheet } from "./sheets.ts"

/** Makes the files of an export and gives how many interviews they are about. */
export const makeFiles = <F>(
  making: Making<F>,
): Effect.Effect<number, MakingFailure | F, MakingNeeds> => {
  const { subject, format } = making.asked
  switch (subject._tag) {
    case "campaign":
      return format === "pdf" ? campaignPapers(making, subject) : campaignSheet(making, subject)
    case "print":
      return papers(making, {
        campaign: subject.campaign,
        names: interviewsOfKeys(making.tenant, subject.interviews),
      })
    case "own-file":
      return ownFile(making, subject)
    case "training-needs":
      return format === "pdf" ? trainingPaper(making, subject) : trainingSheet(making, subject)
    default:
      return subject satisfies never
  }
}
