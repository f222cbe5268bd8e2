/** The mails of an interview over HTTP: following them, sending one again. */
import { Instant } from "@convoque/core/kernel/calendar"
import { Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import * as acts from "../../../core/test/interviews/acts.ts"
import { enclosures, history, superior } from "../../../core/test/interviews/given.ts"
import { ask, type Asking, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import {
  address,
  consultations,
  delegate,
  delegationGranted,
  interviewsPortal,
  jobDescription,
  tenant,
} from "../support/interviews-portal.ts"

const mails = `${address}/mails`
const service = "hr-1 hr-service"
const to = { name: "Éloïse Le Gall", address: "eloise.le-gall@academie.example" }

interface Listed {
  readonly mails: ReadonlyArray<{ readonly id: string; readonly fate: { readonly _tag: string } }>
}

const refusedByServer = Effect.gen(function* () {
  const outbox = yield* Outbox
  const now = Instant.make("2026-02-12T09:00:01.000Z")
  const until = Instant.make("2026-02-12T09:01:01.000Z")
  for (const { message, attempts } of yield* outbox.lease({ now, until, limit: 10 })) {
    const fate = { _tag: "refused", at: now, answer: "550 unknown" } as const
    yield* outbox.settle({ tenant, id: message.id, attempt: attempts, fate })
  }
})

/** Gives a portal on which the superior has just proposed a date. */
const proposedPortal = async () => {
  const past = { past: history["to-schedule"], delegation: [delegationGranted] }
  const running = await interviewsPortal(past, "2026-01-12")
  const { date, durationMinutes } = acts.propose().meeting
  const filed = enclosures.map((one) => ("file" in one ? { ...one, file: jobDescription } : one))
  const proposed = await ask(running.app, `${address}/proposal`, {
    method: "PUT",
    as: `${superior.id} superior`,
    key: "propose",
    seen: history["to-schedule"].length,
    body: { meeting: { date, durationMinutes }, enclosures: filed },
  })
  expect(proposed.status).toBe(200)
  running.clock.millis = Date.parse("2026-02-12T09:00:00.000Z")
  const listed = async (as = service) =>
    (await bodyIn<Listed>(await ask(running.app, mails, { as }))).mails
  const resend = (body: unknown, asking: Asking = {}) =>
    ask(running.app, `${mails}/resend`, {
      method: "POST",
      as: service,
      key: "k-1",
      body,
      ...asking,
    })
  return { ...running, listed, resend }
}

describe("the mails of an interview", () => {
  test.each([service, "admin-1 administrator", `${superior.id} superior`])(
    "ENT-07 tell %s to whom they went, when, and what became of them",
    async (as) => {
      const { listed, run } = await proposedPortal()
      expect(await listed(as)).toEqual([
        {
          id: expect.any(String),
          about: "interview",
          kind: "interview-proposed",
          to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
          subject: expect.any(String),
          writtenAt: expect.stringMatching(/Z$/u),
          attempts: 0,
          fate: { _tag: "waiting", nextAt: expect.any(String) },
        },
      ])
      expect(await run(consultations)).toEqual([`${as.split(" ")[0]} interview-mails`])
    },
  )

  test("ENT-22 are read by a delegate of the superior", async () => {
    const { app } = await proposedPortal()
    const headers = { "on-behalf-of": superior.id }
    const response = await ask(app, mails, { as: delegate.id, headers })
    expect([response.status, (await bodyIn<Listed>(response)).mails.length]).toEqual([200, 1])
  })

  test("ENT-07 are sent again to a corrected address once the server refused them", async () => {
    const { listed, resend, run } = await proposedPortal()
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
    const { listed, resend } = await proposedPortal()
    const [mail] = await listed()
    const headers = { "accept-language": language }
    expect(await problemIn(await resend({ id: mail?.id, to }, { headers }))).toMatchObject({
      status: 409,
      code: "MessageNotResendable",
      detail,
      requirements: ["ENT-07", "ENT-27"],
      values: { id: mail?.id, fate: "waiting" },
    })
  })

  test("take no address that would write headers", async () => {
    const { resend } = await proposedPortal()
    const wrong = "a@b.example\r\nBcc: c@d.example"
    for (const other of [
      { ...to, address: wrong },
      { ...to, name: "a\r\nb" },
    ]) {
      expect(await refusalIn(await resend({ id: "m", to: other }))).toBe("400 request.invalid")
    }
  })

  test("CAM-01 are for the superior of the interview, the HR service and administrators", async () => {
    const { app, resend } = await proposedPortal()
    for (const as of ["agent-1 agent", "authority-1 authority", "superior-9 superior"]) {
      expect(await refusalIn(await ask(app, mails, { as }))).toBe("403 actor.not-allowed")
      expect(await refusalIn(await resend({ id: "m", to }, { as }))).toBe("403 actor.not-allowed")
    }
    const as = `${superior.id} superior`
    expect(await refusalIn(await resend({ id: "m", to }, { as }))).toBe("403 actor.not-allowed")
  })
})
