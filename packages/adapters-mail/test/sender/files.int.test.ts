/** Messages whose files are kept in the document storage, such as exports. */
import { DocumentStorage, Outbox, StorageUnavailable } from "@convoque/core/kernel/ports"
import { TenantId } from "@convoque/core/kernel/identity"
import { CapturedMail, layerMailCapture } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { expect, it } from "vitest"
import { layerSmtp, sendDue } from "../../src/index.ts"
import { archiveBytes, at, xlsxType } from "../support/samples.ts"
import {
  documentTitled,
  entry,
  layerSending,
  options,
  tenant,
  written,
} from "../support/sending.ts"
import { startSmtp } from "../support/smtp.ts"

const layer = Layer.mergeAll(layerSending, layerMailCapture())
const play = <A, E>(scene: Effect.Effect<A, E, Layer.Success<typeof layer>>): Promise<A> =>
  Effect.runPromise(scene.pipe(Effect.provide(layer)))

const sheet = { bytes: archiveBytes(300_000), mediaType: xlsxType }
const archive = { bytes: archiveBytes(70_001), mediaType: "application/zip" }
const files = [
  { fileName: "Entretiens 2025-2026.xlsx", key: "exports/1/é.xlsx" },
  { fileName: "Comptes rendus.zip", key: "exports/1/reports" },
]
const kept = Effect.gen(function* () {
  const storage = yield* DocumentStorage
  yield* storage.put(tenant, "exports/1/é.xlsx", sheet)
  yield* storage.put(tenant, "exports/1/reports", archive)
})

it("CAM-15 files leave as they are kept, after the documents, under the names of the message", () =>
  play(
    Effect.gen(function* () {
      yield* kept
      yield* written({ a: { documents: [documentTitled("Lettre")], files } })
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
      const captured = yield* CapturedMail
      const [mail] = yield* captured.taken
      expect(mail?.attachments.map(({ fileName }) => fileName)).toEqual([
        "Convocation.pdf",
        "Entretiens 2025-2026.xlsx",
        "Comptes rendus.zip",
      ])
      expect(mail?.attachments.slice(1).map(({ file }) => file)).toEqual([sheet, archive])
    }),
  ))

it("CAM-15 files pass through a mail server byte for byte", async () => {
  const server = await startSmtp()
  const from = { name: "Académie", address: "ne-pas-repondre@academie.example" }
  const smtp = layerSmtp({ host: "127.0.0.1", port: server.port, from })
  await Effect.runPromise(
    Effect.gen(function* () {
      yield* kept
      yield* written({ a: { files, calendar: [] } })
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
    }).pipe(Effect.provide(Layer.merge(layerSending, smtp))),
  )
  const mail = await server.mails[0]?.parsed()
  await server.close()
  expect(mail?.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ["Entretiens 2025-2026.xlsx", xlsxType],
    ["Comptes rendus.zip", "application/zip"],
  ])
  const contents = mail?.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))
  expect(contents?.[0]?.equals(sheet.bytes)).toBe(true)
  expect(contents?.[1]?.equals(archive.bytes)).toBe(true)
})

it("a file that is gone, or that another tenant has, refuses the message and says which", () =>
  play(
    Effect.gen(function* () {
      const storage = yield* DocumentStorage
      yield* storage.put(tenant, "there", sheet)
      yield* storage.put(TenantId.make("ac-lyon"), "theirs", sheet)
      const there = { fileName: "a.xlsx", key: "there" }
      yield* written({
        gone: { files: [there, { fileName: "Comptes\r\nrendus.zip", key: "gone/2" }] },
        theirs: { files: [{ fileName: "b.xlsx", key: "theirs" }] },
        good: { files: [there] },
      })
      expect(yield* sendDue(options)).toMatchObject({ leased: 3, sent: 1, refused: 2 })
      expect((yield* entry("gone")).fate).toMatchObject({
        _tag: "refused",
        answer: "missing-file: Comptes rendus.zip (gone/2)",
      })
      expect((yield* entry("theirs")).fate).toMatchObject({
        answer: "missing-file: b.xlsx (theirs)",
      })
      yield* storage.put(tenant, "theirs", sheet)
      const outbox = yield* Outbox
      const to = { name: "Zoé", address: "zoe@agents.example" }
      yield* outbox.resend({ tenant, id: "theirs", to, now: at("2026-05-18T09:00:00.000Z") })
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
    }),
  ))

it("a document storage that does not answer defers the message; one without files leaves", () =>
  play(
    Effect.gen(function* () {
      yield* kept
      yield* written({ a: { files }, plain: {} })
      const storage = yield* DocumentStorage
      const down = new StorageUnavailable({ reason: "no\nserver", safeToRetry: true })
      const broken = { ...storage, get: () => Effect.fail(down) }
      const report = yield* sendDue(options).pipe(Effect.provideService(DocumentStorage, broken))
      expect(report).toMatchObject({ leased: 2, sent: 1, deferred: 1 })
      expect((yield* entry("a")).fate).toMatchObject({
        _tag: "deferred",
        answer: "document-storage-unavailable: no server",
        nextAt: "2026-05-18T09:10:00.000Z",
      })
      yield* TestClock.adjust("10 minutes")
      expect(yield* sendDue(options)).toMatchObject({ leased: 1, sent: 1 })
    }),
  ))
