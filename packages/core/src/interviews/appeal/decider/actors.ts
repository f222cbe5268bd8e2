/**
 * Who may do what in an appeal: the agent for his own acts, the authority or its delegate for the
 * answer and the decision, the HR service and the superior for what they hand over, the scheduler.
 *
 * @requirement CAM-01
 * @requirement ENT-22
 */
import { civilDayAt, type Zone } from "../../../kernel/calendar.ts"
import type { Actor } from "../../../kernel/identity.ts"
import type { Person } from "../../../kernel/ports.ts"
import {
  isAgent,
  isAuthority,
  isScheduler,
  isStaffOf,
  isSuperior,
} from "../../interview/decider/actors.ts"
import type { AppealCommand } from "../commands.ts"
import type { AppealRefusal } from "../refusals.ts"

/** The people of an appeal, and where its days are counted. */
export interface Parties {
  readonly agent: Person
  readonly superior: Person
  readonly authority: Person
  readonly zone: Zone
}

/** A part that somebody plays in an appeal. */
export type Part = "agent" | "superior" | "authority" | "hr-service" | "scheduler"

const plays: Readonly<Record<Part, (by: Actor, parties: Parties) => boolean>> = {
  agent: isAgent,
  superior: isSuperior,
  authority: isAuthority,
  "hr-service": isStaffOf,
  scheduler: isScheduler,
}

/**
 * Gives what keeps an actor from a command: he plays none of the parts, or he acts on behalf of the
 * agent, whose acts are his own, without a delegation, or outside its days.
 */
export const actorRefusal = (
  { _tag: command, at, by }: AppealCommand,
  parts: ReadonlyArray<Part>,
  parties: Parties,
): AppealRefusal | undefined => {
  if (!parts.some((part) => plays[part](by, parties))) {
    return { _tag: "actor.not-allowed", command, capacity: by.capacity }
  }
  if (by.onBehalfOf === undefined) return undefined
  if (by.capacity === "agent" || by.delegation === undefined) {
    return { _tag: "delegation.not-allowed", command }
  }
  const { from, until } = by.delegation
  const today = civilDayAt(at, parties.zone)
  return from <= today && today <= until
    ? undefined
    : { _tag: "delegation.not-in-force", from, until, today }
}
