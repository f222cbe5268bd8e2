/**
 * What the HR service does to one interview: give it to another superior or authority, correct a
 * clerical error, delete it.
 *
 * @requirement ENT-26
 * @requirement CAM-23
 */
import * as Effect from "effect/Effect"
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { Actor, PersonId } from "../../../kernel/identity.ts"
import { Storage } from "../../../kernel/ports.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import type { Reason } from "../../../kernel/text.ts"
import { appealRef } from "../../aggregates.ts"
import { isAppealOpen } from "../../appeal/rules.ts"
import { isStaffOf } from "../../interview/decider/actors.ts"
import type { Text } from "../../interview/model.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import type { SectionId } from "../../terms/model/report-template.ts"
import { checkFiled } from "../hand-over.ts"
import { actOnInterview, findPerson, type OnInterview, readPerson } from "../act.ts"

/** Gives the interview to another direct superior; both are told. */
export const replaceSuperior = Effect.fn("interviews.replaceSuperior")(function* (
  request: OnInterview & { readonly superior: PersonId; readonly reason: Reason },
) {
  const { interview, reason } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.gen(function* () {
      // Who may not replace anybody learns nothing of the directory.
      if (!isStaffOf(act.by, state))
        return yield* Effect.fail(notAllowed(act.by, "replaceSuperior"))
      const superior = yield* findPerson(interview.tenant, request.superior)
      return { command: { _tag: "replaceSuperior" as const, ...act, terms, superior, reason } }
    }),
  )
})

/** Gives the interview to another authority, who endorses its report from then on; both are told. */
export const replaceAuthority = Effect.fn("interviews.replaceAuthority")(function* (
  request: OnInterview & { readonly authority: PersonId; readonly reason: Reason },
) {
  const { interview, reason } = request
  const _tag = "replaceAuthority" as const
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.gen(function* () {
      if (!isStaffOf(act.by, state)) return yield* Effect.fail(notAllowed(act.by, _tag))
      const authority = yield* findPerson(interview.tenant, request.authority)
      return { command: { _tag, ...act, terms, authority, reason } }
    }),
  )
})

const notAllowed = (
  { capacity }: Actor,
  command: "replaceSuperior" | "replaceAuthority",
): InterviewRefusal => ({
  _tag: "actor.not-allowed",
  command,
  capacity,
})

/** Corrects a clerical error in a text of a closed report; the former text is kept. */
export const correctClericalError = Effect.fn("interviews.correctClericalError")(function* (
  request: OnInterview & {
    readonly section: SectionId
    readonly text: Text
    readonly reason: Reason
  },
) {
  const { interview, section, text, reason } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.map(readPerson(interview.tenant, state.agent), (agent) => ({
      command: { _tag: "correctClericalError", ...act, terms, agent, section, text, reason },
    })),
  )
})

/**
 * Deletes an interview, which stays counted; an open appeal must be acknowledged. Refuses by
 * `report.not-handed-over` while the personnel file waits for a report of it.
 */
export const deleteInterview = Effect.fn("interviews.deleteInterview")(function* (
  request: OnInterview & {
    readonly reason?: Reason | undefined
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { interview, reason, acknowledged } = request
  return yield* actOnInterview(request, ({ state, terms, act }) =>
    Effect.gen(function* () {
      const storage = yield* Storage
      const id = appealRef(interview)
      const [appeal] = yield* storage.load([id])
      yield* checkFiled(act.by, interview, { interview: state, appeal: appeal.state })
      const hasOpenAppeal = isAppealOpen(appeal.state, civilDayAt(act.at, terms.zone))
      return {
        command: {
          _tag: "delete" as const,
          ...act,
          terms,
          hasOpenAppeal,
          acknowledged,
          ...(reason === undefined ? {} : { reason }),
        },
        unchanged: [{ id, expected: appeal.version }],
      }
    }),
  )
})
