/**
 * The five steps of every use case on a file: load, complete the command with the facts it needs,
 * decide, commit, answer. The rules are elsewhere.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { type Instant, instantFromMillis } from "../../kernel/calendar.ts"
import type { Act } from "../../kernel/event.ts"
import { type Completed, type Handled, handle, type StaleConflict } from "../../kernel/handle.ts"
import type { Actor } from "../../kernel/identity.ts"
import type { MessageContent } from "../../kernel/message.ts"
import {
  DocumentRenderer,
  type PeopleDirectory,
  type Storage,
  type StorageUnavailable,
  type Views,
} from "../../kernel/ports.ts"
import { type FileName, fileRef } from "../aggregates.ts"
import type { AppointmentSetCommand } from "../appointment-set/commands.ts"
import { appointmentSetMachine } from "../appointment-set/decider.ts"
import type { AppointmentSetEvent } from "../appointment-set/events.ts"
import { messagesOf } from "../appointment-set/policies.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import type { AppointmentSet, OpenedSet } from "../appointment-set/state.ts"
import { CareerAppointmentsSetup } from "../ports.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** What everybody who acts on a file says: who, on which file, having seen which version. */
export interface OnFile {
  readonly by: Actor
  readonly file: FileName
  readonly seen?: number | undefined
}

/** The ways in which acting on a file can end otherwise than well. */
export type ActFailure =
  | AppointmentSetRefusal
  | ApplicationRefusal
  | StaleConflict
  | StorageUnavailable

/** What acting on a file needs from outside. */
export type ActNeeds =
  | Storage
  | Views
  | PeopleDirectory
  | DocumentRenderer
  | CareerAppointmentsSetup

/** The command, once the state and the moment are known, or the failure `F` to find its facts. */
export type Complete<F> = (
  state: OpenedSet,
  act: Act,
) => Effect.Effect<Completed<AppointmentSetCommand>, ActFailure | F, ActNeeds>

/** Acts on a file that exists; refuses an unknown one by `file.unknown`. */
export const actOnFile = <F = never>(
  { by, file, seen }: OnFile,
  complete: Complete<F>,
): Effect.Effect<Handled<AppointmentSet, AppointmentSetEvent>, ActFailure | F, ActNeeds> =>
  handle<
    AppointmentSet,
    AppointmentSetCommand,
    AppointmentSetEvent,
    AppointmentSetRefusal,
    ActFailure | F,
    ActNeeds
  >({
    id: fileRef(file),
    machine: appointmentSetMachine,
    seen,
    complete: ({ state }) =>
      state._tag === "none"
        ? Effect.fail(unknownFile(file))
        : Effect.flatMap(now, (at) => complete(state, { at, by })),
    react: ({ state, events }) => messages(file, state, events),
  })

/** The present instant, from Effect's clock. */
export const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

/** The refusal of a file that was never opened, or belongs to another tenant. */
export const unknownFile = ({ campaign, agent }: FileName): ApplicationRefusal => ({
  _tag: "file.unknown",
  campaign,
  agent,
})

/**
 * Gives the messages of some events, or `document.unprintable`, asked before anything is written.
 */
export const messages = (
  file: FileName,
  state: AppointmentSet,
  events: ReadonlyArray<AppointmentSetEvent>,
): Effect.Effect<
  ReadonlyArray<MessageContent>,
  ActFailure,
  DocumentRenderer | CareerAppointmentsSetup
> =>
  Effect.gen(function* () {
    const { wording, informEvaluators } = yield* CareerAppointmentsSetup
    const renderer = yield* DocumentRenderer
    const fileUid = `convoque/${file.tenant}/${file.campaign}/${file.agent}`
    const contents = messagesOf(state, events, { wording, informEvaluators, fileUid })
    const characters = new Set(
      contents.flatMap(({ documents }) =>
        documents.flatMap(({ content }) => renderer.unprintable(content)),
      ),
    )
    return characters.size === 0
      ? contents
      : yield* Effect.fail<ActFailure>({
          _tag: "document.unprintable",
          characters: [...characters],
        })
  })
