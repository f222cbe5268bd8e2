/**
 * The deadlines of an interview and of its appeal: all of them, whether an act could be done on a
 * day and why, the proof of it on paper, a calendar of them.
 *
 * @requirement ENT-06
 * @requirement ENT-22
 * @requirement ENT-23
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { CivilDate, Confidence, LegalPeriod } from "../../../kernel/calendar.ts"
import { Storage } from "../../../kernel/ports.ts"
import { appealRef } from "../../aggregates.ts"
import { appealCourse } from "../../appeal/rules.ts"
import {
  deadlineLabels,
  deadlineProofDocument,
  deadlinesDocument,
} from "../../interview/documents.ts"
import { deadlineFeed } from "../../interview/rules/deadlines-feed.ts"
import {
  couldBeDone,
  datedActs,
  type Possibility,
} from "../../interview/rules/deadlines-possible.ts"
import { type AppealCourse, type Deadline, deadlinesOf } from "../../interview/rules/deadlines.ts"
import { InterviewsSetup } from "../../ports.ts"
import { LateAct } from "../../terms/model/procedure.ts"
import { now } from "../act.ts"
import { readInterview, type Readable, type Reading } from "./reading.ts"
import type { ApplicationRefusal } from "../refusals.ts"

const optional = Schema.NullOr

const DatedEventLine = Schema.Struct({
  event: Schema.String,
  label: optional(Schema.String),
  on: CivilDate,
})

/**
 * One deadline: what starts it and when, its length, the day on which it ends before and after it is
 * moved, the days passed over, the text that lays it down.
 */
export const DeadlineLine = Schema.Struct({
  act: Schema.String,
  label: optional(Schema.String),
  bound: Schema.Literals(["not-before", "not-after"]),
  from: Schema.String,
  start: optional(DatedEventLine),
  stoppedDays: Schema.Int,
  period: LegalPeriod,
  rawLastDay: optional(CivilDate),
  lastDay: optional(CivilDate),
  skipped: Schema.Array(Schema.Struct({ date: CivilDate, why: Schema.String })),
  proposeBy: optional(CivilDate),
  late: LateAct,
  source: Schema.String,
  confidence: Confidence,
  doneOn: optional(CivilDate),
  lapsed: Schema.Boolean,
}).annotate({ identifier: "Deadline" })
export type DeadlineLine = typeof DeadlineLine.Type

/** Whether an act could be done on a day, and on what grounds. */
export const PossibilityLine = Schema.Struct({
  act: Schema.String,
  label: optional(Schema.String),
  day: CivilDate,
  answer: Schema.Literals([
    "yes",
    "yes-late",
    "too-early",
    "too-late",
    "not-started",
    "already-done",
  ]),
  opening: optional(DatedEventLine),
  deadline: optional(DeadlineLine),
  doneOn: optional(CivilDate),
}).annotate({ identifier: "Possibility" })
export type PossibilityLine = typeof PossibilityLine.Type

/** Gives every deadline of an interview, in the order of the acts. */
export const listDeadlines = Effect.fn("interviews.listDeadlines")(function* (reading: Reading) {
  return yield* readCourse(reading, ({ state, terms, appeal }) =>
    Effect.succeed(deadlinesOf(state, terms, appeal).map(deadlineLine)),
  )
})

/** Tells whether an act could be done on a day, and why. */
export const proveDeadline = Effect.fn("interviews.proveDeadline")(function* (request: Asked) {
  return yield* readCourse(request, (course) =>
    Effect.map(possibilityIn(course, request), possibilityLine),
  )
})

/** Gives that answer as a document for an appeal file. */
export const readDeadlineProof = Effect.fn("interviews.readDeadlineProof")(function* (
  request: Asked,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readCourse(request, (course) =>
    Effect.map(possibilityIn(course, request), (possibility) => ({
      content: deadlineProofDocument(possibility, { ...course, wording }),
      fileName: wording.documents.deadlines.fileName(
        course.state.agent.id,
        course.state.year,
        request.act,
      ),
    })),
  )
})

/** Gives all the deadlines of an interview as a document. */
export const readDeadlines = Effect.fn("interviews.readDeadlines")(function* (reading: Reading) {
  const { wording } = yield* InterviewsSetup
  return yield* readCourse(reading, ({ state, terms, appeal }) =>
    Effect.succeed({
      content: deadlinesDocument(state, terms, { wording, appeal }),
      fileName: wording.documents.deadlines.listFileName(state.agent.id, state.year),
    }),
  )
})

/** Gives the deadlines that are not done as a calendar of whole days. */
export const readDeadlineFeed = Effect.fn("interviews.readDeadlineFeed")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readCourse(reading, ({ state, terms, appeal }) =>
    Effect.map(now, (at) =>
      deadlineFeed(state, terms, { at, labels: deadlineLabels(state, wording), appeal }),
    ),
  )
})

/** An interview, an act of it, a day. */
export interface Asked extends Reading {
  readonly act: string
  readonly day: CivilDate
}

interface Course extends Readable {
  readonly appeal: AppealCourse
}

const readCourse = <A, E = never>(
  reading: Reading,
  read: (course: Course) => Effect.Effect<A, E>,
) =>
  readInterview(reading, "interview-deadlines", (found) =>
    Effect.gen(function* () {
      const storage = yield* Storage
      const [{ state }] = yield* storage.load([appealRef(reading.interview)])
      return yield* read({ ...found, appeal: appealCourse(state) })
    }),
  )

const possibilityIn = ({ state, terms, appeal }: Course, { act, day }: Asked) => {
  const possibility = couldBeDone(state, terms, { act, day, appeal })
  return possibility === undefined
    ? Effect.fail<ApplicationRefusal>({
        _tag: "deadline.unknown-act",
        act,
        known: datedActs(terms),
      })
    : Effect.succeed(possibility)
}

const deadlineLine = ({ start, end, label, proposeBy, doneOn, ...same }: Deadline) =>
  ({
    ...same,
    label: label ?? null,
    start: eventLine(start),
    rawLastDay: end?.rawLastDay ?? null,
    lastDay: end?.lastDay ?? null,
    skipped: end?.skipped ?? [],
    proposeBy: proposeBy ?? null,
    doneOn: doneOn ?? null,
  }) satisfies DeadlineLine

const possibilityLine = ({ label, opening, deadline, doneOn, ...same }: Possibility) =>
  ({
    ...same,
    label: label ?? null,
    opening: eventLine(opening),
    deadline: deadline === undefined ? null : deadlineLine(deadline),
    doneOn: doneOn ?? null,
  }) satisfies PossibilityLine

const eventLine = (event: Deadline["start"]) =>
  event === undefined ? null : { ...event, label: event.label ?? null }
