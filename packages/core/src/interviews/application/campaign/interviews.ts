/**
 * What is done to several interviews of a campaign at once, all of them or none: giving them to
 * another manager, who is told once, as are those who had them; deleting them.
 *
 * @requirement CAM-19
 * @requirement CAM-23
 */
import { type ActingOnAll, actOnAll, type BulkNeeds, type OnInterviews } from "./bulk.ts"
import * as Effect from "effect/Effect"
import { type PersonId } from "../../../kernel/identity.ts"
import { Storage } from "../../../kernel/ports.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import type { Reason } from "../../../kernel/text.ts"
import { appealRef } from "../../aggregates.ts"
import { isAppealOpen } from "../../appeal/rules.ts"
import { movedMails } from "../../campaign/policies.ts"
import { InterviewsSetup } from "../../ports.ts"
import { findPerson } from "../act.ts"
import { isFollower, isStaff } from "./act.ts"
import { checkFiled } from "../hand-over.ts"

export type { BulkDone, OnInterviews } from "./bulk.ts"

/**
 * Gives interviews to another manager in one commit; each agent is told, and each manager once.
 * Refuses by `interviews.refused` with every interview that cannot be moved.
 */
export const replaceManager = Effect.fn("interviews.replaceManager")(function* (
  request: OnInterviews & { readonly superior: PersonId; readonly reason: Reason },
) {
  const { tenant, reason } = request
  return yield* actOnAll(request, {
    name: "replaceSuperior",
    isAllowed: isStaff,
    // Who may not move anybody learns nothing of the directory.
    prepared: Effect.map(
      findPerson(tenant, request.superior),
      (superior): ActingOnAll<BulkNeeds> => ({
        command: ({ act, terms }) =>
          Effect.succeed({
            command: { _tag: "replaceSuperior", ...act, terms, superior, reason },
            unchanged: [],
          }),
        mails: (decided, terms) =>
          Effect.map(InterviewsSetup, ({ wording }) =>
            movedMails(
              decided.map(({ before }) => before),
              superior,
              { wording, terms },
            ),
          ),
      }),
    ),
  })
})

/**
 * Deletes interviews in one commit; they stay counted. A closed one asks for a confirmation and an
 * open appeal for another, each with the agent as its subject. Refuses by `report.not-handed-over` while
 * the personnel file waits for a report of one of them.
 */
export const deleteInterviews = Effect.fn("interviews.deleteInterviews")(function* (
  request: OnInterviews & {
    readonly reason?: Reason | undefined
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { reason, acknowledged } = request
  return yield* actOnAll(request, {
    name: "delete",
    isAllowed: isFollower,
    prepared: Effect.succeed<ActingOnAll<BulkNeeds>>({
      command: ({ act, terms, name, state, today }) =>
        Effect.gen(function* () {
          const id = appealRef(name)
          const storage = yield* Storage
          const [appeal] = yield* storage.load([id])
          yield* checkFiled(act.by, name, { interview: state, appeal: appeal.state })
          return {
            command: {
              _tag: "delete",
              ...act,
              terms,
              hasOpenAppeal: isAppealOpen(appeal.state, today),
              acknowledged,
              ...(reason === undefined ? {} : { reason }),
            },
            unchanged: [{ id, expected: appeal.version }],
          }
        }),
      mails: () => Effect.succeed([]),
    }),
  })
})
