/**
 * Another authority in the place of the one whom the appeal names, who left or cannot answer.
 *
 * @requirement ENT-27
 */
import * as Result from "effect/Result"
import type { AppealCommand } from "../commands.ts"
import type { AppealEvent } from "../events.ts"
import type { AppealRefusal } from "../refusals.ts"
import type { AppealIn } from "../state.ts"
import { actorRefusal } from "./actors.ts"

type Decided = Result.Result<ReadonlyArray<AppealEvent>, AppealRefusal>
type Replace = Extract<AppealCommand, { readonly _tag: "replaceAuthority" }>
type Pending = AppealIn<"lodged" | "answered" | "unanswered" | "referred">

/** Gives the appeal to another authority, who has every right and duty from then on. */
export const replaceAuthority = (command: Replace, state: Pending): Decided => {
  const { at, by, authority, reason } = command
  const refused = actorRefusal(command, ["hr-service"], state) ?? authorityRefusal(command, state)
  const { authority: former } = state
  return refused === undefined
    ? Result.succeed([{ _tag: "AppealAuthorityReplaced", at, by, former, authority, reason }])
    : Result.fail(refused)
}

const authorityRefusal = (
  { authority: { id: authority } }: Replace,
  state: Pending,
): AppealRefusal | undefined => {
  if (authority === state.authority.id) return { _tag: "appeal.authority-unchanged", authority }
  for (const from of ["agent", "superior"] as const) {
    if (authority === state[from].id) {
      return { _tag: "appeal.authority-not-distinct", authority, from }
    }
  }
  return undefined
}
