/** The sentences of a mail that cannot be sent again (libellés des courriels non renvoyés). */
import type { MessageNotResendable } from "@convoque/core/kernel/ports"
import type { CatalogueEntry } from "./problem.ts"

/** Gives the entry of a catalogue for mails not sent again; `requirements` are the context's. */
export const notResendableEntry = (
  ...requirements: ReadonlyArray<string>
): CatalogueEntry<MessageNotResendable> => ({
  status: 409,
  grounds: { requirements },
  sentence: {
    fr: ({ fate }) =>
      fate === null
        ? "Aucun courriel de ce dossier ne porte cet identifiant."
        : "Ce courriel n'a été ni refusé ni abandonné : il ne peut pas être renvoyé.",
    en: ({ fate }) =>
      fate === null
        ? "No mail of this file has this id."
        : "This mail was neither refused nor given up: it cannot be sent again.",
  },
  shown: ({ id, fate }) => ({ id, fate }),
})
