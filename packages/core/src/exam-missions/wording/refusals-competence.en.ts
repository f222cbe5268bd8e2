/** The English sentences of the refusals of competences and of entry windows. */
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { CompetenceRefusal } from "../competence/refusals.ts"
import type { EntryRefusal } from "../competence-entry/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { entryStatusesEn } from "./labels.en.ts"
import { activityRefusalsEn, applicationRefusalsEn } from "./refusals-activity.en.ts"

/** The English sentence of each refusal of an entry window. */
export const entryRefusalsEn: SentencesOf<EntryRefusal> = {
  "actor.not-allowed": activityRefusalsEn["actor.not-allowed"],
  "activity.closed": activityRefusalsEn["activity.closed"],
  "competence-entry.statement-required": () =>
    `Tick ${quoted("I have finished entering the competences.")} before you validate.`,
  "competence-entry.locked": ({ school, year }) =>
    `The competences of the school ${school} are validated for ${year}: contact the exam service to change them.`,
  "competence-entry.closed": ({ school, year }) =>
    `The entry of competences is not open to the school ${school} for ${year}.`,
  "competence-entry.year-too-far": ({ year, current }) =>
    `The school year ${year} is too far: entry opens for ${current}, the year before or the year after.`,
  "competence-entry.illegal-transition": ({ school, year, status }) =>
    `The entry of competences of the school ${school} for ${year} is ${entryStatusesEn[status]}: this cannot be done there.`,
}

/** The English sentence of each refusal of a competence. */
export const competenceRefusalsEn: SentencesOf<CompetenceRefusal> = {
  "competence.already-listed": ({ option }) =>
    `The exam option ${quoted(option)} cannot be added: it is in the list of competences already.`,
  "competence.not-found": ({ option }) =>
    `The exam option ${quoted(option)} is not in the list of competences.`,
  "competence.no-change": ({ option }) =>
    `You have taken this position on the exam option ${quoted(option)} already.`,
  "competence.not-author": ({ option }) =>
    `You have not declared the competence on the exam option ${quoted(option)}: you cannot withdraw it.`,
  "competence.exam-not-offered": ({ option, school }) =>
    school === null
      ? `None of your schools offers the exam of the option ${quoted(option)}.`
      : `The exam of the option ${quoted(option)} is not offered to schools of the category of ${school}.`,
  "competence.exam-not-managed": ({ option, managerCode }) =>
    `The manager ${managerCode} is not in charge of the exam of the option ${quoted(option)}.`,
  "person.not-in-school": applicationRefusalsEn["person.not-in-school"],
  "actor.not-allowed": activityRefusalsEn["actor.not-allowed"],
  "competence-entry.closed": entryRefusalsEn["competence-entry.closed"],
  "competence-entry.locked": entryRefusalsEn["competence-entry.locked"],
}
