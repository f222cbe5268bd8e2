/** The French sentence and the HTTP status of what a page of campaigns refuses. */
import {
  type CatalogueEntry,
  httpCatalogue,
  interviewsCatalogue,
  kernelFormats,
} from "@convoque/adapters-http"
import { wordingEn, wordingFr } from "@convoque/core/interviews"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"

/** A refusal as people read it. */
export interface Sentence {
  readonly status: number
  readonly sentence: string
}

const catalogue: Readonly<Record<string, CatalogueEntry<Refusal> | undefined>> = {
  ...httpCatalogue(kernelFormats),
  ...interviewsCatalogue({ fr: wordingFr, en: wordingEn }),
}

// What only forms refuse; the API says it in the words of its headers.
const ofForms: Readonly<Record<string, Sentence>> = {
  "form.incomplete": {
    status: 400,
    sentence: "Le formulaire est incomplet. Revenez à la page et recommencez.",
  },
  "form.in-progress": {
    status: 409,
    sentence: "Cette demande est en cours de traitement. Patientez un instant.",
  },
  "form.other-request": {
    status: 409,
    sentence:
      "Ce formulaire a déjà été envoyé avec d'autres valeurs. Rechargez la page avant de recommencer.",
  },
  "form.unreadable": {
    status: 422,
    sentence: "L'adresse ou le formulaire contient un caractère qui ne peut pas être lu.",
  },
  "form.too-large": {
    status: 413,
    sentence: "Le formulaire est trop volumineux. Rien n'a été fait.",
  },
  "form.foreign": {
    status: 403,
    sentence: fr`Ce formulaire vient d'un autre site : il est refusé, et rien n'a été fait.`,
  },
  "page.unknown": { status: 404, sentence: "Cette adresse ne désigne rien." },
  "follower.required": {
    status: 403,
    sentence:
      "Le suivi des campagnes est réservé aux administrateurs, au service RH et aux responsables.",
  },
  "requester.required": {
    status: 403,
    sentence: "Les exports sont réservés aux agents et à ceux qui suivent des campagnes.",
  },
  "conflict.stale-version": {
    status: 412,
    sentence:
      "La campagne a changé depuis l'affichage de la page. Relisez-la avant de recommencer.",
  },
}

/** What is told of a failure that nobody foresaw. */
export const brokenSentence: Sentence = {
  status: 500,
  sentence: "Une erreur interne s'est produite. Elle est consignée.",
}

/** Gives the sentence and the status of a refusal; nothing for one that nobody has worded. */
export const sentenceOf = (refusal: Refusal): Sentence | undefined => {
  const own = ofForms[refusal._tag]
  if (own !== undefined) return own
  const entry = catalogue[refusal._tag]
  return entry === undefined
    ? undefined
    : {
        status: entry.statusOf?.(refusal) ?? entry.status,
        sentence: entry.sentence.fr(refusal),
      }
}
