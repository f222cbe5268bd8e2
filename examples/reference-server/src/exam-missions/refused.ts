/** The French sentence and the HTTP status of what a page of exam missions refuses. */
import { type CatalogueEntry, examMissionsCatalogue } from "@convoque/adapters-http"
import { wordingEn, wordingFr } from "@convoque/core/exam-missions"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import { type Sentence, sentenceOf as sharedSentence } from "../campaigns/refused.ts"

const catalogue: Readonly<Record<string, CatalogueEntry<Refusal> | undefined>> =
  examMissionsCatalogue({ fr: wordingFr, en: wordingEn })

const ofPages: Readonly<Record<string, Sentence>> = {
  "visitor.required": {
    status: 403,
    sentence: fr`Les missions d'examens sont réservées aux établissements, aux centres d'examen et au service de gestion.`,
  },
  "conflict.stale-version": {
    status: 412,
    sentence: fr`Ces données ont changé depuis l'affichage de la page. Relisez-les avant de recommencer.`,
  },
}

/** Gives the sentence and the status of a refusal; nothing for one that nobody has worded. */
export const sentenceOf = (refusal: Refusal): Sentence | undefined => {
  const own = ofPages[refusal._tag]
  if (own !== undefined) return own
  const entry = catalogue[refusal._tag]
  return entry === undefined
    ? sharedSentence(refusal)
    : { status: entry.statusOf?.(refusal) ?? entry.status, sentence: entry.sentence.fr(refusal) }
}
