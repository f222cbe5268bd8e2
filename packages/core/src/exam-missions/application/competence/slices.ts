/**
 * A slice of a generation: the sheets of some agents, read together and written in one commit.
 *
 * @requirement CMP-06
 */
import * as Effect from "effect/Effect"
import type { Actor, PersonId, TenantId } from "../../../kernel/identity.ts"
import { competenceSheetRef } from "../../aggregates.ts"
import type { CompetenceCommand } from "../../competence/commands.ts"
import { competenceMachine } from "../../competence/decider.ts"
import type { CompetenceEvent } from "../../competence/events.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import type { Yielded } from "../../competence/rules/yielded.ts"
import type { CompetenceSheet } from "../../competence/state.ts"
import { now, type Unchanged } from "../act.ts"
import { commitEach } from "./commit-each.ts"

/** Who generates the competences of which academy; the actor is the system. */
export interface Generating {
  readonly by: Actor
  readonly tenant: TenantId
}

/** All that the registers yield for one agent. */
export interface AgentYield {
  readonly agent: PersonId
  readonly yielded: ReadonlyArray<Yielded>
}

/**
 * What a generation did: agents looked at, sheets that changed, and how many times each event
 * happened.
 */
export interface Generated {
  readonly agents: number
  readonly sheets: number
  readonly marked: number
  readonly withdrawn: number
  readonly removed: number
  readonly groundsChanged: number
}

/** Gives the figures of agents for whom nothing changed. */
export const figuresOf = (agents: number): Generated => ({
  agents,
  sheets: 0,
  marked: 0,
  withdrawn: 0,
  removed: 0,
  groundsChanged: 0,
})

/** Gives the figures of two parts of a generation together. */
export const sum = (one: Generated, other: Generated): Generated => ({
  agents: one.agents + other.agents,
  sheets: one.sheets + other.sheets,
  marked: one.marked + other.marked,
  withdrawn: one.withdrawn + other.withdrawn,
  removed: one.removed + other.removed,
  groundsChanged: one.groundsChanged + other.groundsChanged,
})

/**
 * Generates the competences of some agents in one commit, all or none; starts again from their sheets
 * when somebody took a position meanwhile, and is refused once another run has taken this one over.
 */
export const generateSlice = (
  { by, tenant, run }: Generating & { readonly run: Unchanged },
  some: ReadonlyArray<AgentYield>,
) =>
  Effect.gen(function* () {
    const at = yield* now
    const changes = yield* commitEach<
      CompetenceSheet,
      CompetenceCommand,
      CompetenceEvent,
      CompetenceRefusal
    >({
      tenant,
      machine: competenceMachine,
      unchanged: [run],
      acts: some.map(({ agent, yielded }) => ({
        id: competenceSheetRef(tenant, agent),
        commandIn: () => ({ _tag: "generateCompetences", at, by, agent, yielded }),
      })),
    })
    const figures = changes.reduce((total, change) => sum(total, figuresIn(change)), figuresOf(0))
    return { ...figures, agents: some.length }
  })

const figuresIn = ({ events }: { readonly events: ReadonlyArray<CompetenceEvent> }): Generated => {
  const count = (tag: CompetenceEvent["_tag"]): number =>
    events.filter(({ _tag }) => _tag === tag).length
  return {
    agents: 0,
    sheets: 1,
    marked: count("CompetenceMarked"),
    withdrawn: count("MarkWithdrawn"),
    removed: count("CompetenceRemoved"),
    groundsChanged: count("GroundsChanged"),
  }
}
