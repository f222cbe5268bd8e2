/** Background jobs: each is looked after by itself, whatever becomes of the others. */
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/testing/TestClock"
import { expect, test } from "vitest"
import { type Job, lookedAfter, startBackground } from "../src/background.ts"
import { heard } from "./support/heard.ts"

const play = <A>(effect: Effect.Effect<A>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.provide(effect, TestClock.layer())))

test("a job that fails, dies or ends is logged, pauses and starts again", () =>
  play(
    Effect.gen(function* () {
      let starts = 0
      const ends: ReadonlyArray<Effect.Effect<void, string>> = [
        Effect.fail("refused"),
        Effect.die(new Error("impossible")),
        Effect.void,
      ]
      const work = Effect.suspend(() => ends[starts++] ?? Effect.never)
      const { lines, logged } = heard()
      const fiber = yield* Effect.forkChild(
        logged(lookedAfter({ name: "sender", work }, { pauseSeconds: 10 })),
      )
      yield* TestClock.adjust("9 seconds")
      expect(starts).toBe(1)
      yield* TestClock.adjust("21 seconds")
      expect(starts).toBe(4)
      expect(lines).toHaveLength(3)
      expect(lines[0]).toMatch(/^Error Background job failed, starts again: sender .*refused/u)
      expect(lines[1]).toMatch(/^Error Background job failed, starts again: sender .*impossible/u)
      expect(lines[2]).toBe("Warn Background job ended, starts again: sender")
      yield* Fiber.interrupt(fiber)
      expect(lines).toHaveLength(3)
    }),
  ))

const job = (name: string, work: Effect.Effect<unknown, unknown>): Job<never> => ({ name, work })

test("one that dies keeps none of the others back, and stopping says nothing", async () => {
  const { lines, logged } = heard()
  const told: Array<string> = []
  let turns = 0
  const turning = Effect.sync(() => (turns += 1)).pipe(
    Effect.andThen(Effect.sleep(1)),
    Effect.forever,
  )
  const background = startBackground(
    [job("dying", Effect.die(new Error("impossible"))), job("turning", turning)],
    (one) => Effect.runFork(logged(one)),
    (line) => told.push(line),
  )
  await expect.poll(() => turns).toBeGreaterThan(3)
  expect(lines).toHaveLength(1)
  await Effect.runPromise(background.stop)
  const then = turns
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([turns, told]).toEqual([then, []])
})

test("a job that is ended from outside is told", async () => {
  const told: Array<string> = []
  const fibers: Array<Fiber.Fiber<never, unknown>> = []
  startBackground(
    [job("quiet", Effect.never)],
    (one) => {
      const fiber = Effect.runFork(one)
      fibers.push(fiber)
      return fiber
    },
    (line) => told.push(line),
  )
  await Effect.runPromise(Fiber.interruptAll(fibers))
  expect(told).toEqual([expect.stringMatching(/^Travail de fond arrêté, quiet/u)])
})
