/** The French sentences of the refusals of a campaign. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { termsFaultFr } from "./faults.fr.ts"
import { exportsFr } from "./exports.fr.ts"
import { statusesFr } from "./labels.fr.ts"
import { interviewRefusalsFr } from "./refusals.fr.ts"

/** The refusals that only campaigns have. */
type OwnRefusal = Exclude<CampaignRefusal, { readonly _tag: "actor.not-allowed" }>

const states = { none: "non ouverte", open: "ouverte", deleted: "supprimée" } as const

const statusFr = (status: string): string =>
  quoted(Object.entries(statusesFr).find(([tag]) => tag === status)?.[1] ?? status)

/** Why a manager gets no reminder, in French. */
export const leftOutFr = {
  deselected: "désélectionné",
  "nothing-in-status": "aucun entretien concerné",
  "no-address": "sans adresse électronique valable",
  "cap-reached": "déjà relancé autant de fois que la campagne l'admet",
} as const

/** The French sentence of each refusal of a campaign, a function of its values. */
export const campaignRefusalsFr: SentencesOf<OwnRefusal> = {
  "campaign.illegal-transition": ({ state }) =>
    `Cette action n'est pas possible sur une campagne ${states[state]}.`,
  "campaign.unknown": ({ campaign }) => `La campagne ${quoted(campaign)} n'existe pas.`,
  "campaign.already-exists": ({ campaign }) => `La campagne ${quoted(campaign)} existe déjà.`,
  "campaign.incoherent-terms": ({ faults }) =>
    fr`Le cadre de la campagne est incohérent : ${faults.map(termsFaultFr).join(fr` ; `)}.`,
  "campaign.procedure-frozen": ({ proposed }) =>
    fr`La procédure, le modèle de compte rendu, le fuseau horaire et les jours fériés ne changent plus dès qu'un entretien est proposé (entretiens proposés : ${proposed}).`,
  "campaign.type-fixed": ({ type, given }) =>
    `La campagne porte sur des entretiens de type ${quoted(type)} et ne peut pas passer au type ${quoted(given)}.`,
  "campaign.nothing-circulated": () =>
    "Indiquez au moins un document à diffuser et au moins un destinataire.",
  "campaign.file-unknown": ({ key }) =>
    `Le fichier ${quoted(key)} ne fait pas partie des documents de la campagne.`,
  "campaign.unknown-interview": ({ interview }) =>
    `La campagne n'a pas d'entretien ${quoted(interview)}.`,
  "campaign.not-ones-agents": ({ agents }) =>
    fr`Ces agents ne relèvent pas de vous dans cette campagne : ${agents.map(quoted).join(", ")}.`,
  "campaign.not-started": ({ startsOn, today }) =>
    fr`La campagne commence le ${shortDate(startsOn)} ; nous sommes le ${shortDate(today)}.`,
  "reminder.status-not-remindable": ({ status, remindable }) =>
    fr`Le statut ${statusFr(status)} ne donne pas lieu à relance ; statuts admis : ${remindable.map(statusFr).join(", ")}.`,
  "reminder.nothing-to-remind": () => "Aucun entretien ne donne lieu à relance.",
  "reminder.no-recipient": ({ leftOut }) =>
    leftOut.length === 0
      ? "La relance n'a aucun destinataire."
      : fr`La relance n'a aucun destinataire : ${leftOut.map(({ manager, reason }) => `${quoted(manager)} (${leftOutFr[reason]})`).join(", ")}.`,
  "population.empty": () =>
    fr`Le fichier ne contient que son en-tête : indiquez au moins une ligne.`,
  "population.refused": ({ faults }) =>
    `Aucun entretien n'est ouvert. ${faults.map(exportsFr.population.sentence).join(" ")}`,
  "interviews.refused": ({ refusals }) =>
    fr`Rien n'est fait. ${refusals.map(({ interview, refusal }) => fr`${quoted(interview)} : ${sentence(refusal)}`).join(" ")}`,
  "campaign.confirmation-required": ({ interviews }) =>
    fr`La suppression de la campagne est irréversible et définitive : elle supprime aussi tous les entretiens rattachés (nombre : ${interviews}). Confirmez-la ; sans confirmation, rien n'est supprimé.`,
  "campaign.appeals-open": ({ subjects }) =>
    fr`Des recours sont en cours dans la campagne : ${subjects.map(quoted).join(", ")}. Confirmez la suppression malgré chacun d'eux.`,
}

// The tag chooses the function, which the compiler cannot follow.
const sentence = (refusal: InterviewRefusal): string =>
  (interviewRefusalsFr[refusal._tag] as (value: InterviewRefusal) => string)(refusal)
