/** What decisions share: their types, and how a refusal or events become an answer. */
import * as Result from "effect/Result"
import type { Act } from "../../../kernel/event.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type { Person } from "../../../kernel/ports.ts"
import type { InterviewCommand } from "../commands.ts"
import type { InterviewEvent } from "../events.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { Interview, OpenedInterview } from "../state.ts"

/** What a decision answers: the events, or the refusal. */
export type Decided = Result.Result<ReadonlyArray<InterviewEvent>, InterviewRefusal>

/** The command with a tag. */
export type CommandOf<Tag extends InterviewCommand["_tag"]> = Extract<
  InterviewCommand,
  { readonly _tag: Tag }
>

/** The state with a tag. */
export type StateOf<Tag extends Interview["_tag"]> = Extract<Interview, { readonly _tag: Tag }>

/** Answers the refusal if there is one, else the events. */
export const answer = (
  refused: InterviewRefusal | undefined,
  events: () => ReadonlyArray<InterviewEvent>,
): Decided => (refused === undefined ? Result.succeed(events()) : Result.fail(refused))

/** Gives the moment and the author of a command, as its events bear them. */
export const actOf = ({ at, by }: Act): Act => ({ at, by })

/** Gives the agent as the directory knows him, or as the file does when he has no possible address any more. */
export const reachable = (agent: Person, state: OpenedInterview): Person =>
  isMailAddress(agent.email ?? "") ? agent : state.agent
