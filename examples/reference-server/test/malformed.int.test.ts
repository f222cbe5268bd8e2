/**
 * Requests that nobody should send, straight into the server on PGlite: each gets a precise problem
 * and nothing is written.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { closedPort } from "../../../packages/adapters-mail/test/support/smtp.ts"
import { demonstrationTerms } from "../src/demonstration/campaign.ts"
import { confirmed, type File, headItems, item, openFiles, setFirst } from "./support/campaign.ts"
import { type Office, openOffice } from "./support/office.ts"
import { otherAcademy } from "./support/people.ts"
import { type Expected, expectProblem, heldBy } from "./support/problems.ts"
import type { Seen, Sent, Visitor } from "./support/visitor.ts"

let office: Office
let file: File
let manager: Visitor
let agent: Visitor
let held: unknown

beforeAll(async () => {
  office = await openOffice({ smtpUrl: `smtp://127.0.0.1:${await closedPort()}` })
  const [first] = await openFiles(office, "malformed", [1, 2])
  if (first === undefined) throw new Error("no file")
  file = first
  manager = await office.signIn("manager-1", ["campaign-manager"])
  agent = await office.signIn("agent-1", ["agent"])
  await setFirst(file)
  held = await heldBy(office)
})

afterAll(() => office.close())

const checkRefused = async (asked: Promise<Seen>, expected: Expected): Promise<void> => {
  const answer = await asked
  expectProblem(answer, expected)
  expect(await heldBy(office)).toEqual(held)
  expect(office.logged).toEqual([])
}

// Everything else about these requests is right: they would issue the convocation.
const version = '"v2"'
const saving = (changes: Readonly<Record<string, string>>) => ({
  items: headItems(changes),
  acknowledged: confirmed("agent-1"),
})
const save = (sent: Sent): Promise<Seen> =>
  file.head.send("PUT", file.setHead, { version, ...sent })

describe("an appointment typed", () => {
  const formats = (values: ReadonlyArray<string>) =>
    values.map((value): [string, Readonly<Record<string, string>>, string, string] => [
      `at ${value}`,
      { start: value },
      "422 appointment.time-format",
      "RDC-05",
    ])
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["on 31/06", { date: "31/06" }, "422 date.format", "RDC-04"],
    ["on 31/06/2060", { date: "31/06/2060" }, "422 date.format", "RDC-04"],
    ["on 2027-06-31", { date: "2027-06-31" }, "422 date.format", "RDC-04"],
    ["on 2061-02-29", { date: "2061-02-29" }, "422 date.format", "RDC-04"],
    ["on no day", { date: "" }, "422 date.format", "RDC-04"],
    ["on a day past", { date: "2020-01-15" }, "422 appointment.date-in-past", "RDC-04"],
    ...formats(["24:00", "9:5", "8:0", "08:60", "0８:00", "08:00:00", " 08:00", "8h", "-1:00", ""]),
    [
      "that ends before it starts",
      { start: "15:00", end: "14:00" },
      "422 appointment.end-not-after-start",
      "RDC-04",
    ],
    [
      "that ends as it starts",
      { start: "15:00", end: "15:00" },
      "422 appointment.end-not-after-start",
      "RDC-04",
    ],
    [
      "at an hour that the clock skips",
      { date: "2060-03-28", start: "02:30", end: "03:30" },
      "422 appointment.hour-missing",
      "RDC-04",
    ],
    [
      "at an hour that the clock repeats",
      { date: "2060-10-31", start: "02:30", end: "03:30" },
      "422 appointment.hour-ambiguous",
      "RDC-04",
    ],
    ["in no zone", { zone: "Europe/Atlantis" }, "422 appointment.unknown-zone", "RDC-04"],
    ["nowhere", { place: " " }, "422 appointment.place-required", "RDC-04"],
    [
      "in a place of 300 characters",
      { place: "é".repeat(300) },
      "422 appointment.place-too-long",
      "RDC-04",
    ],
    ...[
      "\r\nBcc: a@b.example",
      "\nEND:VEVENT",
      "\t",
      "\u0007",
      "\u001b[31m",
      "\u2028",
      "\u202e",
      "\u0085",
    ].map((text): [string, Readonly<Record<string, string>>, string, string] => [
      `in a place with ${JSON.stringify(text)}`,
      { place: `Salle${text} 12` },
      "422 appointment.place-not-printable",
      "RDC-04",
    ]),
    [
      "long after the other interview",
      { date: "2060-08-31" },
      "422 appointment.gap-too-long",
      "RDC-04",
    ],
  ])("%s is refused", async (_, changes, refusal, requirement) => {
    await checkRefused(save({ body: saving(changes) }), { refusal, requirement })
  })

  test("in a place that no font can print is refused, naming the characters", async () => {
    const answer = save({ body: saving({ place: "Salle 漢字" }) })
    await checkRefused(answer, { refusal: "422 document.unprintable", requirement: "RDC-13" })
    expect((await answer).body["detail"]).toContain("漢")
  })

  test.each<[string, ReadonlyArray<unknown>, string]>([
    ["none of them", [], "422 appointment.incomplete"],
    ["one of them twice", [...headItems(), ...headItems()], "422 appointment.entered-twice"],
    ["one unknown", [item("coffee-break")], "422 appointment.unknown-slot"],
    ["one of another", [...headItems(), item("inspection-visit")], "403 appointment.not-owner"],
  ])("among all the appointments of a role: %s", async (_, items, refusal) => {
    await checkRefused(save({ body: { items, acknowledged: confirmed("agent-1") } }), { refusal })
  })

  test("and confirmed for another agent asks for a confirmation", async () => {
    await checkRefused(save({ body: { items: headItems(), acknowledged: confirmed("agent-2") } }), {
      refusal: "409 convocation.confirmation-required",
      requirement: "RDC-11",
    })
  })
})

describe("a body", () => {
  const good = () => saving({})
  test.each<[string, () => unknown, string]>([
    ["that is not JSON", () => "{items: 1}", "400 request.malformed-json"],
    [
      "that stops in the middle",
      () => JSON.stringify(good()).slice(0, -7),
      "400 request.malformed-json",
    ],
    ["that is empty", () => "", "400 request.malformed-json"],
    ["of a hundred thousand brackets", () => "[".repeat(100_000), "400 request.malformed-json"],
    ["of 10 MB", () => saving({ place: "x".repeat(10_000_000) }), "413 request.too-large"],
  ])("%s is refused", async (_, body, refusal) => {
    await checkRefused(save({ body: body() }), { refusal })
  })

  test.each<[string, () => unknown, string]>([
    ["null", () => "null", ""],
    ["a list", () => [good()], ""],
    ["with an unknown field", () => ({ ...good(), force: true }), "/force"],
    [
      "with a prototype",
      () => `{"__proto__":{"a":1},${JSON.stringify(good()).slice(1)}`,
      "/__proto__",
    ],
    [
      "with an unknown field inside",
      () => ({ ...good(), items: [{ ...item("x"), room: 1 }] }),
      "/items/0/room",
    ],
    ["without its items", () => ({ acknowledged: [] }), "/items"],
    [
      "with a number for a place",
      () => ({ items: [{ ...item("x"), place: 12 }] }),
      "/items/0/place",
    ],
    [
      "with a place of 3,000 characters",
      () => saving({ place: "x".repeat(3000) }),
      "/items/0/place",
    ],
    ["with the NUL character", () => saving({ place: "Salle \u0000" }), "/items/0/place"],
    ["with half a character", () => saving({ place: "Salle \ud800" }), "/items/0/place"],
    ["with 51 items", () => ({ items: Array.from({ length: 51 }, () => item("x")) }), "/items"],
    ["with a CR LF in a slot", () => ({ items: [item("x\r\ny")] }), "/items/0/slot"],
  ])("%s is refused, naming where", async (_, body, pointer) => {
    await checkRefused(save({ body: body() }), { refusal: "400 request.invalid", pointer })
  })

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
  ])("sent as %s is refused", async (type) => {
    await checkRefused(save({ body: good(), headers: { "content-type": type } }), {
      refusal: "415 request.unsupported-media-type",
    })
  })
})

describe("the conditions of a change", () => {
  test.each<[string, string, string]>([
    ["a bare version", "v2", "400 precondition.malformed"],
    ["a star", "*", "400 precondition.malformed"],
    ["two versions", '"v2", "v3"', "400 precondition.malformed"],
    ["a negative one", '"v-1"', "400 precondition.malformed"],
    ["one that does not exist yet", '"v99"', "412 conflict.stale-version"],
    ["an old one", '"v1"', "412 conflict.stale-version"],
  ])("If-Match with %s", async (_, ifMatch, refusal) => {
    await checkRefused(save({ version: ifMatch, body: saving({}) }), { refusal })
  })

  test("no If-Match", async () => {
    await checkRefused(file.head.send("PUT", file.setHead, { body: saving({}) }), {
      refusal: "428 precondition.required",
    })
  })

  test.each<[string, string]>([
    ["with a space", "a b"],
    ["too long", "k".repeat(200)],
    ["empty", ""],
  ])("an Idempotency-Key %s", async (_, key) => {
    await checkRefused(save({ key, body: saving({}) }), {
      refusal: "400 idempotency.key-malformed",
    })
  })
})

describe("somebody else", () => {
  test.each<[string, () => Promise<Visitor>, string]>([
    [
      "of another academy",
      () => office.signIn("head-1", ["evaluator"], otherAcademy),
      "404 file.unknown",
    ],
    [
      "who evaluates another agent",
      () => office.signIn("head-2", ["evaluator"]),
      "403 actor.not-allowed",
    ],
    ["who has another role", () => Promise.resolve(file.inspector), "403 actor.not-allowed"],
    ["who is the agent", () => Promise.resolve(agent), "403 actor.not-allowed"],
    ["who manages the campaign", () => Promise.resolve(manager), "403 actor.not-allowed"],
  ])("%s cannot save", async (_, who, refusal) => {
    const asked = (await who()).send("PUT", file.setHead, { version, body: saving({}) })
    await checkRefused(asked, { refusal })
  })

  test.each<[string, () => Promise<Visitor>, string]>([
    ["another agent", () => office.signIn("agent-2", ["agent"]), "403 actor.not-allowed"],
    [
      "an evaluator of others",
      () => office.signIn("head-2", ["evaluator"]),
      "403 actor.not-allowed",
    ],
    [
      "another academy",
      () => office.signIn("head-1", ["evaluator"], otherAcademy),
      "404 file.unknown",
    ],
  ])("cannot read the file: %s", async (_, who, refusal) => {
    const visitor = await who()
    await checkRefused(visitor.get(file.path), { refusal })
    await checkRefused(visitor.get(`${file.path}/convocation.pdf`), { refusal })
  })

  test("of another academy does not see the campaign at all", async () => {
    const stranger = await office.signIn("manager-1", ["campaign-manager"], otherAcademy)
    const refusal = "404 campaign.unknown"
    await checkRefused(stranger.get("/career-campaigns/malformed"), { refusal })
    await checkRefused(stranger.get("/career-campaigns/malformed/files"), { refusal })
    const body = { dryRun: false }
    await checkRefused(stranger.send("POST", "/career-campaigns/malformed/reminders", { body }), {
      refusal,
    })
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["without a session", { cookie: "" }, "401 session.required"],
    [
      "with a forged session",
      { cookie: `session=${"a".repeat(43)}.${"b".repeat(43)}` },
      "401 session.required",
    ],
    ["from a page of another site", { origin: "https://elsewhere.example" }, "403 origin.foreign"],
  ])("%s cannot save", async (_, headers, refusal) => {
    await checkRefused(save({ body: saving({}), headers }), { refusal })
  })
})

describe("an address", () => {
  test.each<[string, string, string]>([
    ["of no campaign", "/career-campaigns/nothing/files", "404 campaign.unknown"],
    ["of no file", "/career-campaigns/malformed/files/agent-99", "404 file.unknown"],
    ["of a campaign in capitals", "/career-campaigns/Nothing%21/files", "400 request.invalid"],
    [
      "with a line end",
      "/career-campaigns/malformed/files/agent-1%0d%0aX:%20y",
      "400 request.invalid",
    ],
    ["of nothing", "/career-campaigns/malformed/files/agent-1/secrets", "404 not-found"],
    ["with a bad cursor", "/career-campaigns/malformed/files?after=zzz", "400 request.invalid"],
    ["with an empty cursor", "/career-campaigns/malformed/files?after=", "400 request.invalid"],
    ["with a page of none", "/career-campaigns/malformed/files?limit=0", "400 request.invalid"],
    ["with a page of 201", "/career-campaigns/malformed/files?limit=201", "400 request.invalid"],
    ["with two limits", "/career-campaigns/malformed/files?limit=5&limit=6", "400 request.invalid"],
    [
      "sorted on nothing",
      "/career-campaigns/malformed/files?sort=age",
      "400 list.unknown-sort-key",
    ],
    ["filtered on nothing", "/career-campaigns/malformed/files?age=5", "400 list.unknown-filter"],
  ])("%s is refused", async (_, path, refusal) => {
    await checkRefused(manager.get(path), { refusal })
  })

  test("of a role that the campaign does not have is refused", async () => {
    const asked = file.head.send("PUT", `${file.path}/roles/nobody/appointments`, {
      version,
      body: saving({}),
    })
    await checkRefused(asked, { refusal: "403 actor.not-allowed" })
  })

  test("with another method is refused, naming those allowed", async () => {
    const asked = file.head.send("POST", file.setHead, { version, body: saving({}) })
    await checkRefused(asked, { refusal: "405 method-not-allowed" })
    expect((await asked).headers.get("allow")).toBe("PUT")
  })
})

describe("what a manager sends", () => {
  const csv = (text: string): Promise<Seen> =>
    manager.send("POST", "/career-campaigns/malformed/enrolments", { body: { csv: text } })
  const header = "agent;regional-inspector;school-head"

  test.each<[string, string, string]>([
    ["with an open quote", `${header}\n"agent-3;inspector-3;head-3\n`, "422 table.malformed"],
    [
      "with one wrong line",
      `${header}\nagent-3;inspector-3;head-3\nnobody;inspector-3;head-3\n`,
      "422 enrolment.refused",
    ],
    [
      "with somebody enrolled",
      `${header}\nagent-3;inspector-3;head-3\nagent-1;inspector-3;head-3\n`,
      "422 enrolment.refused",
    ],
    ["without a column", "agent;school-head\nagent-3;head-3\n", "422 enrolment.refused"],
    [
      "with a formula",
      `${header}\n=cmd|' /C calc'!A0;inspector-3;head-3\n`,
      "422 enrolment.refused",
    ],
  ])("a population file %s is refused as a whole", async (_, text, refusal) => {
    await checkRefused(csv(text), { refusal, requirement: "RDC-01" })
  })

  test.each<[string, object, string]>([
    ["a label with a line end", { label: "Campagne\r\nBcc: a@b.example" }, "/terms/label"],
    [
      "an appointment's label with a line end",
      {
        template: {
          ...demonstrationTerms.template,
          slots: demonstrationTerms.template.slots.map((slot) => ({
            ...slot,
            label: "V\r\nATTENDEE:x",
          })),
        },
      },
      "/terms/template/slots/0/label",
    ],
    [
      "an organiser's address with a line end",
      { organizer: { name: "DPE", address: "d@a.example\r\nBcc: x@y.example" } },
      "/terms/organizer/address",
    ],
    ["a label of 300 characters", { label: "x".repeat(300) }, "/terms/label"],
    [
      "an organiser with a line end",
      { organizer: { name: "D\r\nX: y", address: "d@a.example" } },
      "/terms/organizer/name",
    ],
    ["a zone that does not exist", { zone: "Europe/Atlantis" }, "/terms/zone"],
    [
      "a letterhead with a control character",
      { letterhead: ["Académie\u0007"] },
      "/terms/letterhead/0",
    ],
  ])("a campaign with %s is refused, naming where", async (_, changes, pointer) => {
    const asked = manager.send("POST", "/career-campaigns", {
      body: {
        campaign: "another",
        schoolYear: "2059-2060",
        managers: ["manager-1"],
        terms: { ...demonstrationTerms, ...changes },
      },
    })
    await checkRefused(asked, { refusal: "400 request.invalid", pointer })
  })
})

test("the same request without a fault issues the convocation", async () => {
  const answer = await save({ body: saving({}) })
  expect([answer.status, answer.body["state"]]).toEqual([200, "convened"])
  expect(await heldBy(office)).not.toEqual(held)
})
