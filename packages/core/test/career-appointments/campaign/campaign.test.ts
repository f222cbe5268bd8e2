/** Campaigns: their creation, the faults of templates, the ready templates. */
import {
  agregeTeachers,
  type Campaign,
  campaignMachine,
  type CampaignTemplate,
  CampaignTemplate as TemplateSchema,
  CampaignTerms,
  certifiedTeachers,
  guidancePsychologists,
  learningPsychologists,
  noPolicies,
  primaryTeachers,
  readyTemplates,
  templateFaults,
  vocationalTeachers,
} from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import {
  agent,
  byAgent,
  byHead,
  byManager,
  campaign,
  headRole,
  id,
  inspectorRole,
  interview,
  managers,
  monday,
  roleId,
  slotId,
  terms,
  visit,
} from "../given.ts"

const create = (
  rest: { readonly by?: typeof byManager; readonly template?: CampaignTemplate } = {},
) => ({
  _tag: "createCampaign" as const,
  at: monday,
  by: rest.by ?? byManager,
  campaign,
  schoolYear: "2026-2027" as Extract<Campaign, { _tag: "open" }>["schoolYear"],
  managers,
  terms: { ...terms, template: rest.template ?? terms.template },
})
const { _tag: _, ...told } = create()
const createdEvent = { _tag: "CampaignCreated" as const, ...told }

describe("creating a campaign", () => {
  test("RDC-01 RDC-02 keeps all that it lays down", () => {
    given(campaignMachine, []).when(create()).then([createdEvent])
    const { at, by, ...laidDown } = told
    expect(fold(campaignMachine, [createdEvent])).toStrictEqual({
      _tag: "open",
      ...laidDown,
      created: { at, by },
    })
  })

  test.each([byHead, byAgent, { ...byManager, person: id("manager-9") }])(
    "RDC-03 is refused to who is not one of its managers",
    (by) => {
      given(campaignMachine, []).when(create({ by })).refused({
        _tag: "actor.not-allowed",
        command: "createCampaign",
        capacity: by.capacity,
      })
    },
  )

  test("RDC-03 is open to a delegate of a manager", () => {
    const by = { ...byManager, person: agent.id, onBehalfOf: byManager.person }
    given(campaignMachine, [])
      .when(create({ by }))
      .then([{ ...createdEvent, by }])
  })

  test("RDC-01 is refused with every fault of the template", () => {
    const template = {
      ...terms.template,
      roles: [...terms.template.roles, { role: roleId("idle"), label: "" }] as const,
    }
    given(campaignMachine, [])
      .when(create({ template }))
      .refused({
        _tag: "campaign.incoherent-template",
        faults: [{ _tag: "role.without-slot", role: roleId("idle") }],
      })
  })

  test("RDC-01 is done once", () => {
    given(campaignMachine, [createdEvent])
      .when(create())
      .refused({ _tag: "campaign.already-exists", campaign })
  })
})

describe("RDC-01 faults of a template", () => {
  const { roles, slots } = certifiedTeachers
  const [first, second] = roles
  const faults = (change: Partial<CampaignTemplate>) =>
    templateFaults({ ...certifiedTeachers, ...change })

  test("none in the reference campaign", () => {
    expect(templateFaults(certifiedTeachers)).toStrictEqual([])
  })

  test("a role without slot", () => {
    expect(faults({ roles: [...roles, { role: roleId("idle"), label: "" }] })).toStrictEqual([
      { _tag: "role.without-slot", role: "idle" },
    ])
  })

  test("a role declared twice", () => {
    expect(faults({ roles: [first, second ?? first, first] })).toStrictEqual([
      { _tag: "role.declared-twice", role: inspectorRole },
    ])
  })

  test("a slot declared twice", () => {
    expect(faults({ slots: [...slots, slots[0]] })).toStrictEqual([
      { _tag: "slot.declared-twice", slot: visit },
    ])
  })

  test("a slot of an unknown role, and the role that is left without", () => {
    expect(
      faults({ slots: [slots[0], { ...slots[0], slot: slotId("lunch"), role: roleId("cook") }] }),
    ).toStrictEqual([
      { _tag: "role.without-slot", role: headRole },
      { _tag: "slot.of-unknown-role", slot: "lunch", role: "cook" },
    ])
  })

  test("an interview that discusses an interview, or nothing that exists", () => {
    const [, one] = slots
    if (one === undefined) throw new Error("no interview")
    expect(
      faults({
        slots: [
          ...slots.filter(({ slot }) => slot !== interview),
          { ...one, discusses: interview },
        ] as never,
      }),
    ).toStrictEqual([{ _tag: "slot.discusses-no-visit", slot: interview, discusses: interview }])
    expect(
      faults({ slots: [slots[0], { ...one, discusses: slotId("lunch") }, ...slots.slice(2)] }),
    ).toStrictEqual([{ _tag: "slot.discusses-no-visit", slot: interview, discusses: "lunch" }])
  })
})

describe("ready templates", () => {
  test("RDC-02 PLP are visited by an IEN, agrégés by an IA-IPR or an IGÉSR, as the sources say", () => {
    const printed = ({ roles, slots, source }: CampaignTemplate) => [
      ...roles.map(({ label }) => label),
      ...slots.map(({ label }) => label),
      source,
    ]
    expect(printed(vocationalTeachers)).toStrictEqual([
      "l'IEN",
      "le chef d'établissement",
      "Visite d'inspection en situation professionnelle",
      "Entretien avec l'IEN",
      "Entretien avec le chef d'établissement",
      "arrêté du 5 mai 2017 (MENH1712641A) ; visite par un IEN : à vérifier dans le guide en vigueur",
    ])
    expect(printed(agregeTeachers)).toStrictEqual([
      "l'IA-IPR ou l'IGÉSR",
      "le chef d'établissement",
      "Visite d'inspection en situation professionnelle",
      "Entretien avec l'IA-IPR ou l'IGÉSR",
      "Entretien avec le chef d'établissement",
      "arrêté du 5 mai 2017 (MENH1712641A) ; visite par un IA-IPR ou un IGÉSR",
    ])
    expect(certifiedTeachers.label).not.toContain("PLP")
  })

  test.each([...readyTemplates.values()])(
    "RDC-01 $code is coherent, has a source, and survives encoding",
    (template) => {
      expect(templateFaults(template)).toStrictEqual([])
      expect(template.source).not.toBe("")
      expect(readyTemplates.get(template.code)).toBe(template)
      const codec = Schema.toCodecJson(TemplateSchema)
      expect(Schema.decodeUnknownSync(codec)(JSON.parse(JSON.stringify(template)))).toStrictEqual(
        template,
      )
      expect(template.policies.notice.every(({ source }) => source !== "")).toBe(true)
      expect(template.slots.filter(({ kind }) => kind === "visit")).toHaveLength(1)
    },
  )

  test("RDC-02 the reference campaign has 2 evaluators and 3 appointments", () => {
    expect(certifiedTeachers.roles.map(({ role }) => role)).toStrictEqual([
      "regional-inspector",
      "school-head",
    ])
    expect(certifiedTeachers.slots.map(({ role, slot, kind }) => [role, slot, kind])).toStrictEqual(
      [
        ["regional-inspector", "inspection-visit", "visit"],
        ["regional-inspector", "regional-inspector-interview", "interview"],
        ["school-head", "school-head-interview", "interview"],
      ],
    )
  })

  test("RDC-01 evaluators and appointments differ by corps", () => {
    const sizes = (template: CampaignTemplate) => [template.roles.length, template.slots.length]
    expect(sizes(primaryTeachers)).toStrictEqual([1, 2])
    expect(sizes(agregeTeachers)).toStrictEqual([2, 3])
    expect(sizes(vocationalTeachers)).toStrictEqual([2, 3])
    expect(guidancePsychologists.roles.map(({ role }) => role)).toStrictEqual([
      "guidance-inspector",
      "centre-director",
    ])
    expect(learningPsychologists.source).toContain("à vérifier")
    expect(readyTemplates.size).toBe(8)
  })

  test("RDC-01 a bare campaign has no policy", () => {
    expect(noPolicies).toStrictEqual({ notice: [], interviewsWithin: [], visitFirst: [] })
  })
})

test("RDC-01 terms survive encoding, and bounds are kept", () => {
  const decode = Schema.decodeUnknownResult(Schema.toCodecJson(CampaignTerms))
  expect(decode(JSON.parse(JSON.stringify(terms)))).toMatchObject({
    _tag: "Success",
    success: terms,
  })
  const wrong: ReadonlyArray<object> = [
    { label: "" },
    { label: "a\nb" },
    { postponementLimit: 100 },
    { postponementLimit: -1 },
    { letterhead: Array.from({ length: 7 }, () => "x") },
    { zone: "Europe/Atlantis" },
    { organizer: { name: "Division\r\nBcc: x", address: "dpe@academie.example" } },
    { organizer: { name: "Division", address: "dpe@academie.example\r\nBcc: x" } },
    { organizer: { name: "Division", address: "dpe" } },
    { template: { ...terms.template, label: "Modèle\nX:y" } },
  ]
  for (const change of wrong) {
    expect(decode({ ...terms, ...change })).toMatchObject({ _tag: "Failure" })
  }
})
