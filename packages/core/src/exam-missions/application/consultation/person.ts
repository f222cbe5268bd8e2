/**
 * One person of a school: the recap, and the three views of convened assignments, unavailability
 * and teachings.
 *
 * @requirement PER-18
 * @requirement PER-19
 * @requirement PER-22
 * @requirement PER-23
 * @requirement PER-24
 * @requirement PER-25
 * @requirement PER-26
 */
import * as Effect from "effect/Effect"
import type { DocumentContent } from "../../../kernel/document.ts"
import type { Actor, PersonId, TenantId, Uai } from "../../../kernel/identity.ts"
import {
  type KeyedEntry,
  type ListQuery,
  type ListRefusal,
  type Page,
  pageOf,
} from "../../../kernel/listing.ts"
import {
  type AccessLog,
  Registers,
  type Storage,
  type StorageUnavailable,
  Views,
} from "../../../kernel/ports.ts"
import type { ActivityId } from "../../activity/model.ts"
import { recapDocument } from "../../consultation/documents.ts"
import {
  type AssignmentLine,
  assignmentSorts,
  type EntryTeachingLine,
  entryTeachingSorts,
  type StaffLine,
  type TeachingLine,
  teachingSorts,
} from "../../consultation/model.ts"
import {
  assignmentEntries,
  assignmentLines,
  isConvened,
  staffSortRefusal,
  teachingEntries,
} from "../../consultation/rules.ts"
import { assignments } from "../../mission/registers.ts"
import { ExamMissionsSetup, StaffDirectory } from "../../ports.ts"
import { teachings } from "../../staff-directory/registers.ts"
import {
  personScope,
  unavailabilities,
  type UnavailabilityRow,
} from "../../unavailability/views.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { schoolNames } from "../schools.ts"
import { traced } from "../traces.ts"
import { admitted, type ConsultationFailure, staffPaper } from "./admission.ts"
import { missionSources } from "./sources.ts"

/** Who consults which person of which school. */
export interface OnMember {
  readonly by: Actor
  readonly tenant: TenantId
  readonly school: Uai
  readonly person: PersonId
}

/** A query on a list of one person. */
export type MemberQuery = Omit<ListQuery, "scope">

/**
 * The recap of a person. `notYetConvened` tells, in words, that missions are assigned but not yet
 * convened; null when there is none.
 */
export interface MemberRecap {
  readonly line: StaffLine
  readonly notYetConvened: string | null
}

/**
 * Lets somebody consult a person of a school, in the consultation of personnel or another activity;
 * refuses `person.not-in-school`.
 */
export const readMember = (
  request: OnMember,
  activity: ActivityId = "staff-consultation",
): Effect.Effect<StaffLine, ConsultationFailure, Storage | StaffDirectory> =>
  Effect.gen(function* () {
    yield* admitted(request, activity)
    const { tenant, school, person } = request
    const directory = yield* StaffDirectory
    const line = yield* directory.member(tenant, school, person)
    return (
      line ??
      (yield* Effect.fail<ApplicationRefusal>({ _tag: "person.not-in-school", person, school }))
    )
  })

/** Gives the recap of a person, and leaves a trace of it. */
export const consultMember = Effect.fn("exam-missions.consultMember")(function* (
  request: OnMember,
) {
  const line = yield* readMember(request)
  const { wording } = yield* ExamMissionsSetup
  const registers = yield* Registers
  const all = yield* registers.ofOwners(request.tenant, assignments, [request.person])
  const waiting = all.filter((one) => !isConvened(one)).length
  yield* traced(request, "staff-member", request.person)
  const recap: MemberRecap = {
    line,
    notYetConvened: waiting === 0 ? null : wording.staff.assignments.notYetConvened(waiting),
  }
  return recap
})

/** Gives a page of the convened assignments of a person. */
export const listMemberAssignments = (
  request: OnMember,
  query: MemberQuery,
): Effect.Effect<
  Page<AssignmentLine>,
  ConsultationFailure | ListRefusal,
  Storage | StaffDirectory | Registers | AccessLog
> =>
  Effect.gen(function* () {
    yield* readMember(request)
    yield* traced(request, "staff-assignments", request.person)
    const lines = yield* assignmentsOf(request)
    return yield* paged(assignmentEntries(lines), query, assignmentSorts)
  })

/** Gives a page of the unavailability of a person, those of other academies with their recap. */
export const listMemberUnavailabilities = (
  request: OnMember,
  query: MemberQuery,
): Effect.Effect<
  Page<UnavailabilityRow>,
  ConsultationFailure | ListRefusal,
  Storage | StaffDirectory | Views | AccessLog
> =>
  Effect.gen(function* () {
    yield* readMember(request)
    const views = yield* Views
    yield* traced(request, "staff-unavailabilities", request.person)
    const scope = personScope(request.person)
    return yield* views.page(unavailabilities, request.tenant, { ...query, scope })
  })

/** Gives a page of the teachings of a person, in all schools. */
export const listMemberTeachings = (
  request: OnMember,
  query: MemberQuery,
): Effect.Effect<
  Page<TeachingLine>,
  ConsultationFailure | ListRefusal,
  Storage | StaffDirectory | Registers
> =>
  Effect.gen(function* () {
    yield* readMember(request)
    return yield* paged(yield* teachingsOf(request), query, teachingSorts)
  })

/** Gives a page of the teachings of a person to whom competences are entered, in all schools. */
export const listEntryTeachings = (
  request: OnMember,
  query: MemberQuery,
): Effect.Effect<
  Page<EntryTeachingLine>,
  ConsultationFailure | ListRefusal,
  Storage | StaffDirectory | Registers
> =>
  Effect.gen(function* () {
    yield* readMember(request, "competence-entry")
    const entries = (yield* teachingsOf(request)).map(withoutStructure)
    return yield* paged(entries, query, entryTeachingSorts)
  })

/**
 * Gives the recap of one convocation of a person, to be printed; refuses `assignment.unknown`. The
 * original is the management service's.
 */
export const printConvocationRecap = Effect.fn("exam-missions.printConvocationRecap")(function* (
  request: OnMember & { readonly mission: string },
) {
  const { person, mission } = request
  const line = yield* readMember(request)
  const one = (yield* assignmentsOf(request)).find((found) => found.mission === mission)
  if (one === undefined) {
    return yield* Effect.fail<ApplicationRefusal>({ _tag: "assignment.unknown", person, mission })
  }
  const paper = yield* staffPaper(request)
  yield* traced(request, "convocation-recap", person)
  const printed: { readonly content: DocumentContent; readonly fileName: string } = {
    content: recapDocument(paper, line, one),
    fileName: `${paper.words.recap.fileName(mission)}.pdf`,
  }
  return printed
})

const teachingsOf = ({ tenant, person }: OnMember) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const found = yield* registers.ofOwners(tenant, teachings, [person])
    const names = yield* schoolNames(
      tenant,
      found.map(({ school }) => school),
    )
    return teachingEntries(found, names)
  })

// What is not shown is not searched either.
const withoutStructure = (entry: KeyedEntry<TeachingLine>): KeyedEntry<EntryTeachingLine> => {
  const { structure: _, structureKind: __, ...row } = entry.row
  const search = entryTeachingSorts.map((column) => entry.sorts[column] ?? "").join("\n")
  return { ...entry, search, row }
}

const assignmentsOf = ({
  tenant,
  person,
}: OnMember): Effect.Effect<ReadonlyArray<AssignmentLine>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const found = yield* registers.ofOwners(tenant, assignments, [person])
    return assignmentLines(found, yield* missionSources(tenant, found))
  })

const paged = <Row>(
  entries: Parameters<typeof pageOf<Row>>[0],
  query: MemberQuery,
  sorts: ReadonlyArray<string>,
): Effect.Effect<Page<Row>, ListRefusal> => {
  const refusal = staffSortRefusal(sorts, query.sort)
  const [filter] = Object.keys(query.filters)
  if (refusal !== undefined) return Effect.fail(refusal)
  return filter === undefined
    ? Effect.succeed(pageOf(entries, { ...query, scope: "" }))
    : Effect.fail({ _tag: "list.unknown-filter", filter, known: [] })
}
