/**
 * The missions of each person in detail (« Détails des missions affectées par personne »): the only
 * paper with contact details.
 *
 * @requirement PER-17
 */
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { StaffWords } from "../../wording/staff-words.ts"
import type { AssignmentLine, ContactDetails } from "../model.ts"
import type { PersonMissions } from "./missions.ts"
import { fieldsOf, fullName, paperOf, paragraph, type StaffPaper } from "./paper.ts"

/** A person with contact details; `homePost` is what he or she holds in the home school. */
export interface DetailedPerson extends PersonMissions {
  readonly contact: ContactDetails
  readonly homePost: string
}

/** Gives the detailed paper of the missions of people, in their order. */
export const detailsDocument = (
  paper: StaffPaper,
  people: ReadonlyArray<DetailedPerson>,
  years: ReadonlyArray<number>,
): DocumentContent => {
  const { words } = paper
  return paperOf(paper, words.details.title, [
    paragraph(words.withMissions.years(years)),
    ...people.flatMap((person) => personBlocks(person, words)),
  ])
}

const personBlocks = (person: DetailedPerson, words: StaffWords): ReadonlyArray<Block> => {
  const { line, contact, homePost, assignments } = person
  return [
    { _tag: "heading", text: fullName(line) },
    ...fieldsOf([
      [words.details.address, contact.address],
      [words.details.phones, phonesOf(contact, words)],
      [words.details.post, homePost],
    ]),
    ...(assignments.length === 0
      ? [paragraph(words.details.none)]
      : assignments.flatMap((one) => missionBlocks(one, words))),
  ]
}

const phonesOf = (
  { personalPhone, professionalPhone }: ContactDetails,
  { details }: StaffWords,
): string =>
  [personalPhone, professionalPhone === null ? null : details.professional(professionalPhone)]
    .filter((text) => text !== null)
    .join(" / ")

const missionBlocks = (one: AssignmentLine, words: StaffWords): ReadonlyArray<Block> => {
  const { details, school, assignmentDate } = words
  const option = [one.speciality, one.examOption].filter((text) => text !== null).join(", ")
  return [
    paragraph(details.mission(one.mission, one.type), true),
    ...fieldsOf([
      [details.session, one.examSession],
      [details.option, option],
      [details.centre, one.centre === null ? "" : school(one.centre.name, one.centre.uai)],
      [details.dates, one.dates.map(assignmentDate).join("\n")],
      [details.observation, one.observation],
    ]),
  ]
}
