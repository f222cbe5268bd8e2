import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  people,
  posts,
  schools,
  teachings,
} from "../../../src/exam-missions/staff-directory/registers.ts"
import { readRow, shownRow } from "../../../src/kernel/register.ts"

const teaching = {
  ID_AGENT: "epp-31762",
  UAI: "0312267W",
  CODE_MATIERE: "020700",
  MATIERE: "FRANCAIS",
  MODALITE_COURS: "COURS GENERAL",
  CODE_MEF: "10010012110",
  MEF: "6EME",
  TYPE_STRUCTURE: "DIVISION",
  STRUCTURE: "6A",
}
const teachingOf = (changes: Readonly<Record<string, string>>) =>
  Result.getOrThrow(readRow(teachings, { ...teaching, ...changes }))

describe("the files of the staff directory", () => {
  test("PER-02 reads a person, days in both forms, empty cells as nothing", () => {
    const read = readRow(people, {
      ID_AGENT: "epp-31762",
      NUMEN: "12E0123456ABC",
      CIVILITE: "Mme",
      NOM: "D’ALMEIDA-LE GOFF",
      PRENOM: "Zoé",
      DATE_NAISSANCE: "01/02/1970",
    })
    expect(Result.getOrThrow(read)).toEqual({
      person: "epp-31762",
      numen: "12E0123456ABC",
      civility: "Mme",
      familyName: "D’ALMEIDA-LE GOFF",
      givenName: "Zoé",
      birthDate: "1970-02-01",
      address: null,
      personalPhone: null,
      professionalPhone: null,
      professionalEmail: null,
      personalEmail: null,
    })
    expect(
      Result.map(
        readRow(people, { ID_AGENT: "p", NOM: "A", PRENOM: "B", DATE_NAISSANCE: "1970-02-01" }),
        ({ birthDate }) => birthDate,
      ),
    ).toEqual(Result.succeed("1970-02-01"))
  })

  test("PER-02 never shows a NUMEN, right or wrong, nor takes one for an id", () => {
    const row = Result.getOrThrow(
      readRow(people, { ID_AGENT: "epp-1", NUMEN: "12E0123456ABC", NOM: "A", PRENOM: "B" }),
    )
    expect(JSON.stringify(shownRow(people, row))).not.toContain("12E0123456")
    const wrong = readRow(people, {
      ID_AGENT: "epp-1",
      NUMEN: "12E0123456AB",
      NOM: "A",
      PRENOM: "B",
    })
    expect(JSON.stringify(wrong)).not.toContain("12E0123456")
    expect(Result.isFailure(wrong)).toBe(true)
    expect(readRow(people, { ID_AGENT: "12E0123456ABC", NOM: "A", PRENOM: "B" })).toMatchObject({
      failure: [{ column: "ID_AGENT", code: "format" }],
    })
  })

  test.each([
    ["31/06/1970", "une date JJ/MM/AAAA"],
    ["1/2/1970", "une date JJ/MM/AAAA"],
    ["01-02-1970", "une date JJ/MM/AAAA"],
  ])("UI-30 refuses the day %s", (text, expected) => {
    expect(
      readRow(people, { ID_AGENT: "epp-1", NOM: "A", PRENOM: "B", DATE_NAISSANCE: text }),
    ).toEqual(Result.fail([{ column: "DATE_NAISSANCE", code: "format", expected, value: text }]))
  })

  test("PER-01 tells main from secondary posts, one a person and school, main first", () => {
    const [main, secondary] = [
      {
        ID_AGENT: "epp-1",
        UAI: "0312267W",
        TITRE: "PRINCIPAL",
        DISCIPLINE_POSTE: "LETTRES MODERNES",
      },
      { ID_AGENT: "epp-1", UAI: "0310001H", TITRE: "SECONDAIRE" },
    ].map((values) => Result.getOrThrow(readRow(posts, values)))
    expect(main).toEqual({
      person: "epp-1",
      school: "0312267W",
      kind: "main",
      discipline: "LETTRES MODERNES",
      role: null,
    })
    expect(main && posts.key(main)).toBe("epp-1/0312267W")
    expect(main && posts.part(main)).toBe("0312267W")
    expect(main && secondary && posts.sort(main) < posts.sort(secondary)).toBe(true)
  })

  test("PER-01 reads a school, its category by the word of files", () => {
    const values = {
      UAI: "0312267W",
      DENOMINATION: "LPO ÉMILE ZOLA",
      CATEGORIE: "LPO",
      COMMUNE: "Muret",
    }
    expect(Result.map(readRow(schools, values), ({ category }) => category)).toEqual(
      Result.succeed("lycee-polyvalent"),
    )
    expect(readRow(schools, { ...values, CATEGORIE: "lycée" })).toEqual(
      Result.fail([
        {
          column: "CATEGORIE",
          code: "format",
          expected: "CLG, LGT, LP, LPO ou EREA",
          value: "lycée",
        },
      ]),
    )
  })

  test.each([
    ["CODE_MATIERE", "020800"],
    ["MODALITE_COURS", "TRAVAUX DIRIGES"],
    ["CODE_MEF", "10110012110"],
    ["TYPE_MEF", "SECTION EUROPEENNE ET LANGUES ORIENTALES"],
    ["TYPE_STRUCTURE", "GROUPE"],
    ["STRUCTURE", "6B"],
    ["UAI", "0310001H"],
    ["ID_AGENT", "epp-31763"],
  ])("PER-26 tells teachings apart by %s", (column, value) => {
    expect(teachings.key(teachingOf({ [column]: value }))).not.toBe(teachings.key(teachingOf({})))
  })

  test("PER-26 keeps the teachings of a person together, a school's replaceable alone", () => {
    const row = teachingOf({ STRUCTURE: "6A/B", TYPE_MEF: "MEF NATIONAL" })
    expect([teachings.owner(row), teachings.part(row), teachings.key(row)]).toEqual([
      "epp-31762",
      "0312267W",
      "epp-31762/0312267W/020700/COURS GENERAL/10010012110/MEF NATIONAL/division/6A\\/B",
    ])
    expect(teachings.key(teachingOf({ MATIERE: "Français" }))).toBe(teachings.key(teachingOf({})))
  })
})
