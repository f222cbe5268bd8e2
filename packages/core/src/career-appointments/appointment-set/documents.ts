/**
 * The convocation as a document: every appointment of the set with its evaluator, date, place,
 * start and end, and what changed since the edition that it replaces.
 *
 * @requirement RDC-13
 * @requirement RDC-20
 */
import { type Instant, shortDateTime } from "../../kernel/calendar.ts"
import type { Block, DocumentContent } from "../../kernel/document.ts"
import { type Person, personName } from "../../kernel/ports.ts"
import type { PrintedAppointment, Wording } from "../wording.ts"
import type { AppointmentSetEvent } from "./events.ts"
import type { Appointment } from "./model.ts"
import type { IssuedSet } from "./state.ts"

/** Gives the content of the convocation as last issued, with the people as known at that moment. */
export const convocationDocument = (current: IssuedSet, wording: Wording): DocumentContent => {
  const words = wording.convocation
  const issue = lastIssue(current)
  const state = {
    ...current,
    agent: issue?.agent ?? current.agent,
    evaluators: issue?.evaluators ?? current.evaluators,
  }
  const { terms, agent } = state
  const issuedAt = issue?.at ?? state.acts[0].at
  return {
    title: words.title,
    language: wording.language,
    author: terms.letterhead[0] ?? terms.organizer.name,
    subject: `${personName(agent)} - ${terms.label}`,
    letterhead: terms.letterhead,
    addressee: [personName(agent), agent.quality].filter((line) => line !== ""),
    blocks: [
      { _tag: "paragraph", text: words.reference(terms.label), strong: true },
      ...changeNotice(state, wording),
      { _tag: "paragraph", text: words.salutation },
      { _tag: "paragraph", text: words.opening(terms.label) },
      appointmentsTable(state, wording),
      { _tag: "paragraph", text: words.localHours },
      { _tag: "paragraph", text: words.answer },
      { _tag: "signature", ...terms.signature },
    ],
    edition: words.edition(editionTime(issuedAt, state)),
    pageLabel: words.pageLabel,
  }
}

/** Gives an appointment in the forms in which page, letter and mail print it. */
export const printedAppointment = (
  state: Pick<IssuedSet, "terms" | "evaluators">,
  appointment: Appointment,
  wording: Wording,
): PrintedAppointment => {
  const slot = state.terms.template.slots.find((one) => one.slot === appointment.slot)
  const evaluator = slot === undefined ? undefined : state.evaluators[slot.role]
  const { dates } = wording
  return {
    label: slot?.label ?? appointment.slot,
    evaluator: evaluator === undefined ? "" : qualifiedName(evaluator),
    date: dates.long(appointment.date),
    hours: `${dates.hours(appointment.start, appointment.end)} (${dates.zone(appointment.zone)})`,
    place: appointment.place,
  }
}

const qualifiedName = (person: Person): string =>
  person.quality === "" ? personName(person) : `${personName(person)}, ${person.quality}`

const appointmentsTable = (state: IssuedSet, wording: Wording): Block => {
  const [appointment, evaluator, date, hours, place] = wording.convocation.columns
  return {
    _tag: "table",
    caption: wording.convocation.tableCaption,
    columns: [
      { label: appointment, width: 24 },
      { label: evaluator, width: 20 },
      { label: date, width: 17 },
      { label: hours, width: 18 },
      { label: place, width: 21 },
    ],
    rowHeaders: 1,
    rows: [...state.appointments].toSorted(byStart).map((one) => {
      const printed = printedAppointment(state, one, wording)
      return [printed.label, printed.evaluator, printed.date, printed.hours, printed.place]
    }),
  }
}

const byStart = (left: Appointment, right: Appointment): number =>
  left.startsAt < right.startsAt ? -1 : left.startsAt > right.startsAt ? 1 : 0

const changeNotice = (state: IssuedSet, wording: Wording): ReadonlyArray<Block> => {
  const words = wording.convocation
  const change = lastChange(state)
  return change === undefined
    ? []
    : [
        {
          _tag: "notice",
          title: words.changedTitle(state.edition),
          lines: [
            words.changedLine(
              printedAppointment(state, change.before, wording),
              printedAppointment(state, change.after, wording),
            ),
            ...changedEvaluators(state, wording),
          ],
        },
      ]
}

type EventOf<Tag extends AppointmentSetEvent["_tag"]> = Extract<
  AppointmentSetEvent,
  { readonly _tag: Tag }
>

// Somebody who took over is named when the convocation is next issued; a new title is no new person.
const changedEvaluators = (state: IssuedSet, { convocation }: Wording): ReadonlyArray<string> => {
  const [last, former] = state.acts
    .filter((act) => act._tag === "ConvocationIssued")
    .toReversed()
    .map(({ evaluators }) => evaluators)
  return state.terms.template.roles.flatMap(({ role, label }) => {
    const before = former?.[role]
    const after = last?.[role]
    return before === undefined || after === undefined || before.id === after.id
      ? []
      : [convocation.changedEvaluator(label, qualifiedName(before), qualifiedName(after))]
  })
}

const lastIssue = (state: IssuedSet): EventOf<"ConvocationIssued"> | undefined =>
  state.acts.findLast((act) => act._tag === "ConvocationIssued")

// Each edition after the first was made by exactly one moved appointment.
const lastChange = (state: IssuedSet): EventOf<"AppointmentModified"> | undefined =>
  state.acts.findLast((act) => act._tag === "AppointmentModified")

const editionTime = (issuedAt: Instant, state: IssuedSet): string =>
  shortDateTime(issuedAt, state.terms.zone)
