/** Who still has appointments to set, what a save would do, what the lines of lists hold. */
import {
  agentFiles,
  type AppointmentSet,
  type AppointmentSetEvent,
  appointmentSetMachine,
  campaignFiles,
  effectOfSave,
  evaluatorBookings,
  fileRow,
  isIssued,
  missingSlots,
} from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  issuedOrRefused,
  withAppointments,
} from "../../../src/career-appointments/appointment-set/rules/completeness.ts"
import { bookedDays } from "../../../src/career-appointments/appointment-set/views.ts"
import {
  agent,
  appointment,
  campaign,
  head,
  headInterview,
  headInterviewName,
  headRole,
  headSet,
  history,
  inspector,
  inspectorRole,
  inspectorSet,
  instant,
  interview,
  interviewName,
  monday,
  movedHeadItem,
  roleId,
  setOpened,
  tuesday,
  visit,
  visitName,
} from "../given.ts"

type Opened = Exclude<AppointmentSet, { readonly _tag: "none" }>

const opened = (past: ReadonlyArray<AppointmentSetEvent>): Opened => {
  const state = fold(appointmentSetMachine, past)
  if (state._tag === "none") throw new Error("not opened")
  return state
}
const incomplete = (past: ReadonlyArray<AppointmentSetEvent>) => {
  const state = opened(past)
  if (state._tag !== "nothing-set" && state._tag !== "partially-set") throw new Error(state._tag)
  return state
}

describe("what is missing", () => {
  test("RDC-10 the slots that nobody set, in the template's order", () => {
    const missing = (past: ReadonlyArray<AppointmentSetEvent>) =>
      missingSlots(opened(past)).map(({ slot }) => slot)
    expect(missing([setOpened])).toStrictEqual([visit, interview, headInterview])
    expect(missing([setOpened, headSet])).toStrictEqual([visit, interview])
    expect(missing(history["partially-set"])).toStrictEqual([headInterview])
    expect(missing(history.convened)).toStrictEqual([])
  })

  test("RDC-15 whether a save would only record, or record and send", () => {
    expect(effectOfSave(incomplete([setOpened]), headRole)).toBe("record")
    expect(effectOfSave(incomplete(history["partially-set"]), headRole)).toBe("record-and-send")
    expect(effectOfSave(incomplete(history["partially-set"]), inspectorRole)).toBe("record")
    expect(effectOfSave(incomplete([setOpened, headSet]), inspectorRole)).toBe("record-and-send")
    expect(effectOfSave(incomplete(history["partially-set"]), roleId("chaplain"))).toBe("record")
  })

  test("RDC-10 a convocation exists once it is issued, until it is cancelled", () => {
    expect(issuedOrRefused(opened(history["partially-set"]))).toStrictEqual(
      Result.fail({ _tag: "convocation.appointments-missing", missing: [headInterviewName] }),
    )
    expect(issuedOrRefused(opened(history.cancelled))).toStrictEqual(
      Result.fail({ _tag: "convocation.not-issued", state: "cancelled" }),
    )
    for (const state of ["convened", "accepted", "postponement-requested"] as const) {
      expect(Result.isSuccess(issuedOrRefused(opened(history[state])))).toBe(true)
    }
  })

  test("RDC-22 appointments keep the template's order, the untouched are the same values", () => {
    const state = opened(history.convened)
    const [first, second, third] = withAppointments(state, [appointment(movedHeadItem)])
    expect(third).toStrictEqual(appointment(movedHeadItem))
    if (!isIssued(state)) throw new Error(state._tag)
    expect([first === state.appointments[0], second === state.appointments[1]]).toStrictEqual([
      true,
      true,
    ])
    expect(withAppointments(opened([setOpened]), [...headSet.appointments])).toStrictEqual(
      headSet.appointments,
    )
  })
})

describe("lines of lists", () => {
  test("RDC-03 the line of a file, whole", () => {
    expect(fileRow(opened(history["postponement-requested"]))).toStrictEqual({
      campaign,
      agent: {
        id: agent.id,
        givenName: "Éloïse",
        familyName: "Le Gall",
        quality: "Professeure certifiée d'histoire",
      },
      state: "postponement-requested",
      modified: false,
      evaluators: [
        { role: inspectorRole, id: inspector.id, name: "Marc Nguyên" },
        { role: headRole, id: head.id, name: "Aïcha Œuvrard" },
      ],
      missing: [],
      pending: [visitName, headInterviewName],
      appointments: [...inspectorSet.appointments, ...headSet.appointments],
      openedAt: monday,
      issuedAt: tuesday,
    })
  })

  test("RDC-09 an incomplete file names what is missing and who is late", () => {
    const [entry] = campaignFiles.entries(opened([setOpened, headSet]), "key")
    expect(entry?.row.missing).toStrictEqual([visitName, interviewName])
    expect(entry?.filters).toStrictEqual({
      status: ["partially-set"],
      evaluator: [inspector.id, head.id],
      "late-evaluator": [inspector.id],
      modified: ["no"],
    })
    expect(entry?.sorts["agent"]).toBe("le gall eloise")
  })

  test("RDC-10 a cancelled file misses nothing and nobody is late", () => {
    const cancelled = [...history.cancelled.slice(0, 1), ...history.cancelled.slice(-1)]
    const [entry] = campaignFiles.entries(opened(cancelled), "key")
    expect([entry?.row.missing, entry?.filters["late-evaluator"]]).toStrictEqual([[], []])
  })

  test("RDC-08 the agent's line holds nothing that is not issued", () => {
    const [entry] = agentFiles.entries(opened(history["partially-set"]), "key")
    expect(entry?.row).toMatchObject({ appointments: [], missing: [], issuedAt: null })
    expect(entry?.sorts["first-date"]).toBe("")
    expect(entry?.search).not.toContain("zola")
    const [issued] = agentFiles.entries(opened(history.convened), "key")
    expect(issued?.sorts["first-date"]).toBe("2026-12-01T09:00:00.000Z")
  })

  test("RDC-04 a booking for each appointment, under its evaluator and its days in UTC", () => {
    const bookings = evaluatorBookings.entries(opened(history["partially-set"]), "key")
    expect(bookings.map(({ part, scope, filters }) => [part, scope, filters])).toStrictEqual([
      [visit, inspector.id, { day: ["2026-12-01"] }],
      [interview, inspector.id, { day: ["2026-12-01"] }],
    ])
    expect(
      bookedDays({
        startsAt: instant("2026-12-08T23:30:00.000Z"),
        endsAt: instant("2026-12-09T00:30:00.000Z"),
      }),
    ).toStrictEqual(["2026-12-08", "2026-12-09"])
  })

  test("a file that does not exist, or is cancelled, books nobody", () => {
    expect(evaluatorBookings.entries({ _tag: "none" }, "key")).toStrictEqual([])
    expect(campaignFiles.entries({ _tag: "none" }, "key")).toStrictEqual([])
    expect(agentFiles.entries({ _tag: "none" }, "key")).toStrictEqual([])
    expect(evaluatorBookings.entries(opened(history.cancelled), "key")).toStrictEqual([])
  })
})
