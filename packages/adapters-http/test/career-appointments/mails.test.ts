/** The mails of a file over HTTP: following them, sending one again. */
import { Instant } from "@convoque/core/kernel/calendar"
import { Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { head, manager } from "../../../core/test/career-appointments/given.ts"
import { ask, type Asking, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { convened, fileAddress, portal, tenant } from "../support/portal.ts"

const mails = `${fileAddress}/mails`
const as = `${manager} campaign-manager`
const to = { name: "Éloïse Le Gall", address: "eloise.le-gall@academie.example" }

interface Listed {
  readonly mails: ReadonlyArray<{ readonly id: string; readonly fate: { readonly _tag: string } }>
}

const refusedByServer = Effect.gen(function* () {
  const outbox = yield* Outbox
  const now = Instant.make("2026-11-03T09:00:01.000Z")
  const until = Instant.make("2026-11-03T09:01:01.000Z")
  for (const { message, attempts } of yield* outbox.lease({ now, until, limit: 10 })) {
    const fate = { _tag: "refused", at: now, answer: "550 unknown" } as const
    yield* outbox.settle({ tenant, id: message.id, attempt: attempts, fate })
  }
})

const convenedPortal = async () => {
  const running = await portal()
  await running.run(convened)
  const listed = async () => (await bodyIn<Listed>(await ask(running.app, mails, { as }))).mails
  const resend = (body: unknown, asking: Asking = {}) =>
    ask(running.app, `${mails}/resend`, { method: "POST", as, key: "k-1", body, ...asking })
  return { ...running, listed, resend }
}

describe("the mails of a file", () => {
  test("RDC-13 tell the manager to whom they went, when, and what became of them", async () => {
    const { listed } = await convenedPortal()
    expect(await listed()).toEqual([
      {
        id: expect.any(String),
        kind: "convocation-issued",
        to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
        subject: expect.any(String),
        writtenAt: expect.stringMatching(/Z$/u),
        attempts: 0,
        fate: { _tag: "waiting", nextAt: expect.any(String) },
      },
    ])
  })

  test("RDC-13 are sent again to a corrected address once the server refused them", async () => {
    const { listed, resend, run } = await convenedPortal()
    await run(refusedByServer)
    const [mail] = await listed()
    expect(mail?.fate._tag).toBe("refused")
    const response = await resend({ id: mail?.id, to })
    expect([response.status, await response.text()]).toEqual([204, ""])
    expect(await listed()).toMatchObject([{ id: mail?.id, to, fate: { _tag: "waiting" } }])
  })

  test.each([
    ["fr", "Ce courriel n'a été ni refusé ni abandonné : il ne peut pas être renvoyé."],
    ["en", "This mail was neither refused nor given up: it cannot be sent again."],
  ])("are not sent again while they wait (%s)", async (language, detail) => {
    const { listed, resend } = await convenedPortal()
    const [mail] = await listed()
    const headers = { "accept-language": language }
    expect(await problemIn(await resend({ id: mail?.id, to }, { headers }))).toMatchObject({
      status: 409,
      code: "MessageNotResendable",
      detail,
      requirements: ["RDC-13"],
      values: { id: mail?.id, fate: "waiting" },
    })
  })

  test.each([
    ["fr", "Aucun courriel de ce dossier ne porte cet identifiant."],
    ["en", "No mail of this file has this id."],
  ])("are not sent again through another file (%s)", async (language, detail) => {
    const { resend } = await convenedPortal()
    const headers = { "accept-language": language }
    const problem = await problemIn(await resend({ id: "elsewhere", to }, { headers }))
    expect([problem.status, problem.detail]).toEqual([409, detail])
  })

  test("take no address that would write headers", async () => {
    const { resend } = await convenedPortal()
    const address = "a@b.example\r\nBcc: c@d.example"
    expect(await refusalIn(await resend({ id: "m", to: { ...to, address } }))).toBe(
      "400 request.invalid",
    )
    expect(await refusalIn(await resend({ id: "m", to: { ...to, name: "a\r\nb" } }))).toBe(
      "400 request.invalid",
    )
  })

  test("RDC-03 are for the managers of the campaign", async () => {
    const { app, resend } = await convenedPortal()
    for (const other of [`${head.id} evaluator`, "manager-9 campaign-manager"]) {
      expect(await refusalIn(await ask(app, mails, { as: other }))).toBe("403 actor.not-allowed")
      expect(await refusalIn(await resend({ id: "m", to }, { as: other }))).toBe(
        "403 actor.not-allowed",
      )
    }
  })
})
