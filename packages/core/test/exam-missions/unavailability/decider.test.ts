/** What the machine of a period decides, by example. */
import type { Origin, UnavailabilityEvent } from "@convoque/core/exam-missions"
import { Capacity } from "@convoque/core/kernel/identity"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { unavailabilityMachine as machine } from "../../../src/exam-missions/unavailability/decider.ts"
import { unavailabilityGrounds } from "../../../src/exam-missions/unavailability/refusals.ts"
import {
  aspet,
  at,
  declaration,
  division,
  headOf,
  period,
  person,
  reason,
  rodez,
  scheduler,
  schoolOrigin,
  shared,
  week,
} from "./given.ts"

const name = { person: shared, origin: schoolOrigin(aspet), period: week }
const declared: UnavailabilityEvent = {
  _tag: "UnavailabilityDeclared",
  at,
  by: headOf(aspet),
  ...name,
  reason: reason("STAGE DE FORMATION CONTINUE"),
  overlapped: [],
}
const epp: Origin = { _tag: "epp" }
const importCommand = {
  _tag: "importUnavailability" as const,
  at,
  by: scheduler,
  person: shared,
  origin: epp,
  period: week,
  reason: reason("CONGE DE MALADIE"),
  convocation: null,
  overlapped: [],
}
const imported: UnavailabilityEvent = {
  ...importCommand,
  _tag: "UnavailabilityImported",
  overlapped: [],
}
const removal = (by = headOf(aspet), origin: Origin = name.origin) => ({
  _tag: "deleteUnavailability" as const,
  at,
  by,
  ...name,
  origin,
})
const removed: UnavailabilityEvent = {
  _tag: "UnavailabilityRemoved",
  at,
  by: headOf(aspet),
  ...name,
}
const mission = {
  number: "101",
  exam: "471, DNB, 2027-06, BREVET",
  missionType: "Correction",
  dates: "Le mardi 15/06/2027 09:00 - 12:00",
  managers: [{ name: "Mme Martin", email: null }],
}

describe("declaring a period", () => {
  test("IND-10 keeps the person, the period, the reason and the school", () => {
    given(machine, []).when(declaration()).then([declared])
    expect(fold(machine, [declared])).toStrictEqual({
      _tag: "declared",
      ...name,
      reason: "STAGE DE FORMATION CONTINUE",
      acts: [declared],
    })
  })

  test("IND-05 is accepted though it touches missions, whose numbers are kept", () => {
    given(machine, [])
      .when(declaration({ overlapped: [mission] }))
      .then([{ ...declared, overlapped: ["101"] }])
  })

  test.each(Capacity.literals.filter((capacity) => capacity !== "school-head"))(
    "IND-10 is refused to %s",
    (capacity) => {
      given(machine, [])
        .when(declaration({ by: { ...headOf(aspet), capacity } }))
        .refused({ _tag: "actor.not-allowed", command: "declareUnavailability", capacity })
    },
  )

  test("IND-11 is refused in the name of another school, or of a source", () => {
    for (const origin of [schoolOrigin(rodez), epp]) {
      given(machine, []).when(declaration({ origin })).refused({
        _tag: "actor.not-allowed",
        command: "declareUnavailability",
        capacity: "school-head",
      })
    }
  })

  test("IND-01 is refused for a person outside the school's personnel", () => {
    given(machine, [])
      .when(declaration({ employsPerson: false }))
      .refused({ _tag: "person.not-in-school", person: shared, school: aspet })
  })

  test.each([
    ["ends before it starts", period("2027-06-18 17:00", "2027-06-14 08:00")],
    ["ends at the minute it starts", period("2027-06-14 08:00", "2027-06-14 08:00")],
  ])("IND-10 is refused when it %s", (_, wrong) => {
    given(machine, [])
      .when(declaration({ period: wrong }))
      .refused({ _tag: "unavailability.end-before-start", ...wrong })
  })

  test("IND-09 may last one minute", () => {
    const minute = period("2027-06-14 08:00", "2027-06-14 08:01")
    given(machine, [])
      .when(declaration({ period: minute }))
      .then([{ ...declared, period: minute }])
  })

  test("IND-10 an identical period of the same school is a duplicate, whatever its reason", () => {
    given(machine, [declared])
      .when(declaration({ reason: reason("SECRETARIAT EXAMEN DNB") }))
      .refused({ _tag: "unavailability.duplicate", ...name })
  })

  test("IND-10 can be done again once deleted, and the acts are kept", () => {
    const decided = given(machine, [declared, removed]).when(declaration())
    decided.then([declared])
    expect(decided.state()).toMatchObject({
      _tag: "declared",
      acts: [declared, removed, declared],
    })
  })
})

describe("deleting a period", () => {
  test("IND-11 is done by the school that declared it", () => {
    given(machine, [declared]).when(removal()).then([removed])
  })

  test("IND-11 is refused to another school", () => {
    given(machine, [declared])
      .when(removal(headOf(rodez)))
      .refused({ _tag: "unavailability.not-declared-by-you", ...name })
  })

  test.each<Origin>([epp, { _tag: "sirhen" }, { _tag: "academy", code: "A16" }])(
    "IND-12 is refused for a period imported from $_tag",
    (origin) => {
      given(machine, [{ ...imported, origin }])
        .when(removal(headOf(aspet), origin))
        .refused({ _tag: "unavailability.not-declared-by-you", ...name, origin })
    },
  )

  test("IND-11 is refused to the management service, which is no school", () => {
    given(machine, [declared]).when(removal(division)).refused({
      _tag: "actor.not-allowed",
      command: "deleteUnavailability",
      capacity: "exams-division",
    })
  })

  test("IND-11 is refused for a period that is not there, or no more", () => {
    for (const past of [[], [declared, removed]]) {
      given(machine, past)
        .when(removal())
        .refused({ _tag: "unavailability.unknown", ...name })
    }
  })
})

describe("importing a period", () => {
  test("IND-02 keeps what the source says", () => {
    given(machine, []).when(importCommand).then([imported])
    given(machine, [imported]).when(importCommand).nothing()
  })

  test("IND-02 keeps the new reason of a period that is there", () => {
    const again = { ...importCommand, reason: reason("CONGE DE MATERNITE") }
    const decided = given(machine, [imported]).when(again)
    decided.then([{ ...imported, reason: again.reason }])
    expect(decided.state()).toMatchObject({ _tag: "imported", reason: again.reason })
  })

  test("PER-25 keeps the recap of another academy's convocation, and its changes", () => {
    const convocation = {
      academy: "Toulouse",
      mission: "1234567",
      missionType: "Surveillance",
      exam: "BAC GENERAL",
      centre: "0310001H",
      place: "ASPET",
      capacity: null,
    }
    const origin: Origin = { _tag: "academy", code: "A16" }
    const event = { ...imported, origin, convocation }
    given(machine, [event])
      .when({ ...importCommand, origin, convocation: { ...convocation } })
      .nothing()
    for (const field of ["mission", "missionType", "exam", "centre", "place", "academy"] as const) {
      const changed = { ...convocation, [field]: "autre" }
      given(machine, [event])
        .when({ ...importCommand, origin, convocation: changed })
        .then([{ ...event, convocation: changed }])
    }
  })

  test("IND-12 is refused to schools, and as the declaration of a school", () => {
    const refusal = { _tag: "actor.not-allowed", command: "importUnavailability" } as const
    given(machine, [])
      .when({ ...importCommand, by: headOf(aspet) })
      .refused({ ...refusal, capacity: "school-head" })
    given(machine, [])
      .when({ ...importCommand, origin: schoolOrigin(aspet) })
      .refused({ ...refusal, capacity: "system" })
  })

  test("IND-02 is withdrawn when its source no longer gives it, and can come back", () => {
    const withdrawal = { ...removal(scheduler, epp), _tag: "withdrawUnavailability" as const }
    const withdrawn = { ...removed, by: scheduler, origin: epp }
    given(machine, [imported]).when(withdrawal).then([withdrawn])
    given(machine, [imported, withdrawn]).when(importCommand).then([imported])
    given(machine, [])
      .when(withdrawal)
      .refused({ _tag: "unavailability.unknown", ...name, origin: epp })
  })

  test("IND-12 what a school declared is never withdrawn by a source", () => {
    given(machine, [declared])
      .when({ ...removal(scheduler), _tag: "withdrawUnavailability" })
      .refused({ _tag: "unavailability.not-declared-by-you", ...name })
  })
})

test("every refusal has its requirement", () => {
  for (const { requirements } of Object.values(unavailabilityGrounds)) {
    expect(requirements.length).toBeGreaterThan(0)
  }
})

test("IND-01 the person of a refusal is the one of the command", () => {
  given(machine, [])
    .when(declaration({ person: person("p-9"), employsPerson: false }))
    .refused({ _tag: "person.not-in-school", person: person("p-9"), school: aspet })
})
