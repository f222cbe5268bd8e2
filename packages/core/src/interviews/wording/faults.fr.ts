/** The French words for what keeps a procedure, a template or the terms of a campaign from use. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { TermsFault } from "../terms/model/campaign-terms.ts"
import type { ProcedureFault } from "../terms/model/procedure.ts"
import type { SentencesOf } from "../wording.ts"
import { subjectsFr } from "./subjects.ts"

const procedureFaultsFr: SentencesOf<ProcedureFault> = {
  "version.ends-before-it-begins": ({ from, until }) =>
    `la version de la procédure finit (${shortDate(until)}) avant de commencer (${shortDate(from)})`,
  "step.declared-twice": ({ step }) => `l'étape ${quoted(step)} est déclarée deux fois`,
  "step.name-reserved": ({ step }) => `le nom d'étape ${quoted(step)} est réservé`,
  "step.without-actor": ({ step }) => `l'étape ${quoted(step)} n'a aucun acteur`,
  "step.misplaced-communication": ({ step }) =>
    `l'étape ${quoted(step)} communique le compte rendu ailleurs qu'en tête du circuit`,
  "step.report-not-signed-by-superior": ({ step }) =>
    `l'étape ${quoted(step)} fait signer le compte rendu par un autre que le supérieur hiérarchique direct, ou par délégation`,
  "step.completed-without-agent": ({ step }) =>
    `l'étape ${quoted(step)} complète le compte rendu sans que l'agent en soit un acteur`,
  "step.can-stick": ({ step }) =>
    `l'étape ${quoted(step)} peut bloquer le circuit (personne d'autre que l'agent ne la termine)`,
  "step.refuses-for-ever": ({ step }) =>
    `l'étape ${quoted(step)} est refusée pour toujours une fois son délai passé`,
  "step.after-filing": ({ step }) => `l'étape ${quoted(step)} vient après le versement au dossier`,
  "period.without-start-event": ({ step, from }) =>
    `le délai de l'étape ${quoted(step)} part de ${quoted(from)}, qui n'est ni l'entretien ni une étape antérieure`,
  "period.lapses-without-completion": ({ step }) =>
    `le délai de l'étape ${quoted(step)} ne peut pas expirer sans acte (seul celui de l'agent le peut)`,
  "suspension.outside-completion": ({ step }) =>
    `l'étape ${quoted(step)} ne peut pas être suspendue (seule celle de l'agent le peut)`,
  "notification.before-visa": ({ step }) =>
    `l'étape ${quoted(step)} notifie le compte rendu avant le visa`,
  "notification.repeated": ({ step }) =>
    `l'étape ${quoted(step)} notifie le compte rendu une seconde fois`,
  "filing.without-signature": ({ step }) =>
    `l'étape ${quoted(step)} verse au dossier un compte rendu que l'agent n'a pas signé`,
  "circuit.without-communication": () => "le circuit ne communique jamais le compte rendu",
  "circuit.never-ends": () =>
    "le circuit ne se termine jamais (ni versement au dossier, ni dernière signature)",
  "appeal.without-notification": () =>
    "un recours est prévu sans notification qui en fasse partir le délai",
}

const faultsFr: SentencesOf<TermsFault> = {
  ...procedureFaultsFr,
  "template.appeal-notice-missing": () =>
    "le modèle de compte rendu ne porte pas les voies de recours",
  "section.declared-twice": ({ section }) =>
    `la rubrique ${quoted(section)} est déclarée deux fois`,
  "criterion.declared-twice": ({ criterion }) =>
    `le critère ${quoted(criterion)} est déclaré deux fois`,
  "level.declared-twice": ({ level }) => `le niveau ${quoted(level)} est déclaré deux fois`,
  "section.without-criteria": ({ section }) =>
    `la rubrique ${quoted(section)} n'a aucun critère à apprécier`,
  "section.without-levels": ({ section }) =>
    `la rubrique ${quoted(section)} n'a aucun niveau d'appréciation`,
  "section.subject-missing": ({ about }) =>
    fr`aucune rubrique obligatoire du supérieur hiérarchique direct ne porte sur : ${subjectsFr[about]}`,
  "section.agent-part-required": ({ section }) =>
    `la rubrique ${quoted(section)} relève de l'agent et ne peut pas être obligatoire`,
  "section.agent-part-not-text": ({ section }) =>
    `la rubrique ${quoted(section)} relève de l'agent et ne peut contenir que du texte`,
  "dates.period-reversed": ({ from, until }) =>
    `la période de référence finit (${shortDate(until)}) avant de commencer (${shortDate(from)})`,
  "dates.interviews-before-start": ({ startsOn, interviewsBefore }) =>
    `la date limite des entretiens (${shortDate(interviewsBefore)}) ne suit pas le début de la campagne (${shortDate(startsOn)})`,
  "dates.reports-before-interviews": ({ interviewsBefore, reportsBy }) =>
    `la date limite des comptes rendus (${shortDate(reportsBy)}) précède celle des entretiens (${shortDate(interviewsBefore)})`,
  "dates.procedure-not-in-force": ({ code, startsOn }) =>
    `la procédure ${quoted(code)} n'est pas en vigueur au début de la campagne (${shortDate(startsOn)})`,
  "dates.template-not-in-force": ({ code, startsOn }) =>
    `le modèle de compte rendu ${quoted(code)} n'est pas en vigueur au début de la campagne (${shortDate(startsOn)})`,
  "objectives.range-reversed": ({ minimum, maximum }) =>
    `le nombre d'objectifs attendu va de ${minimum} à ${maximum}`,
}

/** Gives a fault as part of a sentence. */
export const termsFaultFr = (fault: TermsFault): string =>
  // The tag chooses the function, which the compiler cannot follow.
  (faultsFr[fault._tag] as (value: TermsFault) => string)(fault)
