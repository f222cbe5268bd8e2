/** How a line of a file becomes a row of a register. */
import { CivilDate } from "@convoque/core/kernel/calendar"
import { Numen, Uai } from "@convoque/core/kernel/identity"
import {
  confidential,
  headerColumns,
  maskedCell,
  neededColumn,
  optionalColumn,
  readRow,
  type Register,
  shownRow,
} from "@convoque/core/kernel/register"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

interface Teacher {
  readonly numen: string
  readonly school: string
  readonly hours: number | null
  readonly kind: "E" | "O" | null
  readonly born: string | null
}

const teachers: Register<Teacher> = {
  name: "teachers",
  columns: {
    numen: confidential(neededColumn("NUMEN", Numen)),
    school: neededColumn("UAI", Uai),
    hours: optionalColumn("HEURES", Schema.FiniteFromString),
    kind: optionalColumn("TYPE", Schema.Literals(["E", "O"])),
    born: optionalColumn("NÉ LE", CivilDate),
  },
  key: ({ numen }) => numen,
  owner: ({ numen }) => numen,
  part: ({ school }) => school,
  sort: ({ numen }) => numen,
  labels: () => [],
  references: [],
}

const values = { NUMEN: "12E0123456ABC", UAI: "0312267W", HEURES: "4.5", TYPE: "E", "NÉ LE": "" }
const row: Teacher = {
  numen: "12E0123456ABC",
  school: "0312267W",
  hours: 4.5,
  kind: "E",
  born: null,
}

describe("readRow", () => {
  test("decodes each cell; an empty or absent one that is not needed is null", () => {
    expect(readRow(teachers, { ...values, AUTRE: "x" })).toEqual(Result.succeed(row))
    const { NUMEN, UAI } = values
    const bare = { ...row, hours: null, kind: null }
    expect(readRow(teachers, { NUMEN, UAI })).toEqual(Result.succeed(bare))
  })

  test("tells every cell that cannot be read, masks the confidential, says what was expected", () => {
    const bad = { NUMEN: "secret", UAI: "", HEURES: "z", TYPE: "X", "NÉ LE": "31/06/2016" }
    expect(readRow(teachers, bad)).toEqual(
      Result.fail([
        {
          column: "NUMEN",
          code: "format",
          expected: "un NUMEN : treize caractères",
          value: "•••••",
        },
        {
          column: "UAI",
          code: "missing",
          expected: "un UAI : sept chiffres et une lettre",
          value: "",
        },
        { column: "HEURES", code: "format", expected: "un nombre", value: "z" },
        { column: "TYPE", code: "format", expected: "l’une des valeurs E, O", value: "X" },
        { column: "NÉ LE", code: "format", expected: "une date AAAA-MM-JJ", value: "31/06/2016" },
      ]),
    )
  })

  test("a column says what it expects where its schema cannot", () => {
    const plain = Schema.String.check(Schema.isPattern(/^a+$/u))
    expect(neededColumn("A", plain).expected).toBe("un texte du format prévu")
    expect(neededColumn("A", plain, "des a").expected).toBe("des a")
    expect(optionalColumn("A", Schema.Literal("x")).expected).toBe("la valeur x")
  })
})

test("a header lacks the needed columns, may leave others, and unknown names are told in its order", () => {
  expect(headerColumns(teachers, ["Z", "UAI", "TYPE", "A"])).toEqual({
    missing: ["NUMEN"],
    absent: ["HEURES", "NÉ LE"],
    unknown: ["Z", "A"],
  })
})

test("a row is shown as files have it, without what is confidential", () => {
  expect(shownRow(teachers, row)).toEqual([
    { field: "numen", column: "NUMEN", text: "•••••" },
    { field: "school", column: "UAI", text: "0312267W" },
    { field: "hours", column: "HEURES", text: "4.5" },
    { field: "kind", column: "TYPE", text: "E" },
    { field: "born", column: "NÉ LE", text: null },
  ])
})

test("a long text is cut, a secret has one mask whatever its length", () => {
  const open = { confidential: false }
  expect(maskedCell(open, "a".repeat(100))).toBe("a".repeat(100))
  expect(maskedCell(open, "a".repeat(101))).toBe(`${"a".repeat(100)}…`)
  const secret = { confidential: true }
  expect(maskedCell(secret, "a")).toBe(maskedCell(secret, "a".repeat(50)))
  expect(maskedCell(secret, "")).toBe("")
})
