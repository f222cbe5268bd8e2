/** Status, sentence and grounds of what is refused about sessions (connexion, UI-03 to UI-06). */
import { millisOf } from "@convoque/core/kernel/calendar"
import type { RefusalCatalogue } from "../problem.ts"
import type { SessionRefusal } from "../refusals.ts"

/** The entries of sessions in the catalogue of this package. */
export const sessionEntries: RefusalCatalogue<SessionRefusal> = {
  "session.already-open": {
    status: 409,
    grounds: { requirements: ["UI-03"] },
    sentence: {
      fr: ({ school }) =>
        `Une connexion est déjà ouverte pour l'établissement ${school} ; connectez-vous à un autre moment.`,
      en: ({ school }) =>
        `A connection is already open for the school ${school}; sign in at another time.`,
    },
    headers: ({ expiresAt }) => ({ "retry-after": new Date(millisOf(expiresAt)).toUTCString() }),
  },
  "session.none": {
    status: 409,
    grounds: { requirements: ["UI-05", "UI-06"] },
    sentence: {
      fr: () =>
        "Vous êtes connu par un jeton d'accès, qui n'a pas de session : il vaut jusqu'à son échéance.",
      en: () =>
        "You are known by an access token, which has no session: it is valid until it expires.",
    },
  },
  "session.not-open": {
    status: 404,
    grounds: { requirements: ["UI-03"] },
    sentence: {
      fr: ({ school }) => `Aucune connexion n'est ouverte pour l'établissement ${school}.`,
      en: ({ school }) => `No connection is open for the school ${school}.`,
    },
  },
}
