/** Commands on the circuit and on the file: steps, refusals to sign, superiors, deletions. */
import type { InterviewCommand, Notification, Step } from "@convoque/core/interviews"
import type { Actor, PersonId } from "@convoque/core/kernel/identity"
import * as fc from "fast-check"
import {
  by,
  dayAt,
  daysAfter,
  inForce,
  type Drawing,
  known,
  later,
  lastAct,
  type Opened,
  personCalled,
  reason,
  scheduler,
  soon,
  type StateOf,
} from "./drawing.ts"
import { aroundDue } from "./report.ts"

type Commands = fc.Arbitrary<InterviewCommand>
type Held = StateOf<"held" | "in-circuit" | "closed">

/** Gives steps to do: mostly the next one by its actor, else any step by anybody. */
export const completeStep = (drawing: Drawing<Held>): Commands => {
  const { state, terms } = drawing
  const { steps } = terms.procedure
  const next = steps[state._tag === "held" ? 0 : state.done.length] ?? steps[0]
  return fc
    .oneof(
      { weight: 8, arbitrary: fc.constant(next) },
      { weight: 4, arbitrary: fc.constantFrom(...steps) },
      { weight: 1, arbitrary: fc.constant({ ...next, step: "unheard-of" as Step["step"] }) },
    )
    .chain((step) => doing(drawing, step))
}

const moment = (drawing: Drawing<Held>) => {
  const { state, terms } = drawing
  if (state._tag === "in-circuit") return aroundDue({ state, terms })
  return fc.oneof(
    { weight: 4, arbitrary: soon(drawing) },
    { weight: 1, arbitrary: later(lastAct(state).at, [24 * 31, 24 * 50]) },
  )
}

const doing = (drawing: Drawing<Held>, step: Step): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: moment(drawing),
      by: fc.oneof(
        {
          weight: 14,
          arbitrary: fc.constantFrom(...step.actors).chain((capacity) => by(state, capacity)),
        },
        { weight: step.kind === "complete" ? 10 : 1, arbitrary: fc.constant(scheduler) },
        { weight: 1, arbitrary: by(state, "superior") },
        { weight: step.kind === "endorse" ? 2 : 0, arbitrary: fc.constant(superiorForVisa(state)) },
        { weight: step.kind === "notify" ? 5 : 1, arbitrary: by(state, "agent") },
      ),
      agent: known(state),
      isSeen: fc.boolean(),
      observed: fc.integer({ min: 0, max: 9 }),
      named: fc.boolean(),
    })
    .chain(({ isSeen, observed, named, ...act }) =>
      withNotification(drawing, step, act).map((notification) => ({
        _tag: "completeStep" as const,
        ...act,
        terms,
        step: step.step,
        ...(named ? { name: "Éloïse Œuvrard" } : {}),
        ...(observed === 0 || (observed < 5 && step.kind === "endorse")
          ? { observations: "Vu." as never }
          : {}),
        ...notification,
        acknowledged: isSeen
          ? ["report.objectives-out-of-range", "completion.ends-without-agent"].map((code) => ({
              code,
              subject: state.agent.id,
            }))
          : [],
      })),
    )
}

const superiorForVisa = ({ superior, authority }: Opened): Actor => ({
  person: superior.id,
  capacity: "authority",
  onBehalfOf: authority.id,
  delegation: inForce,
})

type Notified = { readonly notification?: Notification }

const withNotification = (
  drawing: Drawing<Held>,
  { kind }: Step,
  { at }: { readonly at: InterviewCommand["at"] },
): fc.Arbitrary<Notified> => {
  const today = dayAt(drawing, at)
  const made = fc.record({
    means: fc.constantFrom<Notification["means"]>("mail", "portal", "registered-letter"),
    fate: fc.constantFrom<Notification["fate"]>("sent", "failed", "delivered", "opened", "opened"),
    on: fc.constantFrom(
      today,
      today,
      today,
      today,
      daysAfter(drawing, at, 1),
      daysAfter(drawing, at, -90),
    ),
  })
  const given = made.map((notification) => ({ notification }))
  const none = fc.constant<Notified>({})
  return kind === "notify"
    ? fc.oneof({ weight: 9, arbitrary: given }, { weight: 1, arbitrary: none })
    : fc.oneof({ weight: 1, arbitrary: given }, { weight: 19, arbitrary: none })
}

/** Gives refusals of the agent to sign, some dated before the last step or after today. */
export const recordSignatureRefusal = (drawing: Drawing<Held>): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: moment(drawing),
      by: by(state, "hr-service"),
      agent: known(state),
      days: fc.constantFrom(0, 0, 0, 1, -400),
    })
    .map(({ days, ...act }) => ({
      _tag: "recordSignatureRefusal",
      ...act,
      terms,
      date: daysAfter(drawing, act.at, days),
      witness: "M. Petit, adjoint",
    }))
}

/** Gives new superiors: another person, the same, the agent himself. */
export const replaceSuperior = (drawing: Drawing): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: soon(drawing),
      by: by(state, "hr-service"),
      superior: fc.constantFrom(
        personCalled("superior-1"),
        personCalled("superior-2"),
        state.superior,
        state.agent,
        state.authority,
      ),
      reason,
    })
    .map((command) => ({ _tag: "replaceSuperior", ...command, terms }))
}

/** Gives new authorities: another person, the same, the agent, the superior. */
export const replaceAuthority = (drawing: Drawing): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: soon(drawing),
      by: by(state, "hr-service"),
      authority: fc.constantFrom(
        personCalled("authority-1"),
        personCalled("authority-2"),
        state.authority,
        state.agent,
        state.superior,
      ),
      reason,
    })
    .map((command) => ({ _tag: "replaceAuthority", ...command, terms }))
}

/** Gives hand-overs to the personnel file. */
export const recordHandOver = (drawing: Drawing): Commands =>
  fc
    .record({
      at: soon(drawing),
      by: fc.oneof(
        { weight: 3, arbitrary: fc.constant(scheduler) },
        { weight: 1, arbitrary: by(drawing.state, "hr-service") },
      ),
    })
    .map((command) => ({ _tag: "recordHandOver", ...command, terms: drawing.terms }))

/** Gives deletions by the superior, the HR service, an administrator, acknowledged or not. */
export const deleteInterview = (drawing: Drawing): Commands => {
  const { state, terms } = drawing
  return fc
    .record({
      at: soon(drawing),
      by: fc.oneof(by(state, "hr-service"), by(state, "superior"), administrator(state)),
      hasOpenAppeal: fc.boolean(),
      why: fc.option(reason, { nil: undefined }),
      seen: fc.subarray(["interview.deletion-confirmation-required", "interview.appeal-open"]),
    })
    .map(({ why, seen, ...command }) => ({
      _tag: "delete",
      ...command,
      terms,
      ...(why === undefined ? {} : { reason: why }),
      acknowledged: seen.map((code) => ({ code, subject: state.agent.id })),
    }))
}

const administrator = (_state: Opened): fc.Arbitrary<Actor> =>
  fc.constant({ person: "administrator-1" as PersonId, capacity: "administrator" })
