/**
 * The proof of a deadline (justificatif de délai) and the deadlines of a file, printable for an
 * appeal: what starts the period, how it is counted, the days passed over, its end, the text.
 *
 * @requirement ENT-06
 * @requirement ENT-22
 * @requirement ENT-23
 */
import type { CivilDate, LegalPeriod, PeriodEnd } from "../../../kernel/calendar.ts"

import type { Block, DocumentContent } from "../../../kernel/document.ts"
import { personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import {
  type AppealCourse,
  type DatedEvent,
  type Deadline,
  deadlinesOf,
} from "../rules/deadlines.ts"
import type { DeadlineLabels } from "../rules/deadlines-feed.ts"
import type { Possibility } from "../rules/deadlines-possible.ts"
import type { OpenedInterview } from "../state.ts"
import { capitalised, framed, identityRows, type Paper, type Row } from "./paper.ts"

/**
 * Gives the proof of whether an act could be done on a day. Its edition is that of the last act of
 * the file, on which the answer rests.
 */
export const deadlineProofDocument = (possibility: Possibility, paper: Paper): DocumentContent => {
  const { wording } = paper
  const words = wording.documents.deadlines
  const { act, day, answer, opening, deadline, doneOn } = possibility
  const label = actLabel(possibility, wording)
  return framed(paper, words.title, [
    { _tag: "fields", rows: identityRows(paper) },
    {
      _tag: "notice",
      title: words.question(label === "" ? act : label, wording.dates.long(day)),
      lines: [words.answers[answer]],
    },
    {
      _tag: "fields",
      rows: [
        {
          label: words.opening,
          value: capitalised(eventText(opening, wording) ?? words.notHappened),
        },
        ...(deadline === undefined ? [] : deadlineRows(deadline, paper)),
        ...(doneOn === undefined ? [] : [doneRow(doneOn, deadline, wording)]),
      ],
    },
    ...(deadline?.end === undefined ? [] : skippedBlocks(deadline.end, wording)),
  ])
}

/** Gives all the deadlines of a file in one table, in the order of the acts. */
export const deadlinesDocument = (
  state: OpenedInterview,
  terms: CampaignTerms,
  { wording, appeal }: { readonly wording: Wording; readonly appeal?: AppealCourse },
): DocumentContent => {
  const paper: Paper = { state, terms, wording }
  const words = wording.documents.deadlines
  const [act, start, period, end, done] = words.listColumns
  return framed(paper, words.listTitle(state.year), [
    { _tag: "fields", rows: identityRows(paper) },
    {
      _tag: "table",
      caption: words.list,
      columns: [
        { label: act, width: 24 },
        { label: start, width: 24 },
        { label: period, width: 24 },
        { label: end, width: 16 },
        { label: done, width: 12 },
      ],
      rowHeaders: 1,
      rows: deadlinesOf(state, terms, appeal).map((one) => listRow(one, paper)),
    },
  ])
}

/** Gives the words of the calendar feed of a file. */
export const deadlineLabels = (
  { agent, year }: Pick<OpenedInterview, "agent" | "year">,
  wording: Wording,
): DeadlineLabels => {
  const words = wording.documents.deadlines
  const name = personName(agent)
  return {
    language: wording.language,
    name: words.feedName(name, year),
    summary: (deadline) => words.summary(capitalised(actLabel(deadline, wording)), name),
    description: (deadline) =>
      [
        [wording.dates.period(deadline.period), eventText(deadline.start, wording) ?? ""].join(
          ", ",
        ),
        deadline.source,
      ].join("\n"),
  }
}

type Named = Pick<Deadline, "act" | "label">

/** Gives the name of an act: the procedure's own for a step and for the committee. */
const actLabel = ({ act, label }: Named, wording: Wording): string => {
  const { committee, events } = wording.documents.deadlines
  if (act === "committee-referral" && label !== undefined) return committee(label)
  return label ?? knownEvent(act, events) ?? act
}

const knownEvent = (
  name: string,
  events: Wording["documents"]["deadlines"]["events"],
): string | undefined => Object.entries(events).find(([tag]) => tag === name)?.[1]

const eventText = (event: DatedEvent | undefined, wording: Wording): string | undefined => {
  if (event === undefined) return undefined
  const words = wording.documents.deadlines
  const label = event.label ?? knownEvent(event.event, words.events) ?? event.event
  return words.event(label, wording.dates.long(event.on))
}

const startText = (
  { from, start }: Deadline,
  { terms, wording }: Pick<Paper, "terms" | "wording">,
): string => {
  const words = wording.documents.deadlines
  const happened = eventText(start, wording)
  if (happened !== undefined) return capitalised(happened)
  const step = terms.procedure.steps.find((one) => one.step === from)
  const label = step?.label ?? knownEvent(from, words.events) ?? from
  return `${capitalised(label)} (${words.notHappened})`
}

const periodText = (period: LegalPeriod, wording: Wording): string =>
  `${wording.dates.period(period)}, ${wording.documents.deadlines.extends[period.extends ? "yes" : "no"]}`

const deadlineRows = (deadline: Deadline, paper: Paper): ReadonlyArray<Row> => {
  const { wording } = paper
  const words = wording.documents.deadlines
  const { bound, end, late, period, proposeBy, source, confidence, stoppedDays } = deadline
  return [
    { label: words.start, value: startText(deadline, paper) },
    { label: words.period, value: periodText(period, wording) },
    ...(stoppedDays === 0 ? [] : [{ label: words.stopped, value: words.days(stoppedDays) }]),
    ...(end === undefined ? [] : endRows(deadline, end, wording)),
    ...(proposeBy === undefined
      ? []
      : [{ label: words.proposeBy, value: wording.dates.long(proposeBy) }]),
    ...(bound === "not-before" ? [] : [{ label: words.lateLabel, value: words.late[late] }]),
    { label: words.source, value: source },
    { label: words.confidenceLabel, value: words.confidence[confidence] },
  ]
}

const endRows = (
  { bound }: Deadline,
  { firstDay, rawLastDay, lastDay }: PeriodEnd,
  wording: Wording,
): ReadonlyArray<Row> => {
  const words = wording.documents.deadlines
  const { long } = wording.dates
  return [
    { label: words.firstDay, value: long(firstDay) },
    ...(bound === "not-before" || rawLastDay === lastDay
      ? []
      : [{ label: words.rawLastDay, value: long(rawLastDay) }]),
    { label: words.bounds[bound], value: long(lastDay) },
  ]
}

const doneRow = (doneOn: CivilDate, deadline: Deadline | undefined, wording: Wording): Row => {
  const words = wording.documents.deadlines
  const day = wording.dates.long(doneOn)
  return {
    label: words.doneOn,
    value: deadline?.lapsed === true ? `${day} (${words.lapsed})` : day,
  }
}

const skippedBlocks = ({ skipped }: PeriodEnd, wording: Wording): ReadonlyArray<Block> => {
  if (skipped.length === 0) return []
  const words = wording.documents.deadlines
  const [day, why] = words.skippedColumns
  return [
    {
      _tag: "table",
      caption: words.skipped,
      columns: [
        { label: day, width: 50 },
        { label: why, width: 50 },
      ],
      rowHeaders: 1,
      rows: skipped.map((one) => [wording.dates.long(one.date), words.why(one.why)]),
    },
  ]
}

const listRow = (deadline: Deadline, paper: Paper): ReadonlyArray<string> => {
  const { wording } = paper
  const words = wording.documents.deadlines
  const { bound, end, doneOn, lapsed, period, source } = deadline
  const day = doneOn === undefined ? "" : wording.dates.short(doneOn)
  return [
    capitalised(actLabel(deadline, wording)),
    startText(deadline, paper),
    `${wording.dates.period(period)}\n${source}`,
    end === undefined ? "" : `${words.bounds[bound]}\n${wording.dates.short(end.lastDay)}`,
    lapsed ? `${day}\n${words.lapsed}` : day,
  ]
}
