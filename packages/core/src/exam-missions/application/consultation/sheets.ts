/**
 * The rows of the sheets of personnel with teachings or missions. Somebody without any keeps one
 * row, so that the file holds everybody of the selection.
 *
 * @requirement PER-13
 * @requirement PER-14
 */
import * as Stream from "effect/Stream"
import type { SheetContent } from "../../../kernel/ports.ts"
import {
  missionCells,
  type PersonMissions,
  type PersonTeachings,
  teachingCells,
  teachingColumns,
} from "../../consultation/documents.ts"
import type { StaffLine } from "../../consultation/model.ts"
import type { StaffWords } from "../../wording/staff-words.ts"

/** Gives the sheet of teachings, made of chunks of people. */
export const teachingSheetRows = <E, R>(
  chunks: Stream.Stream<ReadonlyArray<PersonTeachings>, E, R>,
  words: StaffWords,
): SheetContent<E, R> => {
  const blank = teachingColumns(words).map(() => "")
  return {
    name: words.withTeachings.title,
    columns: [
      ...personColumns(words),
      ...teachingColumns(words).map((column) => ({ ...column, kind: "text" as const })),
    ],
    rows: rowsOf(chunks, ({ line, teachings }) =>
      (teachings.length === 0 ? [blank] : teachings.map((one) => teachingCells(one, words))).map(
        (cells) => [...personCells(line), ...cells],
      ),
    ),
  }
}

/** Gives the sheet of missions, made of chunks of people. */
export const missionSheetRows = <E, R>(
  chunks: Stream.Stream<ReadonlyArray<PersonMissions>, E, R>,
  words: StaffWords,
): SheetContent<E, R> => {
  const { columns } = words.withMissions
  return {
    name: words.withMissions.title,
    columns: missionOrder.map((id) => ({ label: columns[id], kind: "text", width: 20 })),
    rows: rowsOf(chunks, ({ line, assignments }) => {
      const [family = "", given = "", post = ""] = personCells(line)
      const named = { "family-name": family, "given-name": given, post }
      return (
        assignments.length === 0 ? [noMission] : assignments.map((one) => missionCells(one, words))
      ).map((mission) => {
        const cells = { ...mission, ...named }
        return missionOrder.map((id) => cells[id])
      })
    }),
  }
}

const rowsOf = <Person, E, R>(
  chunks: Stream.Stream<ReadonlyArray<Person>, E, R>,
  rows: (person: Person) => ReadonlyArray<ReadonlyArray<string>>,
): Stream.Stream<ReadonlyArray<string>, E, R> =>
  Stream.flattenIterable(Stream.map(chunks, (people) => people.flatMap(rows)))

const missionOrder = [
  "number",
  "family-name",
  "given-name",
  "post",
  "mission",
  "session",
  "option",
  "place",
  "dates",
  "commission",
  "juries",
  "capacity",
  "status",
] as const

const noMission: ReturnType<typeof missionCells> = {
  number: "",
  mission: "",
  session: "",
  option: "",
  place: "",
  dates: "",
  commission: "",
  juries: "",
  capacity: "",
  status: "",
}

const personColumns = ({ columns }: StaffWords) =>
  [
    { label: columns["family-name"], kind: "text", width: 24 },
    { label: columns["given-name"], kind: "text", width: 20 },
    { label: columns.discipline, kind: "text", width: 40 },
  ] as const

const personCells = ({ familyName, givenName, discipline }: StaffLine): ReadonlyArray<string> => [
  familyName,
  givenName,
  discipline ?? "",
]
