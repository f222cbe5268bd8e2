/** The English sentences of the refusals of activities and of use cases. */
import { dayEn } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { ActivityRefusal } from "../activity/refusals.ts"
import type { ApplicationRefusal } from "../application/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { activitiesEn } from "./labels.en.ts"

/** The English sentence of each refusal of an activity. */
export const activityRefusalsEn: SentencesOf<ActivityRefusal> = {
  "actor.not-allowed": () => "Your capacity does not allow this.",
  "activity.closed": ({ activity }) =>
    `The activity ${quoted(activitiesEn[activity])} is not opened by the management service of the academy.`,
  "activity.centre-head-only": ({ activity }) =>
    `The activity ${quoted(activitiesEn[activity])} is for heads of exam centres.`,
}

/** The English sentence of each refusal of a use case. */
export const applicationRefusalsEn: SentencesOf<ApplicationRefusal> = {
  "actor.without-school": () =>
    "You are not signed in for a school: sign in again from the portal of the school.",
  "actor.without-manager-code": () =>
    "Your account bears no manager code: ask the exams division for it.",
  "school.unknown": ({ school }) => `The school ${school} is unknown or is not yours.`,
  "person.unknown": () => "This person is not in the register of personnel.",
  "person.not-in-school": ({ school }) =>
    `This person does not work in the school ${school}, neither as main nor as secondary assignment.`,
  "exam-option.unknown": ({ option }) =>
    `The exam option ${quoted(option)} is not in the exam regulation.`,
  "register.unknown": ({ register, known }) =>
    `There is no register ${quoted(register)}; known registers: ${known.join(", ")}.`,
  "period.one-at-a-time": () => "Choose one period only: of availability or of convocation.",
  "assignment.unknown": ({ mission }) => `This person is not convened to mission ${mission}.`,
  "period.end-before-start": ({ from, until }) =>
    `The period ends (${dayEn(until)}) before it starts (${dayEn(from)}).`,
  "document.unprintable": ({ characters }) =>
    `The document cannot be printed: characters that no font can draw (${characters.join(" ")}).`,
}
