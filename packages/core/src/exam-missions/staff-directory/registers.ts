/**
 * The registers of the staff directory (référentiels des établissements et des personnels): schools,
 * people, posts and teachings, with the columns of their files.
 *
 * @requirement PER-01, PER-02, PER-26, PER-27, CMP-22
 */
import { Numen, PersonId, Uai } from "../../kernel/identity.ts"
import { MailAddress } from "../../kernel/mail-address.ts"
import { confidential, neededColumn, optionalColumn, type Register } from "../../kernel/register.ts"
import { foldedKey, singleLine } from "../../kernel/text.ts"
import type {
  Post,
  PostKind,
  School,
  SchoolCategory,
  StaffMember,
  StructureKind,
  Teaching,
} from "./model.ts"
import {
  DayCell,
  dayExpected,
  joinedKey,
  sortText,
  textExpected,
  wordCell,
  wordsExpected,
} from "./registers/cells.ts"

const categories: Readonly<Record<SchoolCategory, string>> = {
  college: "CLG",
  "lycee-general-technologique": "LGT",
  "lycee-professionnel": "LP",
  "lycee-polyvalent": "LPO",
  erea: "EREA",
}

const postKinds: Readonly<Record<PostKind, string>> = {
  main: "PRINCIPAL",
  secondary: "SECONDAIRE",
}

const structureKinds: Readonly<Record<StructureKind, string>> = {
  division: "DIVISION",
  group: "GROUPE",
}

const text = (longest: number) => [singleLine(longest), textExpected(longest)] as const
const person = neededColumn("ID_AGENT", PersonId, "un identifiant d’agent, tel que epp-12345")
const mail = (label: string) => optionalColumn(label, MailAddress)
const ofPerson = {
  field: "person",
  register: "people",
  keyOf: ({ person }: { readonly person: PersonId }) => person,
} as const
const ofSchool = {
  field: "school",
  register: "schools",
  keyOf: ({ school }: { readonly school: Uai }) => school,
} as const

/** Schools and exam centres of the academy (établissements). */
export const schools: Register<School> = {
  name: "schools",
  columns: {
    uai: neededColumn("UAI", Uai),
    name: neededColumn("DENOMINATION", ...text(200)),
    category: neededColumn("CATEGORIE", wordCell(categories), wordsExpected(categories)),
    town: neededColumn("COMMUNE", ...text(100)),
    email: mail("COURRIEL"),
  },
  keyFields: ["uai"],
  key: ({ uai }) => uai,
  owner: ({ uai }) => uai,
  part: () => "",
  sort: ({ name, town }) => sortText([foldedKey(name), foldedKey(town)]),
  labels: ({ uai, name, town }) => [uai, name, town],
  references: [],
}

/** The personnel of all schools (personnels); the NUMEN is never shown. */
export const people: Register<StaffMember> = {
  name: "people",
  columns: {
    person,
    numen: confidential(optionalColumn("NUMEN", Numen)),
    civility: optionalColumn("CIVILITE", ...text(20)),
    familyName: neededColumn("NOM", ...text(100)),
    givenName: neededColumn("PRENOM", ...text(100)),
    birthDate: optionalColumn("DATE_NAISSANCE", DayCell, dayExpected),
    address: optionalColumn("ADRESSE", ...text(300)),
    personalPhone: optionalColumn("TELEPHONE_PERSONNEL", ...text(30)),
    professionalPhone: optionalColumn("TELEPHONE_PROFESSIONNEL", ...text(30)),
    professionalEmail: mail("COURRIEL_PROFESSIONNEL"),
    personalEmail: mail("COURRIEL_PERSONNEL"),
  },
  keyFields: ["person"],
  key: ({ person }) => person,
  owner: ({ person }) => person,
  part: () => "",
  sort: ({ familyName, givenName }) => sortText([foldedKey(familyName), foldedKey(givenName)]),
  labels: ({ familyName, givenName }) => [familyName, givenName],
  references: [],
}

/** Who works where, as main or secondary assignment (postes); one post a person and school. */
export const posts: Register<Post> = {
  name: "posts",
  columns: {
    person,
    school: neededColumn("UAI", Uai),
    kind: neededColumn("TITRE", wordCell(postKinds), wordsExpected(postKinds)),
    discipline: optionalColumn("DISCIPLINE_POSTE", ...text(100)),
    role: optionalColumn("FONCTION", ...text(100)),
  },
  keyFields: ["person", "school"],
  key: ({ person, school }) => joinedKey([person, school]),
  owner: ({ person }) => person,
  part: ({ school }) => school,
  sort: ({ kind, school }) => sortText([kind, school]),
  labels: ({ discipline, role }) => [discipline ?? "", role ?? ""],
  references: [ofPerson, ofSchool],
}

/**
 * What is taught, by whom and to whom (enseignements), from STS-WEB. Lines that differ only by the
 * label of a subject or training module that has a code are the same line.
 */
export const teachings: Register<Teaching> = {
  name: "teachings",
  columns: {
    person,
    school: neededColumn("UAI", Uai),
    subjectCode: neededColumn("CODE_MATIERE", ...text(20)),
    subject: neededColumn("MATIERE", ...text(100)),
    modality: optionalColumn("MODALITE_COURS", ...text(100)),
    trainingModuleCode: optionalColumn("CODE_MEF", ...text(20)),
    trainingModule: optionalColumn("MEF", ...text(100)),
    trainingModuleType: optionalColumn("TYPE_MEF", ...text(100)),
    structureKind: optionalColumn(
      "TYPE_STRUCTURE",
      wordCell(structureKinds),
      wordsExpected(structureKinds),
    ),
    structure: optionalColumn("STRUCTURE", ...text(50)),
  },
  keyFields: [
    "person",
    "school",
    "subjectCode",
    "modality",
    "trainingModuleCode",
    "trainingModuleType",
    "structureKind",
    "structure",
  ],
  key: (row) =>
    joinedKey([
      row.person,
      row.school,
      row.subjectCode,
      row.modality,
      row.trainingModuleCode ?? row.trainingModule,
      row.trainingModuleType,
      row.structureKind,
      row.structure,
    ]),
  owner: ({ person }) => person,
  part: ({ school }) => school,
  sort: ({ subject, structure }) => sortText([foldedKey(subject), foldedKey(structure ?? "")]),
  labels: ({ subject, trainingModule, structure }) => [
    subject,
    trainingModule ?? "",
    structure ?? "",
  ],
  references: [ofPerson, ofSchool],
}
