/** Every sentence of imports, in both languages. */
import { describe, expect, test } from "vitest"
import { ImportRemark } from "../../../src/exam-missions/staff-directory/model/remarks.ts"
import { importsEn } from "../../../src/exam-missions/wording/imports.en.ts"
import { importsFr } from "../../../src/exam-missions/wording/imports.fr.ts"
import { fileRefusalsEn } from "../../../src/exam-missions/wording/refusals-import.en.ts"
import { fileRefusalsFr } from "../../../src/exam-missions/wording/refusals-import.fr.ts"
import { knownRegisters } from "../../../src/exam-missions/application/imports/known.ts"
import { ImportFault, ImportWarning } from "../../../src/kernel/importing.ts"

const place = { line: 12, column: "UAI", value: "0312267V" }
const plain = (text: string): string => text.replaceAll("\u00A0", " ")

describe.each([
  ["fr", importsFr],
  ["en", importsEn],
] as const)("what is told of files in %s", (_, words) => {
  test("PER-02 every fault, warning and remark has a sentence of its own, with its place or column", () => {
    const sentences = [
      ...ImportFault.fields.code.literals.map((code) =>
        words.fault({ ...place, code, expected: "UN_ATTENDU" }),
      ),
      ...ImportWarning.fields.code.literals.map((code) => words.warning({ ...place, code })),
      ...ImportRemark.fields.code.literals.map((code) => words.remark({ ...place, code })),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/u)
      expect(sentence).toMatch(/12|UAI|UN_ATTENDU/u)
      expect(sentence).not.toContain("undefined")
    }
  })

  test("PER-02 every register has a name", () => {
    expect(Object.keys(words.registers)).toEqual(knownRegisters.map(({ name }) => name))
  })
})

test("PER-27 says what is wrong with an export of STS-WEB, and which file is needed", () => {
  const upward = {
    _tag: "sts-web.malformed",
    line: 1,
    column: 1,
    reason: "upward-file",
    found: "EDT_STS",
  } as const
  expect(plain(fileRefusalsFr["sts-web.malformed"](upward))).toBe(
    "Le fichier de STS-WEB n'est pas accepté : ligne 1, colonne 1, c'est un fichier « emp_sts », que l'emploi du temps envoie à STS-WEB ; il faut « sts_emp », que STS-WEB exporte.",
  )
  expect(fileRefusalsEn["sts-web.malformed"](upward)).toContain("which STS-WEB exports")
})

test("PER-02 names the columns that lines say twice, rather than a key made of them", () => {
  const refusal = {
    _tag: "import.repeated-keys",
    register: "posts",
    repeated: [{ key: "epp-1/0312267W", lines: [3, 9] }],
  } as const
  const columns = ["ID_AGENT", "UAI"]
  expect(plain(fileRefusalsFr["import.repeated-keys"]({ ...refusal, columns }))).toBe(
    "Plusieurs lignes disent la même chose, rien n'est importé : les lignes 3, 9 ont les mêmes valeurs de ID_AGENT, UAI.",
  )
  expect(fileRefusalsEn["import.repeated-keys"]({ ...refusal, columns })).toContain(
    "lines 3, 9 have the same ID_AGENT, UAI",
  )
  expect(plain(fileRefusalsFr["import.repeated-keys"](refusal))).toContain("« epp-1/0312267W »")
})

test("PER-02 names the first fault and counts the others", () => {
  const fault = {
    ...place,
    code: "format",
    expected: "un UAI : sept chiffres et une lettre",
  } as const
  const refusal = { _tag: "import.faulty", register: "posts", faults: [fault] } as const
  expect(plain(fileRefusalsFr["import.faulty"]({ ...refusal, count: 3 }))).toBe(
    "3 anomalies, rien n'est importé. La première : Ligne 12, UAI : « 0312267V » n'est pas un UAI : sept chiffres et une lettre.",
  )
  expect(plain(fileRefusalsFr["import.faulty"]({ ...refusal, count: 1 }))).toMatch(
    /^Une anomalie, rien n'est importé\. La voici : Ligne 12/u,
  )
})
