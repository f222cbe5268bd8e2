/** The two wordings: complete, alike, never empty, the French labels verbatim. */
import {
  applicationGrounds,
  appointmentSetGrounds,
  campaignGrounds,
  type CareerAppointmentsRefusal,
  type Wording,
  wordingEn,
  wordingFr,
} from "@convoque/core/career-appointments"
import { frenchZones } from "@convoque/core/kernel/calendar"
import { describe, expect, test } from "vitest"
import { actCases } from "./appointment-set/act-refusals.ts"
import { itemRefusals } from "./appointment-set/item-refusals.ts"
import {
  agent,
  campaign,
  date,
  headInterviewName,
  headRole,
  interview,
  roleId,
  time,
  visit,
  visitName,
  zone,
} from "./given.ts"

const wordings: ReadonlyArray<readonly [string, Wording]> = [
  ["fr", wordingFr],
  ["en", wordingEn],
]

const others: ReadonlyArray<CareerAppointmentsRefusal> = [
  { _tag: "campaign.already-exists", campaign },
  { _tag: "campaign.unknown", campaign },
  {
    _tag: "campaign.incoherent-template",
    faults: [
      { _tag: "role.without-slot", role: headRole },
      { _tag: "role.declared-twice", role: headRole },
      { _tag: "slot.declared-twice", slot: visit },
      { _tag: "slot.of-unknown-role", slot: visit, role: roleId("chaplain") },
      { _tag: "slot.discusses-no-visit", slot: visit, discusses: interview },
    ],
  },
  { _tag: "convocation.appointments-missing", missing: [visitName, headInterviewName] },
  { _tag: "file.unknown", campaign, agent: agent.id },
  { _tag: "person.unknown", person: agent.id },
  { _tag: "document.unprintable", characters: ["山", "田"] },
  {
    _tag: "enrolment.refused",
    faults: (
      [
        "column-missing",
        "agent-missing",
        "agent-unknown",
        "agent-twice",
        "agent-already-enrolled",
        "evaluator-missing",
        "evaluator-unknown",
        "evaluates-self",
      ] as const
    ).map((code, index) => ({
      line: index + 2,
      column: "agent",
      code,
      value: index === 0 ? "" : "agent-9",
    })) as never,
  },
]

const samples: ReadonlyArray<CareerAppointmentsRefusal> = [
  ...actCases.map(({ refused }) => refused),
  ...itemRefusals.map(({ refused }) => refused),
  ...others,
]

// The sentence of a refusal; its tag chooses the function, which the compiler cannot follow.
const sentence = ({ refusals }: Wording, refusal: CareerAppointmentsRefusal): string =>
  (refusals[refusal._tag] as (value: CareerAppointmentsRefusal) => string)(refusal)

const keysOf = (value: unknown, path = ""): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`))
    : [`${path}: ${typeof value}`]

test("RDC-10 every refusal of the context has a sample here", () => {
  const tags = new Set<string>(samples.map(({ _tag }) => _tag))
  const grounds = { ...appointmentSetGrounds, ...campaignGrounds, ...applicationGrounds }
  expect(Object.keys(grounds).filter((tag) => !tags.has(tag))).toStrictEqual([])
  expect(Object.keys(wordingFr.refusals).toSorted()).toStrictEqual(Object.keys(grounds).toSorted())
})

describe.each(wordings)("the wording %s", (_, wording) => {
  test("RDC-10 gives each refusal a whole sentence", () => {
    for (const refusal of samples) {
      const text = sentence(wording, refusal)
      expect(text).toMatch(/^\S.*[.)]$/su)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|«[ \u00A0]{1,2}»|“”/u)
    }
  })

  test("RDC-10 quotes the values that explain the refusal", () => {
    const of = (tag: CareerAppointmentsRefusal["_tag"]) =>
      samples.filter(({ _tag }) => _tag === tag).map((refusal) => sentence(wording, refusal))
    expect(of("appointment.place-too-long")[0]).toContain("256")
    expect(of("appointment.overlap")[0]).toContain("Entretien avec l'IA-IPR")
    expect(of("postponement.limit-reached")[0]).toContain("2")
    expect(of("document.unprintable")[0]).toContain("山 田")
    expect(of("appointment.time-format")[0]).toContain("HH:mm")
    expect(of("appointment.hour-ambiguous")[0]).toContain("00:30 UTC")
    expect(of("appointment.hour-ambiguous")[0]).toContain("01:30 UTC")
    expect(of("enrolment.refused")[0]).toContain("9")
  })

  test("RDC-11 asks to confirm what the command does", () => {
    const asked = (command: "setAppointments" | "modifyAppointment" | "cancel") =>
      wording.refusals["convocation.confirmation-required"]({
        _tag: "convocation.confirmation-required",
        subject: agent.id,
        command,
      })
    expect(
      new Set([asked("setAppointments"), asked("modifyAppointment"), asked("cancel")]).size,
    ).toBe(3)
    expect(asked("cancel")).toMatch(/annulation|cancellation/u)
    expect(asked("cancel")).not.toMatch(/enregistre|recording/u)
  })

  test("RDC-10 shows states and roles by their labels, not by their tags", () => {
    const texts = samples
      .filter(({ _tag }) => /^(?:set|convocation)\./u.test(_tag))
      .map((refusal) => sentence(wording, refusal))
      .join("\n")
    expect(texts).not.toMatch(/nothing-set|partially-set|convened|postponement-requested/u)
    expect(texts).not.toMatch(/chaplain|regional-inspector|school-head|constructor/u)
    expect(texts).toContain(wording.states["nothing-set"])
    expect(texts).toContain("le chef d'établissement")
  })

  test("RDC-13 names every French zone in its own words", () => {
    const names = frenchZones.map((name) => wording.dates.zone(name))
    expect(names.filter((name) => name.includes("/"))).toStrictEqual([])
    expect(new Set(names).size).toBe(frenchZones.length)
    expect(wording.dates.zone(zone("Asia/Tokyo"))).toBe("Asia/Tokyo")
  })

  test("tells one from several", () => {
    expect(wording.mails.issued.body(1)).not.toBe(wording.mails.issued.body(2))
    expect(wording.mails.issued.body(3)).toContain("3")
    expect(wording.mails.remindEvaluator.body(1)).not.toContain("1")
    expect(wording.mails.remindEvaluator.body(4)).toContain("4")
  })

  test("has no empty fixed text", () => {
    const texts = (value: unknown): ReadonlyArray<string> =>
      typeof value === "string"
        ? [value]
        : typeof value === "object" && value !== null
          ? Object.values(value).flatMap(texts)
          : []
    expect(texts(wording).filter((text) => text.trim() === "")).toStrictEqual([])
  })

  test("names files by the agent and the edition, in plain characters", () => {
    expect(wording.convocation.fileName("agent-1", 1)).toBe("convocation-agent-1.pdf")
    expect(wording.convocation.fileName("agent-1", 3)).toBe("convocation-agent-1-edition-3.pdf")
  })
})

test("the two wordings have the same keys", () => {
  expect(keysOf(wordingEn)).toStrictEqual(keysOf(wordingFr))
})

test("RDC-10 no English sentence was left in French, nor a fixed text", () => {
  for (const refusal of samples) {
    expect(sentence(wordingEn, refusal)).not.toBe(sentence(wordingFr, refusal))
  }
  expect(Object.values(wordingEn.acts)).not.toContain(wordingFr.acts.SetOpened)
})

test("RDC-09 RDC-14 RDC-21 the labels of the catalogue, verbatim", () => {
  const all = "Tous les rendez-vous sont fixés et la convocation est émise"
  expect(wordingFr.states).toMatchObject({
    "partially-set": "Les premiers rendez-vous sont fixés",
    convened: all,
    accepted: all,
    "postponement-requested": all,
  })
  expect(wordingFr.modified).toBe("Le rendez-vous a été modifié")
})

test("RDC-13 French texts hold their signs by no-break spaces, and only those", () => {
  const { convocation, mails } = wordingFr
  const appointment = {
    label: "Entretien",
    evaluator: "Marc Nguyên",
    date: "mardi",
    hours: "10:00",
    place: "Lycée",
  }
  const texts = [
    ...samples.map((refusal) => sentence(wordingFr, refusal)),
    convocation.reference("A"),
    convocation.opening("A"),
    convocation.changedLine(appointment, appointment),
    convocation.changedEvaluator("l'IEN", "A", "B"),
    mails.reissued.subject,
    mails.reissued.body,
    mails.maintained.body,
    mails.maintained.line(appointment, "B"),
    mails.cancelled.body("B"),
    mails.agentAnswered.subject("A"),
    mails.agentAnswered.postponement(["A"], "B"),
    mails.remindEvaluator.subject("A"),
    mails.remindEvaluator.body(1),
    mails.remindEvaluator.body(2),
    mails.remindAgent.subject,
    mails.remindAgent.body,
    mails.line(appointment),
    mails.calendarSummary("A"),
  ]
  expect(texts.filter((text) => / [:;!?»]|« /u.test(text))).toStrictEqual([])
  expect(
    texts.filter((text) => /\u00A0[^:;!?»]/u.test(text.replaceAll("«\u00A0", "«"))),
  ).toStrictEqual([])
  expect(convocation.opening("2026 : A ?")).toContain("«\u00A02026 : A ?\u00A0»")
})

test("RDC-13 days and hours in both languages", () => {
  const print = ({ dates }: Wording, day: string) => dates.long(date(day))
  expect(print(wordingFr, "2026-12-01")).toBe("mardi 1er décembre 2026")
  expect(print(wordingEn, "2026-12-01")).toBe("Tuesday 1 December 2026")
  expect(print(wordingEn, "2024-02-29")).toBe("Thursday 29 February 2024")
  expect(print(wordingEn, "2026-06-28")).toBe("Sunday 28 June 2026")
  expect(wordingFr.dates.hours(time("08:00"), time("09:30"))).toBe("de 08:00 à 09:30")
  expect(wordingEn.dates.hours(time("08:00"), time("09:30"))).toBe("from 08:00 to 09:30")
})
