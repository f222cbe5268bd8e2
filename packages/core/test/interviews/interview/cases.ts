/** What a refusal is provoked by, and what many of them share. */
import type { InterviewCommand } from "../../../src/interviews/interview/commands.ts"
import type { InterviewEvent } from "../../../src/interviews/interview/events.ts"
import type { InterviewRefusal } from "../../../src/interviews/interview/refusals.ts"
import { type Actor } from "@convoque/core/kernel/identity"
import { bySuperior, day, delegateOf, id, january } from "../given.ts"

export interface RefusalCase {
  readonly title: string
  readonly past: ReadonlyArray<InterviewEvent>
  readonly command: InterviewCommand
  readonly refused: InterviewRefusal
}

export const refusing = (
  title: string,
  [past, command]: readonly [ReadonlyArray<InterviewEvent>, InterviewCommand],
  refused: InterviewRefusal,
): RefusalCase => ({ title, past, command, refused })

export const stranger: Actor = { person: id("superior-9"), capacity: "superior" }

type Past = ReadonlyArray<InterviewEvent>

/** Gives the refusals of a command to a stranger, and to delegates without a delegation in force. */
export const rightsCases = (
  requirement: string,
  past: Past,
  make: (by: Actor) => InterviewCommand,
  rightful: Actor = bySuperior,
): ReadonlyArray<RefusalCase> => {
  const command = make(rightful)
  const tag = command._tag
  const { onBehalfOf, ...hand } = delegateOf(rightful)
  const unshown: Actor =
    onBehalfOf === undefined ? hand : { person: hand.person, capacity: hand.capacity, onBehalfOf }
  const today = day(command.at.slice(0, 10))
  const over = { from: january.from, until: day("2026-01-04") }
  return [
    refusing(`${requirement} ${tag} is not a stranger's`, [past, make(stranger)], {
      _tag: "actor.not-allowed",
      command: tag,
      capacity: "superior",
    }),
    refusing(
      `ENT-22 ${tag} is not done on behalf of somebody without a delegation`,
      [past, make(unshown)],
      {
        _tag: "delegation.not-allowed",
        command: tag,
      },
    ),
    refusing(
      `ENT-22 ${tag} is not done after the last day of a delegation`,
      [past, make(delegateOf(rightful, over))],
      { _tag: "delegation.not-in-force", ...over, today },
    ),
  ]
}
