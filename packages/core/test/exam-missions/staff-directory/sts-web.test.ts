import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { noRemarks } from "../../../src/exam-missions/staff-directory/model/remarks.ts"
import { teachings } from "../../../src/exam-missions/staff-directory/registers.ts"
import {
  fileNameRefusal,
  stsWebReader,
} from "../../../src/exam-missions/staff-directory/rules/sts-web.ts"
import type { SchoolYear } from "../../../src/kernel/calendar.ts"
import type { Uai } from "../../../src/kernel/identity.ts"
import { readRow } from "../../../src/kernel/register.ts"
import { parameters, partsOf, stsWebText } from "./parts.ts"

const file = { school: "0312267W" as Uai, year: "2026-2027" as SchoolYear }

const read = (text: string, chunk = Number.POSITIVE_INFINITY) => {
  const remarks = noRemarks()
  const reader = stsWebReader(file, remarks)
  const parts = partsOf(text)
  const lines: Array<unknown> = []
  for (let from = 0; from < parts.length; from += chunk) {
    const some = reader.read(parts.slice(from, Math.min(from + chunk, parts.length)))
    if (Result.isFailure(some)) return { refusal: some.failure, remarks, lines }
    lines.push(...some.success)
  }
  const end = reader.end()
  if (Result.isFailure(end)) return { refusal: end.failure, remarks, lines }
  return { refusal: undefined, remarks, lines: [...lines, ...end.success] }
}

const common = { ID_AGENT: "epp-8949", UAI: "0312267W" }
const french = {
  ...common,
  CODE_MATIERE: "020700",
  MATIERE: "Français",
  MODALITE_COURS: "COURS GENERAL",
  CODE_MEF: "10010012110",
  MEF: "SIXIEME",
  TYPE_STRUCTURE: "DIVISION",
  STRUCTURE: "6A",
}
const english = {
  ...common,
  CODE_MATIERE: "030201",
  MATIERE: "ANGLAIS LV1",
  MODALITE_COURS: "TRAVAUX DIRIGES",
  TYPE_STRUCTURE: "GROUPE",
  STRUCTURE: "6ANG1",
}

describe("the export of STS-WEB", () => {
  test("PER-26 PER-27 yields a line for each teacher, service and training module", () => {
    const { lines, refusal, remarks } = read(stsWebText)
    expect(refusal).toBeUndefined()
    expect(lines).toEqual([
      { line: 26, values: french },
      { line: 37, values: { ...english, CODE_MEF: "10010012110", MEF: "SIXIEME" } },
      { line: 37, values: { ...english, CODE_MEF: "10010012111", MEF: "6EME BIL" } },
    ])
    expect(remarks).toEqual({
      count: 1,
      first: [{ code: "local-teacher", line: 27, column: "ENSEIGNANT", value: "77" }],
    })
  })

  test("CMP-22 gives lines that the register of teachings reads", () => {
    expect(readRow(teachings, french)).toMatchObject({
      success: {
        person: "epp-8949",
        school: "0312267W",
        trainingModule: "SIXIEME",
        structureKind: "division",
      },
    })
  })

  test("PER-27 gives the same lines however the file is cut", () => {
    for (const chunk of [1, 2, 7]) expect(read(stsWebText, chunk)).toEqual(read(stsWebText))
  })

  test("PER-26 waits for the divisions of a group that comes first", () => {
    const groups = stsWebText.slice(
      stsWebText.indexOf("<GROUPES>"),
      stsWebText.indexOf("</GROUPES>") + "</GROUPES>".length,
    )
    const turned = stsWebText
      .replace(groups, "")
      .replace("<STRUCTURE>", () => `<STRUCTURE>${groups}`)
    const values = (text: string) =>
      new Set(read(text).lines.map((line) => JSON.stringify((line as { values: unknown }).values)))
    expect(values(turned)).toEqual(values(stsWebText))
    expect(read(turned).remarks.count).toBe(1)
  })

  test("PER-26 prefers the modules that a group names itself", () => {
    const text = stsWebText.replace(
      '<GROUPE CODE="6ANG1">',
      '<GROUPE CODE="6ANG1"><MEFS_APPARTENANCE><MEF_APPARTENANCE CODE="10010012111"/></MEFS_APPARTENANCE>',
    )
    expect(read(text).lines).toHaveLength(2)
  })

  test("PER-27 keeps what the nomenclatures lack, with a remark, and says each thing once", () => {
    const text = stsWebText
      .replace(/<MATIERE CODE="030201">.*<\/MATIERE>/u, "")
      .replace(/<MEF CODE="10010012111">.*<\/MEF>/u, "")
      .replace('<DIVISION_APPARTENANCE CODE="6B"/>', '<DIVISION_APPARTENANCE CODE="6Z"/>')
      .replace('<INDIVIDU ID="8949" TYPE="epp">', '<INDIVIDU ID="1" TYPE="epp">')
    const { lines, remarks } = read(text)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatchObject({ values: { MATIERE: "030201", CODE_MEF: "10010012110" } })
    expect(remarks.first.map(({ code, value }) => [code, value])).toEqual([
      ["teacher-not-listed", "8949"],
      ["local-teacher", "77"],
      ["division-not-listed", "6Z"],
      ["subject-not-listed", "030201"],
    ])
  })

  test("PER-27 merges a service that names a teacher twice, and keeps one without a module", () => {
    const twice = stsWebText.replace(
      '<ENSEIGNANT ID="8949" TYPE="epp"/>\n',
      '<ENSEIGNANT ID="8949" TYPE="epp"/><ENSEIGNANT ID="8949" TYPE="epp"/>\n',
    )
    expect(read(twice).lines).toHaveLength(3)
    const without = stsWebText.replace(/<MEFS_APPARTENANCE>.*<\/MEFS_APPARTENANCE>/gu, "")
    expect(read(without).lines).toEqual([
      { line: 26, values: { ...french, CODE_MEF: "", MEF: "" } },
      { line: 37, values: { ...english, CODE_MEF: "", MEF: "" } },
    ])
  })

  test("PER-27 gives a teaching once: a modality by code and by label, a group met twice", () => {
    const service = '<SERVICE CODE_MATIERE="020700" CODE_MOD_COURS="CG">'
    const teacher = '<ENSEIGNANTS><ENSEIGNANT ID="8949"/></ENSEIGNANTS></SERVICE>'
    const twice = stsWebText
      .replace(
        service,
        `<SERVICE CODE_MATIERE="020700" CODE_MOD_COURS="COURS GENERAL">${teacher}${service}`,
      )
      .replace(/<GROUPE .*<\/GROUPE>/su, (group) => group + group)
    const values = read(twice).lines.map((line) => (line as { values: unknown }).values)
    expect(values).toEqual(
      read(stsWebText).lines.map((line) => (line as { values: unknown }).values),
    )
  })

  test("PER-27 takes no word of the language for a modality", () => {
    const text = stsWebText.replace('CODE_MOD_COURS="CG"', 'CODE_MOD_COURS="constructor"')
    expect(read(text).lines[0]).toMatchObject({ values: { MODALITE_COURS: "constructor" } })
  })

  test("PER-02 refuses at once what a small file would multiply", () => {
    const many = (count: number, element: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => element(at)).join("")
    const teachers = (count: number) =>
      stsWebText.replace(
        '<ENSEIGNANT ID="77"/>',
        many(count, (at) => `<ENSEIGNANT ID="${at}"/>`),
      )
    const modules = (text: string, count: number) =>
      text.replace(
        '<DIVISION CODE="6A">',
        `<DIVISION CODE="6A"><MEFS_APPARTENANCE>${many(count, (at) => `<MEF CODE="${at}"/>`)}</MEFS_APPARTENANCE>`,
      )
    expect(read(modules(stsWebText, 201)).refusal).toMatchObject({
      _tag: "sts-web.malformed",
      reason: "too-large",
      found: "MEF",
    })
    expect(read(modules(teachers(1000), 150)).refusal).toMatchObject({
      reason: "too-large",
      found: "DIVISION",
    })
    // As many lines as a call takes arguments are no trouble.
    expect(read(modules(teachers(600), 150)).lines.length).toBeGreaterThan(90_000)
  })

  test("PER-02 shows no NUMEN that stands for the id of a teacher", () => {
    for (const numen of ["12E0123456ABC", "12e0123456abc"]) {
      const { refusal } = read(
        stsWebText.replace('ENSEIGNANT ID="8949"', `ENSEIGNANT ID="${numen}"`),
      )
      expect(refusal).toMatchObject({ reason: "wrong-value", found: "ENSEIGNANT@ID = •••••" })
      const local = read(
        stsWebText.replace(
          'ENSEIGNANT ID="8949" TYPE="epp"',
          `ENSEIGNANT ID="${numen}" TYPE="local"`,
        ),
      )
      expect(local.remarks.first[0]).toMatchObject({ code: "local-teacher", value: "•••••" })
    }
  })

  test.each([
    [
      "<BEE_ELEVES></BEE_ELEVES>",
      { reason: "wrong-root", found: "BEE_ELEVES", line: 1, column: 1 },
    ],
    ["<EDT_STS></EDT_STS>", { reason: "upward-file", found: "EDT_STS" }],
    ["<STS_EDT>\n<DONNEES></DONNEES></STS_EDT>", { reason: "no-school", line: 2, column: 1 }],
    [
      '<STS_EDT><PARAMETRES><UAJ CODE="0312267W"/></PARAMETRES><DONNEES></DONNEES></STS_EDT>',
      { reason: "no-year" },
    ],
    [`<STS_EDT>${parameters}<DONNEES></DONNEES></STS_EDT>`, { reason: "no-structure" }],
    [`<STS_EDT>${parameters}</STS_EDT>`, { reason: "no-structure" }],
    ["", { reason: "no-structure", line: 1, column: 1 }],
    [stsWebText.replace(' CODE="6A"', ""), { reason: "missing-attribute", found: "DIVISION@CODE" }],
    [
      stsWebText.replace('CODE_MATIERE="020700"', ""),
      { reason: "missing-attribute", found: "SERVICE@CODE_MATIERE", line: 25, column: 1 },
    ],
    [
      stsWebText.replace('<ENSEIGNANT ID="77"/>', "<ENSEIGNANT/>"),
      { reason: "missing-attribute", found: "ENSEIGNANT@ID", line: 27 },
    ],
    [
      stsWebText.replace('"8949" TYPE="epp"/>', '"89 49" TYPE="epp"/>'),
      { reason: "wrong-value", found: "ENSEIGNANT@ID = 89 49", line: 26, column: 1 },
    ],
    [
      stsWebText.replace('DIVISION CODE="6A"', `DIVISION CODE="${"6".repeat(51)}"`),
      { reason: "wrong-value", found: `DIVISION@CODE = ${"6".repeat(51)}`, line: 23 },
    ],
    [stsWebText.replace("ANGLAIS LV1<", `${"A".repeat(101)}<`), { reason: "wrong-value", line: 8 }],
    [
      stsWebText.replace("</DONNEES>", "</DONNEES>\n<NOMENCLATURES></NOMENCLATURES>"),
      { reason: "out-of-order", found: "NOMENCLATURES", column: 1 },
    ],
    [
      stsWebText.replace("</DONNEES>", "<INDIVIDUS></INDIVIDUS></DONNEES>"),
      { reason: "out-of-order", found: "INDIVIDUS" },
    ],
  ])("PER-02 refuses what is no such file, with its place (%#)", (text, expected) => {
    expect(read(text).refusal).toMatchObject({ _tag: "sts-web.malformed", ...expected })
  })

  test("PER-02 refuses another school and another year", () => {
    expect(read(stsWebText.replace("0312267W", "0310001H")).refusal).toEqual({
      _tag: "sts-web.other-school",
      line: 3,
      column: 1,
      asked: "0312267W",
      found: "0310001H",
    })
    expect(read(stsWebText.replace('ANNEE="2026"', 'ANNEE="2025"')).refusal).toEqual({
      _tag: "sts-web.other-year",
      line: 4,
      column: 1,
      asked: "2026-2027",
      found: "2025",
    })
  })

  test("PER-02 compares the name of the file with its school and year", () => {
    for (const name of [
      "sts_emp_0312267W_2026.xml",
      "STS_EMP_0312267w_2026.XML",
      "C:\\exports\\sts_emp_0312267W_2026.xml",
    ]) {
      expect(fileNameRefusal(file, name)).toBeUndefined()
    }
    for (const name of ["emp_sts_0312267W_2026.xml", "sts_emp_0312267W_2027.xml", "a.xml", ""]) {
      expect(fileNameRefusal(file, name)).toMatchObject({
        _tag: "sts-web.file-name",
        expected: "sts_emp_0312267W_2026.xml",
      })
    }
  })

  test("PER-27 tells at most a hundred remarks, and counts the others", () => {
    const teachers = Array.from({ length: 250 }, (_, id) => `<ENSEIGNANT ID="${id}"/>`).join("")
    const { remarks } = read(stsWebText.replace('<ENSEIGNANT ID="77"/>', teachers))
    expect(remarks.first).toHaveLength(100)
    expect(remarks.count).toBe(250)
  })
})
