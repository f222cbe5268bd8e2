/**
 * What evaluators do with a file: set their appointments, move one, answer a postponement, say
 * what became of an appointment.
 *
 * @requirement RDC-06
 * @requirement RDC-19
 */
import * as Effect from "effect/Effect"
import type { Acknowledgement } from "../../kernel/refusal.ts"
import type { EnteredAppointment, Outcome, Reason } from "../appointment-set/model.ts"
import type { RoleId, SlotId } from "../campaign/model.ts"
import { actOnFile, type OnFile } from "./act.ts"
import { readAgent, readSettingFacts } from "./facts.ts"

/** Sets all the appointments of a role; the last role to set them issues the convocation. */
export const setAppointments = Effect.fn("career-appointments.setAppointments")(function* (
  request: OnFile & {
    readonly role: RoleId
    readonly items: ReadonlyArray<EnteredAppointment>
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { role, items, acknowledged } = request
  return yield* actOnFile(request, (state, act) =>
    Effect.map(readSettingFacts(request.file, state, { role, items }), (facts) => ({
      command: { _tag: "setAppointments", ...act, role, items, acknowledged, facts },
    })),
  )
})

/** Moves one appointment of an issued convocation and issues it again. */
export const modifyAppointment = Effect.fn("career-appointments.modifyAppointment")(function* (
  request: OnFile & {
    readonly role: RoleId
    readonly item: EnteredAppointment
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { role, item, acknowledged } = request
  return yield* actOnFile(request, (state, act) =>
    Effect.map(readSettingFacts(request.file, state, { role, items: [item] }), (facts) => ({
      command: { _tag: "modifyAppointment", ...act, role, item, acknowledged, facts },
    })),
  )
})

/** Keeps an appointment that the agent asked to postpone, with a reason. */
export const answerPostponement = Effect.fn("career-appointments.answerPostponement")(function* (
  request: OnFile & { readonly slot: SlotId; readonly reason: Reason },
) {
  const { slot, reason } = request
  return yield* actOnFile(request, (state, act) =>
    Effect.map(readAgent(request.file, state), (agent) => ({
      command: { _tag: "answerPostponement", ...act, slot, reason, agent },
    })),
  )
})

/** Records what became of an appointment that is over. */
export const recordOutcome = Effect.fn("career-appointments.recordOutcome")(function* (
  request: OnFile & {
    readonly slot: SlotId
    readonly outcome: Outcome
    readonly reason?: Reason | undefined
  },
) {
  const { slot, outcome, reason } = request
  return yield* actOnFile(request, (_state, act) =>
    Effect.succeed({
      command: {
        _tag: "recordOutcome",
        ...act,
        slot,
        outcome,
        ...(reason === undefined ? {} : { reason }),
      },
    }),
  )
})
