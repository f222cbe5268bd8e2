/**
 * The exports of the personnel with their teachings or their missions, for the persons of the
 * current selection in its order: as sheets that flow page by page, and on paper up to a number of
 * people.
 *
 * @requirement PER-10
 * @requirement PER-11
 * @requirement PER-12
 * @requirement PER-13
 * @requirement PER-28
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { DocumentContent } from "../../../kernel/document.ts"
import type { PersonId, TenantId } from "../../../kernel/identity.ts"
import type { ListRefusal, ListTooLong } from "../../../kernel/listing.ts"
import {
  type AccessLog,
  type Registers,
  type SheetContent,
  type Storage,
  type StorageUnavailable,
} from "../../../kernel/ports.ts"
import {
  detailsDocument,
  type DetailedPerson,
  missionsDocument,
  type PersonMissions,
  type PersonTeachings,
  teachingsDocument,
} from "../../consultation/documents.ts"
import type { StaffLine } from "../../consultation/model.ts"
import { assignmentLines, isConvened, takesPlaceIn } from "../../consultation/rules.ts"
import { assignments } from "../../mission/registers.ts"
import { ExamMissionsSetup, type StaffDirectory } from "../../ports.ts"
import type { Post } from "../../staff-directory/model.ts"
import { people, posts, teachings } from "../../staff-directory/registers.ts"
import type { StaffWords } from "../../wording/staff-words.ts"
import { byKeys, ofOwners } from "../rows.ts"
import { schoolNames } from "../schools.ts"
import { traced } from "../traces.ts"
import { admitted, type ConsultationFailure, type InStaff, staffPaper } from "./admission.ts"
import type { StaffAsked } from "./lists.ts"
import { lineChunks, printedLines } from "./selection.ts"
import { missionSheetRows, teachingSheetRows } from "./sheets.ts"
import { missionSources } from "./sources.ts"

/** The selection of a list of personnel. */
export interface StaffSelected extends InStaff {
  readonly asked: Pick<StaffAsked, "keyword" | "sort" | "periods" | "filters">
}

/** A selection, and the years in which the missions take place, at least one. */
export interface MissionsSelected extends StaffSelected {
  readonly years: ReadonlyArray<number>
}

type Needs = Storage | StaffDirectory | Registers | ExamMissionsSetup

/** The ways in which an export can end otherwise than well. */
export type ExportFailure = ConsultationFailure | ListRefusal | ListTooLong

/** A sheet whose rows are read as it is written, with the name of its file. */
export interface StaffFile {
  readonly sheet: SheetContent<ExportFailure, Needs>
  readonly fileName: string
}

/** A paper with the name of its file. */
export interface StaffPrint {
  readonly content: DocumentContent
  readonly fileName: string
}

/** Gives the sheet of the personnel with their teachings: one row a teaching. */
export const exportTeachings = (
  selected: StaffSelected,
): Effect.Effect<StaffFile, ExportFailure, Needs> =>
  Effect.gen(function* () {
    const words = yield* admittedWords(selected)
    const rows = Stream.mapEffect(lineChunks(selected), (lines) =>
      withTeachings(selected.tenant, lines),
    ).pipe(Stream.buffer({ capacity: 1 }))
    return fileOf(teachingSheetRows(rows, words), words.withTeachings.fileName)
  })

/** Gives the sheet of the personnel with their convened missions: one row a mission. */
export const exportMissions = (
  selected: MissionsSelected,
): Effect.Effect<StaffFile, ExportFailure, Needs> =>
  Effect.gen(function* () {
    const words = yield* admittedWords(selected)
    const rows = Stream.mapEffect(lineChunks(selected), (lines) =>
      withMissions(selected, lines),
    ).pipe(Stream.buffer({ capacity: 1 }))
    return fileOf(missionSheetRows(rows, words), words.withMissions.fileName)
  })

const fileOf = (sheet: SheetContent<ExportFailure, Needs>, fileName: string): StaffFile => ({
  sheet,
  fileName: `${fileName}.csv`,
})

/** Gives the paper of the personnel with their teachings. */
export const printTeachings = (
  selected: StaffSelected,
): Effect.Effect<StaffPrint, ExportFailure, Needs> =>
  Effect.gen(function* () {
    const words = yield* admittedWords(selected)
    const found = yield* withTeachings(selected.tenant, yield* printedLines(selected))
    const content = teachingsDocument(yield* staffPaper(selected), found)
    return { content, fileName: `${words.withTeachings.fileName}.pdf` }
  })

/** Gives the paper of the personnel with their convened missions. */
export const printMissions = (
  selected: MissionsSelected,
): Effect.Effect<StaffPrint, ExportFailure, Needs> =>
  Effect.gen(function* () {
    const words = yield* admittedWords(selected)
    const found = yield* withMissions(selected, yield* printedLines(selected))
    const content = missionsDocument(yield* staffPaper(selected), found, selected.years)
    return { content, fileName: `${words.withMissions.fileName}.pdf` }
  })

/**
 * Gives the detailed paper of the personnel with their convened missions. It holds contact details:
 * a trace is left for each person in it.
 */
export const printDetails = (
  selected: MissionsSelected,
): Effect.Effect<StaffPrint, ExportFailure, Needs | AccessLog> =>
  Effect.gen(function* () {
    const words = yield* admittedWords(selected)
    const found = yield* withMissions(selected, yield* printedLines(selected))
    const detailed = yield* withDetails(selected.tenant, found)
    const content = detailsDocument(yield* staffPaper(selected), detailed, selected.years)
    yield* Effect.forEach(
      detailed,
      ({ line }) => traced(selected, "staff-contact-details", line.person),
      { concurrency: 8, discard: true },
    )
    return { content, fileName: `${words.details.fileName}.pdf` }
  })

const admittedWords = (
  selected: StaffSelected,
): Effect.Effect<StaffWords, ExportFailure, Storage | ExamMissionsSetup> =>
  Effect.andThen(
    admitted(selected, "staff-consultation"),
    Effect.map(ExamMissionsSetup, ({ wording }) => wording.staff),
  )

const peopleOf = (lines: ReadonlyArray<StaffLine>): ReadonlyArray<PersonId> =>
  lines.map(({ person }) => person)

const withTeachings = (
  tenant: TenantId,
  lines: ReadonlyArray<StaffLine>,
): Effect.Effect<ReadonlyArray<PersonTeachings>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const found = yield* ofOwners(tenant, teachings, peopleOf(lines))
    const names = yield* schoolNames(
      tenant,
      found.map(({ school }) => school),
    )
    const byPerson = Map.groupBy(found, ({ person }) => person)
    return lines.map((line) => ({
      line,
      teachings: (byPerson.get(line.person) ?? []).map((one) => ({
        ...one,
        schoolName: names.get(one.school) ?? one.school,
      })),
    }))
  })

const withMissions = (
  { tenant, years }: MissionsSelected,
  lines: ReadonlyArray<StaffLine>,
): Effect.Effect<ReadonlyArray<PersonMissions>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const all = yield* ofOwners(tenant, assignments, peopleOf(lines))
    const convened = all.filter(isConvened)
    const sources = yield* missionSources(tenant, convened)
    const kept = convened.filter((one) =>
      takesPlaceIn(years, one, sources.missions.get(one.mission)),
    )
    const byPerson = Map.groupBy(kept, ({ person }) => person)
    return lines.map((line) => ({
      line,
      assignments: assignmentLines(byPerson.get(line.person) ?? [], sources),
    }))
  })

const withDetails = (
  tenant: TenantId,
  found: ReadonlyArray<PersonMissions>,
): Effect.Effect<ReadonlyArray<DetailedPerson>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const ids = peopleOf(found.map(({ line }) => line))
    const members = yield* byKeys(tenant, people, ids)
    const held = yield* ofOwners(tenant, posts, ids)
    const names = yield* schoolNames(
      tenant,
      held.map(({ school }) => school),
    )
    const memberOf = new Map(members.map((member) => [member.person, member]))
    // The register gives the main post first.
    const postsOf = Map.groupBy(held, ({ person }) => person)
    return found.map((one) => {
      const member = memberOf.get(one.line.person)
      const [home] = postsOf.get(one.line.person) ?? []
      return {
        ...one,
        contact: {
          address: member?.address ?? null,
          personalPhone: member?.personalPhone ?? null,
          professionalPhone: member?.professionalPhone ?? null,
        },
        homePost: home === undefined ? "" : postText(home, names.get(home.school)),
      }
    })
  })

const postText = ({ role, discipline, school }: Post, name: string | undefined): string =>
  [role, discipline, name === undefined ? school : `${name} (${school})`]
    .filter((text) => text !== null)
    .join(", ")
