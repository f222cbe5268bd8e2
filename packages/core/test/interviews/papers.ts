/** Histories played to their states, and what papers made of them hold. */
import type { Block, DocumentContent } from "@convoque/core/kernel/document"
import { decide, fold } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import { reportDocument } from "../../src/interviews/interview/documents.ts"
import type { InterviewEvent } from "../../src/interviews/interview/events.ts"
import type { Interview, OpenedInterview } from "../../src/interviews/interview/state.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { terms } from "./given.ts"

export type Past = ReadonlyArray<InterviewEvent>
export type In<Tag extends Interview["_tag"]> = Extract<Interview, { readonly _tag: Tag }>

export const after = (past: Past, ...commands: ReadonlyArray<InterviewCommand>): Past =>
  commands.reduce<Past>((events, command) => {
    const state = fold(machine, events)
    return [...events, ...Result.getOrThrow(decide(machine, command, state))]
  }, past)

export const stateAs = <Tag extends Interview["_tag"]>(tag: Tag, past: Past): In<Tag> => {
  const state = fold(machine, past)
  if (state._tag !== tag) throw new Error(`${state._tag} is not ${tag}`)
  return state as In<Tag>
}
export const opened = (past: Past): OpenedInterview => {
  const state = fold(machine, past)
  if (state._tag === "none") throw new Error("not opened")
  return state
}
export const reportAt = (past: Past, wording = wordingFr): DocumentContent => {
  const state = opened(past)
  if (state._tag !== "held" && state._tag !== "in-circuit" && state._tag !== "closed") {
    throw new Error(state._tag)
  }
  return reportDocument(state, terms, wording)
}

export const of = <Tag extends Block["_tag"]>(document: DocumentContent, tag: Tag) =>
  document.blocks.filter(
    (block): block is Extract<Block, { readonly _tag: Tag }> => block._tag === tag,
  )
/** Gives the blocks under a heading, up to the next one. */
export const under = (document: DocumentContent, heading: string): ReadonlyArray<Block> => {
  const from = document.blocks.findIndex(
    (block) => block._tag === "heading" && block.text === heading,
  )
  const rest = document.blocks.slice(from + 1)
  const to = rest.findIndex(({ _tag }) => _tag === "heading")
  return from < 0 ? [] : rest.slice(0, to < 0 ? undefined : to)
}
export const valueOf = (document: DocumentContent, label: string): string | undefined =>
  of(document, "fields")
    .flatMap(({ rows }) => rows)
    .find((row) => row.label === label)?.value
