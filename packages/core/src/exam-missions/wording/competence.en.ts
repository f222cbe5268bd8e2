/** The English texts of competences. */
import { shortDateTime } from "../../kernel/calendar.ts"
import type { SystemGround } from "../competence/model.ts"
import type { CompetenceWords } from "./competence-words.ts"

const teaching = ({ subject, modality, trainingModule, structure }: SystemGround): string =>
  [subject, modality, trainingModule, structure].filter((part) => part !== null).join(", ")

/** The texts of competences. */
export const competenceEn: CompetenceWords = {
  title: "Competences",
  standings: { acknowledged: "acknowledged", contested: "contested" },
  actions: { confirm: "Confirm (+)", invalidate: "Invalidate or delete (x)" },
  definedLabels: { yes: "YES", no: "NO" },
  ground: (ground) =>
    `Teaching at the school ${ground.school}: ${teaching(ground)}; line ${ground.correspondence} of the correspondence table.`,
  statement: "I have finished entering the competences.",
  validated: {
    subject: ({ school, year }) => `Competences ${year}: entry finished by ${school}`,
    body: ({ school, schoolName, year, at, zone }) =>
      `The school ${schoolName} (${school}) stated on ${shortDateTime(at, zone)} that it has finished entering the competences of its personnel for the school year ${year}. They can no longer be changed, unless the exam service reopens the entry.`,
  },
  entries: {
    title: (year) => `Entry of competences ${year}`,
    fileName: "competence-entries",
    columns: { school: "School", name: "Name", status: "Entry", since: "Since" },
  },
  agents: {
    title: (option) => `Agents competent on ${option}`,
    fileName: "competent-agents",
    columns: {
      "family-name": "Family name",
      "given-name": "Given name",
      standing: "Competence",
      authors: "Authors",
    },
  },
  listed: {
    title: (name) => `Competences of ${name}`,
    fileName: "competences",
    columns: {
      exam: "Exam",
      speciality: "Speciality",
      label: "Exam option",
      authors: "Authors",
      standing: "Competence",
    },
  },
}
