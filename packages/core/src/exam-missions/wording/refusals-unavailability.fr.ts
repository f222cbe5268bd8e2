/** The French sentences of the refusals of periods of unavailability. */
import { fr } from "../../kernel/text.ts"
import type { UnavailabilityRefusal } from "../unavailability/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { periodOfFr } from "./unavailability.fr.ts"

/** The French sentence of each refusal; those shared with other folders are theirs. */
export const unavailabilityRefusalsFr: Omit<
  SentencesOf<UnavailabilityRefusal>,
  "actor.not-allowed" | "person.not-in-school"
> = {
  "unavailability.end-before-start": (period) =>
    fr`La période ${periodOfFr(period)} doit finir après avoir commencé.`,
  "unavailability.duplicate": ({ period }) =>
    fr`Votre établissement a déjà déclaré cette personne indisponible ${periodOfFr(period)}.`,
  "unavailability.not-declared-by-you": ({ period }) =>
    fr`Impossible de supprimer l'indisponibilité ${periodOfFr(period)} : votre établissement ne l'a pas déclarée.`,
  "unavailability.unknown": ({ period }) =>
    fr`Aucune indisponibilité ${periodOfFr(period)} n'est connue pour cette personne.`,
}
