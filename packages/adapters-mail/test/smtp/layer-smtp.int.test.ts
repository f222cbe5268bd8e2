import { TenantId } from "@convoque/core/kernel/identity"
import {
  MailDeferred,
  MailRefused,
  MailTransport,
  type OutgoingMail,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { afterEach, describe, expect, it } from "vitest"
import { layerSmtp, messageIdOf, type SmtpOptions, SmtpOptionsInvalid } from "../../src/index.ts"
import { closedPort, type RunningSmtp, type SmtpBehaviour, startSmtp } from "../support/smtp.ts"
import { at, contentOf } from "../support/samples.ts"

const from = { name: "Académie", address: "ne-pas-repondre@academie.example" }
const mailTo = (address: string, id = "file/7/3/0"): OutgoingMail => ({
  messageId: messageIdOf(TenantId.make("ac-creteil"), id, "academie.example"),
  date: at("2026-05-18T09:00:00.000Z"),
  content: contentOf({ to: { name: "Zoé Lefèvre", address } }),
  attachments: [
    {
      fileName: "Convocation.pdf",
      file: { bytes: new Uint8Array(200_000).fill(65), mediaType: "application/pdf" },
    },
  ],
})

const running: Array<RunningSmtp> = []
const start = async (behaviour: SmtpBehaviour = {}): Promise<RunningSmtp> => {
  const server = await startSmtp({ behaviour })
  running.push(server)
  return server
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

const short = { connectionSeconds: 1, greetingSeconds: 0.3, silenceSeconds: 1 }
const sendAll = (
  options: Partial<SmtpOptions>,
  ...mails: ReadonlyArray<OutgoingMail>
): Promise<ReadonlyArray<string | MailRefused | MailDeferred>> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const transport = yield* MailTransport
      return yield* Effect.forEach(mails, (mail) =>
        transport
          .send(mail)
          .pipe(
            Effect.catchTag(["MailRefused", "MailDeferred"], (failure) => Effect.succeed(failure)),
          ),
      )
    }).pipe(Effect.provide(layerSmtp({ from, ...short, ...options }))),
  )
const zoe = mailTo("zoe@agents.example")

describe.each([4, 0])("with a pool of %i connections", (pool) => {
  it("RDC-13 hands the mail over once and gives the server's answer", async () => {
    const { host, port, mails } = await start()
    expect(await sendAll({ url: `smtp://${host}:${port}`, pool }, zoe)).toEqual(["250 OK: taken"])
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ from: from.address, to: ["zoe@agents.example"] })
    expect(mails[0]?.messageId).toBe(zoe.messageId)
    expect((await mails[0]?.parsed())?.attachments).toHaveLength(4)
  })

  it("RDC-13 is refused by an unknown mailbox, which holds back no other mail", async () => {
    const answer = "550 5.1.1 No such user"
    const { host, port, mails } = await start({ refuse: { "gone@agents.example": answer } })
    const answers = await sendAll(
      { host, port, pool },
      mailTo("lea@agents.example", "1"),
      mailTo("gone@agents.example", "2"),
      mailTo("zoe@agents.example", "3"),
    )
    expect(answers).toEqual(["250 OK: taken", new MailRefused({ answer }), "250 OK: taken"])
    expect(mails.flatMap(({ to }) => to)).toEqual(["lea@agents.example", "zoe@agents.example"])
  })

  it.each([
    ["550 5.7.1 Content rejected", MailRefused],
    ["552 5.3.4 Message too big", MailRefused],
    ["554 5.6.0 Bad content", MailRefused],
    ["451 4.3.0 Try again later", MailDeferred],
    ["552 5.2.2 Mailbox full", MailDeferred],
  ])("sorts the answer to the content: %s", async (answer, failure) => {
    const { host, port, mails } = await start({ answerData: answer })
    expect(await sendAll({ host, port, pool }, zoe)).toEqual([new failure({ answer })])
    expect(mails).toEqual([])
  })

  it.each([
    ["552 Mailbox full", MailDeferred],
    ["452 4.2.2 Mailbox full", MailDeferred],
    ["450 4.7.1 Greylisted", MailDeferred],
    ["530 5.7.0 Authentication required", MailDeferred],
    ["553 5.1.3 Bad address", MailRefused],
  ])("sorts the answer to the recipient: %s", async (answer, failure) => {
    const { host, port } = await start({ refuse: { "zoe@agents.example": answer } })
    expect(await sendAll({ host, port, pool }, zoe)).toEqual([new failure({ answer })])
  })

  it("waits when the server refuses the sender, which the operator must repair", async () => {
    const answer = "550 5.7.1 Sender not allowed"
    const { host, port } = await start({ answerSender: answer })
    expect(await sendAll({ host, port, pool }, zoe)).toEqual([new MailDeferred({ answer })])
  })

  it("RDC-13 waits when no server answers", async () => {
    const port = await closedPort()
    const [answer] = await sendAll({ host: "127.0.0.1", port, pool }, zoe)
    expect(answer).toBeInstanceOf(MailDeferred)
    expect(answer).toMatchObject({ answer: expect.stringMatching(/ESOCKET.*ECONNREFUSED/u) })
  })

  it("RDC-13 waits when the server stays silent", async () => {
    const { host, port } = await start({ silent: true })
    const [answer] = await sendAll({ host, port, pool }, zoe)
    expect(answer).toBeInstanceOf(MailDeferred)
    expect(answer).toMatchObject({ answer: expect.stringContaining("ETIMEDOUT") })
  })

  it("RDC-13 waits when the connection breaks in the middle of the content", async () => {
    const server = await start({ dropInData: 1 })
    const { host, port, mails } = server
    const answers = await sendAll({ host, port, pool }, mailTo("a@b.example", "1"), zoe)
    expect(answers[0]).toBeInstanceOf(MailDeferred)
    expect(answers[1]).toBe("250 OK: taken")
    expect(mails.map(({ messageId }) => messageId)).toEqual([zoe.messageId])
    expect(server.contents()).toBe(2)
  })

  it("RDC-13 has the same identity when it leaves again after a lost answer", async () => {
    const { host, port, mails } = await start({ dropAfterData: 1 })
    const answers = await sendAll({ host, port, pool }, zoe, zoe)
    expect(answers[0]).toBeInstanceOf(MailDeferred)
    expect(answers[1]).toBe("250 OK: taken")
    expect(mails.map(({ messageId }) => messageId)).toEqual([zoe.messageId, zoe.messageId])
    expect(mails[0]?.raw.equals(mails[1]?.raw ?? Buffer.alloc(0))).toBe(true)
  })

  it("waits when the password is wrong, and never tells it", async () => {
    const { host, port } = await start({ login: { user: "convoque", pass: "right" } })
    const url = (pass: string): string => `smtp://convoque:${pass}@${host}:${port}`
    const [answer] = await sendAll({ url: url("wrong-secret"), pool }, zoe)
    expect(answer).toEqual(
      new MailDeferred({ answer: "535 5.7.8 Authentication credentials invalid" }),
    )
    expect(await sendAll({ url: url("right"), pool }, zoe)).toEqual(["250 OK: taken"])
  })

  it("uses STARTTLS with a server it can trust", async () => {
    const { host, port, ca, mails } = await start({ tls: true })
    const options = { url: `smtp://${host}:${port}?requireTLS=true`, pool, tls: { ca: ca ?? "" } }
    expect(await sendAll(options, zoe)).toEqual(["250 OK: taken"])
    expect(mails[0]?.secure).toBe(true)
  })

  it("waits when it cannot trust the server, or when TLS is asked for and not offered", async () => {
    const untrusted = await start({ tls: true })
    const plain = await start()
    for (const { host, port } of [untrusted, plain]) {
      const [answer] = await sendAll({ host, port, requireTLS: true, pool }, zoe)
      expect(answer).toBeInstanceOf(MailDeferred)
    }
    expect([...untrusted.mails, ...plain.mails]).toEqual([])
  })
})

describe("settings", () => {
  it.each([
    [{}, "no host"],
    [{ url: "http://host" }, "the URL is not smtp://host:port or smtps://host:port"],
    [{ url: "smtp://u:%zz@host" }, "user or password of the URL is not percent-encoded"],
    [{ host: "h", from: { name: "", address: "a\nb@c.fr" } }, "not an address: a b@c.fr"],
  ])("that cannot be used stop the start: %j", async (options, reason) => {
    const failed = await Effect.runPromise(
      Effect.flip(Effect.provide(MailTransport, layerSmtp({ from, ...options }))),
    )
    expect(failed).toEqual(new SmtpOptionsInvalid({ reason }))
  })
})
