/** The English sentences of the refusals of periods of unavailability. */
import type { UnavailabilityRefusal } from "../unavailability/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { periodOfEn } from "./unavailability.en.ts"

/** The English sentence of each refusal; those shared with other folders are theirs. */
export const unavailabilityRefusalsEn: Omit<
  SentencesOf<UnavailabilityRefusal>,
  "actor.not-allowed" | "person.not-in-school"
> = {
  "unavailability.end-before-start": (period) =>
    `The period ${periodOfEn(period)} must end after it begins.`,
  "unavailability.duplicate": ({ period }) =>
    `Your school has already declared this person unavailable ${periodOfEn(period)}.`,
  "unavailability.not-declared-by-you": ({ period }) =>
    `The unavailability ${periodOfEn(period)} cannot be deleted: your school did not declare it.`,
  "unavailability.unknown": ({ period }) =>
    `No unavailability ${periodOfEn(period)} is known for this person.`,
}
