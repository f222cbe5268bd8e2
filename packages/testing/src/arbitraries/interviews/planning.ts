/** Commands before the report: opening, preparing, dates, and whether the interview took place. */
import type {
  Enclosure,
  Interview,
  CampaignTerms,
  InterviewCommand,
} from "@convoque/core/interviews"
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import type { CampaignId, PersonId } from "@convoque/core/kernel/identity"
import * as fc from "fast-check"
import {
  actor,
  by,
  type CommandOf,
  daysAfter,
  dayAt,
  type Drawing,
  known,
  later,
  onceCome,
  personCalled,
  reason,
  scheduler,
  soon,
  spoilt,
  type StateOf,
} from "./drawing.ts"

type Commands = fc.Arbitrary<InterviewCommand>

// One of the other two in nine.
const usual = Array.from({ length: 7 }, () => "superior-1")
const opening = "2026-01-05T08:00:00.000Z" as Instant

/** Gives the commands that open the interview of one agent under terms of the list, by position. */
export const openInterview = (list: ReadonlyArray<CampaignTerms>): Commands =>
  fc
    .record({
      index: fc.integer({ min: 0, max: list.length - 1 }),
      at: later(opening, [0, 48]),
      by: fc.oneof(
        { weight: 4, arbitrary: actor("hr-1" as PersonId, "hr-service") },
        { weight: 1, arbitrary: fc.constant(scheduler) },
      ),
      superior: fc.constantFrom(...usual, "agent-1", "authority-1"),
    })
    .map(({ index, superior, ...act }) => ({
      _tag: "openInterview",
      ...act,
      campaign: `campaign-${index}` as CampaignId,
      type: (list[index] ?? list[0])?.procedure.type ?? ("interview" as never),
      year: 2026,
      agent: personCalled("agent-1"),
      superior: personCalled(superior),
      authority: personCalled("authority-1"),
    }))

/** Gives preparations, some with a note too many. */
export const prepareInterview = (drawing: Drawing): Commands =>
  spoilt<CommandOf<"prepareInterview">>(
    fc.record({
      _tag: fc.constant("prepareInterview" as const),
      at: soon(drawing),
      by: by(drawing.state, "superior"),
      terms: fc.constant(drawing.terms),
      notes: fc.constantFrom([], [""], drawing.terms.template.preparation),
    }),
    (command) => ({ ...command, notes: [...drawing.terms.template.preparation, "de trop"] }),
  )

const enclosures: ReadonlyArray<Enclosure> = [
  { kind: "report-template" },
  { kind: "job-description", file: { fileName: "fiche.pdf", key: "job-description" } },
]

/** Gives dates to propose, well after the notice; some too early, too short, without a document. */
export const proposeDate = (drawing: Drawing): Commands =>
  spoilt<CommandOf<"proposeDate">>(
    meeting(drawing).map((command) => ({ _tag: "proposeDate", ...command, enclosures })),
    tooSoon,
    tooShort(drawing),
    tooShortAndSeen(drawing),
    (command) => ({ ...command, enclosures: [] }),
    (command) => ({ ...command, enclosures: [{ kind: "job-description" }] }),
  )

/** Gives changes of date, with the same faults. */
export const postpone = (drawing: Drawing): Commands =>
  spoilt<CommandOf<"postpone">>(
    fc
      .tuple(meeting(drawing), reason)
      .map(([command, why]) => ({ _tag: "postpone", ...command, reason: why })),
    tooSoon,
    tooShort(drawing),
    tooShortAndSeen(drawing),
  )

const meeting = (drawing: Drawing) =>
  fc
    .record({
      at: soon(drawing),
      by: by(drawing.state, "superior"),
      agent: known(drawing.state),
      days: fc.integer({ min: 33, max: 60 }),
    })
    .map(({ days, ...act }) => ({
      ...act,
      terms: drawing.terms,
      meeting: { date: daysAfter(drawing, act.at, days), durationMinutes: 60 },
      acknowledged: [],
    }))

type Meeting = CommandOf<"proposeDate" | "postpone">

const tooSoon = <C extends Meeting>(command: C): C => ({
  ...command,
  meeting: { date: daysAfter(command, command.at, 1) },
})

const tooShort =
  (_drawing: Drawing) =>
  <C extends Meeting>(command: C): C => ({
    ...command,
    meeting: { ...command.meeting, durationMinutes: 44 },
  })

const tooShortAndSeen =
  ({ state }: Drawing) =>
  <C extends Meeting>(command: C): C => ({
    ...command,
    meeting: { ...command.meeting, durationMinutes: 44 },
    acknowledged: seen(state),
  })

const seen = ({ agent }: Drawing["state"]) => [
  { code: "interview.duration-too-short", subject: agent.id },
]

/** Gives withdrawals of the date. */
export const unplan = (drawing: Drawing): Commands =>
  fc
    .record({
      at: soon(drawing),
      by: by(drawing.state, "superior"),
      agent: known(drawing.state),
      reason,
    })
    .map((command) => ({ _tag: "unplan", ...command, terms: drawing.terms }))

/** Gives records of interviews on their day; some of the wrong day, company, sections or length. */
export const recordHeld = (drawing: Drawing<StateOf<"proposed">>): Commands => {
  const { state, terms } = drawing
  const sections = terms.template.sections.map(({ section }) => section)
  const base = fc
    .record({ at: onceCome(drawing, state.meeting.date), by: by(state, "superior") })
    .map((act): CommandOf<"recordHeld"> => ({
      _tag: "recordHeld",
      ...act,
      terms,
      date: state.meeting.date,
      durationMinutes: 50,
      participants: [state.superior.id, state.agent.id],
      discussed: sections,
      acknowledged: [],
    }))
  return spoilt(
    base,
    (command) => ({ ...command, date: daysAfter(drawing, command.at, 1) }),
    (command) => ({ ...command, date: dayBefore(proposalDay(drawing)) }),
    (command) => ({ ...command, participants: [...command.participants, "union-1" as PersonId] }),
    (command) => ({ ...command, discussed: sections.slice(0, -1) }),
    (command) => ({ ...command, discussed: ["unheard-of" as never, ...sections] }),
    (command) => ({ ...command, durationMinutes: 5 }),
    (command) => ({ ...command, durationMinutes: 5, acknowledged: seen(state) }),
    (command) => ({ ...command, date: proposalDay(drawing) }),
    (command) => ({
      ...command,
      date: proposalDay(drawing),
      acknowledged: [{ code: "interview.held-before-notice", subject: state.agent.id }],
    }),
  )
}

const proposalDay = ({ state, terms }: Drawing): CivilDate =>
  dayAt(
    { terms },
    (state.acts.findLast(({ _tag }) => _tag === "InterviewProposed") ?? state.acts[0]).at,
  )

const dayBefore = (date: CivilDate): CivilDate => addDays(date, -1)

/** Gives records of interviews that did not take place, some before their day has passed. */
export const recordNotHeld = (drawing: Drawing<StateOf<"proposed">>): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: fc.oneof(
        { weight: 3, arbitrary: onceCome(drawing, addDays(state.meeting.date, 1)) },
        { weight: 1, arbitrary: onceCome(drawing, state.meeting.date) },
        { weight: 1, arbitrary: soon(drawing) },
      ),
      by: by(state, "superior"),
      reason: fc.constantFrom(
        "agent-absent" as const,
        "agent-refused" as const,
        "superior-absent" as const,
      ),
      why: fc.option(reason, { nil: undefined }),
    })
    .map(({ why, ...command }) => ({
      _tag: "recordNotHeld",
      ...command,
      terms,
      ...(why === undefined ? {} : { details: why }),
    }))
}

/** Gives the terms under which an interview was opened by `openInterview`. */
export const termsOf = (
  list: readonly [CampaignTerms, ...ReadonlyArray<CampaignTerms>],
  state: Interview,
): CampaignTerms =>
  (state._tag === "none" ? undefined : list[Number(state.campaign.replace("campaign-", ""))]) ??
  list[0]
