/** The exam options proposed to whoever adds a competence: exactly those whose addition is accepted. */
import type { Actor, PersonId } from "@convoque/core/kernel/identity"
import { Registers } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  addCompetence,
  confirmCompetence,
} from "../../../../src/exam-missions/application/competence/acting.ts"
import { closeEntry } from "../../../../src/exam-missions/application/competence/entries.ts"
import { readCompetences } from "../../../../src/exam-missions/application/competence/reading.ts"
import {
  suggestExamOptions,
  type Suggesting,
} from "../../../../src/exam-missions/application/competence/suggestions.ts"
import { ExamOptionId } from "../../../../src/exam-missions/competence/model.ts"
import { examOptions } from "../../../../src/exam-missions/competence/registers.ts"
import type { ExamOption } from "../../../../src/exam-missions/competence/regulation.ts"
import {
  agent,
  byAgent,
  byCollege,
  byDivision,
  byLycee,
  byManager,
  byOtherManager,
  college,
  year,
} from "../../competence/given.ts"
import {
  bts,
  dnbFrench,
  dnbMaths,
  maths,
  type Needs,
  newWorld,
  nobody,
  openedWorld,
  otherAgent,
  regulation,
  strangerAgent,
  tenant,
} from "./world.ts"

const asked = (by: Actor, rest: Partial<Suggesting> = {}): Suggesting => ({
  by,
  tenant,
  agent,
  keyword: "",
  limit: 10,
  ...rest,
})

const ofBts = (nth: number): ExamOption => ({
  option: ExamOptionId.make(`320.S.E${nth}`),
  examCode: "320",
  examAcronym: "BTS",
  examLabel: "BTS",
  family: "bts",
  speciality: "S",
  label: `EPREUVE ${nth}`,
})

describe("what is proposed", () => {
  test("CMP-12 CMP-13 each reader is proposed all that he may add, and nothing else", async () => {
    const world = await openedWorld()
    await world.run(addCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    for (const by of [byCollege, byLycee, byAgent, byManager, byOtherManager]) {
      const proposed = (await world.run(suggestExamOptions(asked(by)))).map(({ option }) => option)
      const addable: Array<ExamOptionId> = []
      for (const { option } of regulation) {
        const fresh = await openedWorld()
        await fresh.run(addCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
        const adding = addCompetence({ by, tenant, agent, option })
        if (await fresh.run(Effect.isSuccess(adding))) addable.push(option)
      }
      expect(proposed.toSorted()).toStrictEqual(addable.toSorted())
    }
  })

  test("CMP-24 nothing is proposed to a school whose entry is closed", async () => {
    const world = await openedWorld()
    await world.run(closeEntry({ by: byDivision, tenant, entry: { school: college, year } }))
    expect(await world.run(suggestExamOptions(asked(byCollege)))).toStrictEqual([])
  })

  test("CMP-12 they come by exam, speciality and label, as many as asked, refined by a keyword", async () => {
    const world = await openedWorld()
    const proposed = async (by: Actor, keyword: string, limit: number) =>
      (await world.run(suggestExamOptions(asked(by, { keyword, limit })))).map((row) => row.option)
    expect(await proposed(byAgent, "", 10)).toStrictEqual([bts, maths, dnbFrench, dnbMaths])
    expect(await proposed(byAgent, "", 3)).toStrictEqual([bts, maths, dnbFrench])
    expect(await proposed(byAgent, "français", 10)).toStrictEqual([dnbFrench])
    expect(await proposed(byManager, "généralé math", 10)).toStrictEqual([maths])
    expect(await proposed(byManager, "etude", 10)).toStrictEqual([])
  })

  test("CMP-13 a keystroke reads few options, however many exams the school does not offer", async () => {
    const world = await openedWorld()
    await world.puts(examOptions, [
      ...Array.from({ length: 5000 }, (_, nth) => ofBts(nth)),
      ...regulation,
    ])
    let rows = 0
    const counted = <A, E>(effect: Effect.Effect<A, E, Needs>): Effect.Effect<A, E, Needs> =>
      Effect.gen(function* () {
        const registers = yield* Registers
        return yield* effect.pipe(
          Effect.provideService(Registers, {
            ...registers,
            find: (of, register, keys) => {
              rows += keys.length
              return registers.find(of, register, keys)
            },
            search: (of, register, query) =>
              Effect.tap(registers.search(of, register, query), (found) =>
                Effect.sync(() => {
                  rows += found.length
                }),
              ),
          }),
        )
      })
    const proposed = await world.run(
      counted(suggestExamOptions(asked(byCollege, { keyword: "e", limit: 20 }))),
    )
    expect(proposed.map(({ option }) => option)).toStrictEqual([dnbFrench, dnbMaths])
    expect(rows).toBeLessThan(10)
  })
})

describe("to whom", () => {
  const refusedTo = async (by: Actor, who: PersonId) =>
    (await openedWorld()).refused(suggestExamOptions(asked(by, { agent: who })))

  test("CMP-01 a school learns nothing of the sheet of somebody it does not employ", async () => {
    expect(await refusedTo(byCollege, strangerAgent)).toStrictEqual({
      _tag: "person.not-in-school",
      person: strangerAgent,
      school: college,
    })
  })

  test("CMP-09 an agent learns nothing of the sheet of another, so that his other capacity is tried", async () => {
    expect(await refusedTo(byAgent, otherAgent)).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "suggestExamOptions",
      capacity: "agent",
    })
    expect(await refusedTo(byDivision, agent)).toMatchObject({ _tag: "actor.not-allowed" })
  })

  test("UI-08 nothing is proposed while the activity is closed", async () => {
    const world = await newWorld()
    expect(await world.refused(suggestExamOptions(asked(byCollege)))).toStrictEqual({
      _tag: "activity.closed",
      activity: "competence-entry",
    })
  })
})

describe("a manager", () => {
  test("CMP-10 marks nobody whom no register knows", async () => {
    const world = await openedWorld()
    const unknown = { _tag: "person.unknown", person: nobody }
    const on = { by: byManager, tenant, agent: nobody, option: maths }
    expect(await world.refused(addCompetence(on))).toStrictEqual(unknown)
    expect(await world.refused(suggestExamOptions(asked(byManager, { agent: nobody })))).toEqual(
      unknown,
    )
  })

  test("CMP-10 is in charge of an exam by its code in the regulation, not in the option's name", async () => {
    const world = await openedWorld()
    const option = ExamOptionId.make("47A.GEN.MATHS")
    const [first = ofBts(1)] = regulation
    const moved: ReadonlyArray<ExamOption> = [
      { ...first, option, examCode: "BCG" },
      { ...first, examCode: "OTHER" },
    ]
    await world.puts(examOptions, moved)
    expect(
      (await world.run(suggestExamOptions(asked(byManager)))).map((row) => row.option),
    ).toStrictEqual([option])
    await world.run(addCompetence({ by: byManager, tenant, agent, option }))
    await world.run(addCompetence({ by: byLycee, tenant, agent, option: maths }))
    expect(
      await world.refused(confirmCompetence({ by: byManager, tenant, agent, option: maths })),
    ).toStrictEqual({
      _tag: "competence.exam-not-managed",
      option: maths,
      managerCode: byManager.managerCode,
    })
    const { read } = await world.run(readCompetences({ by: byManager, tenant, agent }))
    expect(read.competences.map((line) => [line.option, line.actions])).toStrictEqual([
      [option, ["invalidate"]],
      [maths, []],
    ])
  })
})
