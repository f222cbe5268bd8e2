/** Rows of an export of interviews, ready before anything is measured. */
import type { SheetCell, SheetColumn } from "@convoque/core/kernel/ports"

/** The kinds of the columns; a CSV takes the first eight. */
export const COLUMNS: ReadonlyArray<SheetColumn> = [
  { label: "Identifiant", kind: "text", width: 14 },
  { label: "Nom", kind: "text", width: 24 },
  { label: "Prénom", kind: "text", width: 24 },
  { label: "Affectation", kind: "text", width: 40 },
  { label: "Durée (minutes)", kind: "integer", width: 10 },
  { label: "Date de l'entretien", kind: "date", width: 12 },
  { label: "Statut", kind: "text", width: 16 },
  { label: "Observations", kind: "text", width: 40 },
  { label: "Rang", kind: "integer", width: 8 },
  { label: "Clos le", kind: "date", width: 12 },
]

const NAMES = ["Lefèvre", "Nguyễn", "O'Neil", "Martin & Fils", "Bézout", "Lagarde-Œuvrard", "Petit"]
const FIRST_NAMES = ["Anne-Sophie", "Zoé", "Jean", "Łukasz", "Mohamed", "Inès"]
const STATUSES = ["Planifié", "À planifier", "Effectué", "En cours de clôture", "Clos"]
const REMARKS = ["", "Report demandé ; à revoir", "RAS", "Entretien tenu à distance", 'dit "Titi"']

const two = (value: number): string => String(value).padStart(2, "0")

const dayOf = (index: number): string =>
  `20${two(20 + (index % 10))}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`

const pick = (values: ReadonlyArray<string>, index: number): string =>
  values[index % values.length] ?? ""

/** A row; its number is part of its texts. */
const rowAt = (index: number): ReadonlyArray<SheetCell> => [
  `A${1_000_000 + index}`,
  pick(NAMES, index),
  pick(FIRST_NAMES, index * 7),
  `Collège n° ${index % 997}, circonscription ${index % 31}`,
  (index * 37) % 240,
  dayOf(index),
  pick(STATUSES, index * 3),
  pick(REMARKS, index * 11),
  index,
  index % 3 === 0 ? null : dayOf(index + 5),
]

const ARRAYS = Array.from({ length: 10 }, (_, array) =>
  Array.from({ length: 1000 }, (__, index) => rowAt(array * 1000 + index)),
)

/** The same rows, cut to eight columns. */
const NARROW = ARRAYS.map((rows) => rows.map((row) => row.slice(0, 8)))

/** Gives rows in arrays of a thousand, ten ready arrays again and again. */
export function* batches(rows: number, columns: 8 | 10) {
  const arrays = columns === 8 ? NARROW : ARRAYS
  for (let count = 0; count < rows / 1000; count++) yield arrays[count % arrays.length] ?? []
}
