import type { MessageContent } from "@convoque/core/kernel/message"
import { Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { afterEach, expect, it } from "vitest"
import { layerSmtp, messageIdOf, sendDue } from "../../src/index.ts"
import { at, contentOf } from "../support/samples.ts"
import { entry, layerSending, options, tenant, written } from "../support/sending.ts"
import { closedPort, type RunningSmtp, type SmtpBehaviour, startSmtp } from "../support/smtp.ts"

const from = { name: "Académie", address: "ne-pas-repondre@academie.example" }
const running: Array<RunningSmtp> = []
const start = async (behaviour: SmtpBehaviour = {}): Promise<RunningSmtp> => {
  const server = await startSmtp({ behaviour })
  running.push(server)
  return server
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

const playWith = <A, E>(
  port: number,
  scene: Effect.Effect<
    A,
    E,
    Layer.Success<typeof layerSending> | Layer.Success<ReturnType<typeof layerSmtp>>
  >,
): Promise<A> => {
  const short = { connectionSeconds: 1, greetingSeconds: 0.3, silenceSeconds: 1 }
  const smtp = layerSmtp({ host: "127.0.0.1", port, from, ...short })
  return Effect.runPromise(scene.pipe(Effect.provide(Layer.merge(layerSending, smtp))))
}
const toAddress = (address: string): Partial<MessageContent> => ({
  to: { name: "Zoé Lefèvre", address },
})
const idsOf = (server: RunningSmtp): ReadonlyArray<string | undefined> =>
  server.mails.map(({ messageId }) => messageId)

it("RDC-13 a convocation leaves once and the refused one holds back no other", async () => {
  const server = await start({ refuse: { "gone@agents.example": "550 5.1.1 No such user" } })
  await playWith(
    server.port,
    Effect.gen(function* () {
      yield* written({
        a: toAddress("a@agents.example"),
        gone: toAddress("gone@agents.example"),
        b: toAddress("b@agents.example"),
      })
      expect(yield* sendDue(options)).toMatchObject({ leased: 3, sent: 2, refused: 1 })
      expect((yield* entry("gone")).fate).toMatchObject({
        _tag: "refused",
        answer: "550 5.1.1 No such user",
      })
      expect((yield* entry("a")).fate).toMatchObject({ _tag: "sent", answer: "250 OK: taken" })
      const outbox = yield* Outbox
      const to = { name: "Zoé", address: "back@agents.example" }
      yield* outbox.resend({ tenant, id: "gone", to, now: at("2026-05-18T09:00:00.000Z") })
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
    }),
  )
  expect(idsOf(server)).toHaveLength(3)
  expect(new Set(idsOf(server))).toEqual(
    new Set(["a", "b", "gone"].map((id) => messageIdOf(tenant, id, "academie.example"))),
  )
  expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual([
    "a@agents.example",
    "b@agents.example",
    "back@agents.example",
  ])
})

it("RDC-20 the connection breaks in the content: the re-issued convocation arrives once", async () => {
  const server = await start({ dropInData: 2 })
  await playWith(
    server.port,
    Effect.gen(function* () {
      yield* written({ a: { calendar: contentOf().calendar } })
      for (const minutes of [10, 20]) {
        expect(yield* sendDue(options)).toMatchObject({ leased: 1, deferred: 1 })
        expect((yield* entry("a")).fate).toMatchObject({ _tag: "deferred" })
        yield* TestClock.adjust(`${minutes} minutes`)
      }
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
      yield* TestClock.adjust("1 day")
      expect(yield* sendDue(options)).toMatchObject({ leased: 0 })
    }),
  )
  expect(idsOf(server)).toEqual([messageIdOf(tenant, "a", "academie.example")])
  expect(server.contents()).toBe(3)
})

it("RDC-13 the server takes the mail and its answer is lost: the same mail, the same identity", async () => {
  const server = await start({ dropAfterData: 1 })
  await playWith(
    server.port,
    Effect.gen(function* () {
      yield* written({ a: {} })
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, deferred: 1 })
      yield* TestClock.adjust("10 minutes")
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
    }),
  )
  expect(new Set(idsOf(server)).size).toBe(1)
  expect(new Set(server.mails.map(({ raw }) => raw.toString("latin1"))).size).toBe(1)
})

it.each([
  ["absent", /^ESOCKET: .*ECONNREFUSED/u, async () => closedPort()],
  ["silent", /^ETIMEDOUT: /u, async () => (await start({ silent: true })).port],
  [
    "overloaded",
    /^451 4\.3\.2 /u,
    async () => (await start({ answerData: "451 4.3.2 Later" })).port,
  ],
])(
  "RDC-13 the server is %s: every message waits for a later attempt",
  async (_, answer, portOf) => {
    await playWith(
      await portOf(),
      Effect.gen(function* () {
        yield* written({ a: {}, b: {}, c: {} })
        expect(yield* sendDue(options)).toMatchObject({ leased: 3, deferred: 3 })
        for (const id of ["a", "b", "c"]) {
          expect((yield* entry(id)).fate).toEqual({
            _tag: "deferred",
            at: "2026-05-18T09:00:00.000Z",
            nextAt: "2026-05-18T09:10:00.000Z",
            answer: expect.stringMatching(answer),
          })
        }
      }),
    )
  },
)
