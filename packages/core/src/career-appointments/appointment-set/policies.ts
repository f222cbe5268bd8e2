/**
 * Which messages leave when something happened: the convocation when it is issued, the answer to
 * a postponement, the cancellation; and, if the portal wants it, word of the agent's answer to
 * the evaluators.
 *
 * @requirement RDC-08
 * @requirement RDC-13
 * @requirement RDC-20
 */
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { CalendarPart, Mailbox, MessageContent } from "../../kernel/message.ts"
import { personName } from "../../kernel/ports.ts"
import { foldedKey } from "../../kernel/text.ts"
import type { Wording } from "../wording.ts"
import { convocationDocument, printedAppointment } from "./documents.ts"
import type { AppointmentSetEvent } from "./events.ts"
import type { Appointment } from "./model.ts"
import { type AppointmentSet, isIssued, type IssuedSet, type OpenedSet } from "./state.ts"

/**
 * What messages are made with.
 *
 * - `fileUid`: names the file in every system, the root of its calendar identifiers;
 * - `informEvaluators`: also tells the evaluators what the agent answered; off by default.
 */
export interface Correspondence {
  readonly wording: Wording
  readonly fileUid: string
  readonly informEvaluators?: boolean
}

/** Gives the messages that some events cause, in the order in which they should leave. */
export const messagesOf = (
  state: AppointmentSet,
  events: ReadonlyArray<AppointmentSetEvent>,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> =>
  state._tag === "none" ? [] : events.flatMap((event) => reaction(state, event, correspondence))

const reaction = (
  state: OpenedSet,
  event: AppointmentSetEvent,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  switch (event._tag) {
    case "ConvocationIssued":
      return isIssued(state) ? [convocationMessage(state, correspondence)] : []
    case "AppointmentMaintained":
      return state._tag === "convened" ? [maintainedMessage(state, correspondence)] : []
    case "SetCancelled":
      return state._tag === "cancelled" && state.edition > 0
        ? [cancellation(state, event.reason, correspondence)]
        : []
    case "ConvocationAccepted":
    case "PostponementRequested":
      return correspondence.informEvaluators === true && isIssued(state)
        ? agentAnswered(state, event, correspondence)
        : []
    default:
      return []
  }
}

// An edition replaces the one before, and the cancellation the last one, while it has not left.
const convocationThread = "convocation"

const convocationMessage = (state: IssuedSet, correspondence: Correspondence): MessageContent => {
  const { wording } = correspondence
  const words = state.edition === 1 ? wording.mails.issued : wording.mails.reissued
  const body =
    state.edition === 1
      ? wording.mails.issued.body(state.appointments.length)
      : wording.mails.reissued.body
  return {
    kind: state.edition === 1 ? "convocation-issued" : "convocation-reissued",
    ...toAgent(state, wording, [body, ...maintained(state, wording), ...lines(state, wording)]),
    subject: words.subject,
    documents: [
      {
        fileName: wording.convocation.fileName(state.agent.id, state.edition),
        content: convocationDocument(state, wording),
      },
    ],
    calendar: calendarParts(state, correspondence, {
      method: "REQUEST",
      sequence: state.edition - 1,
    }),
    uselessAfter: lastEnd(state.appointments),
    thread: convocationThread,
  }
}

const maintainedMessage = (state: IssuedSet, { wording }: Correspondence): MessageContent => {
  const words = wording.mails.maintained
  return {
    kind: "postponement-answered",
    ...toAgent(state, wording, [
      words.body,
      ...maintained(state, wording),
      ...lines(state, wording),
    ]),
    subject: words.subject,
    documents: [],
    calendar: [],
    uselessAfter: lastEnd(state.appointments),
  }
}

const cancellation = (
  state: Extract<AppointmentSet, { readonly _tag: "cancelled" }>,
  reason: string,
  correspondence: Correspondence,
): MessageContent => {
  const { wording } = correspondence
  const words = wording.mails.cancelled
  return {
    kind: "set-cancelled",
    ...toAgent(state, wording, [words.body(reason)]),
    subject: words.subject,
    documents: [],
    calendar: calendarParts(state, correspondence, { method: "CANCEL", sequence: state.edition }),
    thread: convocationThread,
  }
}

const agentAnswered = (
  state: IssuedSet,
  event: AppointmentSetEvent,
  { wording }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const words = wording.mails.agentAnswered
  const text =
    event._tag === "PostponementRequested"
      ? words.postponement(
          event.slots.map((slot) => labelOf(state, slot)),
          event.reason,
        )
      : words.accepted
  const people = new Map(Object.values(state.evaluators).map((person) => [person.id, person]))
  return [...people.values()].flatMap(({ email, ...person }) =>
    email === undefined || !isMailAddress(email)
      ? []
      : [
          {
            kind: "agent-answered",
            to: { name: personName(person), address: email },
            language: wording.language,
            subject: words.subject(personName(state.agent)),
            paragraphs: letter({ name: personName(person), body: [text] }, state, wording),
            documents: [],
            calendar: [],
          },
        ],
  )
}

const calendarParts = (
  state: OpenedSet & { readonly appointments: ReadonlyArray<Appointment> },
  { wording, fileUid }: Correspondence,
  { method, sequence }: { readonly method: CalendarPart["method"]; readonly sequence: number },
): ReadonlyArray<CalendarPart> =>
  state.appointments.map((appointment) => {
    const printed = printedAppointment(state, appointment, wording)
    return {
      fileName: wording.mails.calendarFileName(fileWord(printed.label)),
      method,
      entry: {
        uid: `${fileUid}/${appointment.slot}`,
        sequence,
        startsAt: appointment.startsAt,
        endsAt: appointment.endsAt,
        zone: appointment.zone,
        summary: wording.mails.calendarSummary(printed.label),
        description: wording.mails.line(printed),
        location: appointment.place,
        organizer: state.terms.organizer,
      },
    }
  })

const toAgent = (state: OpenedSet, wording: Wording, body: ReadonlyArray<string>) => ({
  to: mailbox(state),
  language: wording.language,
  paragraphs: letter({ name: personName(state.agent), body }, state, wording),
})

// A file is never issued without an address, so the empty one is only that of an unissued file.
const mailbox = ({ agent }: OpenedSet): Mailbox => ({
  name: personName(agent),
  address: agent.email ?? "",
})

const letter = (
  { name, body }: { readonly name: string; readonly body: ReadonlyArray<string> },
  { terms }: OpenedSet,
  { mails }: Wording,
): ReadonlyArray<string> => [mails.greeting(name), ...body, mails.closing(terms.organizer.name)]

const lines = (state: IssuedSet, wording: Wording): ReadonlyArray<string> =>
  state.appointments.map((one) => wording.mails.line(printedAppointment(state, one, wording)))

// A mail tells the answers given since the mail before it.
const maintained = (state: IssuedSet, wording: Wording): ReadonlyArray<string> =>
  state.acts.slice(firstUntold(state)).flatMap((act) => {
    if (act._tag !== "AppointmentMaintained") return []
    const appointment = state.appointments.find(({ slot }) => slot === act.slot)
    return appointment === undefined
      ? []
      : [wording.mails.maintained.line(printedAppointment(state, appointment, wording), act.reason)]
  })

// Mails left when a convocation was issued, and when the last pending slot was maintained; the
// last act is the one that is being told.
const firstUntold = ({ acts }: IssuedSet): number => {
  let first = 0
  let pending: ReadonlyArray<string> = []
  for (const [index, act] of acts.slice(0, -1).entries()) {
    if (act._tag === "PostponementRequested") pending = [...pending, ...act.slots]
    if (act._tag === "PostponementWithdrawn") pending = []
    if (act._tag === "AppointmentModified") pending = without(pending, act.after.slot)
    if (act._tag === "AppointmentMaintained") pending = without(pending, act.slot)
    const isTold =
      act._tag === "ConvocationIssued" ||
      act._tag === "PostponementWithdrawn" ||
      (act._tag === "AppointmentMaintained" && pending.length === 0)
    if (isTold) first = index + 1
  }
  return first
}

const without = (slots: ReadonlyArray<string>, answered: string): ReadonlyArray<string> =>
  slots.filter((slot) => slot !== answered)

const labelOf = (state: OpenedSet, wanted: string): string =>
  state.terms.template.slots.find(({ slot }) => slot === wanted)?.label ?? wanted

const lastEnd = (appointments: readonly [Appointment, ...ReadonlyArray<Appointment>]) =>
  appointments.map(({ endsAt }) => endsAt).reduce((left, right) => (left > right ? left : right))

// A label as the name of a file in any system: « visite-d-inspection ».
const fileWord = (label: string): string => foldedKey(label).replaceAll(/[^a-z0-9]+/gu, "-")
