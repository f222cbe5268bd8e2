/** A file in each of its states, and commands on it: what the benches decide on. */
import * as Result from "effect/Result"
import {
  type AppointmentSet,
  AppointmentSetCommand,
  appointmentSetMachine,
  certifiedTeachers,
} from "../src/career-appointments/index.ts"
import { decide, fold } from "../src/kernel/machine.ts"
import * as Schema from "effect/Schema"

const decode = Schema.decodeUnknownSync(AppointmentSetCommand)

const at = "2026-09-01T08:00:00.000Z"
const person = (id: string) => ({
  id,
  givenName: "Ada",
  familyName: id,
  quality: "",
  email: `${id}@academie.example`,
})
const agent = person("agent")
const evaluators = { "regional-inspector": person("inspector"), "school-head": person("head") }
const facts = { agent, evaluators, bookings: [], unavailabilities: [] }
const confirmation = [{ code: "convocation.confirmation-required", subject: "agent" }]

const item = (slot: string, date: string, [start, end]: readonly [string, string]) => ({
  slot,
  date,
  place: "Salle 12",
  start,
  end,
  zone: "Europe/Paris",
})

const opening = decode({
  _tag: "openSet",
  at,
  by: { person: "manager", capacity: "campaign-manager" },
  managers: ["manager"],
  campaign: "campagne",
  agent,
  evaluators,
  terms: {
    label: "Campagne",
    template: certifiedTeachers,
    zone: "Europe/Paris",
    holidays: { territory: "metropole" },
    postponementLimit: 3,
    letterhead: ["Académie"],
    signature: { place: "Fait à Exemple", lines: ["La cheffe de division"] },
    organizer: { name: "Division", address: "dpe@academie.example" },
  },
})

const first = decode({
  _tag: "setAppointments",
  at,
  by: { person: "inspector", capacity: "evaluator" },
  role: "regional-inspector",
  items: [
    item("inspection-visit", "2026-10-05", ["08:00", "09:00"]),
    item("regional-inspector-interview", "2026-10-05", ["09:15", "10:00"]),
  ],
  acknowledged: [],
  facts,
})

const last = decode({
  _tag: "setAppointments",
  at,
  by: { person: "head", capacity: "evaluator" },
  role: "school-head",
  items: [item("school-head-interview", "2026-10-15", ["14:00", "15:00"])],
  acknowledged: confirmation,
  facts,
})

const byAgent = { at, by: { person: "agent", capacity: "agent" } }
const accepting = decode({ _tag: "accept", ...byAgent })
const postponing = decode({
  _tag: "requestPostponement",
  ...byAgent,
  slots: ["school-head-interview"],
  reason: "Jury d'examen ce jour-là.",
})
const maintaining = decode({
  _tag: "answerPostponement",
  agent,
  at,
  by: { person: "head", capacity: "evaluator" },
  slot: "school-head-interview",
  reason: "Aucune autre date possible.",
})
const cancelling = decode({
  _tag: "cancel",
  agent,
  at,
  by: { person: "manager", capacity: "campaign-manager" },
  managers: ["manager"],
  reason: "Mutation",
  acknowledged: confirmation,
})

const after = (commands: ReadonlyArray<AppointmentSetCommand>): AppointmentSet =>
  commands.reduce((state: AppointmentSet, command) => {
    const decided = decide(appointmentSetMachine, command, state)
    if (Result.isFailure(decided)) throw new Error(decided.failure._tag)
    return fold(appointmentSetMachine, decided.success, state)
  }, appointmentSetMachine.initial)

/** The save that issues, on a file where the first evaluator has set his appointments. */
export const save = () => ({ command: last, state: after([opening, first]) })

/** Commands in states: half are accepted, half refused. */
export const cases = () => {
  const incomplete = after([opening, first])
  const convened = after([opening, first, last])
  const accepted = after([opening, first, last, accepting])
  const postponed = after([opening, first, last, postponing])
  const commands = [accepting, postponing, maintaining, cancelling]
  return [incomplete, convened, accepted, postponed].flatMap((state) =>
    commands.map((command) => ({ command, state })),
  )
}
