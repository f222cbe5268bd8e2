/** The two wordings of interviews: complete, alike, never empty, the French labels verbatim. */
import { frenchZones } from "@convoque/core/kernel/calendar"
import { describe, expect, test } from "vitest"
import { appealGrounds } from "../../src/interviews/appeal/refusals.ts"
import { applicationGrounds } from "../../src/interviews/application/refusals.ts"
import { campaignGrounds } from "../../src/interviews/campaign/refusals.ts"
import { delegationGrounds } from "../../src/interviews/delegation/refusals.ts"
import { exportGrounds } from "../../src/interviews/export/refusals.ts"
import { interviewGrounds } from "../../src/interviews/interview/refusals.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import type { InterviewsRefusal, Wording } from "../../src/interviews/wording.ts"
import { day } from "./given.ts"
import { samples } from "./wording-samples.ts"

const wordings: ReadonlyArray<readonly [string, Wording]> = [
  ["fr", wordingFr],
  ["en", wordingEn],
]

// The sentence of a refusal; its tag chooses the function, which the compiler cannot follow.
const sentence = ({ refusals }: Wording, refusal: InterviewsRefusal): string =>
  (refusals[refusal._tag] as (value: InterviewsRefusal) => string)(refusal)

const of = (wording: Wording, tag: InterviewsRefusal["_tag"]): string => {
  const found = samples.find(({ _tag }) => _tag === tag)
  if (found === undefined) throw new Error(tag)
  return sentence(wording, found)
}

const keysOf = (value: unknown, path = ""): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`))
    : [`${path}: ${typeof value}`]

/** Every text of a wording, its functions called with plain values. */
const textsOf = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  if (typeof value === "function") return []
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : []
}

test("CAM-24 every refusal of the context has its sentence and a sample here", () => {
  const grounds = {
    ...delegationGrounds,
    ...interviewGrounds,
    ...appealGrounds,
    ...exportGrounds,
    ...campaignGrounds,
    ...applicationGrounds,
  }
  const tags = Object.keys(grounds).toSorted()
  expect(samples.map(({ _tag }) => _tag).toSorted()).toStrictEqual(tags)
  expect(Object.keys(wordingFr.refusals).toSorted()).toStrictEqual(tags)
})

describe.each(wordings)("the wording %s", (_, wording) => {
  test("CAM-24 gives each refusal a whole sentence", () => {
    for (const refusal of samples) {
      const text = sentence(wording, refusal)
      expect(text, refusal._tag).toMatch(/^\S.*\.$/su)
      expect(text, refusal._tag).not.toMatch(
        /undefined|null|NaN|\[object|\$\{|«[ \u00A0]{1,2}»|“”|\.\.|!/u,
      )
    }
  })

  test("ENT-06 quotes the values that explain the refusal", () => {
    const { short, period } = wording.dates
    const notice = of(wording, "interview.notice-too-short")
    expect(notice).toContain(short(day("2026-03-13")))
    expect(notice).toContain(short(day("2026-03-12")))
    expect(notice).toContain(period({ length: 8, unit: "days", extends: false }))
    expect(notice).toContain("décret n° 2010-888 du 28 juillet 2010, article 2")
    expect(of(wording, "interview.enclosure-missing")).toContain(
      `${wording.enclosures["report-template"]}, ${wording.enclosures["job-description"]}`,
    )
    for (const tag of ["step.too-late", "step.lapsed", "step.not-lapsed"] as const) {
      expect(of(wording, tag)).toContain(short(day("2026-02-17")))
      expect(of(wording, tag)).toContain("Visa de l'autorité investie du pouvoir de nomination")
    }
    expect(of(wording, "report.section-required")).toContain("Besoins de formation")
    expect(of(wording, "interview.section-not-discussed")).toContain("Résultats obtenus")
    expect(of(wording, "interview.third-party-present")).toContain("delegate-syndical")
    expect(of(wording, "interview.duration-too-short")).toMatch(/30.*45/u)
    expect(of(wording, "report.objectives-out-of-range")).toMatch(/6.*1.*5/u)
    expect(of(wording, "campaign.confirmation-required")).toContain("40")
    expect(of(wording, "population.refused")).toMatch(/3.*p-77.*4/su)
    expect(of(wording, "interviews.refused")).toContain(wording.states.deleted)
    expect(of(wording, "document.unprintable")).toContain("山 田")
    expect(of(wording, "export.expired")).toContain("09:30 UTC")
  })

  test("CAM-24 shows states, capacities and statuses by their labels, not by their tags", () => {
    const texts = samples
      .filter(({ _tag }) =>
        /^(?:actor|appeal|campaign|export|interview|reminder|step)\./u.test(_tag),
      )
      .map((refusal) => sentence(wording, refusal))
      .join("\n")
    expect(texts).not.toMatch(/not-planned|in-circuit|hr-service|partly-granted|cap-reached/u)
    expect(texts).toContain(wording.states.held)
    expect(texts).toContain(wording.appealStates.lodged)
    expect(texts).toContain(wording.statuses.closed)
    expect(texts).toContain(wording.capacities.authority)
  })

  test("has no empty fixed text, and no exclamation", () => {
    const texts = textsOf(wording)
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter((text) => text.trim() === "" || text.includes("!"))).toStrictEqual([])
  })

  test("CAM-12 gives each status its colour category", () => {
    expect(wording.colours).toStrictEqual({
      "not-planned": "yellow",
      planned: "blue",
      held: "blue",
      closing: "blue",
      closed: "green",
      deleted: "red",
    })
  })

  test("tells one from several", () => {
    const { campaign } = wording
    expect(campaign.reminder.opening(1, "A")).not.toContain("1")
    expect(campaign.reminder.opening(3, "A")).toContain("3")
    expect(campaign.deletion.interviews(1)).not.toBe(campaign.deletion.interviews(2))
    expect(campaign.exported.body(1)).not.toContain("1")
    expect(campaign.printed.body(2)).toContain("2")
    expect(campaign.moved.toFormer(2, "A")).toContain("2")
    expect(wording.dates.minutes(1)).toBe("1 minute")
    expect(wording.dates.minutes(45)).toBe("45 minutes")
  })

  test("CAM-18 the deletion of a campaign says how many interviews go with it", () => {
    const { deletion } = wording.campaign
    expect(deletion.campaign("Entretiens 2026", 40)).toMatch(/Entretiens 2026.*40/su)
    expect(deletion.done("Entretiens 2026", 40)).toMatch(/Entretiens 2026.*40/su)
  })

  test("CAM-28 a line of a reminder holds what is known, and no more", () => {
    const { line } = wording.campaign.reminder
    const none = { date: undefined, nextStep: undefined, due: undefined }
    expect(line({ agent: "Éloïse Le Gall", ...none })).toBe("- Éloïse Le Gall")
    const full = line({ agent: "Éloïse Le Gall", date: "D1", nextStep: "Visa", due: "D2" })
    expect(full).toMatch(/^- Éloïse Le Gall.*D1.*Visa.*D2/u)
  })

  test("names files in plain characters", () => {
    const { campaign, documents, appeal } = wording
    const names = [
      documents.proposal.fileName("agent-1", 2026),
      documents.report.fileName("agent-1", 2026),
      documents.report.blankFileName(2026),
      documents.report.finalFileName("agent-1", 2026),
      documents.preparation.fileName("agent-1", 2026),
      documents.training.fileName("2026"),
      documents.file.fileName("agent-1", 2026),
      documents.file.sheetFileName("agent-1", 2026),
      documents.deadlines.fileName("agent-1", 2026, "endorse"),
      documents.deadlines.listFileName("agent-1", 2026),
      appeal.fileName("agent-1", 2026),
      campaign.exported.fileName("2026", "xlsx"),
      campaign.printed.fileName("2026"),
    ]
    expect(names.filter((name) => !/^[a-z0-9-]+\.[a-z]+$/u.test(name))).toStrictEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

test("the two wordings have the same keys", () => {
  expect(keysOf(wordingEn)).toStrictEqual(keysOf(wordingFr))
})

test("CAM-24 no English sentence was left in French", () => {
  for (const refusal of samples) {
    expect(sentence(wordingEn, refusal)).not.toBe(sentence(wordingFr, refusal))
  }
  for (const name of ["acts", "states", "statuses", "capacities", "appealStates"] as const) {
    const french = new Set<string>(Object.values(wordingFr[name]))
    const same = Object.values<string>(wordingEn[name]).filter((text) => french.has(text))
    expect(same).toStrictEqual([])
  }
})

test("CAM-05 CAM-13 CAM-14 the labels of the catalogue, verbatim", () => {
  expect(wordingFr.statuses).toStrictEqual({
    "not-planned": "Non planifiés",
    planned: "Planifiés",
    held: "Effectués",
    closing: "En cours de clôture",
    closed: "Clos",
    deleted: "Supprimés",
  })
  expect(wordingFr.campaignStatuses["in-preparation"]).toBe("En préparation")
  expect(Object.values(wordingFr.campaign.columns)).toStrictEqual([
    "Collaborateur",
    "Responsable",
    "Date de l'entretien",
    "Statut",
    "Étape suivante",
  ])
  expect(wordingFr.documents.steps.attests).toContain(
    "atteste la prise de connaissance du compte rendu et non l'accord",
  )
})

test("French texts hold their signs by no-break spaces, and only those", () => {
  const { campaign, documents, mails, appeal } = wordingFr
  const texts = [
    ...samples.map((refusal) => sentence(wordingFr, refusal)),
    ...textsOf(wordingFr),
    campaign.reminder.opening(2, "A"),
    campaign.reminder.line({ agent: "A", date: "B", nextStep: "C", due: "D" }),
    campaign.deletion.campaign("A", 2),
    campaign.moved.toSuperior(2, "A"),
    documents.proposal.opening("A", "B"),
    documents.proposal.formerly("A", "B"),
    documents.report.comment("A", "B"),
    documents.report.finalNotice("A", "B")[1],
    documents.steps.signatureRefused("A", "B"),
    documents.steps.notified("A", "B", "C"),
    documents.training.counts(1, 2),
    documents.deadlines.question("A", "B"),
    mails.proposed.body("A", "B"),
    mails.postponed.body("A", "B"),
    mails.completion({ period: "A", lastDay: "B" }),
    mails.corrected.body("A"),
    appeal.mails.lodged.late("A"),
    appeal.mails.answered.body("A", "B"),
  ]
  expect(texts.filter((text) => / [:;!?»]|« /u.test(text))).toStrictEqual([])
})

test("days, instants and periods in both languages", () => {
  expect(wordingFr.dates.long(day("2026-12-01"))).toBe("mardi 1er décembre 2026")
  expect(wordingEn.dates.long(day("2026-12-01"))).toBe("Tuesday 1 December 2026")
  expect(wordingFr.dates.short(day("2026-12-01"))).toBe("01/12/2026")
  expect(wordingEn.dates.short(day("2026-12-01"))).toBe("1 December 2026")
  const [paris] = frenchZones
  if (paris === undefined) throw new Error("no zone")
  const at = "2026-06-17T06:00:00.000Z" as Parameters<Wording["dates"]["moment"]>[0]
  expect(wordingFr.dates.moment(at, paris)).toBe("17/06/2026 08:00")
  expect(wordingEn.dates.moment(at, paris)).toBe("17 June 2026 08:00")
  const period = (unit: Parameters<Wording["dates"]["period"]>[0]["unit"], length: number) => [
    wordingFr.dates.period({ length, unit, extends: false }),
    wordingEn.dates.period({ length, unit, extends: false }),
  ]
  expect(period("days", 8)).toStrictEqual(["8 jours calendaires", "8 calendar days"])
  expect(period("clear-days", 15)).toStrictEqual(["15 jours francs", "15 clear days"])
  expect(period("months", 1)).toStrictEqual(["1 mois", "1 month"])
  expect(period("clear-months", 2)).toStrictEqual(["2 mois francs", "2 clear months"])
  expect(period("weeks", 2)).toStrictEqual(["2 semaines", "2 weeks"])
  expect(period("working-days", 1)).toStrictEqual(["1 jour ouvré", "1 working day"])
  expect(period("business-days", 3)).toStrictEqual(["3 jours ouvrables", "3 business days"])
})
