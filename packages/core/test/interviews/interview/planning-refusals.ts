/** Refusals before the report, with what provokes them. */
import { hrMemo } from "../../../src/interviews/terms/procedures.ts"
import {
  handOver,
  openInterview,
  postpone,
  prepare,
  propose,
  recordHeld,
  recordNotHeld,
  unplan,
} from "../acts.ts"
import {
  agent,
  byAgent,
  bySuperior,
  day,
  delegateOf,
  discussed,
  enclosures,
  history,
  id,
  meeting,
  names,
  on,
  reason,
  section,
  superior,
  terms,
} from "../given.ts"
import { type RefusalCase, refusing, rightsCases } from "./cases.ts"

const lastSection = {
  section: section("agent-proposals"),
  label: "Propositions de l'agent",
}
const postponed = {
  _tag: "InterviewPostponed" as const,
  at: on("2026-01-20"),
  by: bySuperior,
  former: meeting,
  meeting: { date: day("2026-02-09"), durationMinutes: 60 },
  reason: reason("Grève des transports."),
  late: false,
  agent,
}
const { period, source: legalSource } = hrMemo.notice
const tooShort = {
  _tag: "interview.duration-too-short",
  subject: agent.id,
  durationMinutes: 44,
  minimumMinutes: 45,
} as const

const opening: ReadonlyArray<RefusalCase> = [
  refusing(
    "CAM-01 a superior opens no interview",
    [history.none, openInterview({ by: bySuperior })],
    { _tag: "actor.not-allowed", command: "openInterview", capacity: "superior" },
  ),
  refusing(
    "ENT-22 nobody opens one on behalf of somebody without a delegation",
    [
      history.none,
      openInterview({
        by: { person: id("hr-2"), capacity: "hr-service", onBehalfOf: id("hr-1") },
      }),
    ],
    { _tag: "delegation.not-allowed", command: "openInterview" },
  ),
  refusing(
    "ENT-10 an agent is not his own superior",
    [history.none, openInterview({ superior: agent })],
    { _tag: "interview.evaluates-self", agent: agent.id },
  ),
  ...(["agent", "superior"] as const).map((from) =>
    refusing(
      `ENT-24 the ${from} is not the authority that endorses`,
      [history.none, openInterview({ authority: from === "agent" ? agent : superior })],
      {
        _tag: "interview.authority-not-distinct",
        authority: from === "agent" ? agent.id : superior.id,
        from,
      },
    ),
  ),
  refusing(
    "ENT-28 a second interview of one agent for one type and year",
    [history.proposed, openInterview()],
    { _tag: "interview.duplicate", type: names.type, year: 2026, agent: agent.id },
  ),
  refusing("CAM-23 a deleted one answers nothing else", [history.deleted, openInterview()], {
    _tag: "interview.deleted",
    command: "openInterview",
  }),
  refusing("CAM-23 nor a date", [history.deleted, propose()], {
    _tag: "interview.deleted",
    command: "proposeDate",
  }),
  refusing("CAM-24 nothing is done before the opening", [history.none, handOver()], {
    _tag: "interview.illegal-transition",
    command: "recordHandOver",
    state: "none",
  }),
  refusing("CAM-24 a date is not proposed twice", [history.proposed, propose()], {
    _tag: "interview.illegal-transition",
    command: "proposeDate",
    state: "proposed",
  }),
]

const tooSoon = (date: string, today: string) =>
  ({
    _tag: "interview.notice-too-short",
    date: day(date),
    earliest: day(today.replace(/\d\d$/u, (d) => `${Number(d) + 8}`)),
    period,
    today: day(today),
    legalSource,
  }) as const

const dates: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-09 a note too many",
    [history["to-schedule"], prepare({ notes: ["", "", "", "", "", "", "", "de trop"] })],
    { _tag: "interview.too-many-notes", maximum: 7 },
  ),
  refusing(
    "ENT-06 the seventh day is too soon, the earliest is given",
    [history["to-schedule"], propose({ meeting: { date: day("2026-01-19") } })],
    tooSoon("2026-01-19", "2026-01-12"),
  ),
  refusing(
    "ENT-06 the day is that of the place: there it is already the 13th",
    [
      history["to-schedule"],
      propose({
        at: on("2026-01-12").replace("T08", "T23") as ReturnType<typeof on>,
        meeting: { date: day("2026-01-20") },
      }),
    ],
    tooSoon("2026-01-20", "2026-01-13"),
  ),
  refusing(
    "ENT-06 the notice runs again when the date is moved",
    [history.proposed, postpone({ meeting: { date: day("2026-01-27") } })],
    tooSoon("2026-01-27", "2026-01-20"),
  ),
  refusing(
    "ENT-07 both documents are missing",
    [history["to-schedule"], propose({ enclosures: [] })],
    { _tag: "interview.enclosure-missing", missing: ["report-template", "job-description"] },
  ),
  refusing(
    "ENT-07 a job description without its file is missing",
    [
      history["to-schedule"],
      propose({ enclosures: [{ kind: "report-template" }, { kind: "job-description" }] }),
    ],
    { _tag: "interview.enclosure-missing", missing: ["job-description"] },
  ),
  refusing(
    "ENT-07 the report template is missing",
    [history["to-schedule"], propose({ enclosures: enclosures.slice(1) })],
    { _tag: "interview.enclosure-missing", missing: ["report-template"] },
  ),
  refusing(
    "ENT-12 less than 45 minutes planned",
    [history["to-schedule"], propose({ meeting: { ...meeting, durationMinutes: 44 } })],
    tooShort,
  ),
  refusing(
    "ENT-12 an acknowledgement about somebody else is none",
    [
      history["to-schedule"],
      propose({
        meeting: { ...meeting, durationMinutes: 44 },
        acknowledged: [{ code: "interview.duration-too-short", subject: "agent-2" }],
      }),
    ],
    tooShort,
  ),
  refusing(
    "ENT-12 less than 45 minutes when the date is moved",
    [history.proposed, postpone({ meeting: { date: day("2026-02-09"), durationMinutes: 44 } })],
    tooShort,
  ),
]

const dayOfInterview: ReadonlyArray<RefusalCase> = [
  refusing(
    "ENT-22 the interview is the direct superior's own act",
    [history.proposed, recordHeld({ by: delegateOf(bySuperior) })],
    { _tag: "delegation.not-allowed", command: "recordHeld" },
  ),
  refusing("ENT-10 the agent does not record it", [history.proposed, recordHeld({ by: byAgent })], {
    _tag: "actor.not-allowed",
    command: "recordHeld",
    capacity: "agent",
  }),
  refusing(
    "ENT-14 it is not held tomorrow",
    [history.proposed, recordHeld({ date: day("2026-01-27") })],
    { _tag: "interview.date-in-future", date: day("2026-01-27"), today: day("2026-01-26") },
  ),
  refusing(
    "ENT-06 it was not held before it was proposed",
    [history.proposed, recordHeld({ date: day("2026-01-11") })],
    {
      _tag: "interview.date-before-proposal",
      date: day("2026-01-11"),
      proposedOn: day("2026-01-12"),
    },
  ),
  ...[
    [superior.id, agent.id, id("union-1")],
    [agent.id],
    [agent.id, agent.id],
    [agent.id, id("superior-2")],
    [agent.id, superior.id, superior.id],
    [],
  ].map((participants) =>
    refusing(
      `ENT-10 present: ${participants.join(", ")}`,
      [history.proposed, recordHeld({ participants })],
      {
        _tag: "interview.third-party-present",
        expected: [agent.id, superior.id],
        participants,
      },
    ),
  ),
  refusing(
    "ENT-14 two parts of the report were not discussed",
    [history.proposed, recordHeld({ discussed: discussed.slice(2) })],
    {
      _tag: "interview.section-not-discussed",
      sections: [
        { section: section("course"), label: "Déroulé de l'entretien" },
        { section: section("missions"), label: "Missions et activité de l'agent" },
      ],
    },
  ),
  refusing(
    "ENT-04 a part that the template lacks",
    [history.proposed, recordHeld({ discussed: [...discussed, section("leisure")] })],
    { _tag: "report.unknown-section", section: section("leisure") },
  ),
  refusing(
    "ENT-14 the part of the agent is discussed too",
    [history.proposed, recordHeld({ discussed: discussed.slice(0, -1) })],
    {
      _tag: "interview.section-not-discussed",
      sections: [lastSection],
    },
  ),
  refusing(
    "ENT-06 an interview before the end of its notice is acknowledged",
    [history.proposed, recordHeld({ date: day("2026-01-19") })],
    {
      _tag: "interview.held-before-notice",
      subject: agent.id,
      date: day("2026-01-19"),
      proposedOn: day("2026-01-12"),
      earliest: day("2026-01-20"),
      period,
      legalSource,
    },
  ),
  refusing(
    "ENT-06 the notice of a new date runs from the day it was moved on",
    [[...history.proposed, postponed], recordHeld({ at: on("2026-02-09"), date: meeting.date })],
    {
      _tag: "interview.held-before-notice",
      subject: agent.id,
      date: meeting.date,
      proposedOn: day("2026-01-20"),
      earliest: day("2026-01-28"),
      period,
      legalSource,
    },
  ),
  refusing(
    "ENT-12 less than 45 minutes spent",
    [history.proposed, recordHeld({ durationMinutes: 44 })],
    tooShort,
  ),
  refusing(
    "CAM-06 on its very day the interview may still be held",
    [history.proposed, recordNotHeld({ at: on("2026-01-26") })],
    { _tag: "interview.date-not-passed", date: meeting.date, today: meeting.date },
  ),
]

const rights: ReadonlyArray<RefusalCase> = [
  ...rightsCases("ENT-09", history.proposed, (by) => prepare({ by })),
  ...rightsCases("CAM-01", history["to-schedule"], (by) => propose({ by })),
  ...rightsCases("CAM-01", history.proposed, (by) => postpone({ by })),
  ...rightsCases("CAM-01", history.proposed, (by) => unplan({ by })),
  ...rightsCases("CAM-01", history.proposed, (by) => recordNotHeld({ by })),
  refusing(
    "CAM-01 a stranger who is wrong in everything learns only that he has no right",
    [
      history["to-schedule"],
      propose({
        by: byAgent,
        enclosures: [],
        meeting: { date: day("2026-01-01"), durationMinutes: 1 },
      }),
    ],
    { _tag: "actor.not-allowed", command: "proposeDate", capacity: "agent" },
  ),
  refusing(
    "ENT-06 what is refused comes before what is warned of",
    [
      history["to-schedule"],
      propose({ terms, meeting: { date: day("2026-01-19"), durationMinutes: 1 } }),
    ],
    tooSoon("2026-01-19", "2026-01-12"),
  ),
]

export const planningRefusals = [...opening, ...dates, ...dayOfInterview, ...rights]
