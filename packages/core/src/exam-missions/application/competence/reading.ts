/**
 * What people read of the competences of an agent: the recap, the list with the actions offered to
 * that very reader, and the history of a competence, even after its removal.
 *
 * @requirement CMP-01 to CMP-10, CMP-16 to CMP-18, CMP-26
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Instant, schoolYearOf } from "../../../kernel/calendar.ts"
import { PersonId, type Uai } from "../../../kernel/identity.ts"
import { decide } from "../../../kernel/machine.ts"
import { Registers, Storage } from "../../../kernel/ports.ts"
import { competenceEntryRef, competenceSheetRef } from "../../aggregates.ts"
import type { Position } from "../../competence/commands.ts"
import { competenceMachine } from "../../competence/decider.ts"
import type { CompetenceEvent } from "../../competence/events.ts"
import { type Competence, type ExamOptionId, OfferedAction } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { examOptions } from "../../competence/registers.ts"
import type { ExamOption } from "../../competence/regulation.ts"
import { authorName, authorsColumn } from "../../competence/rules/authors-column.ts"
import { competencesDefined, competencesOf, standing } from "../../competence/rules/standing.ts"
import type { CompetenceSheet } from "../../competence/state.ts"
import { type CompetenceActLine, CompetenceLine } from "../../competence/views.ts"
import { EntryStatus } from "../../competence-entry/model.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { people, posts } from "../../staff-directory/registers.ts"
import { now, readableSchool, requireActivity, today } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { type BeforeSheet, readPositions } from "./positions.ts"

/** Who reads the sheet of whom; a school, or the management service, names the school. */
export interface ReadingSheet extends BeforeSheet {
  readonly school?: Uai
}

/**
 * The competences of an agent: the recap (CMP-02), where the entry of the school stands, null
 * without school, and the list.
 */
export const AgentCompetences = Schema.Struct({
  agent: Schema.Struct({
    person: PersonId,
    familyName: Schema.String,
    givenName: Schema.String,
    discipline: Schema.NullOr(Schema.String),
    competencesDefined: Schema.Boolean,
  }),
  entry: Schema.NullOr(EntryStatus),
  competences: Schema.Array(CompetenceLine),
}).annotate({ identifier: "AgentCompetences" })
export type AgentCompetences = typeof AgentCompetences.Type

/**
 * Gives the competences of an agent with the version of the sheet: to the schools where he works, to
 * himself, to managers, and to the management service. Reading stays possible once the entry is
 * validated (CMP-26); no action is offered then.
 */
export const readCompetences = Effect.fn("exam-missions.readCompetences")(function* (
  request: ReadingSheet,
) {
  const { tenant, agent, school } = request
  const { member, post } = yield* readAgent(request)
  const storage = yield* Storage
  const [sheet] = yield* storage.load([competenceSheetRef(tenant, agent)])
  const read: AgentCompetences = {
    agent: {
      person: agent,
      familyName: member.familyName,
      givenName: member.givenName,
      discipline: post?.discipline ?? null,
      competencesDefined: competencesDefined(sheet.state),
    },
    entry: school === undefined ? null : yield* entryStatus(request, school),
    competences: yield* linesOf(request, sheet.state),
  }
  return { read, version: sheet.version }
})

/** Gives all that happened to one competence of an agent, oldest first, to those who read it. */
export const readCompetenceHistory = Effect.fn("exam-missions.readCompetenceHistory")(function* ({
  option,
  ...request
}: ReadingSheet & { readonly option: ExamOptionId }) {
  yield* readAgent(request)
  const storage = yield* Storage
  const [{ state }] = yield* storage.load([competenceSheetRef(request.tenant, request.agent)])
  return state.acts.filter((act) => act.option === option).map(actLine)
})

/** Gives the lines of a sheet as one reader sees them. */
export const linesOf = (request: BeforeSheet, sheet: CompetenceSheet) =>
  Effect.gen(function* () {
    const { wording } = yield* ExamMissionsSetup
    const registers = yield* Registers
    const listed = competencesOf(sheet)
    const options = listed.map(({ option }) => option)
    const rows = yield* registers.find(request.tenant, examOptions, options)
    const known = new Map(rows.map((row) => [row.option, row]))
    const at = yield* now
    const positions = yield* positionsIfAny(request, options)
    return listed.map((competence): CompetenceLine => ({
      ...labelsOf(competence, known.get(competence.option)),
      actions:
        positions === undefined
          ? []
          : accepted(sheet, competence, {
              ...request,
              at,
              position: positions.positionOn(competence.option),
            }),
      explanations: competence.grounds.map(wording.competence.ground),
    }))
  })

// Exactly the buttons whose call would be accepted at this moment.
const accepted = (
  sheet: CompetenceSheet,
  { option }: Competence,
  { at, by, agent, position }: BeforeSheet & { readonly at: Instant; readonly position: Position },
): ReadonlyArray<OfferedAction> =>
  OfferedAction.literals.filter((action) =>
    Result.isSuccess(
      decide(
        competenceMachine,
        { _tag: `${action}Competence`, at, by, agent, option, position },
        sheet,
      ),
    ),
  )

const labelsOf = (
  { option, marks }: Competence,
  row: ExamOption | undefined,
): Omit<CompetenceLine, "actions" | "explanations"> => ({
  option,
  exam: row === undefined ? null : `${row.examCode}, ${row.examAcronym}, ${row.examLabel}`,
  speciality: row?.speciality ?? null,
  label: row?.label ?? null,
  authors: authorsColumn(marks),
  standing: standing(marks),
})

// Who may take no position at all still reads; no action is offered to him.
const positionsIfAny = (request: BeforeSheet, options: ReadonlyArray<ExamOptionId>) =>
  readPositions(request, options, "readCompetences").pipe(
    Effect.catch((failure) =>
      failure._tag === "StorageUnavailable" ? Effect.fail(failure) : Effect.succeed(undefined),
    ),
  )

const readAgent = (request: ReadingSheet) =>
  Effect.gen(function* () {
    const { tenant, agent, school } = request
    yield* requireReader(request)
    const registers = yield* Registers
    const held = yield* registers.ofOwners(tenant, posts, [agent])
    const post = held.find((one) =>
      school === undefined ? one.kind === "main" : one.school === school,
    )
    if (school !== undefined && post === undefined) {
      return yield* Effect.fail<ApplicationRefusal>({
        _tag: "person.not-in-school",
        person: agent,
        school,
      })
    }
    const [member] = yield* registers.find(tenant, people, [agent])
    return member === undefined
      ? yield* Effect.fail<ApplicationRefusal>({ _tag: "person.unknown", person: agent })
      : { member, post }
  })

const requireReader = ({ by, tenant, agent, school }: ReadingSheet) =>
  Effect.gen(function* () {
    if (school !== undefined) {
      yield* readableSchool(by, school)
      yield* requireActivity(tenant, by, "competence-entry")
      return
    }
    const isReader =
      by.capacity === "agent"
        ? by.person === agent
        : ["exam-manager", "exams-division", "administrator"].includes(by.capacity)
    if (!isReader) {
      return yield* Effect.fail<CompetenceRefusal>({
        _tag: "actor.not-allowed",
        command: "readCompetences",
        capacity: by.capacity,
      })
    }
  })

const entryStatus = ({ tenant }: ReadingSheet, school: Uai) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const year = schoolYearOf(yield* today)
    const [{ state }] = yield* storage.load([competenceEntryRef(tenant, { school, year })])
    return state._tag
  })

const actLine = (event: CompetenceEvent): CompetenceActLine => {
  const { _tag: act, at } = event
  switch (event._tag) {
    case "CompetenceMarked":
      return { at, act, author: authorsColumn([{ ...event, since: at }]), marks: null }
    case "MarkWithdrawn":
      return { at, act, author: authorName(event.author), marks: null }
    case "CompetenceRemoved":
      return { at, act, author: null, marks: authorsColumn(event.marks) }
    case "GroundsChanged":
      return { at, act, author: authorName({ _tag: "system" }), marks: null }
    default:
      return event satisfies never
  }
}
