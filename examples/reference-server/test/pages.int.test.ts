/** The pages of the reference server: what each shows, and what it refuses. */
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { validate } from "@readme/openapi-parser"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { accounts, people } from "../src/demonstration/people.ts"
import { type CatchAll, startCatchAll } from "../src/mailbox/catch-all.ts"
import { issue, openFiles } from "./support/campaign.ts"
import { type Office, openOffice, origin } from "./support/office.ts"

let folder: string
let mailbox: CatchAll
let office: Office

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-pages-"))
  await writeFile(join(folder, "session-secret"), "secret of the server")
  mailbox = await startCatchAll(join(folder, "mailbox"))
  office = await openOffice({ smtpUrl: mailbox.url, mails: mailbox.mails })
})

afterAll(async () => {
  await office.close()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await office.server.request(path, { headers: { accept: "text/html", ...headers } })
  return { answer, status: answer.status, text: await answer.text() }
}

const post = (path: string, from: string | undefined, body = "", cookie = "") =>
  office.server.request(path, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie,
      ...(from === undefined ? {} : { origin: from }),
    },
    body,
  })

describe("every page", () => {
  test("UI-35 every page leads to what is known of its accessibility", async () => {
    for (const path of ["/", "/mailbox", "/outbox", "/nothing", "/campaigns", "/exam-missions"]) {
      expect((await get(path)).text).toMatch(
        /<footer>.*<a href="\/accessibility">Accessibilité\s:\snon conforme<\/a>/su,
      )
    }
    const { status, text } = await get("/accessibility")
    expect(status).toBe(200)
    expect(text).toContain("320 pixels")
  })

  test.each(["/", "/mailbox", "/outbox", "/docs", "/nothing"])(
    "%s is in French, has a title and one first heading, and brings no script of others",
    async (path) => {
      const { answer, text } = await get(path)
      expect(text).toContain('<html lang="fr">')
      expect(text).toMatch(/<title>[^<]+ - Convoque<\/title>/u)
      expect(text).not.toMatch(/(?:src|href)="https?:/u)
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'")
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
      expect(answer.headers.get("content-type")).toMatch(/^text\/html/u)
      if (path !== "/docs") expect(text.match(/<h1>/gu)).toHaveLength(1)
    },
  )
})

describe("the home page", () => {
  test("lists the demonstration accounts, each with a button of its own name", async () => {
    const { text } = await get("/")
    for (const { person } of accounts) expect(text).toContain(`value="${person.id}"`)
    const labels = [...text.matchAll(/<button[^>]*aria-label="([^"]+)"/gu)].map(
      ([, label]) => label,
    )
    expect(new Set(labels).size).toBe(accounts.length)
    expect(text).toContain("Personne n'est connecté")
  })

  test("leads to the mailbox and to the outbox where they exist", async () => {
    const { text } = await get("/")
    for (const path of ["/mailbox", "/outbox"]) {
      expect(text).toContain(`href="${path}"`)
      expect((await get(path)).status).toBe(200)
    }
  })

  test("signs in and out", async () => {
    const signedIn = await post("/sign-in", origin, `account=${people.inspector.id}`)
    expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/"])
    const header = signedIn.headers.get("set-cookie") ?? ""
    expect(header).toMatch(/HttpOnly; SameSite=Lax/u)
    const cookie = header.split(";")[0] ?? ""
    expect((await get("/", { cookie })).text).toContain("<strong>Hélène Lefèvre</strong>")
    expect((await get("/", { cookie })).text).toContain("Quitter")
    const signedOut = await post("/sign-out", origin, "", cookie)
    expect(signedOut.headers.get("set-cookie")).toContain("Max-Age=0")
    expect((await get("/", { cookie })).text).not.toContain("Quitter")
  })

  test.each([
    ["/sign-in", "https://elsewhere.example"],
    ["/sign-in", undefined],
    ["/sign-out", "https://elsewhere.example"],
    ["/sign-out", "null"],
  ])("refuses %s from %s", async (path, from) => {
    const answer = await post(path, from, `account=${people.manager.id}`)
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null])
  })

  test.each([
    ["an unknown account", "account=nobody", 422],
    ["no account", "", 422],
    ["a body of 20 kB", `account=${"x".repeat(20_000)}`, 413],
  ])("refuses to sign in with %s", async (_, body, status) => {
    const answer = await post("/sign-in", origin, body)
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null])
  })

  test("shows as text a name that holds a quotation mark", async () => {
    const cookieOf = (await post("/sign-in", origin, `account=${people.head.id}`)).headers
    const cookie = cookieOf.get("set-cookie")?.split(";")[0] ?? ""
    const { text } = await get("/", { cookie })
    expect(text).not.toContain("Dubois-N'Guyen<")
    expect(text).toContain("Dubois-N&#39;Guyen")
  })
})

describe("the mailbox and the outbox", () => {
  test("show nothing, then the mail that left, its parts and its source", async () => {
    expect((await get("/mailbox")).text).toContain("Aucun courriel")
    expect((await get("/outbox")).text).toContain("Aucun message")
    office.directory.change("agent-1", { familyName: "<script>alert(1)</script>" })
    const [file] = await openFiles(office, "pages", [1])
    if (file === undefined) return
    await issue(file)
    expect((await get("/outbox")).text).toMatch(/En attente<\/dt>\s*<dd>1/u)
    await office.send()
    expect((await get("/outbox")).text).toMatch(/Envoyés<\/dt>\s*<dd>1/u)
    expect((await get("/outbox")).text).toContain("kept as 000001.eml")
    const list = await get("/mailbox")
    expect(list.text).toContain('href="/mailbox/000001.eml"')
    const mail = await get("/mailbox/000001.eml")
    expect(mail.text).not.toContain("<script>alert")
    expect(mail.text).toContain("&lt;script&gt;alert(1)")
    const parts = [...mail.text.matchAll(/href="(\/mailbox\/000001\.eml\/\d+)"/gu)]
    expect(parts).toHaveLength(4)
    const types = await Promise.all(
      parts.map(async ([, path = ""]) => (await get(path)).answer.headers.get("content-type")),
    )
    expect(types.toSorted()).toEqual([
      "application/pdf",
      "text/calendar",
      "text/calendar",
      "text/calendar",
    ])
    const source = await get("/mailbox/000001.eml/source")
    expect(source.text).toMatch(/^Message-ID: <[0-9a-f]{40}@academie\.example>\r$/mu)
    expect(source.answer.headers.get("content-type")).toMatch(/^text\/plain/u)
  })

  test.each([
    "/mailbox/000099.eml",
    "/mailbox/..%2Fsession-secret",
    "/mailbox/%2e%2e%2fsession-secret",
    "/mailbox/..%5Csession-secret",
    "/mailbox/000001.eml%00",
    "/mailbox/000001.eml/99",
    "/mailbox/000001.eml/-1",
    "/mailbox/000001.eml/length",
    "/mailbox/000001.eml/__proto__",
    "/docs-files/package.json",
    "/docs-files/..%2Fpackage.json",
    "/docs-files/__proto__",
    "/nothing",
  ])("%s names nothing", async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(404)
    expect(text).not.toContain("secret of the server")
  })

  test("an address that names nothing is answered by a problem to a program", async () => {
    const { answer, text } = await get("/nothing", { accept: "application/json" })
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(JSON.parse(text)).toMatchObject({ status: 404, code: "not-found" })
  })
})

describe("the documentation of the API", () => {
  test.each([
    ["/docs-files/swagger-ui.css", "text/css"],
    ["/docs-files/swagger-ui-bundle.js", "text/javascript"],
    ["/docs-files/start.js", "text/javascript"],
    ["/style.css", "text/css"],
  ])("%s is served", async (path, type) => {
    const { answer, status, text } = await get(path)
    expect([status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([200, type])
    expect(text.length).toBeGreaterThan(100)
  })

  test("is a valid OpenAPI 3.1 document that the page reads", async () => {
    expect((await get("/docs")).text).toContain('data-address="/openapi.json"')
    const document = JSON.parse((await get("/openapi.json")).text)
    expect(document.openapi).toMatch(/^3\.1\./u)
    expect(await validate(structuredClone(document))).toMatchObject({ valid: true })
    for (const path of ["/interview-campaigns", "/career-campaigns/{campaign}/files"]) {
      expect(Object.keys(document.paths)).toContain(path)
    }
    const { put } =
      document.paths["/career-campaigns/{campaign}/files/{agent}/roles/{role}/appointments"]
    const statuses = Object.keys(put.responses)
    for (const status of ["200", "409", "412", "422", "428"]) expect(statuses).toContain(status)
  })
})

test("without the demonstration there are no accounts and no mails to read", async () => {
  const { makeServer } = await import("../src/server.ts")
  const server = makeServer({
    configuration: {
      publicUrl: origin,
      sessionSecret: "x".repeat(32),
      demonstration: false,
    },
    run: (effect) => office.run(effect),
    mails: mailbox.mails,
    log: () => undefined,
  })
  const home = await (await server.request("/")).text()
  expect(home).toContain("La démonstration est désactivée")
  expect(home).not.toContain("<button")
  for (const path of ["/mailbox", "/mailbox/000001.eml", "/outbox"]) {
    expect(home).not.toContain(`href="${path}"`)
    expect((await server.request(path)).status).toBe(404)
  }
  const answer = await server.request("/sign-in", {
    method: "POST",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: `account=${people.manager.id}`,
  })
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([404, null])
})
