/**
 * Those competent on an exam option, for whoever chooses people later.
 *
 * @requirement CMP-10, CMP-21
 */
import * as Effect from "effect/Effect"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import type { ListQuery } from "../../../kernel/listing.ts"
import { Views } from "../../../kernel/ports.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { competentAgents, competentOn } from "../../competence/views.ts"

/** Who looks for people competent on which exam option. */
export interface LookingForAgents {
  readonly by: Actor
  readonly tenant: TenantId
  readonly option: ExamOptionId
}

/**
 * Gives the agents competent on an exam option, to managers and to the management service. Decision:
 * contested ones are there too, with their standing, by which the list is filtered.
 */
export const listCompetentAgents = Effect.fn("exam-missions.listCompetentAgents")(function* (
  { by, tenant, option }: LookingForAgents,
  query: Omit<ListQuery, "scope">,
) {
  if (!readers.includes(by.capacity)) {
    return yield* Effect.fail<CompetenceRefusal>({
      _tag: "actor.not-allowed",
      command: "listCompetentAgents",
      capacity: by.capacity,
    })
  }
  const views = yield* Views
  return yield* views.page(competentAgents, tenant, { ...query, scope: competentOn(option) })
})

const readers: ReadonlyArray<Actor["capacity"]> = [
  "exam-manager",
  "exams-division",
  "administrator",
]
