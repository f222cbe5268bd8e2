/** What reaches the agent when the mail server was down while the convocation changed. */
import { MessageNotResendable, Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { afterEach, expect, it } from "vitest"
import { layerSmtp, sendDue } from "../../src/index.ts"
import { cancel, issue, layerCareer, reissue } from "../support/career.ts"
import { at } from "../support/samples.ts"
import { options, startsAt, tenant } from "../support/sending.ts"
import { closedPort, type RunningSmtp, startSmtp } from "../support/smtp.ts"

const running: Array<RunningSmtp> = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

const from = { name: "Académie", address: "ne-pas-repondre@academie.example" }
const send = (port: number) =>
  sendDue(options).pipe(
    Effect.provide(layerSmtp({ host: "127.0.0.1", port, from, connectionSeconds: 1 })),
  )
const started = Effect.promise(async () => {
  const server = await startSmtp()
  running.push(server)
  return server
})
const play = <A, E>(scene: Effect.Effect<A, E, Layer.Success<typeof layerCareer>>): Promise<A> =>
  TestClock.setTime(Date.parse(startsAt)).pipe(
    Effect.andThen(scene),
    Effect.provide(layerCareer),
    Effect.runPromise,
  )

const fates = Outbox.use((outbox) => outbox.list({ tenant, limit: 10 })).pipe(
  Effect.map((entries) =>
    entries.map(({ message, fate }) => `${message.content.kind} ${fate._tag}`).toReversed(),
  ),
)
const received = async (server: RunningSmtp) =>
  Promise.all(server.mails.map(async ({ parsed }) => (await parsed()).subject))

it("RDC-10 RDC-13 the server is down, a convocation is issued and cancelled: only the cancellation arrives", () =>
  play(
    Effect.gen(function* () {
      const down = yield* Effect.promise(closedPort)
      yield* issue
      expect(yield* send(down)).toMatchObject({ leased: 1, deferred: 1 })
      yield* cancel
      const up = yield* started
      expect(yield* send(up.port)).toMatchObject({ leased: 1, sent: 1 })
      yield* TestClock.adjust("3 days")
      expect(yield* send(up.port)).toMatchObject({ leased: 0 })
      expect(yield* fates).toEqual(["convocation-issued dropped", "set-cancelled sent"])
      const [mail] = up.mails
      expect(up.mails).toHaveLength(1)
      const calendars = (yield* Effect.promise(async () => mail?.parsed()))?.attachments ?? []
      expect(calendars.map(({ mimeType, method }) => `${mimeType} ${method}`)).toEqual([
        "text/calendar CANCEL",
        "text/calendar CANCEL",
        "text/calendar CANCEL",
      ])
    }),
  ))

it("RDC-20 the server is down while the convocation changes: only the last edition arrives", () =>
  play(
    Effect.gen(function* () {
      const down = yield* Effect.promise(closedPort)
      yield* issue
      yield* send(down)
      yield* reissue(24)
      yield* send(down)
      yield* reissue(25)
      const up = yield* started
      yield* TestClock.adjust("3 days")
      expect(yield* send(up.port)).toMatchObject({ leased: 1, sent: 1 })
      expect(yield* send(up.port)).toMatchObject({ leased: 0 })
      expect(yield* fates).toEqual([
        "convocation-issued dropped",
        "convocation-reissued dropped",
        "convocation-reissued sent",
      ])
      const [mail] = yield* Effect.promise(() => Promise.all(up.mails.map((one) => one.parsed())))
      expect(mail?.text).toContain("25 juin 2026")
    }),
  ))

it("RDC-10 a refused convocation is not sent to a corrected address once the file is cancelled", () =>
  play(
    Effect.gen(function* () {
      const up = yield* started
      up.behave({ refuse: { "a-12@agents.example": "550 5.1.1 No such user" } })
      yield* issue
      expect(yield* send(up.port)).toMatchObject({ leased: 1, refused: 1 })
      yield* cancel
      const outbox = yield* Outbox
      const [, first] = yield* outbox.list({ tenant, limit: 10 })
      const to = { name: "Zoé", address: "zoe@agents.example" }
      const again = { tenant, id: first?.message.id ?? "", to, now: at(startsAt) }
      expect(yield* Effect.flip(outbox.resend(again))).toEqual(
        new MessageNotResendable({ id: again.id, fate: "dropped" }),
      )
      up.behave({})
      expect(yield* send(up.port)).toMatchObject({ leased: 1, sent: 1 })
      expect(yield* Effect.promise(() => received(up))).toEqual([expect.stringMatching(/annul/iu)])
    }),
  ))
