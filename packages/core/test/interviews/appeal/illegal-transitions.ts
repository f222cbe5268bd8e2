/** The commands that an appeal refuses for the state it is in. */
import type { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import type { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import type { AppealRefusal } from "../../../src/interviews/appeal/refusals.ts"
import {
  acknowledge,
  answer,
  decideAfter,
  history,
  lodge,
  notify,
  recordNoAnswer,
  recordOpinion,
  refer,
} from "./given.ts"

export interface Case {
  readonly title: string
  readonly past: ReadonlyArray<AppealEvent>
  readonly command: AppealCommand
  readonly refused: AppealRefusal
}

const commands = [
  lodge(),
  answer(),
  recordNoAnswer(),
  refer(),
  recordOpinion(),
  decideAfter(),
  notify(),
  acknowledge(),
]

/** The pairs of the catalogue's table, with the late answer and the referral of a concluded appeal. */
const allowed: Readonly<Record<keyof typeof history, ReadonlyArray<AppealCommand["_tag"]>>> = {
  none: ["lodgeHierarchicalAppeal"],
  lodged: ["answerAppeal", "recordNoAnswer", "referToCommittee"],
  answered: ["referToCommittee", "notifyFinalReport", "acknowledgeFinalReport"],
  unanswered: ["answerAppeal", "recordNoAnswer", "referToCommittee"],
  referred: ["recordOpinion", "decide"],
  decided: ["notifyFinalReport", "acknowledgeFinalReport"],
  // After the committee; the referral of an appeal concluded by the answer is in decider.test.ts.
  concluded: [],
}

export const illegal = commands.flatMap((command) =>
  Object.entries(history).flatMap(([tag, past]): ReadonlyArray<Case> => {
    const state = tag as keyof typeof history
    return allowed[state].includes(command._tag)
      ? []
      : [
          {
            title: `ENT-27 ${command._tag} is illegal in ${state}`,
            past,
            command,
            refused: { _tag: "appeal.illegal-transition", command: command._tag, state },
          },
        ]
  }),
)
