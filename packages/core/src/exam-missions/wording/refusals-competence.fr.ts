/** The French sentences of the refusals of competences and of entry windows. */
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { CompetenceRefusal } from "../competence/refusals.ts"
import type { EntryRefusal } from "../competence-entry/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { entryStatusesFr } from "./labels.fr.ts"
import { activityRefusalsFr, applicationRefusalsFr } from "./refusals-activity.fr.ts"

/** The French sentence of each refusal of an entry window. */
export const entryRefusalsFr: SentencesOf<EntryRefusal> = {
  "actor.not-allowed": activityRefusalsFr["actor.not-allowed"],
  "activity.closed": activityRefusalsFr["activity.closed"],
  "competence-entry.statement-required": () =>
    fr`Cochez « J'ai terminé la saisie des compétences. » avant de valider.`,
  "competence-entry.locked": ({ school, year }) =>
    fr`La saisie des compétences de l'établissement ${school} est validée pour ${year} : pour la modifier, contactez le service des examens.`,
  "competence-entry.closed": ({ school, year }) =>
    `La saisie des compétences n'est pas ouverte à l'établissement ${school} pour ${year}.`,
  "competence-entry.year-too-far": ({ year, current }) =>
    fr`L'année scolaire ${year} est trop éloignée : la saisie s'ouvre pour ${current}, l'année d'avant ou celle d'après.`,
  "competence-entry.illegal-transition": ({ school, year, status }) =>
    fr`La saisie des compétences de l'établissement ${school} pour ${year} est ${entryStatusesFr[status]} : cette action n'y est pas possible.`,
}

/** The French sentence of each refusal of a competence; the first is verbatim (CMP-14). */
export const competenceRefusalsFr: SentencesOf<CompetenceRefusal> = {
  "competence.already-listed": () =>
    "Impossible de créer cette epreuve option. L'épreuve option que vous voulez ajouter existe déjà dans la liste des compétences.",
  "competence.not-found": ({ option }) =>
    `L'épreuve option ${quoted(option)} n'est pas dans la liste des compétences.`,
  "competence.no-change": ({ option }) =>
    `Vous avez déjà pris cette position sur l'épreuve option ${quoted(option)}.`,
  "competence.not-author": ({ option }) =>
    fr`Vous n'avez pas déclaré la compétence sur l'épreuve option ${quoted(option)} : vous ne pouvez pas la retirer.`,
  "competence.exam-not-offered": ({ option, school }) =>
    school === null
      ? `L'examen de l'épreuve option ${quoted(option)} n'est proposé par aucun de vos établissements.`
      : `L'examen de l'épreuve option ${quoted(option)} n'est pas proposé aux établissements de la catégorie de ${school}.`,
  "competence.exam-not-managed": ({ option, managerCode }) =>
    `L'examen de l'épreuve option ${quoted(option)} n'est pas confié au gestionnaire ${managerCode}.`,
  "person.not-in-school": applicationRefusalsFr["person.not-in-school"],
  "actor.not-allowed": activityRefusalsFr["actor.not-allowed"],
  "competence-entry.closed": entryRefusalsFr["competence-entry.closed"],
  "competence-entry.locked": entryRefusalsFr["competence-entry.locked"],
}
