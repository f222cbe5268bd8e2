/** The two wordings of exam missions: complete, alike, precise, the French labels verbatim. */
import { CivilDate, CivilTime, Instant, SchoolYear, Zone } from "@convoque/core/kernel/calendar"
import { Uai } from "@convoque/core/kernel/identity"
import { describe, expect, test } from "vitest"
import { activityGrounds } from "../../src/exam-missions/activity/refusals.ts"
import { applicationGrounds } from "../../src/exam-missions/application/refusals.ts"
import { competenceGrounds } from "../../src/exam-missions/competence/refusals.ts"
import { entryGrounds } from "../../src/exam-missions/competence-entry/refusals.ts"
import { fileGrounds } from "../../src/exam-missions/staff-directory/refusals.ts"
import { unavailabilityGrounds } from "../../src/exam-missions/unavailability/refusals.ts"
import { wordingEn } from "../../src/exam-missions/wording.en.ts"
import { wordingFr } from "../../src/exam-missions/wording.fr.ts"
import type { ExamMissionsRefusal, Wording } from "../../src/exam-missions/wording.ts"
import type { ToldPeriod } from "../../src/exam-missions/wording/unavailability-words.ts"
import { samples, values } from "./wording-samples.ts"

const wordings: ReadonlyArray<readonly [string, Wording]> = [
  ["fr", wordingFr],
  ["en", wordingEn],
]

// The sentence of a refusal; its tag chooses the function, which the compiler cannot follow.
const sentence = ({ refusals }: Wording, refusal: ExamMissionsRefusal): string =>
  (refusals[refusal._tag] as (value: ExamMissionsRefusal) => string)(refusal)

const of = (wording: Wording, tag: ExamMissionsRefusal["_tag"]): string => {
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

const fixedTexts = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(fixedTexts) : []
}

const { period } = values["unavailability.duplicate"]
const school = Uai.make("0310001A")
const entry = { school, schoolName: "Lycée A", year: SchoolYear.make("2026-2027") }

const told = (missions: number): ToldPeriod => ({
  person: "Mme Rose Vidal",
  period,
  origin: { _tag: "school", school },
  schoolName: "Lycée A",
  missions: Array.from({ length: missions }, (_, index) => ({
    number: String(47_000 + index),
    exam: "BTS CGO",
    missionType: "Jury",
    dates: "15/06/2027",
  })),
})

/** What functions of a wording give, refusals apart. */
const madeTexts = ({ competence, imports, staff, unavailability }: Wording) => {
  const at = { line: 12, column: "NOM", value: "X", expected: "un mot" }
  return [
    competence.ground({
      correspondence: "L12",
      school,
      subject: "ANGLAIS",
      modality: null,
      trainingModule: "3EME",
      structure: null,
    }),
    competence.validated.subject(entry),
    competence.validated.body({
      ...entry,
      at: Instant.make("2026-11-20T10:00:00.000Z"),
      zone: Zone.make("Europe/Paris"),
    }),
    ...(["missing-column", "missing", "format", "outside-part"] as const).map((code) =>
      imports.fault({ ...at, code }),
    ),
    ...(["unknown-column", "unresolved-reference"] as const).map((code) =>
      imports.warning({ ...at, code }),
    ),
    ...(
      [
        "uai-letter",
        "local-teacher",
        "teacher-not-listed",
        "subject-not-listed",
        "module-not-listed",
        "division-not-listed",
      ] as const
    ).map((code) => imports.remark({ ...at, code })),
    unavailability.origin({ _tag: "school", school }, null),
    unavailability.origin({ _tag: "academy", code: "A16" }, null),
    unavailability.warnings["unavailability.in-past"]({
      _tag: "unavailability.in-past",
      period,
    }),
    unavailability.warnings["unavailability.overlaps"]({
      _tag: "unavailability.overlaps",
      period,
      origin: { _tag: "sirhen" },
    }),
    unavailability.mail.subject(told(1)),
    ...unavailability.mail.paragraphs("M. Roche", told(1)),
    ...unavailability.mail.paragraphs("M. Roche", told(2)),
    staff.assignments.notYetConvened(1),
    staff.assignments.notYetConvened(3),
    staff.teachings.structure("division", "3A"),
    staff.teachings.structure("group", "3AGR1"),
    staff.withMissions.person("Rose Vidal"),
    staff.withMissions.years([2026, 2027]),
    staff.details.professional("05 61 00 00 00"),
    staff.recap.fileName("47123"),
  ]
}

test("UI-08 every refusal of the context has its sentence and a sample here", () => {
  const grounds = {
    ...activityGrounds,
    ...applicationGrounds,
    ...competenceGrounds,
    ...entryGrounds,
    ...fileGrounds,
    ...unavailabilityGrounds,
  }
  const tags = Object.keys(grounds).toSorted()
  expect(Object.keys(values).toSorted()).toStrictEqual(tags)
  expect(Object.keys(wordingFr.refusals).toSorted()).toStrictEqual(tags)
  expect(Object.keys(wordingEn.refusals).toSorted()).toStrictEqual(tags)
})

describe.each(wordings)("the wording %s", (_, wording) => {
  test.each(samples.map((refusal) => [refusal._tag, refusal] as const))(
    "gives %s a whole sentence",
    (_tag, refusal) => {
      const text = sentence(wording, refusal)
      expect(text).toMatch(/^\S.*\.$/su)
      expect(text).not.toMatch(
        /undefined|null|NaN|\[object|\$\{|«[ \u00A0]{1,2}»|“”|\.\.|!| {2}|Infinity/u,
      )
    },
  )

  test("UI-08 UI-11 names an activity by its label", () => {
    expect(of(wording, "activity.closed")).toContain(wording.activities["competence-entry"])
    expect(of(wording, "activity.centre-head-only")).toContain(wording.activities["service-record"])
  })

  test("PER-02 quotes the place and the values of a file", () => {
    expect(of(wording, "import.faulty")).toMatch(/2.*12.*NOM.*100 caractères/su)
    expect(of(wording, "import.repeated-keys")).toMatch(/epp-12.*3, 9/su)
    expect(of(wording, "import.removals-to-confirm")).toMatch(/120.*400/su)
    for (const tag of ["table.malformed", "xml.malformed", "sts-web.malformed"] as const) {
      expect(of(wording, tag)).toMatch(/12.*3/su)
    }
    expect(of(wording, "xml.malformed")).toContain("DOCTYPE")
    expect(of(wording, "sts-web.malformed")).toContain("SERVICE CODE")
    expect(of(wording, "sts-web.other-school")).toMatch(/0311234B.*0310001A/su)
    expect(of(wording, "sts-web.other-year")).toMatch(/2025.*2026-2027/su)
    expect(of(wording, "sts-web.file-name")).toMatch(/0311234B_2026.*0310001A_2026/su)
    expect(of(wording, "register.unknown")).toMatch(/pupils.*schools, people/su)
    expect(of(wording, "register.without-parts")).toContain(wording.imports.registers["schools"])
    expect(of(wording, "document.unprintable")).toContain("山 田")
  })

  test("IND-10 IND-11 quotes both ends of a period, to the minute", () => {
    for (const tag of [
      "unavailability.end-before-start",
      "unavailability.duplicate",
      "unavailability.not-declared-by-you",
      "unavailability.unknown",
    ] as const) {
      expect(of(wording, tag)).toMatch(/08:00/u)
      expect(of(wording, tag)).toMatch(/17:00/u)
      expect(of(wording, tag)).toMatch(/14.*16|16.*14/su)
    }
  })

  test("CMP-13 CMP-24 quotes the option, the school, the year and the manager", () => {
    for (const tag of [
      "competence.not-found",
      "competence.no-change",
      "competence.not-author",
      "competence.exam-not-offered",
      "competence.exam-not-managed",
      "exam-option.unknown",
    ] as const) {
      expect(of(wording, tag)).toContain("47A.TTES.2-002-2")
    }
    expect(of(wording, "competence.exam-not-managed")).toContain("DEC3-BAC")
    for (const tag of [
      "competence-entry.locked",
      "competence-entry.closed",
      "competence-entry.illegal-transition",
    ] as const) {
      expect(of(wording, tag)).toMatch(/0310001A.*2026-2027/su)
    }
    expect(of(wording, "competence-entry.illegal-transition")).toContain(wording.entryStatuses.open)
    expect(of(wording, "competence-entry.statement-required")).toContain(
      wording.competence.statement,
    )
  })

  test("IND-05 tells one mission from several in the mail to a manager", () => {
    const mail = (missions: number) =>
      wording.unavailability.mail.paragraphs("M. Roche", told(missions)).join("\n")
    expect(mail(1)).toMatch(/M\. Roche.*Mme Rose Vidal.*Lycée A.*47000/su)
    expect(mail(1)).not.toContain("47001")
    expect(mail(2)).toMatch(/47000.*47001/su)
    expect(mail(2)).not.toContain(mail(1).split("\n")[2])
  })

  test("PER-22 tells one mission not yet convened from several", () => {
    const { notYetConvened } = wording.staff.assignments
    expect(notYetConvened(1)).not.toContain("1")
    expect(notYetConvened(3)).toContain("3")
  })

  test("makes whole texts of its parts", () => {
    const texts = madeTexts(wording)
    expect(texts.filter((text) => /undefined|null|NaN|\[object|\$\{|!|^$/u.test(text))).toEqual([])
  })

  test("has no empty fixed text but that of a mission only assigned, and no exclamation", () => {
    const texts = fixedTexts(wording)
    expect(texts.length).toBeGreaterThan(120)
    // Once in full, once short.
    expect(texts.filter((text) => text.trim() === "")).toStrictEqual(["", ""])
    expect(texts.filter((text) => text.includes("!"))).toStrictEqual([])
  })
})

test("the two wordings have the same keys", () => {
  expect(keysOf(wordingEn)).toStrictEqual(keysOf(wordingFr))
})

test("no English sentence was left in French, no French one in English", () => {
  for (const refusal of samples) {
    expect(sentence(wordingEn, refusal), refusal._tag).not.toBe(sentence(wordingFr, refusal))
    expect(sentence(wordingFr, refusal), refusal._tag).not.toMatch(
      /\b(?:the|is|not|of|school|your|cannot)\b/u,
    )
    expect(sentence(wordingEn, refusal), refusal._tag).not.toMatch(/\b(?:le|la|les|est|pas|du)\b/u)
  }
})

test("no French sentence shows a code, a capacity, a state or a command", () => {
  const texts = samples.map((refusal) => sentence(wordingFr, refusal)).join("\n")
  expect(texts).not.toMatch(/school-head|competence-entry|service-record|openEntry|exams-division/u)
  expect(texts).not.toMatch(/\b[a-z]+[A-Z][a-z]+\b/u)
  expect(texts).not.toMatch(/\b(?:quote-not-closed|missing-attribute|doctype)\b/u)
})

test("CMP-14 CMP-23 UI-10 the labels of the catalogue, verbatim", () => {
  expect(of(wordingFr, "competence.already-listed")).toBe(
    "Impossible de créer cette epreuve option. L'épreuve option que vous voulez ajouter existe déjà dans la liste des compétences.",
  )
  expect(wordingFr.competence.statement).toBe("J'ai terminé la saisie des compétences.")
  expect(wordingFr.groups).toStrictEqual({
    school: "Établissement",
    "exam-centre": "Centre Examen",
  })
  expect(Object.values(wordingFr.activities)).toStrictEqual([
    "Consultation des personnels",
    "Saisie d'indisponibilité",
    "Saisie des compétences",
    "Validation saisie compétence",
    "Consultation des missions",
    "Convocation par mission",
    "Constat de service fait",
    "Signature centre",
    "Signature établissement",
    "Indemnités des chefs de centre",
    "Accès autres académies",
  ])
  expect(wordingFr.competence.definedLabels).toStrictEqual({ yes: "OUI", no: "NON" })
})

test("UI-13 elides the name of an academy that begins with a vowel", () => {
  const { academy } = wordingFr.staff
  expect(["Toulouse", "Amiens", "Orléans-Tours", "La Réunion"].map(academy)).toStrictEqual([
    "ACADEMIE DE TOULOUSE",
    "ACADEMIE D'AMIENS",
    "ACADEMIE D'ORLÉANS-TOURS",
    "ACADEMIE DE LA RÉUNION",
  ])
})

test("PER-16 prints the dates of an assignment as the samples have them", () => {
  const on = { date: CivilDate.make("2016-06-17"), start: CivilTime.make("08:00") }
  const dates = [
    { _tag: "span", ...on, end: CivilTime.make("12:00") },
    { _tag: "days", ...on, days: 1 },
    { _tag: "hours", ...on, hours: 4 },
  ] as const
  expect(dates.map(wordingFr.staff.assignmentDate)).toStrictEqual([
    "Le vendredi 17/06/2016 08:00 - 12:00",
    "Le vendredi 17/06/2016 à 08:00 Durée\u00A0: 1 jour(s)",
    "Le vendredi 17/06/2016 à 08:00 Durée\u00A0: 4 heures(s)",
  ])
  expect(dates.map(wordingEn.staff.assignmentDate)).toStrictEqual([
    "Friday 17 June 2016, 08:00 - 12:00",
    "Friday 17 June 2016 from 08:00, 1 day",
    "Friday 17 June 2016 from 08:00, 4 hours",
  ])
})

test("French texts hold their signs by no-break spaces, and only those", () => {
  const texts = [
    ...samples.map((refusal) => sentence(wordingFr, refusal)),
    ...fixedTexts(wordingFr),
    ...madeTexts(wordingFr),
  ]
  expect(texts.filter((text) => / [:;!?»]|« /u.test(text))).toStrictEqual([])
})
