/**
 * Who may read an interview, and what of it: the superior's notes and drafts are his own until he
 * has signed his part.
 *
 * @requirement CAM-01
 * @requirement ENT-09
 */
import { type Actor, responsiblePerson } from "../../../kernel/identity.ts"
import type { Interview, OpenedInterview } from "../state.ts"

type Act = OpenedInterview["acts"][number]

/** Tells whether an actor is one of the people of an interview, or follows all of them. */
export const mayRead = (by: Actor, state: OpenedInterview): boolean => {
  const reader = responsiblePerson(by)
  switch (by.capacity) {
    case "agent":
      return reader === state.agent.id
    case "superior":
      return reader === state.superior.id
    case "authority":
      return reader === state.authority.id
    case "hr-service":
    case "administrator":
      return true
    default:
      return false
  }
}

/** Tells whether an actor is the direct superior, who alone reads his notes and drafts. */
export const mayReadDraft = (by: Actor, state: OpenedInterview): boolean =>
  by.capacity === "superior" && responsiblePerson(by) === state.superior.id

const ownActs: ReadonlyArray<Act["_tag"]> = ["InterviewPrepared", "ReportDrafted"]

/** Gives the acts of an interview that an actor may read, oldest first. */
export const readableActs = (by: Actor, state: OpenedInterview): ReadonlyArray<Act> =>
  mayReadDraft(by, state) ? state.acts : state.acts.filter(({ _tag }) => !ownActs.includes(_tag))

/** Gives an interview without what an actor may not read of it. */
export const readable = <State extends Interview>(by: Actor, state: State): State => {
  if (state._tag === "none" || mayReadDraft(by, state)) return state
  const kept = { ...state, notes: [] }
  return state._tag === "held" ? { ...kept, draft: { parts: [], attachments: [] } } : kept
}
