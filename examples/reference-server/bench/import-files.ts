/** The files of the bench of imports, made as they are read: people and teachings of an academy. */
import { people, type StaffMember, type Teaching, teachings } from "@convoque/core/exam-missions"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import { readRow } from "@convoque/core/kernel/register"
import * as Result from "effect/Result"

/** A file: its register, its number of lines, and the cells of each. */
export interface BenchFile<Row extends RegisterRow> {
  readonly register: Register<Row>
  readonly lines: number
  readonly header: ReadonlyArray<string>
  readonly cells: (line: number) => ReadonlyArray<string>
}

const familyNames = ["Lefèvre", "Martin", "O’Brien", "Nguyễn", "D'Arc-Dupont", "Émile", "Garcia"]
const givenNames = ["Éloïse", "Jean-Noël", "Zoé", "Paul", "Anne-Sophie"]
const towns = ["31000 Toulouse", "09000 Foix", "12000 Rodez", "81000 Albi"]
const subjects = ["MATHEMATIQUES", "FRANCAIS", "HISTOIRE-GEOGRAPHIE", "EPS", "ANGLAIS LV1", "SVT"]

const at = (texts: ReadonlyArray<string>, index: number): string =>
  texts[index % texts.length] ?? ""
const digits = (number: number, length: number): string => `${number}`.padStart(length, "0")

/** Gives people; of every `changedEach` one has moved. */
export const peopleFile = (lines: number, changedEach = 0): BenchFile<StaffMember> => ({
  register: people,
  lines,
  header: [
    "ID_AGENT",
    "NUMEN",
    "CIVILITE",
    "NOM",
    "PRENOM",
    "DATE_NAISSANCE",
    "ADRESSE",
    "TELEPHONE_PROFESSIONNEL",
    "COURRIEL_PROFESSIONNEL",
    "COURRIEL_PERSONNEL",
  ],
  cells: (line) => [
    `epp-${line}`,
    `12E${digits(line, 7)}ABC`,
    line % 2 === 0 ? "Mme" : "M.",
    `${at(familyNames, line)} ${line % 977}`,
    at(givenNames, line),
    `${digits((line % 28) + 1, 2)}/${digits((line % 12) + 1, 2)}/19${60 + (line % 40)}`,
    `${line % 300}${changedEach > 0 && line % changedEach === 0 ? " bis" : ""} rue des Écoles ${at(towns, line)}`,
    `05${digits(line % 100_000_000, 8)}`,
    `prenom.nom${line}@ac-exemple.fr`,
    `perso${line}@exemple.org`,
  ],
})

/** Gives teachings, five a person; of every `changedEach` one has another label. */
export const teachingsFile = (lines: number, changedEach = 0): BenchFile<Teaching> => ({
  register: teachings,
  lines,
  header: ["ID_AGENT", "UAI", "CODE_MATIERE", "MATIERE", "TYPE_STRUCTURE", "STRUCTURE"],
  cells: (line) => [
    `epp-${Math.floor(line / 5)}`,
    `${digits(310_000 + (Math.floor(line / 5) % 800), 7)}A`,
    digits(line % 600, 6),
    `${at(subjects, line)}${changedEach > 0 && line % changedEach === 0 ? " ET ARTS" : ""}`,
    line % 3 === 0 ? "GROUPE" : "DIVISION",
    `${3 + (line % 4)}EME ${line % 12}`,
  ],
})

const linesAtOnce = 500

/** Gives the bytes of a file, some lines at a time. */
export const bytesOf = function* <Row extends RegisterRow>({
  header,
  lines,
  cells,
}: BenchFile<Row>): Generator<Uint8Array> {
  yield Buffer.from(`${header.join(";")}\r\n`)
  for (let from = 0; from < lines; from += linesAtOnce) {
    const some = Array.from({ length: Math.min(linesAtOnce, lines - from) }, (_, index) =>
      cells(from + index).join(";"),
    )
    yield Buffer.from(`${some.join("\r\n")}\r\n`)
  }
}

/** Gives what `COPY` reads to hold the same rows, some lines at a time; `search` as it is kept. */
export const copyOf = function* <Row extends RegisterRow>(
  { header, lines, cells, register }: BenchFile<Row>,
  tenant: string,
  searchOf: (labels: ReadonlyArray<string>) => string,
): Generator<Uint8Array> {
  for (let from = 0; from < lines; from += linesAtOnce) {
    const some: Array<string> = []
    for (let line = from; line < Math.min(from + linesAtOnce, lines); line++) {
      const values = cells(line)
      const row = Result.getOrThrow(
        readRow(register, Object.fromEntries(header.map((name, at) => [name, values[at] ?? ""]))),
      )
      const columns = [
        tenant,
        register.name,
        register.key(row),
        register.part(row),
        register.owner(row),
        register.sort(row),
        searchOf(register.labels(row)),
        JSON.stringify(row),
      ]
      some.push(columns.map(escaped).join("\t"))
    }
    yield Buffer.from(`${some.join("\n")}\n`)
  }
}

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n")
