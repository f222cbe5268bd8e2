/** One refusal of exam missions of each kind, with values that its sentence must show. */
import { CivilDate, CivilTime, SchoolYear } from "@convoque/core/kernel/calendar"
import { ManagerCode, PersonId, Uai } from "@convoque/core/kernel/identity"
import type { WithTag } from "@convoque/core/kernel/machine"
import { ExamOptionId } from "../../src/exam-missions/competence/model.ts"
import type { UnavailabilityName } from "../../src/exam-missions/unavailability/model.ts"
import type { ExamMissionsRefusal } from "../../src/exam-missions/wording.ts"

type ValuesOf<Refusal> = Refusal extends ExamMissionsRefusal ? Omit<Refusal, "_tag"> : never

/** The values of a refusal of each kind, by its code. */
export type Samples = {
  readonly [Tag in ExamMissionsRefusal["_tag"]]: ValuesOf<WithTag<ExamMissionsRefusal, Tag>>
}

const school = Uai.make("0310001A")
const person = PersonId.make("epp-12")
const option = ExamOptionId.make("47A.TTES.2-002-2")
const managerCode = ManagerCode.make("DEC3-BAC")
const year = SchoolYear.make("2026-2027")
const onCompetence = { agent: person, option } as const
const entry = { school, year } as const
const place = { line: 12, column: 3 } as const

const name: UnavailabilityName = {
  person,
  origin: { _tag: "school", school },
  period: {
    start: { date: CivilDate.make("2027-06-14"), time: CivilTime.make("08:00") },
    end: { date: CivilDate.make("2027-06-16"), time: CivilTime.make("17:00") },
  },
}

/** The values by code; sentences show them, save those of which a sentence says nothing. */
export const values: Samples = {
  "actor.not-allowed": { command: "openActivity", capacity: "school-head" },
  "actor.without-school": {},
  "actor.without-manager-code": {},

  "activity.closed": { activity: "competence-entry" },
  "activity.centre-head-only": { activity: "service-record", capacity: "school-head" },

  "school.unknown": { school },
  "person.unknown": { person },
  "person.not-in-school": { person, school },
  "exam-option.unknown": { option },
  "assignment.unknown": { person, mission: "47123" },
  "period.one-at-a-time": {},
  "period.end-before-start": {
    from: CivilDate.make("2027-06-16"),
    until: CivilDate.make("2027-06-14"),
  },
  "document.unprintable": { characters: ["山", "田"] },

  "unavailability.end-before-start": { start: name.period.end, end: name.period.start },
  "unavailability.duplicate": name,
  "unavailability.not-declared-by-you": name,
  "unavailability.unknown": name,

  "competence-entry.statement-required": entry,
  "competence-entry.locked": entry,
  "competence-entry.closed": entry,
  "competence-entry.year-too-far": { year: SchoolYear.make("1999-2000"), current: year },
  "competence-entry.illegal-transition": { ...entry, status: "open", command: "openEntry" },

  "competence.already-listed": onCompetence,
  "competence.not-found": onCompetence,
  "competence.no-change": { ...onCompetence, author: { _tag: "school", school } },
  "competence.not-author": { ...onCompetence, author: { _tag: "manager", managerCode } },
  "competence.exam-not-offered": { option, school },
  "competence.exam-not-managed": { option, managerCode },

  "register.unknown": { register: "pupils", known: ["schools", "people"] },
  "register.without-parts": { register: "schools" },
  "import.faulty": {
    register: "people",
    count: 2,
    faults: [
      {
        line: 12,
        column: "NOM",
        code: "missing",
        expected: "un texte d’une ligne, 100 caractères au plus",
        value: "",
      },
    ],
  },
  "import.repeated-keys": { register: "people", repeated: [{ key: "epp-12", lines: [3, 9] }] },
  "import.empty": { register: "people" },
  "import.removals-to-confirm": { register: "people", removed: 120, kept: 400 },
  "table.malformed": { ...place, reason: "quote-not-closed" },
  "xml.malformed": { ...place, reason: "doctype" },
  "sts-web.malformed": { ...place, reason: "missing-attribute", found: "SERVICE CODE" },
  "sts-web.other-school": { ...place, asked: school, found: "0311234B" },
  "sts-web.other-year": { ...place, asked: year, found: "2025" },
  "sts-web.file-name": {
    fileName: "sts_emp_0311234B_2026.xml",
    expected: "sts_emp_0310001A_2026.xml",
  },
}

/** The same, as refusals. */
export const samples: ReadonlyArray<ExamMissionsRefusal> = Object.entries(values).map(
  ([_tag, value]) => ({ _tag, ...value }) as ExamMissionsRefusal,
)
