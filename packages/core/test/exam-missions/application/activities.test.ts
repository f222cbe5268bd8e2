/** The entrance: the welcome message of the academy, who writes it, who reads it. */
import { enter, ExamMissionsSetup, setWelcome, WelcomeMessage } from "@convoque/core/exam-missions"
import { layerSettingsMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { expect, test } from "vitest"
import {
  division,
  head,
  layerSchool,
  type Needs,
  putSchool,
  tenant,
} from "./consultation/school.ts"

const administrator = { person: head.person, capacity: "administrator" } as const
const welcome = WelcomeMessage.make("Bienvenue.\nLa saisie ferme le 30 avril.")

const run = <A, E>(
  effect: Effect.Effect<A, E, Needs | Layer.Success<typeof layerSettingsMemory>>,
): Promise<A> =>
  Effect.runPromise(
    Effect.provide(
      Effect.andThen(putSchool, effect),
      Layer.fresh(Layer.mergeAll(layerSchool, layerSettingsMemory)),
    ),
  )

const read = Effect.map(enter({ by: head, tenant }), (entrance) => entrance.welcome)

test("UI-07 the welcome message is displayed as written, and nothing when there is none", async () => {
  const by = administrator
  const read3 = Effect.gen(function* () {
    const before = yield* read
    yield* setWelcome({ by, tenant, welcome })
    const written = yield* read
    yield* setWelcome({ by, tenant, welcome: null })
    return [before, written, yield* read]
  })
  expect(await run(read3)).toEqual([null, welcome, null])
})

test("UI-07 the administrator alone writes it", async () => {
  for (const by of [division, head]) {
    expect(await run(Effect.flip(setWelcome({ by, tenant, welcome })))).toEqual({
      _tag: "actor.not-allowed",
      command: "setWelcome",
      capacity: by.capacity,
    })
  }
})

test("UI-13 the entrance tells the academy and the school by its name", async () => {
  const { academy } = await run(ExamMissionsSetup)
  expect(await run(enter({ by: head, tenant }))).toMatchObject({
    academy,
    school: { uai: head.school, name: "CLG ARMAND LATOUR" },
  })
  expect(await run(enter({ by: division, tenant }))).toMatchObject({ school: null })
})
