/** What appointments must respect towards the calendar, the law, the others and the facts. */
import {
  type AppointmentSetEvent,
  appointmentSetMachine,
  type CampaignTerms,
  type EnteredAppointment,
  overlap,
  uncheckedPolicies,
} from "@convoque/core/career-appointments"
import { addDays, type Instant } from "@convoque/core/kernel/calendar"
import { decide, fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { scheduleRefusal } from "../../../src/career-appointments/appointment-set/rules/schedule.ts"
import {
  appointment,
  bareTerms,
  confirmed,
  date,
  headInterviewName,
  headItem,
  headSet,
  history,
  inspectorRole,
  inspectorSet,
  instant,
  interview,
  interviewItem,
  interviewName,
  issued,
  modify,
  setByHead,
  setByInspector,
  setOpened,
  roleId,
  slotId,
  terms,
  under,
  visit,
  visitItem,
  visitName,
  time,
} from "../given.ts"

const machine = appointmentSetMachine
const first = fold(machine, history["nothing-set"])

/** The tag of the refusal when the head sets his interview first, or "none". */
const headSets = (
  at: string,
  item: Partial<EnteredAppointment>,
  past: ReadonlyArray<AppointmentSetEvent> = history["nothing-set"],
) => {
  const command = setByHead({ at: instant(at), items: [{ ...headItem, ...item }] })
  const decided = decide(machine, command, fold(machine, past))
  return Result.isFailure(decided) ? decided.failure._tag : "none"
}

describe("RDC-04 today is judged at the place", () => {
  const bare = [{ ...setOpened, terms: bareTerms }] as const
  const sets = (at: string, item: Partial<EnteredAppointment>) => {
    const command = setByHead({ at: instant(at), items: [{ ...headItem, ...item }] })
    const decided = decide(machine, command, fold(machine, bare))
    return Result.isFailure(decided) ? decided.failure._tag : "none"
  }

  test("one instant is still 1 December in Tahiti and already the 2nd in Nouméa", () => {
    const at = "2026-12-01T20:00:00.000Z"
    const day = { date: "2026-12-01" }
    expect(sets(at, { ...day, zone: "Pacific/Tahiti" })).toBe("none")
    expect(sets(at, { ...day, zone: "Pacific/Noumea" })).toBe("appointment.date-in-past")
    expect(sets(at, { date: "2026-12-02", zone: "Pacific/Noumea" })).toBe("none")
  })

  test("midnight of Paris is the border, not that of UTC", () => {
    const day = { date: "2026-12-01", start: "22:00", end: "23:59" }
    expect(sets("2026-12-01T22:59:59.999Z", day)).toBe("appointment.hour-in-past")
    expect(sets("2026-12-01T23:00:00.000Z", day)).toBe("appointment.date-in-past")
  })

  test("a bare campaign accepts an appointment of the same day", () => {
    expect(sets("2026-12-08T07:00:00.000Z", {})).toBe("none")
  })

  test("until it begins, at its very instant it is too late", () => {
    expect(sets("2026-12-08T12:59:59.999Z", {})).toBe("none")
    expect(sets("2026-12-08T13:00:00.000Z", {})).toBe("appointment.hour-in-past")
    expect(sets("2026-12-08T22:59:59.999Z", {})).toBe("appointment.hour-in-past")
  })

  test("RDC-13 what was set in time and has begun is not issued by the last save", () => {
    const past = under(bareTerms, history["partially-set"])
    const issues = (at: string) => {
      const command = setByHead({ at: instant(at), acknowledged: [confirmed] })
      const decided = decide(machine, command, fold(machine, past))
      return Result.isFailure(decided) ? decided.failure : "issued"
    }
    expect(issues("2026-12-01T08:59:59.999Z")).toBe("issued")
    expect(issues("2026-12-01T09:00:00.000Z")).toStrictEqual({
      _tag: "appointment.hour-in-past",
      ...visitName,
      date: date("2026-12-01"),
      start: time("10:00"),
    })
  })
})

describe("RDC-04 the notice in force on the day of the notification", () => {
  test("one month until 20 June 2019", () => {
    expect(headSets("2019-06-20T08:00:00.000Z", { date: "2019-07-20" })).toBe("none")
    expect(headSets("2019-06-20T08:00:00.000Z", { date: "2019-07-19" })).toBe(
      "appointment.notice-too-short",
    )
  })

  test("15 days since 21 June 2019", () => {
    expect(headSets("2019-06-21T08:00:00.000Z", { date: "2019-07-06" })).toBe("none")
    expect(headSets("2019-06-21T08:00:00.000Z", { date: "2019-07-05" })).toBe(
      "appointment.notice-too-short",
    )
  })

  test("the day of the notification is that of the place", () => {
    const at = "2019-06-20T23:00:00.000Z"
    expect(headSets(at, { date: "2019-07-06", zone: "Europe/Paris" })).toBe("none")
    expect(headSets(at, { date: "2019-07-06", zone: "America/Martinique" })).toBe(
      "appointment.notice-too-short",
    )
  })

  test("the exact fifteenth day is accepted, the fourteenth is not", () => {
    expect(headSets("2026-11-23T22:59:00.000Z", {})).toBe("none")
    expect(headSets("2026-11-24T08:00:00.000Z", {})).toBe("appointment.notice-too-short")
  })
})

describe("RDC-04 two interviews at most six weeks apart", () => {
  const decideHead = (day: string) =>
    headSets("2026-11-03T09:00:00.000Z", { date: day }, history["partially-set"])

  test("six weeks to the day are accepted, one day more is not", () => {
    expect(addDays(date("2026-12-01"), 42)).toBe("2027-01-12")
    expect(decideHead("2027-01-12")).toBe("convocation.confirmation-required")
    expect(decideHead("2027-01-13")).toBe("appointment.gap-too-long")
  })

  test("the visit does not count, nor does a single interview", () => {
    const far = { ...interviewItem, date: "2027-03-01" }
    given(machine, history["nothing-set"])
      .when(setByInspector({ items: [visitItem, far] }))
      .then([{ ...inspectorSet, appointments: [appointment(visitItem), appointment(far)] }])
  })

  test("the gap is measured whichever interview comes first", () => {
    const past = [setOpened, headSet]
    const late = { ...interviewItem, date: "2027-01-20" }
    given(machine, past)
      .when(setByInspector({ items: [visitItem, late] }))
      .refused({
        _tag: "appointment.gap-too-long",
        ...interviewName,
        date: date("2027-01-20"),
        other: headInterviewName,
        otherDate: date("2026-12-08"),
        period: { length: 6, unit: "weeks", extends: false },
        legalSource: "arrêté du 5 mai 2017 (MENH1712641A)",
      })
  })

  test("a bare campaign knows no gap, no order and no notice", () => {
    const items = [
      { ...visitItem, date: "2026-11-05" },
      { ...interviewItem, date: "2026-11-04" },
    ]
    const happened = given(machine, under(bareTerms, history["nothing-set"])).when(
      setByInspector({ items }),
    )
    expect(happened.state()._tag).toBe("partially-set")
    const gap = given(machine, under(bareTerms, history["partially-set"])).when(
      setByHead({ items: [{ ...headItem, date: "2027-06-30" }], acknowledged: [confirmed] }),
    )
    expect(gap.state()._tag).toBe("convened")
  })
})

describe("RDC-06 the visit first", () => {
  test("the head's interview does not precede the visit either", () => {
    expect(
      headSets("2026-11-03T09:00:00.000Z", { date: "2026-11-30" }, history["partially-set"]),
    ).toBe("appointment.order")
  })

  test("an interview that begins when the visit ends is in order and does not overlap", () => {
    const next = { ...interviewItem, start: "11:00", end: "11:30" }
    const happened = given(machine, history["nothing-set"]).when(
      setByInspector({ items: [visitItem, next] }),
    )
    expect(happened.state()._tag).toBe("partially-set")
  })
})

describe("RDC-04 school breaks", () => {
  const withBreaks = (schoolBreaks: CampaignTerms["template"]["policies"]["schoolBreaks"]) => ({
    ...terms,
    template: {
      ...terms.template,
      policies: { ...terms.template.policies, ...(schoolBreaks ? { schoolBreaks } : {}) },
    },
  })
  const christmas = {
    source: "calendrier 2026-2027",
    days: [{ from: date("2026-12-19"), until: date("2027-01-03"), label: "Noël" }],
  }

  test("both days of a break are included", () => {
    const past = under(withBreaks(christmas), history["nothing-set"])
    const sets = (day: string) => {
      const command = setByHead({ items: [{ ...headItem, date: day }] })
      const decided = decide(machine, command, fold(machine, past))
      return Result.isFailure(decided) ? decided.failure._tag : "none"
    }
    expect(["2026-12-18", "2026-12-19", "2027-01-03", "2027-01-04"].map(sets)).toStrictEqual([
      "none",
      "appointment.in-school-break",
      "appointment.in-school-break",
      "none",
    ])
  })

  test("breaks that nobody supplied are told to be unchecked, an empty list is checked", () => {
    expect(uncheckedPolicies(terms)).toStrictEqual(["school-breaks"])
    expect(uncheckedPolicies(withBreaks(christmas))).toStrictEqual([])
    expect(uncheckedPolicies(withBreaks({ ...christmas, days: [] }))).toStrictEqual([])
    expect(headSets("2026-11-03T09:00:00.000Z", { date: "2026-12-25" })).toBe("none")
  })
})

describe("when the rules are judged", () => {
  test("RDC-13 the issuing save judges all slots: the first evaluator's became too close", () => {
    const at = instant("2026-11-20T09:00:00.000Z")
    given(machine, history["partially-set"])
      .when(
        setByHead({ at, items: [{ ...headItem, date: "2026-12-10" }], acknowledged: [confirmed] }),
      )
      .refused({
        _tag: "appointment.notice-too-short",
        slot: visit,
        role: inspectorRole,
        label: "Visite d'inspection en situation professionnelle",
        date: date("2026-12-01"),
        period: { length: 15, unit: "days", extends: false },
        notifiedBy: date("2026-11-16"),
        today: date("2026-11-20"),
        legalSource: "arrêté du 5 mai 2017 (MENH1712641A), modifié par l'arrêté du 21 juin 2019",
      })
  })

  test("RDC-08 a save that does not issue judges only its own slots", () => {
    const thirdRole = { role: roleId("adviser"), label: "le conseiller" }
    const thirdSlot = {
      slot: slotId("adviser-interview"),
      role: thirdRole.role,
      kind: "interview" as const,
      label: "Entretien avec le conseiller",
    }
    const { template } = terms
    const threeRoles = {
      ...terms,
      template: {
        ...template,
        roles: [...template.roles, thirdRole] as const,
        slots: [...template.slots, thirdSlot] as const,
      },
    }
    const past = under(threeRoles, history["partially-set"])
    const at = instant("2026-11-20T09:00:00.000Z")
    const decided = decide(
      machine,
      setByHead({ at, items: [{ ...headItem, date: "2026-12-10" }] }),
      fold(machine, past),
    )
    expect(Result.isSuccess(decided)).toBe(true)
  })

  test("RDC-20 a modification judges only the slot that moves, and overlaps of all", () => {
    const at = instant("2026-11-28T09:00:00.000Z")
    given(machine, history.convened)
      .when(modify({ at, item: { ...headItem, date: "2026-12-14" } }))
      .then([
        {
          _tag: "AppointmentModified",
          at,
          by: modify().by,
          before: appointment(headItem),
          after: appointment({ ...headItem, date: "2026-12-14" }),
        },
        { ...issued, at, edition: 2 },
      ])
  })

  test("RDC-19 an appointment never conflicts with its own former slot", () => {
    const item = { ...headItem, start: "14:30", end: "15:30" }
    const happened = given(machine, history.convened).when(modify({ item }))
    expect(happened.state()).toMatchObject({
      edition: 2,
      appointments: [...inspectorSet.appointments, appointment(item)],
    })
  })

  test("RDC-06 correcting two own slots at once compares the new ones only", () => {
    const swapped = setByInspector({
      items: [
        { ...visitItem, start: "11:15", end: "12:00" },
        { ...interviewItem, start: "13:00", end: "14:00" },
      ],
    })
    const happened = given(machine, history["partially-set"]).when(swapped)
    expect(happened.state()._tag).toBe("partially-set")
  })
})

describe("overlap", () => {
  const span = (start: string, end: string): { startsAt: Instant; endsAt: Instant } => ({
    startsAt: instant(`2026-12-01T${start}:00.000Z`),
    endsAt: instant(`2026-12-01T${end}:00.000Z`),
  })

  test.each([
    ["09:00", "10:00", false],
    ["09:00", "10:01", true],
    ["10:10", "10:20", true],
    ["09:00", "12:00", true],
    ["11:00", "12:00", false],
  ])("RDC-04 10:00-11:00 and %s-%s: %s", (start, end, expected) => {
    expect(overlap(span("10:00", "11:00"), span(start, end))).toBe(expected)
    expect(overlap(span(start, end), span("10:00", "11:00"))).toBe(expected)
  })

  test("RDC-04 hours of two zones are compared as instants", () => {
    const inMartinique = appointment(
      { ...headItem, start: "09:30", end: "10:30", zone: "America/Martinique" },
      "-04:00",
    )
    expect(overlap(appointment(headItem), inMartinique)).toBe(true)
  })
})

test("a schedule without any appointment is right", () => {
  const { terms: opened } = first._tag === "nothing-set" ? first : { terms }
  expect(
    scheduleRefusal({
      terms: opened,
      at: instant("2026-11-02T09:00:00.000Z"),
      appointments: [],
      judged: [interview],
    }),
  ).toBeUndefined()
})
