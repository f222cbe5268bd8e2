/**
 * Opening the entry windows of many schools at once, at the beginning of a campaign.
 *
 * @requirement CMP-25
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { SchoolYear } from "../../../kernel/calendar.ts"
import type { Actor, TenantId, Uai } from "../../../kernel/identity.ts"
import { Registers } from "../../../kernel/ports.ts"
import { competenceEntryRef } from "../../aggregates.ts"
import type { EntryCommand } from "../../competence-entry/commands.ts"
import { entryMachine } from "../../competence-entry/decider.ts"
import type { EntryEvent } from "../../competence-entry/events.ts"
import type { EntryRefusal } from "../../competence-entry/refusals.ts"
import type { CompetenceEntry } from "../../competence-entry/state.ts"
import { schools } from "../../staff-directory/registers.ts"
import { requireManagement, now } from "../act.ts"
import { commitEach } from "./commit-each.ts"
import { requireYearNear } from "./entries.ts"

/** Who opens the windows of which school year. */
export interface OpeningEntries {
  readonly by: Actor
  readonly tenant: TenantId
  readonly year: SchoolYear
}

/** How many windows were opened, and how many were open or validated already. */
export interface EntriesOpened {
  readonly opened: number
  readonly kept: number
}

/**
 * Opens the windows of a school year for all schools of the register, slice by slice: those that are
 * closed are opened, the others stay as they are. Asked again after an interruption it finishes.
 * Refuses `competence-entry.year-too-far`, as the opening of one does.
 */
export const openEntries = Effect.fn("exam-missions.openEntries")(function* (
  request: OpeningEntries,
) {
  yield* requireManagement(request.by, "openEntries")
  yield* requireYearNear(request.year)
  const registers = yield* Registers
  return yield* registers.all(request.tenant, schools).pipe(
    Stream.map(({ uai }) => uai),
    Stream.grouped(slice),
    Stream.runFoldEffect(
      (): EntriesOpened => ({ opened: 0, kept: 0 }),
      (total, some) =>
        Effect.map(openSome(request, some), (opened) => ({
          opened: total.opened + opened,
          kept: total.kept + some.length - opened,
        })),
    ),
  )
})

const slice = 500

const openSome = ({ by, tenant, year }: OpeningEntries, some: ReadonlyArray<Uai>) =>
  Effect.gen(function* () {
    const at = yield* now
    const opened = yield* commitEach<CompetenceEntry, EntryCommand, EntryEvent, EntryRefusal>({
      tenant,
      machine: entryMachine,
      acts: some.map((school) => ({
        id: competenceEntryRef(tenant, { school, year }),
        commandIn: ({ _tag }) =>
          _tag === "closed" ? { _tag: "openEntry", at, by, school, year } : undefined,
      })),
    })
    return opened.length
  })
