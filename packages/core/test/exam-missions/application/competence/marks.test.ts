/** The marks of the schools of an agent, and what a head of school does from reading to validating. */
import { expect, test } from "vitest"
import {
  addCompetence,
  confirmCompetence,
  invalidateCompetence,
} from "../../../../src/exam-missions/application/competence/acting.ts"
import { validateEntry } from "../../../../src/exam-missions/application/competence/entries.ts"
import { generateCompetences } from "../../../../src/exam-missions/application/competence/generation.ts"
import { readCompetences } from "../../../../src/exam-missions/application/competence/reading.ts"
import {
  agent,
  byCollege,
  byLycee,
  byManager,
  bySystem,
  college,
  year,
} from "../../competence/given.ts"
import { dnbFrench, dnbMaths, teaching, teachingWorld, tenant } from "./world.ts"

const generated = async () => {
  const world = await teachingWorld([teaching(agent)])
  await world.run(generateCompetences({ by: bySystem, tenant }))
  return world
}

const on = { tenant, agent, option: dnbMaths }

test("CMP-07 CMP-08 each school where the agent works bears its own mark, C or I, under its UAI", async () => {
  const world = await generated()
  const authors = async () => {
    const { read } = await world.run(readCompetences({ by: byManager, tenant, agent }))
    return read.competences.map((line) => [line.authors, line.standing])
  }
  await world.run(confirmCompetence({ ...on, by: byCollege }))
  expect(await authors()).toStrictEqual([["0120006S (C) SYS (C)", "acknowledged"]])
  await world.run(invalidateCompetence({ ...on, by: byLycee }))
  expect(await authors()).toStrictEqual([["0120006S (C) 0120022J (I) SYS (C)", "contested"]])
  await world.run(invalidateCompetence({ ...on, by: byCollege }))
  expect(await authors()).toStrictEqual([["0120006S (I) 0120022J (I) SYS (C)", "contested"]])
  await world.run(confirmCompetence({ ...on, by: byLycee }))
  expect(await authors()).toStrictEqual([["0120006S (I) 0120022J (C) SYS (C)", "contested"]])
})

test("CMP-28 a head of school checks, creates and validates the competences of the teachers", async () => {
  const world = await generated()
  const reading = readCompetences({ by: byCollege, tenant, agent, school: college })
  const checked = await world.run(reading)
  expect(checked.read.competences.map(({ option }) => option)).toStrictEqual([dnbMaths])
  await world.run(addCompetence({ ...on, option: dnbFrench, by: byCollege, seen: checked.version }))
  const entry = { school: college, year }
  await world.run(validateEntry({ by: byCollege, tenant, entry, statement: true }))
  const { read } = await world.run(reading)
  expect(read.entry).toBe("validated")
  expect(read.competences.map(({ option, authors }) => [option, authors])).toStrictEqual([
    [dnbFrench, "0120006S (C)"],
    [dnbMaths, "SYS (C)"],
  ])
})
