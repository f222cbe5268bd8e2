import {
  MailDeferred,
  MailRefused,
  MailTransport,
  Outbox,
  StorageUnavailable,
} from "@convoque/core/kernel/ports"
import { CapturedMail, layerMailCapture } from "@convoque/testing"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as References from "effect/References"
import * as TestClock from "effect/testing/TestClock"
import { describe, expect, it } from "vitest"
import { messageIdOf, runSender, sendDue } from "../../src/index.ts"
import { at } from "../support/samples.ts"
import {
  added,
  documentTitled,
  entry,
  layerSending,
  options,
  startsAt,
  tenant,
  written,
} from "../support/sending.ts"

const quiet = {
  leased: 0,
  sent: 0,
  deferred: 0,
  refused: 0,
  "given-up": 0,
  dropped: 0,
  lost: 0,
  unsettled: 0,
}
const lines: Array<string> = []
const layerLines = Logger.layer([
  Logger.make(({ message }) => void lines.push(JSON.stringify(message))),
])
const layer = Layer.mergeAll(layerSending, layerMailCapture(), layerLines)
const play = <A, E>(scene: Effect.Effect<A, E, Layer.Success<typeof layer>>): Promise<A> =>
  Effect.runPromise(scene.pipe(Effect.provide(layer), Effect.scoped))

describe("a due message", () => {
  it("RDC-13 leaves once, with its documents, and keeps the server's answer", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: { documents: [documentTitled("Convocation")] } })
        yield* TestClock.adjust("3 minutes")
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, sent: 1 })
        expect((yield* entry("a")).fate).toEqual({
          _tag: "sent",
          at: "2026-05-18T09:03:00.000Z",
          answer: "250 OK",
        })
        const captured = yield* CapturedMail
        const [mail, ...others] = yield* captured.taken
        expect(others).toEqual([])
        expect(mail?.messageId).toBe(messageIdOf(tenant, "a", "academie.example"))
        expect(mail?.date).toBe(startsAt)
        expect(mail?.attachments.map(({ fileName }) => fileName)).toEqual(["Convocation.pdf"])
        expect(yield* sendDue(options)).toEqual(quiet)
      }),
    ))

  it("is dropped at the instant from which it would only confuse", () =>
    play(
      Effect.gen(function* () {
        yield* written({
          late: { uselessAfter: at("2026-05-18T09:05:00.000Z") },
          useful: { uselessAfter: at("2026-05-18T09:05:00.001Z") },
        })
        yield* TestClock.adjust("5 minutes")
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 2, sent: 1, dropped: 1 })
        expect((yield* entry("late")).fate).toEqual({
          _tag: "dropped",
          at: "2026-05-18T09:05:00.000Z",
          reason: "useless-after: 2026-05-18T09:05:00.000Z",
        })
        expect((yield* entry("useful")).fate._tag).toBe("sent")
      }),
    ))

  it("is refused when its document cannot be printed, and holds back no other", () =>
    play(
      Effect.gen(function* () {
        yield* written({ bad: { documents: [documentTitled("✗")] }, good: {} })
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 2, sent: 1, refused: 1 })
        expect((yield* entry("bad")).fate).toEqual({
          _tag: "refused",
          at: startsAt,
          answer: "unprintable-characters: ✗",
        })
      }),
    ))

  it("is refused for good by the server, then leaves to a corrected address", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const captured = yield* CapturedMail
        yield* captured.answerWith(() => Effect.fail(new MailRefused({ answer: "550 Unknown" })))
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, refused: 1 })
        yield* TestClock.adjust("30 days")
        expect(yield* sendDue(options)).toEqual(quiet)
        const outbox = yield* Outbox
        const now = at("2026-06-17T09:00:00.000Z")
        const to = { name: "Zoé", address: "zoe.lefevre@new.example" }
        yield* outbox.resend({ tenant, id: "a", to, now })
        yield* captured.answerWith(() => Effect.succeed("250 OK"))
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, sent: 1 })
        const tried = yield* captured.tried
        expect(tried.map(({ content }) => content.to.address)).toEqual([
          "zoe.lefevre@agents.example",
          "zoe.lefevre@new.example",
        ])
        expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1)
      }),
    ))

  it("is tried again later and later, under one Message-ID, then given up", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const captured = yield* CapturedMail
        yield* captured.answerWith(() => Effect.fail(new MailDeferred({ answer: "451 Later" })))
        for (const minutes of [10, 20, 40]) {
          expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, deferred: 1 })
          yield* TestClock.adjust(`${minutes * 60 - 1} seconds`)
          expect(yield* sendDue(options)).toEqual(quiet)
          yield* TestClock.adjust("1 second")
        }
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, "given-up": 1 })
        expect((yield* entry("a")).fate).toEqual({
          _tag: "given-up",
          at: "2026-05-18T10:10:00.000Z",
          answer: "451 Later",
        })
        const tried = yield* captured.tried
        expect(tried).toHaveLength(4)
        expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1)
        yield* TestClock.adjust("30 days")
        expect(yield* sendDue(options)).toEqual(quiet)
      }),
    ))

  it("waits after a defect of the transport, without stopping the batch", () =>
    play(
      Effect.gen(function* () {
        yield* written({ bug: { subject: "bug" }, good: {} })
        const captured = yield* CapturedMail
        yield* captured.answerWith(({ content }) =>
          content.subject === "bug" ? Effect.die(new Error("a bug")) : Effect.succeed("250 OK"),
        )
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 2, sent: 1, deferred: 1 })
        expect((yield* entry("bug")).fate).toMatchObject({ answer: "unexpected-failure" })
      }),
    ))
})

describe("the lease", () => {
  it("RDC-13 of a worker killed before the outcome ends, and the same mail leaves again", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        const killed = { ...outbox, settle: () => Effect.never }
        yield* Effect.forkDetach(sendDue(options).pipe(Effect.provideService(Outbox, killed)))
        const captured = yield* CapturedMail
        yield* Effect.yieldNow.pipe(
          Effect.andThen(captured.taken),
          Effect.repeat({ until: (mails) => mails.length === 1 }),
        )
        expect(yield* sendDue(options)).toEqual(quiet)
        yield* TestClock.adjust("15 minutes")
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, sent: 1 })
        const mails = yield* captured.taken
        expect(mails).toHaveLength(2)
        expect(mails[0]).toEqual(mails[1])
      }),
    ))

  it("that was lost is told and changes nothing", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const captured = yield* CapturedMail
        // While the slow worker settles, its lease passes and another one sends the message.
        yield* captured.answerWith(() => Effect.succeed("250 slow"))
        const outbox = yield* Outbox
        const slow = {
          ...outbox,
          settle: (settlement: Parameters<typeof outbox.settle>[0]) =>
            Effect.gen(function* () {
              yield* TestClock.adjust("16 minutes")
              yield* captured.answerWith(() => Effect.succeed("250 quick"))
              yield* sendDue(options).pipe(Effect.orDie)
              return yield* outbox.settle(settlement)
            }).pipe(Effect.provide(context)),
        }
        const context = yield* Effect.context<Layer.Success<typeof layer>>()
        expect(yield* sendDue(options).pipe(Effect.provideService(Outbox, slow))).toEqual({
          ...quiet,
          leased: 1,
          lost: 1,
        })
        expect((yield* entry("a")).fate).toMatchObject({ _tag: "sent", answer: "250 quick" })
        expect(lines.at(-1)).toBe(
          '["The outcome of a message came too late",{"tenant":"ac-creteil","message":"a","attempt":1},"sent"]',
        )
      }),
    ))

  it("that is about to end begins no attempt", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {}, b: {} })
        const captured = yield* CapturedMail
        yield* captured.answerWith(() =>
          TestClock.adjust("11 minutes").pipe(Effect.provide(context), Effect.as("250 slow")),
        )
        const context = yield* Effect.context<Layer.Success<typeof layer>>()
        expect(yield* sendDue({ ...options, limit: 20, concurrency: 1 })).toEqual({
          ...quiet,
          leased: 2,
          sent: 1,
          deferred: 1,
        })
        expect((yield* entry("b")).fate).toMatchObject({
          answer: "lease-ending",
          nextAt: "2026-05-18T09:11:00.000Z",
        })
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, sent: 1 })
      }),
    ))

  it("after too many attempts without outcome gives the message up", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        for (let nth = 0; nth < 4; nth++) {
          const now = at(`2026-05-18T1${nth}:00:00.000Z`)
          yield* outbox.lease({ now, until: at(`2026-05-18T1${nth}:30:00.000Z`), limit: 1 })
        }
        yield* TestClock.setTime(Date.parse("2026-05-18T15:00:00.000Z"))
        expect(yield* sendDue(options)).toEqual({ ...quiet, leased: 1, "given-up": 1 })
        expect((yield* entry("a")).fate).toMatchObject({ answer: "no-outcome: 4 attempts" })
      }),
    ))

  it("shares the work: several workers send each message once", () =>
    play(
      Effect.gen(function* () {
        const ids = Array.from({ length: 60 }, (_, index) => `m${index}`)
        yield* written(Object.fromEntries(ids.map((id) => [id, {}])))
        const reports = yield* Effect.all(
          Array.from({ length: 12 }, () => sendDue({ ...options, limit: 7 })),
          { concurrency: "unbounded" },
        )
        expect(reports.reduce((sum, report) => sum + report.sent, 0)).toBe(60)
        const captured = yield* CapturedMail
        const messageIds = (yield* captured.taken).map(({ messageId }) => messageId)
        expect(new Set(messageIds).size).toBe(60)
        expect(messageIds).toHaveLength(60)
      }),
    ))
})

describe("a store that does not answer", () => {
  const down = new StorageUnavailable({ reason: "down", safeToRetry: false })

  it("is asked again for the outcome, which is then written", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        let failures = 3
        const shaky = {
          ...outbox,
          settle: (settlement: Parameters<typeof outbox.settle>[0]) =>
            Effect.suspend(() => (failures-- > 0 ? Effect.fail(down) : outbox.settle(settlement))),
        }
        const batch = yield* Effect.forkChild(
          sendDue(options).pipe(Effect.provideService(Outbox, shaky)),
        )
        yield* TestClock.adjust("5 seconds")
        expect(yield* Fiber.join(batch)).toEqual({ ...quiet, leased: 1, sent: 1 })
        expect((yield* entry("a")).fate._tag).toBe("sent")
      }),
    ))

  it("leaves the message to its lease when the outcome is never written", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        const broken = { ...outbox, settle: () => Effect.fail(down) }
        const batch = yield* Effect.forkChild(
          sendDue(options).pipe(Effect.provideService(Outbox, broken)),
        )
        yield* TestClock.adjust("10 seconds")
        expect(yield* Fiber.join(batch)).toEqual({ ...quiet, leased: 1, unsettled: 1 })
      }),
    ))

  it("fails one batch and does not end the service", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        let failures = 2
        const shaky = {
          ...outbox,
          lease: (request: Parameters<typeof outbox.lease>[0]) =>
            Effect.suspend(() => (failures-- > 0 ? Effect.fail(down) : outbox.lease(request))),
        }
        const service = yield* Effect.forkChild(
          runSender(options).pipe(Effect.provideService(Outbox, shaky)),
        )
        yield* TestClock.adjust("9 seconds")
        expect((yield* entry("a")).fate._tag).toBe("waiting")
        yield* TestClock.adjust("1 second")
        expect((yield* entry("a")).fate._tag).toBe("sent")
        yield* Fiber.interrupt(service)
      }),
    ))
})

describe("the service", () => {
  it("goes on after a batch that died of a defect", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {} })
        const outbox = yield* Outbox
        let defects = 2
        const dying = {
          ...outbox,
          lease: (request: Parameters<typeof outbox.lease>[0]) =>
            Effect.suspend(() =>
              defects-- > 0 ? Effect.die(new Error("impossible")) : outbox.lease(request),
            ),
        }
        const service = yield* Effect.forkChild(
          runSender(options).pipe(
            Effect.provideService(Outbox, dying),
            Effect.provideService(References.MinimumLogLevel, "None"),
          ),
        )
        yield* TestClock.adjust("10 seconds")
        expect((yield* entry("a")).fate._tag).toBe("sent")
        yield* Fiber.interrupt(service)
      }),
    ))

  it("RDC-13 empties the outbox batch by batch, then looks again every few seconds", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {}, b: {}, c: {}, d: {}, e: {} })
        const sizes: Array<number> = []
        const service = yield* Effect.forkChild(
          runSender({
            ...options,
            limit: 2,
            everySeconds: 3,
            onReport: ({ leased }) => Effect.sync(() => void sizes.push(leased)),
          }),
        )
        yield* TestClock.adjust("1 second")
        expect(sizes).toEqual([2, 2, 1])
        yield* added({ f: {} })
        expect((yield* entry("f")).fate._tag).toBe("waiting")
        yield* TestClock.adjust("2 seconds")
        expect((yield* entry("f")).fate._tag).toBe("sent")
        yield* Fiber.interrupt(service)
      }),
    ))

  it("stopped, finishes the mail on its way and puts the others back", () =>
    play(
      Effect.gen(function* () {
        yield* written({ a: {}, b: {}, c: {} })
        const isHandedOver = yield* Deferred.make<void>()
        const mayAnswer = yield* Deferred.make<void>()
        const slow = MailTransport.of({
          send: () =>
            Deferred.succeed(isHandedOver, undefined).pipe(
              Effect.andThen(Deferred.await(mayAnswer)),
              Effect.as("250 at last"),
            ),
        })
        const service = yield* Effect.forkChild(
          runSender({ ...options, limit: 20, concurrency: 1 }).pipe(
            Effect.provideService(MailTransport, slow),
          ),
        )
        yield* Deferred.await(isHandedOver)
        const stopping = yield* Effect.forkChild(Fiber.interrupt(service))
        yield* Effect.yieldNow
        expect((yield* entry("a")).fate._tag).toBe("waiting")
        yield* Deferred.succeed(mayAnswer, undefined)
        yield* Fiber.join(stopping)
        expect((yield* entry("a")).fate).toMatchObject({ _tag: "sent", answer: "250 at last" })
        for (const id of ["b", "c"]) {
          expect((yield* entry(id)).fate).toEqual({
            _tag: "deferred",
            at: startsAt,
            nextAt: startsAt,
            answer: "sender-stopped",
          })
        }
      }),
    ))
})
