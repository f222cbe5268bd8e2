/** Who may read a file. */
import { type Actor, type PersonId, responsiblePerson } from "../../../kernel/identity.ts"
import type { OpenedSet } from "../state.ts"

/** Tells whether an actor is the agent, one of the evaluators or a manager of the campaign. */
export const mayRead = (
  by: Actor,
  state: OpenedSet,
  managers: ReadonlyArray<PersonId>,
): boolean => {
  const reader = responsiblePerson(by)
  switch (by.capacity) {
    case "agent":
      return reader === state.agent.id
    case "evaluator":
      return Object.values(state.evaluators).some(({ id }) => id === reader)
    case "campaign-manager":
      return managers.includes(reader)
    default:
      return false
  }
}
