/** What evaluators type: right items, and items spoilt in one known way each. */
import type {
  AppointmentSet,
  CampaignTemplate,
  EnteredAppointment,
  RoleId,
  SettingFacts,
} from "@convoque/core/career-appointments"
import { SlotId } from "@convoque/core/career-appointments"
import {
  addDays,
  type CivilDate,
  civilDayAt,
  type Instant,
  type Zone,
} from "@convoque/core/kernel/calendar"
import type { Acknowledgement } from "@convoque/core/kernel/refusal"
import * as fc from "fast-check"
import { schoolBreak } from "./terms.ts"

type OpenedSet = Exclude<AppointmentSet, { readonly _tag: "none" }>
type Items = ReadonlyArray<EnteredAppointment>

/** Whose items are typed, when, and whether all those of the role or only one. */
export interface Entry {
  readonly state: OpenedSet
  readonly role: RoleId
  readonly at: Instant
  readonly count: "all" | "one"
}

interface Entered {
  readonly items: Items
  readonly acknowledged: ReadonlyArray<Acknowledgement>
  readonly facts: SettingFacts
}

const paris = "Europe/Paris" as Zone

const itemOf = (slot: SlotId, date: CivilDate, startHour: number): EnteredAppointment => ({
  slot,
  date,
  place: "Lycée Émile-Zola, salle 12",
  start: hour(startHour),
  end: hour(startHour + 1),
  zone: paris,
})

const hour = (number: number): string => `${number}`.padStart(2, "0") + ":00"

const unknownSlot = itemOf(SlotId.make("unheard-of"), "2026-11-02" as CivilDate, 9)

/** One way to spoil items; those that touch one item touch the last. */
type Spoil = (items: Items, entry: Entry) => Items

const changed = (items: Items, change: Partial<EnteredAppointment>): Items =>
  items.map((item, index) => (index === items.length - 1 ? { ...item, ...change } : item))

const last =
  (change: Partial<EnteredAppointment>): Spoil =>
  (items) =>
    changed(items, change)

const moved =
  (days: number): Spoil =>
  (items, { at }) =>
    changed(items, { date: addDays(civilDayAt(at, paris), days) })

const known = ({
  state,
}: Entry): ReadonlyArray<{ slot: SlotId; date: string; start: string; end: string }> =>
  state._tag === "nothing-set" ? [] : state.appointments

const alreadyBegun: Spoil = (items, { at }) =>
  changed(items, { date: civilDayAt(at, paris), start: "00:00", end: "00:30" })

const onAnother: Spoil = (items, entry) => {
  const own = items.at(-1)
  const other = [...items, ...known(entry)].find(({ slot }) => slot !== own?.slot)
  return other === undefined
    ? items
    : changed(items, { date: other.date, start: other.start, end: other.end })
}

const foreign: Spoil = (items, { state, role }) => {
  const other = state.terms.template.slots.find((slot) => slot.role !== role)
  return other === undefined ? items : changed(items, { slot: other.slot })
}

// The visit after the interviews that discuss it, or an interview before the visit.
const outOfOrder: Spoil = (items, { state, at }) => {
  const visits = state.terms.template.slots.filter(({ kind }) => kind === "visit")
  const day = civilDayAt(at, paris)
  return items.map((item) =>
    visits.some(({ slot }) => slot === item.slot)
      ? { ...item, date: addDays(day, 50) }
      : { ...item, date: addDays(day, 17) },
  )
}

const spoils: ReadonlyArray<Spoil> = [
  last({ date: "2026-06-31" }),
  last({ start: "9:05" }),
  last({ end: "24:00" }),
  last({ zone: "Europe/Atlantis" }),
  last({ place: "  " }),
  last({ place: "x".repeat(256) }),
  last({ place: "Salle 3\nBcc: x@y" }),
  last({ start: "12:00", end: "12:00" }),
  last({ date: "2027-03-28", start: "02:30", end: "05:00" }),
  last({ date: "2026-10-25", start: "02:30", end: "05:00" }),
  last({ slot: SlotId.make("unheard-of") }),
  last({ date: schoolBreak.from }),
  moved(-1),
  alreadyBegun,
  moved(3),
  moved(75),
  moved(75),
  onAnother,
  onAnother,
  outOfOrder,
  outOfOrder,
  foreign,
  foreign,
  (items) => items.slice(1),
  (items) => [...items, ...items],
]

/** How the facts or the acknowledgements differ from those of an undisturbed save. */
const circumstances = ["booked", "away", "no-address", "acknowledged"] as const
type Circumstance = (typeof circumstances)[number]

const of = (entry: Entry): fc.Arbitrary<Entered> =>
  fc
    .record({
      offsets: fc.array(fc.integer({ min: 22, max: 30 }), { minLength: 8, maxLength: 8 }),
      slot: fc.nat(),
      spoil: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 4, arbitrary: fc.constantFrom(...spoils) },
      ),
      circumstance: fc.option(fc.constantFrom(...circumstances), { nil: undefined, freq: 2 }),
      isConfirmed: fc.boolean(),
    })
    .map(({ offsets, slot, spoil, circumstance, isConfirmed }) => {
      const right = rightItems(entry, offsets)
      const items = entry.count === "all" ? right : right.slice(slot % right.length).slice(0, 1)
      return {
        items: spoil === undefined ? items : spoil(items, entry),
        acknowledged: acknowledged(entry, isConfirmed, circumstance),
        facts: factsOf(entry, circumstance),
      }
    })

// Each slot has an hour of its own, so right items never overlap; visits are earlier by days.
const rightItems = ({ state, role, at }: Entry, offsets: ReadonlyArray<number>): Items => {
  const { slots }: CampaignTemplate = state.terms.template
  const day = civilDayAt(at, paris)
  return slots.flatMap((slot, index) => {
    const days = slot.kind === "visit" ? 21 : (offsets[index % 8] ?? 22) + 5
    return slot.role === role ? [itemOf(slot.slot, addDays(day, days), 8 + index)] : []
  })
}

const elsewhere = { file: "other-campaign/agent-9", slot: SlotId.make("visit") }
const away = {
  from: "2026-01-01" as CivilDate,
  until: "2028-01-01" as CivilDate,
  reason: "Congé de formation",
}

const factsOf = ({ state, role }: Entry, circumstance: Circumstance | undefined): SettingFacts => {
  const { email, ...withoutAddress } = state.agent
  const disturbed = circumstance === "acknowledged"
  return {
    agent:
      circumstance === "no-address"
        ? withoutAddress
        : { email: email ?? "a@b.example", ...withoutAddress },
    evaluators: state.evaluators,
    bookings:
      disturbed || circumstance === "booked"
        ? [
            {
              ...elsewhere,
              evaluator: state.evaluators[role]?.id ?? state.agent.id,
              agent: "Paul Morin",
              startsAt: "2026-01-01T00:00:00.000Z" as Instant,
              endsAt: "2028-01-01T00:00:00.000Z" as Instant,
            },
          ]
        : [],
    unavailabilities: disturbed || circumstance === "away" ? [away] : [],
  }
}

const acknowledged = (
  { state }: Entry,
  isConfirmed: boolean,
  circumstance: Circumstance | undefined,
): ReadonlyArray<Acknowledgement> => [
  ...(isConfirmed ? [{ code: "convocation.confirmation-required", subject: state.agent.id }] : []),
  ...(circumstance === "acknowledged"
    ? state.terms.template.slots.flatMap(({ slot }) => [
        { code: "evaluator.double-booked", subject: `${slot}/${elsewhere.file}/${elsewhere.slot}` },
        { code: "agent.unavailable", subject: `${slot}/${away.from}` },
      ])
    : []),
]

/** Gives right and spoilt items with their facts; `unknownSlot` is an item of no template. */
export const entries = { of, unknownSlot }
