/** The French sentences of the refusals of delegations and use cases. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { ApplicationRefusal } from "../application/refusals.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"
import type { SentencesOf } from "../wording.ts"

/** The refusals that only delegations have. */
type OwnDelegationRefusal = Exclude<
  DelegationRefusal,
  { readonly _tag: "actor.not-allowed" | "delegation.not-allowed" | "delegation.not-in-force" }
>

/** The French sentence of each refusal of a delegation. */
export const delegationRefusalsFr: SentencesOf<OwnDelegationRefusal> = {
  "delegation.to-oneself": () => "Une délégation se donne à une autre personne que soi-même.",
  "delegation.dates-reversed": ({ from, until }) =>
    `La délégation finit (${shortDate(until)}) avant de commencer (${shortDate(from)}).`,
  "delegation.too-long": ({ days, maximum }) =>
    fr`La délégation dure ${days} jours ; ${maximum} au plus sont admis.`,
  "delegation.unknown": ({ delegator, delegate }) =>
    `${quoted(delegator)} n'a donné aucune délégation à ${quoted(delegate)} en cette qualité.`,
}

/** The French sentence of each refusal of a use case. */
export const applicationRefusalsFr: SentencesOf<ApplicationRefusal> = {
  "interview.unknown": ({ agent, year }) =>
    `L'agent ${quoted(agent)} n'a pas d'entretien de ce type au titre de l'année ${year}.`,
  "appeal.unknown": ({ agent, year }) =>
    `Aucun recours n'est formé contre le compte rendu ${year} de l'agent ${quoted(agent)}.`,
  "report.not-available": ({ agent, year }) =>
    fr`Le compte rendu ${year} de l'agent ${quoted(agent)} n'est pas encore communiqué.`,
  "report.not-handed-over": ({ agent, year }) =>
    fr`Le compte rendu ${year} de l'agent ${quoted(agent)} n'est pas encore versé à son dossier individuel : supprimez l'entretien une fois qu'il y est.`,
  "file.unknown": ({ agent, year }) =>
    `Ce fichier ne fait pas partie de l'entretien ${year} de l'agent ${quoted(agent)}.`,
  "deadline.unknown-act": ({ act, known }) =>
    fr`Aucun délai ne porte sur l'acte ${quoted(act)} ; actes connus : ${known.length === 0 ? "aucun" : known.join(", ")}.`,
  "person.unknown": ({ person }) => `La personne ${quoted(person)} est inconnue de l'annuaire.`,
  "person.without-address": () =>
    fr`Cette personne n'a pas d'adresse électronique valable : choisissez un autre moyen de notification.`,
  "document.unprintable": ({ characters }) =>
    fr`Le document ne peut pas être imprimé : caractères sans tracé dans les polices (${characters.join(" ")}).`,
}
