import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  correspondences,
  examManagers,
  examOptions,
} from "../../../src/exam-missions/competence/registers.ts"
import { readRow } from "../../../src/kernel/register.ts"

const option = {
  EPREUVE_OPTION: "47A.TTES.2-002-2",
  CODE_EXAMEN: "47A",
  SIGLE_EXAMEN: "EABCG",
  LIBELLE_EXAMEN: "EPREUVES ANTICIPEES BAC GENERAL",
  FAMILLE_EXAMEN: "EA",
  SPECIALITE: "TOUTES SERIES",
  LIBELLE_EPREUVE_OPTION: "FRANCAIS ORAL",
}

describe("the files of the exam regulation", () => {
  test("CMP-13 reads an exam option with the family of its exam", () => {
    expect(
      Result.map(readRow(examOptions, option), (row) => [
        row.option,
        row.family,
        examOptions.owner(row),
      ]),
    ).toEqual(Result.succeed(["47A.TTES.2-002-2", "anticipated", "47A"]))
    expect(readRow(examOptions, { ...option, EPREUVE_OPTION: "47A TTES" })).toMatchObject({
      failure: [{ column: "EPREUVE_OPTION", code: "format", value: "47A TTES" }],
    })
  })

  test("CMP-10 keeps several managers of one exam apart", () => {
    const keys = ["DEC2A", "DEC2B"].map((code) => {
      const row = Result.getOrThrow(
        readRow(examManagers, {
          CODE_GESTIONNAIRE: code,
          CODE_EXAMEN: "47A",
          NOM: "Bureau du bac",
        }),
      )
      return [examManagers.key(row), examManagers.owner(row)]
    })
    expect(keys).toEqual([
      ["DEC2A/47A", "47A"],
      ["DEC2B/47A", "47A"],
    ])
  })

  test("CMP-06 reads a line of correspondence, with or without a training module", () => {
    const line = { LIGNE: "12", EPREUVE_OPTION: "47A.TTES.2-002-2", CODE_MATIERE: "020700" }
    expect(readRow(correspondences, { ...line, PREFIXE_MEF: "211" })).toEqual(
      Result.succeed({
        line: "12",
        option: "47A.TTES.2-002-2",
        subjectCode: "020700",
        trainingModulePrefix: "211",
      }),
    )
    const row = Result.getOrThrow(readRow(correspondences, line))
    expect(row.trainingModulePrefix).toBeNull()
    expect(correspondences.owner(row)).toBe("020700")
    expect(correspondences.references.map(({ keyOf }) => keyOf(row))).toEqual(["47A.TTES.2-002-2"])
  })
})
