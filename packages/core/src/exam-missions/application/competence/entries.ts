/**
 * The entry windows: the exams division opens, reopens and closes them, a school validates its own.
 *
 * @requirement CMP-23, CMP-24, CMP-25, CMP-27
 */
import * as Effect from "effect/Effect"
import { type SchoolYear, schoolYearOf } from "../../../kernel/calendar.ts"
import { handle, type StaleConflict } from "../../../kernel/handle.ts"
import type { Actor, TenantId, Uai } from "../../../kernel/identity.ts"
import { Registers, Storage, type StorageUnavailable } from "../../../kernel/ports.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import { activityRef, competenceEntryRef } from "../../aggregates.ts"
import type { EntryCommand } from "../../competence-entry/commands.ts"
import { entryMachine } from "../../competence-entry/decider.ts"
import type { EntryEvent } from "../../competence-entry/events.ts"
import type { EntryName } from "../../competence-entry/model.ts"
import { entryMails } from "../../competence-entry/policies.ts"
import type { EntryRefusal } from "../../competence-entry/refusals.ts"
import { yearRefusal } from "../../competence-entry/rules.ts"
import type { CompetenceEntry } from "../../competence-entry/state.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { schools } from "../../staff-directory/registers.ts"
import { now, readableSchool, requireActivity, today, type Unchanged } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** Who acts on which window, having seen which version. */
export interface OnEntry {
  readonly by: Actor
  readonly tenant: TenantId
  readonly entry: EntryName
  readonly seen?: number | undefined
}

/** The ways in which acting on a window can end otherwise than well. */
export type EntryFailure =
  | EntryRefusal
  | ActivityRefusal
  | ApplicationRefusal
  | StaleConflict
  | StorageUnavailable

/**
 * Opens the window of a school; `school.unknown` when no register knows the school,
 * `competence-entry.year-too-far` for another year than the current one and its neighbours.
 */
export const openEntry = Effect.fn("exam-missions.openEntry")(function* (request: OnEntry) {
  yield* requireSchool(request)
  yield* requireYearNear(request.entry.year)
  return yield* actOnEntry(request, { _tag: "openEntry" })
})

/** Validates the window of the actor's school, which tells the management service by mail. */
export const validateEntry = Effect.fn("exam-missions.validateEntry")(
  ({ statement, ...request }: OnEntry & { readonly statement: boolean }) =>
    actOnEntry(request, { _tag: "validateEntry", statement }),
)

/** Reopens a validated window; only the exams division may. */
export const reopenEntry = Effect.fn("exam-missions.reopenEntry")((request: OnEntry) =>
  actOnEntry(request, { _tag: "reopenEntry" }),
)

/** Closes a window, validated or not. */
export const closeEntry = Effect.fn("exam-missions.closeEntry")((request: OnEntry) =>
  actOnEntry(request, { _tag: "closeEntry" }),
)

/**
 * Gives where the window of a school stands, with its version, to the school, while the activity of
 * entry or that of validation is open to it, and to the management service.
 */
export const readEntry = Effect.fn("exam-missions.readEntry")(function* ({
  by,
  tenant,
  entry,
}: Omit<OnEntry, "seen">) {
  const school = yield* readableSchool(by, entry.school)
  yield* requireActivity(tenant, by, "competence-validation").pipe(
    Effect.catchTag("activity.closed", () => requireActivity(tenant, by, "competence-entry")),
  )
  const storage = yield* Storage
  const [{ state, version }] = yield* storage.load([competenceEntryRef(tenant, entry)])
  const since = state.acts.at(-1)?.at ?? null
  return { school, year: entry.year, status: state._tag, since, version }
})

/** Gives the school year of this day in the academy. */
export const currentYear = Effect.map(today, schoolYearOf)

/** Refuses a school year for which no window is opened. */
export const requireYearNear = (
  year: SchoolYear,
): Effect.Effect<void, EntryRefusal, ExamMissionsSetup> =>
  Effect.flatMap(currentYear, (current) => {
    const refusal = yearRefusal(year, current)
    return refusal === undefined ? Effect.void : Effect.fail(refusal)
  })

type Asked =
  | { readonly _tag: "openEntry" | "reopenEntry" | "closeEntry" }
  | { readonly _tag: "validateEntry"; readonly statement: boolean }

type Needs = Storage | Registers | ExamMissionsSetup

const actOnEntry = ({ by, tenant, entry, seen }: OnEntry, asked: Asked) =>
  handle<
    CompetenceEntry,
    EntryCommand,
    EntryEvent,
    EntryRefusal,
    ActivityRefusal | StorageUnavailable,
    Needs
  >({
    id: competenceEntryRef(tenant, entry),
    machine: entryMachine,
    seen,
    complete: () =>
      Effect.gen(function* () {
        const act = { at: yield* now, by, school: entry.school, year: entry.year }
        if (asked._tag !== "validateEntry") return { command: { ...act, _tag: asked._tag } }
        const activity = yield* readValidation(tenant)
        const validationOpen = activity.isOpen
        return { command: { ...act, ...asked, validationOpen }, unchanged: [activity.unchanged] }
      }),
    react: ({ events }) => mailsOf(tenant, entry.school, events),
  })

const readValidation = (
  tenant: TenantId,
): Effect.Effect<
  { readonly isOpen: boolean; readonly unchanged: Unchanged },
  StorageUnavailable,
  Storage
> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const id = activityRef(tenant, "competence-validation")
    const [{ state, version }] = yield* storage.load([id])
    return { isOpen: state._tag === "open", unchanged: { id, expected: version } }
  })

const mailsOf = (tenant: TenantId, school: Uai, events: ReadonlyArray<EntryEvent>) =>
  Effect.gen(function* () {
    const { managementService: to, wording, zone } = yield* ExamMissionsSetup
    const registers = yield* Registers
    const [row] = yield* registers.find(tenant, schools, [school])
    return entryMails(events, { to, schoolName: row?.name ?? school, wording, zone })
  })

const requireSchool = ({
  tenant,
  entry: { school },
}: OnEntry): Effect.Effect<void, ApplicationRefusal | StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const [row] = yield* registers.find(tenant, schools, [school])
    if (row === undefined) {
      yield* Effect.fail<ApplicationRefusal>({ _tag: "school.unknown", school })
    }
  })
