/** Signing in for a school, on two servers before one PostgreSQL: pages, refusals, the header. */
import { Database } from "@convoque/adapters-sql"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest"
import { createDatabase } from "../../../packages/adapters-sql/test/support/postgres.ts"
import { people } from "../src/demonstration/people.ts"
import { type Office, openOffice, origin } from "./support/office.ts"

let offices: readonly [Office, Office]

beforeAll(async () => {
  const databaseUrl = await createDatabase(inject("postgresUrl"))
  const settings = { databaseUrl, smtpUrl: "smtp://127.0.0.1:1" }
  offices = [await openOffice(settings), await openOffice(settings)]
})

afterAll(() => Promise.all(offices.map((office) => office.close())))

beforeEach(() =>
  offices[0].run(Database.use(({ write }) => write("delete from convoque.session", []))),
)

const post = async (
  index: 0 | 1,
  path: string,
  { body = "", cookie = "" } = {},
): Promise<Response> =>
  await offices[index].server.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie, origin },
    body,
  })

const signIn = (index: 0 | 1, person: string, cookie = "") =>
  post(index, "/sign-in", { body: `account=${person}`, cookie })

const cookieIn = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? ""

const get = (index: 0 | 1, path: string, cookie = "") =>
  offices[index].server.request(path, { headers: { cookie, accept: "text/html" } })

const [first, second] = [people.principal.id, people.deputy.id]

test("UI-03 the newcomer of a school reads on a page of status 409 until when it is busy", async () => {
  const opened = await signIn(0, first)
  expect(opened.status).toBe(303)
  const refused = await signIn(1, second)
  const page = await refused.text()
  expect([refused.status, refused.headers.get("content-type")]).toEqual([
    409,
    "text/html; charset=UTF-8",
  ])
  expect(refused.headers.get("cache-control")).toBe("no-store")
  expect(refused.headers.get("set-cookie")).toBeNull()
  const sentence = page.replaceAll(/<[^>]+>/gu, "").replaceAll(/\s+/gu, " ")
  expect(sentence).toContain("Une connexion est déjà ouverte pour l'établissement 0310001H.")
  expect(sentence).toMatch(
    /Connectez-vous à un autre moment : sans activité, elle prendra fin à \d{2}:\d{2} \(heure de Paris\)\./u,
  )
  expect(page).not.toContain(people.principal.familyName)
  const end = /<time datetime="([^"]+)"/u.exec(page)?.[1] ?? ""
  const known = await offices[0].run(
    Effect.map(
      Database.use(({ read }) =>
        read<{ expires_at: string }>("select expires_at from convoque.session", []),
      ),
      ([row]) => row?.expires_at,
    ),
  )
  expect(end).toBe(known)
  expect((await get(1, "/session", cookieIn(opened))).status).toBe(200)
})

test("UI-03 of twenty who sign in at once on two servers, one is let in", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      signIn(index % 2 === 0 ? 0 : 1, index % 3 === 0 ? first : second),
    ),
  )
  const statuses = answers.map(({ status }) => status).toSorted()
  expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 409)])
})

test("UI-03 the holder may sign in again in the same browser", async () => {
  const cookie = cookieIn(await signIn(0, first))
  const again = await signIn(1, second, cookie)
  expect(again.status).toBe(303)
  expect((await get(0, "/session", cookie)).status).toBe(401)
  expect((await get(0, "/session", cookieIn(again))).status).toBe(200)
})

test("UI-03 who is refused a school keeps the session that the browser has", async () => {
  expect((await signIn(0, first)).status).toBe(303)
  const administrator = cookieIn(await signIn(1, "zoe.lecoeur"))
  expect((await signIn(1, second, administrator)).status).toBe(409)
  expect((await get(0, "/session", administrator)).status).toBe(200)
  const again = cookieIn(await signIn(1, "zoe.lecoeur", administrator))
  expect((await get(0, "/session", administrator)).status).toBe(401)
  expect((await get(0, "/session", again)).status).toBe(200)
})

test("UI-03 a browser without cookies is nobody, and its school busy until it is released", async () => {
  expect((await signIn(0, first)).status).toBe(303)
  expect(await (await get(0, "/")).text()).toContain("Personne n'est connecté")
  expect((await signIn(0, first)).status).toBe(409)
  const administrator = cookieIn(await signIn(1, "zoe.lecoeur"))
  await offices[1].server.request("/sessions/0310001H", {
    method: "DELETE",
    headers: { cookie: administrator, origin },
  })
  expect((await signIn(0, first)).status).toBe(303)
})

test("UI-06 a forged cookie quits nobody and opens nothing", async () => {
  const cookie = cookieIn(await signIn(0, first))
  const [name = "", value = ""] = cookie.split("=")
  const forged = `${name}=${value.split(".")[0]}.${"A".repeat(43)}`
  expect((await post(1, "/sign-out", { cookie: forged })).status).toBe(303)
  expect((await signIn(1, second, forged)).status).toBe(409)
  expect(await (await get(1, "/", forged)).text()).toContain("Personne n'est connecté")
  expect((await get(1, "/session", cookie)).status).toBe(200)
})

test("UI-06 quitting on one server frees the school on the other", async () => {
  const cookie = cookieIn(await signIn(0, first))
  expect((await post(1, "/sign-out", { cookie })).status).toBe(303)
  expect((await get(0, "/session", cookie)).status).toBe(401)
  expect((await signIn(0, second)).status).toBe(303)
})

test("UI-03 an administrator sees the school and releases it", async () => {
  const cookie = cookieIn(await signIn(0, first))
  const administrator = cookieIn(await signIn(1, "zoe.lecoeur"))
  const listed = (await (await get(1, "/sessions", administrator)).json()) as { schools: unknown }
  expect(listed.schools).toEqual([
    { school: "0310001H", openedAt: expect.any(String), expiresAt: expect.any(String) },
  ])
  const released = await offices[1].server.request("/sessions/0310001H", {
    method: "DELETE",
    headers: { cookie: administrator, origin },
  })
  expect(released.status).toBe(204)
  expect(await (await get(0, "/session", cookie)).json()).toMatchObject({ code: "session.expired" })
})

test("UI-04 an expired connection gives way without the purge", async () => {
  const cookie = cookieIn(await signIn(0, first))
  await offices[0].run(
    Database.use(({ write }) =>
      write("update convoque.session set expires_at = now() - interval '1 second'", []),
    ),
  )
  expect((await signIn(1, second)).status).toBe(303)
  expect((await get(0, "/session", cookie)).status).toBe(401)
})

test("UI-06 every page shows who is signed in and how to quit, to nobody else", async () => {
  const cookie = cookieIn(await signIn(0, first))
  for (const path of ["/", "/outbox", "/campaigns", "/nothing"]) {
    const page = await get(1, path, cookie)
    const text = await page.text()
    expect(text).toContain("<strong>0310001H, Nadia Belkacem</strong>")
    expect(text.match(/action="\/sign-out"/gu)).toHaveLength(2)
    expect(text).toContain(`<script src="/session.js" defer></script>`)
    expect(page.headers.get("cache-control")).toBe("no-store")
    const stranger = await (await get(1, path)).text()
    for (const part of ["/sign-out", "/session.js", "<!--visitor"]) {
      expect(stranger).not.toContain(part)
    }
  }
})
