/**
 * What people read of the competences of an agent: the recap, the list with the actions offered to
 * that very reader, and the history of a competence, even after its removal.
 *
 * @requirement CMP-01 to CMP-10, CMP-16 to CMP-18, CMP-26
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { isManagement } from "../../activity/rules.ts"
import { schoolYearOf } from "../../../kernel/calendar.ts"
import { PersonId, type Uai } from "../../../kernel/identity.ts"
import { Registers, Storage } from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import { competenceEntryRef, competenceSheetRef } from "../../aggregates.ts"
import type { CompetenceEvent } from "../../competence/events.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { authorName, authorsColumn } from "../../competence/rules/authors-column.ts"
import { competencesDefined } from "../../competence/rules/standing.ts"
import { type CompetenceActLine, CompetenceLine } from "../../competence/views.ts"
import { EntryStatus } from "../../competence-entry/model.ts"
import { people, posts } from "../../staff-directory/registers.ts"
import { readableSchool, requireActivity, today } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { traced } from "../traces.ts"
import { readLines } from "./lines.ts"
import { type AskedPage, type Line, type Listing, pageAsked } from "./paging.ts"
import type { BeforeSheet } from "./positions.ts"

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
 * validated (CMP-26); no action is offered then. Leaves a trace when somebody else than the agent reads,
 * as the list and the history do.
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
    competences: yield* readLines(request, sheet.state),
  }
  return { read, version: sheet.version }
})

/** What the list of the competences of an agent is sorted and filtered by. */
export const competenceListing = {
  sortColumns: ["exam", "speciality", "label", "authors"],
  filterNames: ["standing"],
} as const satisfies Listing

/** Gives a page of the competences of an agent, to those who read them. */
export const listCompetences = Effect.fn("exam-missions.listCompetences")(function* (
  request: ReadingSheet,
  asked: AskedPage,
) {
  yield* readAgent(request)
  const storage = yield* Storage
  const [{ state }] = yield* storage.load([competenceSheetRef(request.tenant, request.agent)])
  const lines = yield* readLines(request, state)
  return yield* pageAsked(competenceListing, lines.map(listedLine), asked)
})

const listedLine = (
  row: CompetenceLine,
): Line<
  CompetenceLine,
  (typeof competenceListing.sortColumns)[number],
  (typeof competenceListing.filterNames)[number]
> => {
  const { option, authors, standing } = row
  // What the regulation does not know any more is shown by its code.
  const labels = [row.exam ?? "", row.speciality ?? "", row.label ?? option].map(foldedKey)
  const [exam = "", speciality = "", label = ""] = labels
  return {
    key: option,
    sorts: { exam, speciality, label, authors: foldedKey(authors) },
    filters: { standing },
    labels: [...labels, authors],
    row,
  }
}

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
    if (member === undefined) {
      return yield* Effect.fail<ApplicationRefusal>({ _tag: "person.unknown", person: agent })
    }
    yield* traced(request, "competences", agent)
    return { member, post }
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
        : by.capacity === "exam-manager" || isManagement(by)
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
