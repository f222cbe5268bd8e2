/** Rows and structures written as the files that other systems would send. */
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import * as Schema from "effect/Schema"
import type { DemonstrationSchool } from "./schools.ts"
import { modules } from "./schools.ts"
import { demonstrationStaff } from "./staff.ts"
import { structuresOf, type TaughtStructure } from "./teaching.ts"

/** Gives the CSV of a register: its header and rows, as a French spreadsheet saves them. */
export const csvOf = <Row extends RegisterRow>(
  register: Register<Row>,
  rows: ReadonlyArray<Row>,
): string => {
  const columns = Object.entries<{ readonly label: string; readonly cell: AnyCell }>(
    register.columns,
  ).map(([field, { label, cell }]) => ({ field, label, write: Schema.encodeUnknownSync(cell) }))
  const lines = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row))
    return columns.map(({ field, write }) => {
      const value = values.get(field) ?? null
      return value === null ? "" : quoted(write(value))
    })
  })
  return [columns.map(({ label }) => label), ...lines]
    .map((cells) => `${cells.join(";")}\r\n`)
    .join("")
}

/** Gives the export of STS-WEB of a school, for the school year that begins in `year`. */
export const stsWebOf = (school: DemonstrationSchool, year: number): string => {
  const structures = structuresOf(school)
  const taught = new Set(structures.flatMap(({ services }) => services.map(teacherId)))
  const staff = demonstrationStaff.filter(({ member }) => taught.has(idOf(member.person)))
  const used = new Set(school.divisions.map(({ module }) => module))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<STS_EDT>",
    "<PARAMETRES>",
    `<UAJ CODE="${school.uai}"><DENOM_PRINC>${escaped(school.name)}</DENOM_PRINC></UAJ>`,
    `<ANNEE_SCOLAIRE ANNEE="${year}"><DATE_DEBUT>${year}-09-01</DATE_DEBUT></ANNEE_SCOLAIRE>`,
    "</PARAMETRES>",
    "<NOMENCLATURES><MATIERES>",
    ...school.subjects.map(({ code, label }) => entry("MATIERE", code, "LIBELLE_COURT", label)),
    "</MATIERES><MEFS>",
    ...Object.entries(modules)
      .filter(([code]) => used.has(code))
      .map(([code, label]) => entry("MEF", code, "LIBELLE_LONG", label)),
    "</MEFS></NOMENCLATURES>",
    "<DONNEES><INDIVIDUS>",
    ...staff.map(({ member }) => individual(idOf(member.person), member)),
    '<INDIVIDU ID="1" TYPE="local"><NOM_USAGE>REMPLAÇANT</NOM_USAGE></INDIVIDU>',
    "</INDIVIDUS><STRUCTURE><DIVISIONS>",
    ...structures.filter(({ kind }) => kind === "division").map(division),
    "</DIVISIONS><GROUPES>",
    ...structures.filter(({ kind }) => kind === "group").map(group),
    "</GROUPES></STRUCTURE></DONNEES>",
    "</STS_EDT>",
    "",
  ].join("\n")
}

type AnyCell = Schema.Codec<unknown, string>

const quoted = (text: string): string =>
  /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const idOf = (person: string): string => person.replace("epp-", "")

const teacherId = ({ teacher }: TaughtStructure["services"][number]): string =>
  idOf(teacher.member.person)

const entry = (element: string, code: string, labelled: string, label: string): string =>
  `<${element} CODE="${code}"><${labelled}>${escaped(label)}</${labelled}></${element}>`

const individual = (
  id: string,
  { familyName, givenName }: { readonly familyName: string; readonly givenName: string },
): string =>
  `<INDIVIDU ID="${id}" TYPE="epp"><NOM_USAGE>${escaped(familyName)}</NOM_USAGE><PRENOM>${escaped(givenName)}</PRENOM></INDIVIDU>`

const division = (structure: TaughtStructure): string =>
  [
    `<DIVISION CODE="${escaped(structure.code)}">`,
    services(structure, "CG"),
    "<MEFS_APPARTENANCE>",
    ...structure.divisions.map(({ module }) => `<MEF_APPARTENANCE CODE="${module}"/>`),
    "</MEFS_APPARTENANCE></DIVISION>",
  ].join("\n")

const group = (structure: TaughtStructure): string =>
  [
    `<GROUPE CODE="${escaped(structure.code)}"><DIVISIONS_APPARTENANCE>`,
    ...structure.divisions.map(({ code }) => `<DIVISION_APPARTENANCE CODE="${escaped(code)}"/>`),
    "</DIVISIONS_APPARTENANCE>",
    services(structure, "TD"),
    "</GROUPE>",
  ].join("\n")

const services = (structure: TaughtStructure, modality: string): string =>
  [
    "<SERVICES>",
    ...structure.services.map(
      (service) =>
        `<SERVICE CODE_MATIERE="${service.subject.code}" CODE_MOD_COURS="${modality}"><ENSEIGNANTS><ENSEIGNANT ID="${teacherId(service)}" TYPE="epp"/></ENSEIGNANTS></SERVICE>`,
    ),
    "</SERVICES>",
  ].join("\n")
