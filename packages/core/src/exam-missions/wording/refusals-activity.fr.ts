/** The French sentences of the refusals of activities and of use cases. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { ActivityRefusal } from "../activity/refusals.ts"
import type { ApplicationRefusal } from "../application/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { activitiesFr } from "./labels.fr.ts"

/** The French sentence of each refusal of an activity. */
export const activityRefusalsFr: SentencesOf<ActivityRefusal> = {
  "actor.not-allowed": () => "Votre qualité ne permet pas cette action.",
  "activity.closed": ({ activity }) =>
    fr`L'activité ${quoted(activitiesFr[activity])} n'est pas ouverte par le service de gestion de l'académie.`,
  "activity.centre-head-only": ({ activity }) =>
    fr`L'activité ${quoted(activitiesFr[activity])} est réservée aux chefs de centre d'examen.`,
}

/** The French sentence of each refusal of a use case. */
export const applicationRefusalsFr: SentencesOf<ApplicationRefusal> = {
  "actor.without-school": () =>
    fr`Vous n'êtes pas connecté au nom d'un établissement : reconnectez-vous depuis le portail de l'établissement.`,
  "actor.without-manager-code": () =>
    fr`Votre compte ne porte pas de code gestionnaire : demandez-le au service des examens.`,
  "school.unknown": ({ school }) => `L'établissement ${school} est inconnu ou n'est pas le vôtre.`,
  "person.unknown": () => "Cette personne est inconnue du registre des personnels.",
  "person.not-in-school": ({ school }) =>
    `Cette personne n'exerce pas dans l'établissement ${school}, ni à titre principal ni à titre secondaire.`,
  "exam-option.unknown": ({ option }) =>
    `L'épreuve option ${quoted(option)} ne figure pas au règlement des examens.`,
  "register.unknown": ({ register, known }) =>
    fr`Le registre ${quoted(register)} n'existe pas ; registres connus : ${known.join(", ")}.`,
  "period.one-at-a-time": () =>
    fr`Choisissez une seule période : de disponibilité ou de convocation.`,
  "assignment.unknown": ({ mission }) =>
    `Cette personne n'est pas convoquée à la mission ${mission}.`,
  "period.end-before-start": ({ from, until }) =>
    `La période finit (${shortDate(until)}) avant de commencer (${shortDate(from)}).`,
  "document.unprintable": ({ characters }) =>
    fr`Le document ne peut pas être imprimé : caractères sans tracé dans les polices (${characters.join(" ")}).`,
}
