/** The French sentences of the refusals of an appeal. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { AppealRefusal } from "../appeal/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { appealOutcomesFr, appealStatesFr } from "./labels.fr.ts"

/** The refusals that only appeals have. */
type OwnRefusal = Exclude<
  AppealRefusal,
  { readonly _tag: "actor.not-allowed" | "delegation.not-allowed" | "delegation.not-in-force" }
>

/** The French sentence of each refusal of an appeal, a function of its values. */
export const appealRefusalsFr: SentencesOf<OwnRefusal> = {
  "appeal.illegal-transition": ({ state }) =>
    fr`Cette action n'est pas possible dans l'état actuel du recours : ${quoted(appealStatesFr[state])}.`,
  "appeal.not-provided": () => "La procédure de cette campagne ne prévoit pas de recours.",
  "appeal.report-not-endorsed": () =>
    fr`Le compte rendu n'est pas visé par l'autorité : aucun délai de recours ne court encore.`,
  "appeal.report-not-notified": () =>
    fr`Le compte rendu n'est pas notifié à l'agent : aucun délai de recours ne court encore.`,
  "appeal.date-out-of-range": ({ date, earliest, latest }) =>
    `La date de l'acte (${shortDate(date)}) doit être comprise entre le ${shortDate(earliest)} et le ${shortDate(latest)}.`,
  "appeal.complementary-interview-missing": ({ legalSource }) =>
    fr`L'agent doit être entendu avant la réponse à son recours (${legalSource}) : indiquez la date de cet entretien.`,
  "appeal.revised-report-missing": ({ outcome }) =>
    fr`Cette réponse révise le compte rendu : ${appealOutcomesFr[outcome]}. Joignez le compte rendu révisé.`,
  "appeal.revised-report-unexpected": ({ outcome }) =>
    fr`Cette réponse ne révise pas le compte rendu : ${appealOutcomesFr[outcome]}. Aucun compte rendu révisé n'est admis.`,
  "appeal.answer-period-running": ({ lastDay, today, legalSource }) =>
    fr`Le délai de réponse de l'autorité court jusqu'au ${shortDate(lastDay)} inclus (${legalSource}) ; nous sommes le ${shortDate(today)}.`,
  "appeal.no-committee": () => "La procédure ne prévoit pas de saisine d'une commission.",
  "appeal.authority-unchanged": () => fr`Le recours est déjà confié à cette autorité.`,
  "appeal.authority-not-distinct": ({ from }) =>
    from === "agent"
      ? fr`L'agent ne répond pas à son propre recours : choisissez une autre autorité.`
      : fr`Le supérieur hiérarchique direct ne répond pas au recours contre son compte rendu : choisissez une autre autorité.`,
  "appeal.opinion-missing": () =>
    "L'avis de la commission doit être enregistré avant la décision de l'autorité.",
  "appeal.opinion-already-recorded": ({ on }) =>
    `L'avis de la commission est déjà enregistré (${shortDate(on)}).`,
  "appeal.no-revised-report": () =>
    fr`Le compte rendu n'a pas été révisé : il n'y a pas de compte rendu définitif.`,
  "appeal.final-report-not-notified": () =>
    "Le compte rendu définitif n'est pas encore notifié à l'agent.",
  "appeal.final-report-already-notified": ({ on }) =>
    `Le compte rendu définitif est déjà notifié à l'agent (${shortDate(on)}).`,
  "appeal.agent-without-address": () =>
    fr`L'agent n'a pas d'adresse électronique valable : choisissez un autre moyen de notification.`,
}
