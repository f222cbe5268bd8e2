/** The French sentences of the refusals of an interview: what is wrong, and what is expected. */
import { periodFr, shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { capacitiesFr, enclosuresFr, fatesFr, meansFr, statesFr } from "./labels.fr.ts"

const labels = (named: ReadonlyArray<{ readonly label: string }>) =>
  named.map(({ label }) => quoted(label)).join(", ")

const first = (label: string) => `l'étape ${quoted(label)} doit être faite d'abord`

const kindsFr = {
  text: "un texte",
  objectives: "des objectifs",
  "training-needs": "des besoins de formation",
  criteria: "un niveau par critère",
} as const

/** The French sentence of each refusal of an interview, a function of its values. */
export const interviewRefusalsFr: SentencesOf<InterviewRefusal> = {
  "interview.illegal-transition": ({ state }) =>
    fr`Cette action n'est pas possible dans l'état actuel de l'entretien : ${quoted(statesFr[state])}.`,
  "interview.deleted": () => fr`L'entretien est supprimé : plus rien ne peut y être fait.`,
  "interview.duplicate": ({ agent, year }) =>
    `L'agent ${quoted(agent)} a déjà un entretien de ce type au titre de l'année ${year}.`,
  "interview.evaluates-self": ({ agent }) =>
    fr`L'agent ${quoted(agent)} ne peut pas être son propre supérieur hiérarchique direct : désignez une autre personne.`,
  "interview.authority-not-distinct": ({ authority, from }) =>
    fr`${quoted(authority)} est ${from === "agent" ? "l'agent évalué" : "le supérieur hiérarchique direct"} et ne peut pas viser le compte rendu en qualité d'autorité : désignez une autre personne.`,
  "actor.not-allowed": ({ capacity }) =>
    fr`Cette action ne vous est pas ouverte en qualité de : ${capacitiesFr[capacity]}.`,
  "delegation.not-allowed": ({ step }) =>
    step === undefined
      ? fr`Cet acte ne peut pas être délégué : la personne doit le faire elle-même.`
      : fr`L'étape ${quoted(step)} ne peut pas être déléguée : la personne doit la faire elle-même.`,
  "delegation.not-in-force": ({ from, until, today }) =>
    `La délégation vaut du ${shortDate(from)} au ${shortDate(until)} et non le ${shortDate(today)}.`,

  "interview.notice-too-short": ({ date, earliest, period, today, legalSource }) =>
    fr`L'entretien ne peut pas avoir lieu le ${shortDate(date)} : proposé le ${shortDate(today)}, il demande un préavis de ${periodFr(period)} (${legalSource}). Première date possible : le ${shortDate(earliest)}.`,
  "interview.enclosure-missing": ({ missing }) =>
    fr`La proposition doit être accompagnée de ces documents ; il manque : ${missing.map((kind) => enclosuresFr[kind]).join(", ")}.`,
  "interview.too-many-notes": ({ maximum }) =>
    fr`Les notes de préparation suivent les points du modèle : ${maximum} au plus.`,
  "interview.date-in-future": ({ date, today }) =>
    `L'entretien ne peut pas avoir été tenu le ${shortDate(date)}, après aujourd'hui (${shortDate(today)}).`,
  "interview.date-before-proposal": ({ date, proposedOn }) =>
    `L'entretien ne peut pas avoir été tenu le ${shortDate(date)}, avant d'être proposé (${shortDate(proposedOn)}).`,
  "interview.date-not-passed": ({ date, today }) =>
    `La date de l'entretien (${shortDate(date)}) n'est pas passée (nous sommes le ${shortDate(today)}).`,
  "interview.third-party-present": ({ expected, participants }) =>
    fr`L'entretien se tient entre l'agent et son supérieur hiérarchique direct, sans tiers : attendus ${expected.map(quoted).join(" et ")}, indiqués ${participants.length === 0 ? "personne" : participants.map(quoted).join(", ")}.`,
  "interview.section-not-discussed": ({ sections }) =>
    fr`Toutes les rubriques du compte rendu doivent être abordées avec l'agent ; il manque : ${labels(sections)}.`,

  "report.unknown-section": ({ section }) =>
    `Le modèle de compte rendu n'a pas de rubrique ${quoted(section)}.`,
  "report.section-written-twice": ({ label }) =>
    `La rubrique ${quoted(label)} est remplie deux fois.`,
  "report.section-not-superiors": ({ label }) =>
    `La rubrique ${quoted(label)} est réservée à l'agent.`,
  "report.section-not-agents": ({ label }) =>
    `La rubrique ${quoted(label)} est réservée au supérieur hiérarchique direct.`,
  "report.wrong-kind": ({ label, expected }) =>
    `La rubrique ${quoted(label)} attend ${kindsFr[expected]}.`,
  "report.unknown-criterion": ({ label, criterion }) =>
    `La rubrique ${quoted(label)} n'a pas de critère ${quoted(criterion)} dans le modèle.`,
  "report.criterion-rated-twice": ({ label, criterion }) =>
    fr`${quoted(label)} : le critère ${quoted(criterion)} est apprécié deux fois.`,
  "report.unknown-level": ({ label, level }) =>
    fr`${quoted(label)} : le modèle n'a pas de niveau ${quoted(level)}.`,
  "report.too-many-attachments": ({ maximum }) =>
    maximum === 0
      ? "Le modèle n'admet aucune pièce jointe au compte rendu."
      : fr`Le compte rendu admet ${maximum} pièces jointes au plus.`,
  "report.section-required": ({ sections }) =>
    fr`Le compte rendu ne peut pas être communiqué ; rubriques à remplir : ${labels(sections)}.`,
  "report.needs-and-none": ({ label }) =>
    fr`La rubrique ${quoted(label)} indique qu'il n'y a aucun besoin et en énumère : gardez l'un ou l'autre.`,
  "report.criteria-unrated": ({ label, criteria }) =>
    fr`Dans la rubrique ${quoted(label)}, chaque critère doit recevoir un niveau ; il manque : ${labels(criteria)}.`,
  "report.appraisal-frozen": ({ label }) =>
    fr`La rubrique ${quoted(label)} porte l'appréciation : elle ne peut plus être modifiée depuis la signature, pas même au titre d'une erreur matérielle.`,
  "report.no-text-to-correct": ({ label }) =>
    `La rubrique ${quoted(label)} n'a pas de texte à corriger.`,

  "step.unknown": ({ step }) => `La procédure n'a pas d'étape ${quoted(step)}.`,
  "step.date-out-of-range": ({ label, on, earliest, today }) =>
    fr`${quoted(label)} : la date (${shortDate(on)}) doit être comprise entre le ${shortDate(earliest)} et le ${shortDate(today)}.`,
  "observations.unexpected": ({ label }) =>
    fr`L'étape ${quoted(label)} n'admet pas d'observations : seul le visa en porte.`,
  "step.already-done": ({ label }) => `L'étape ${quoted(label)} est déjà faite.`,
  "step.wrong-actor": ({ label, actors, capacity }) =>
    fr`L'étape ${quoted(label)} ne revient pas à votre qualité (${capacitiesFr[capacity]}), mais à : ${actors.map((actor) => capacitiesFr[actor]).join(", ")}.`,
  "step.own-report": ({ label }) =>
    fr`L'étape ${quoted(label)} ne peut pas être faite par la personne qui a signé le compte rendu : une autre personne doit le viser.`,
  "step.too-late": ({ label, lastDay, today, legalSource }) =>
    fr`L'étape ${quoted(label)} devait être faite au plus tard le ${shortDate(lastDay)} (${legalSource}) ; nous sommes le ${shortDate(today)}.`,
  "step.lapsed": ({ label, lastDay, today, legalSource }) =>
    fr`Le délai de l'étape ${quoted(label)} a pris fin le ${shortDate(lastDay)} (${legalSource}) ; nous sommes le ${shortDate(today)}.`,
  "step.not-lapsed": ({ label, lastDay }) =>
    lastDay === undefined
      ? `L'étape ${quoted(label)} n'a pas de délai qui puisse expirer.`
      : `Le délai de l'étape ${quoted(label)} court jusqu'au ${shortDate(lastDay)} inclus.`,
  "step.not-returnable": ({ label }) =>
    `La procédure ne permet pas de renvoyer le compte rendu à l'étape ${quoted(label)}.`,
  "report.not-communicated": ({ label }) =>
    fr`Le compte rendu n'est pas encore communiqué à l'agent : ${first(label)}.`,
  "report.not-completed": ({ label }) =>
    fr`L'agent n'a pas encore complété le compte rendu : ${first(label)}.`,
  "report.not-endorsed": ({ label }) =>
    fr`Le compte rendu n'est pas encore visé par l'autorité : ${first(label)}.`,
  "report.not-notified": ({ label }) =>
    fr`Le compte rendu n'est pas encore notifié à l'agent : ${first(label)}.`,
  "report.not-signed": ({ label }) => fr`Le compte rendu n'est pas encore signé : ${first(label)}.`,
  "report.not-filed": ({ label }) =>
    fr`Le compte rendu n'est pas encore versé au dossier administratif : ${first(label)}.`,
  "notification.required": ({ label }) =>
    fr`L'étape ${quoted(label)} est une notification : indiquez son moyen, sa date et ce qu'elle est devenue.`,
  "notification.unexpected": ({ label }) =>
    `L'étape ${quoted(label)} ne comporte pas de notification.`,
  "notification.agent-only-opens": ({ fate }) =>
    fr`Seul l'agent peut indiquer cette suite de la notification : ${fatesFr[fate]}.`,
  "notification.not-sent": ({ means }) =>
    fr`Aucune notification n'a été faite à l'agent par ce moyen : ${meansFr[means]}.`,
  "notification.date-out-of-range": ({ on, earliest, today }) =>
    `La date de la notification (${shortDate(on)}) doit être comprise entre le ${shortDate(earliest)} et le ${shortDate(today)}.`,
  "completion.not-open": () =>
    "L'agent ne peut compléter le compte rendu qu'entre sa communication et la fin du délai pour le compléter.",
  "revision.unknown-to-procedure": ({ label }) =>
    `La procédure ${quoted(label)} ne connaît pas de demande de révision.`,
  "revision.already-requested": ({ on }) =>
    `Une révision du compte rendu est déjà demandée depuis le ${shortDate(on)}.`,
  "revision.not-requested": () => "Aucune révision du compte rendu n'est demandée.",
  "superior.unchanged": ({ superior }) =>
    `${quoted(superior)} est déjà le supérieur hiérarchique direct de ce dossier.`,
  "authority.unchanged": ({ authority }) =>
    `${quoted(authority)} est déjà l'autorité de ce dossier.`,

  "interview.duration-too-short": ({ durationMinutes, minimumMinutes }) =>
    fr`La durée de l'entretien (${durationMinutes} minutes) est inférieure à ${minimumMinutes} minutes. Confirmez pour passer outre.`,
  "interview.held-before-notice": ({ date, proposedOn, earliest, period, legalSource }) =>
    fr`L'entretien a été tenu le ${shortDate(date)}, avant la fin du préavis de ${periodFr(period)} (${legalSource}) : proposé le ${shortDate(proposedOn)}, il ne pouvait avoir lieu avant le ${shortDate(earliest)}. Confirmez pour passer outre.`,
  "completion.ends-without-agent": ({ label }) =>
    fr`L'agent n'a pas déclaré le compte rendu complet : l'étape ${quoted(label)} prendra fin sans lui. Confirmez pour passer outre.`,
  "report.objectives-out-of-range": ({ count, range }) =>
    fr`Nombre d'objectifs fixés : ${count} ; la campagne en attend de ${range.minimum} à ${range.maximum}. Confirmez pour passer outre.`,
  "interview.deletion-confirmation-required": () =>
    fr`L'entretien est clos : confirmez sa suppression. Sans confirmation, rien n'est supprimé.`,
  "interview.appeal-open": () =>
    fr`Un recours est en cours sur cet entretien : confirmez sa suppression malgré ce recours.`,
}
