/**
 * What everybody does in the validation circuit: do the next step or send the report back; what the
 * agent adds; what the scheduler ends when a period is over.
 *
 * @requirement ENT-23
 * @requirement ENT-24
 * @requirement ENT-25
 * @requirement ENT-26
 * @requirement CAM-24
 * @requirement CAM-25
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { TenantId } from "../../../kernel/identity.ts"
import { PeopleDirectory, personName } from "../../../kernel/ports.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import type { Reason } from "../../../kernel/text.ts"
import type { Notification, Text } from "../../interview/model.ts"
import type { StepId } from "../../terms/model/procedure.ts"
import type { SectionId } from "../../terms/model/report-template.ts"
import { actOnInterview, type Facts, type OnInterview, readPerson } from "../act.ts"

/** What goes with a step: the visa's observations, how the agent was notified. */
export interface StepDetails {
  readonly observations?: Text | undefined
  readonly notification?: Notification | undefined
}

/**
 * Does the next step of the circuit, or records a notification that has not reached the agent yet.
 * The direct superior's communication is his signature: it freezes his part.
 */
export const completeStep = Effect.fn("interviews.completeStep")(function* (
  request: OnInterview &
    StepDetails & {
      readonly step: StepId
      readonly acknowledged: ReadonlyArray<Acknowledgement>
    },
) {
  const { interview, step, observations, notification, acknowledged } = request
  return yield* actOnInterview(request, (facts) =>
    Effect.map(peopleOf(interview.tenant, facts), ({ agent, name }) => ({
      command: {
        _tag: "completeStep",
        ...facts.act,
        terms: facts.terms,
        agent,
        step,
        acknowledged,
        ...(name === undefined ? {} : { name }),
        ...(observations === undefined ? {} : { observations }),
        ...(notification === undefined ? {} : { notification }),
      },
    })),
  )
})

/** Records that the agent refused to sign, before a witness; the file can go on. */
export const recordSignatureRefusal = Effect.fn("interviews.recordSignatureRefusal")(function* (
  request: OnInterview & { readonly date: CivilDate; readonly witness: string },
) {
  const { interview, date, witness } = request
  return yield* actOnInterview(request, (facts) =>
    Effect.map(peopleOf(interview.tenant, facts), ({ agent, name }) => ({
      command: {
        _tag: "recordSignatureRefusal",
        ...facts.act,
        terms: facts.terms,
        agent,
        date,
        witness,
        ...(name === undefined ? {} : { name }),
      },
    })),
  )
})

/** Adds a comment of the agent to the report that was communicated to him. */
export const addComment = Effect.fn("interviews.addComment")(function* (
  request: OnInterview & { readonly text: Text; readonly section?: SectionId | undefined },
) {
  const { text, section } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({
      command: {
        _tag: "addComment",
        ...act,
        terms,
        text,
        ...(section === undefined ? {} : { section }),
      },
    }),
  )
})

/** Asks the superior to revise the report, in a procedure that knows such a request. */
export const requestRevision = Effect.fn("interviews.requestRevision")(function* (
  request: OnInterview & { readonly reason: Reason },
) {
  const { reason } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({ command: { _tag: "requestRevision", ...act, terms, reason } }),
  )
})

/** Sends the report back to the superior instead of doing the next step. */
export const returnReport = Effect.fn("interviews.returnReport")(function* (
  request: OnInterview & { readonly reason: Reason },
) {
  const { reason } = request
  return yield* actOnInterview(request, ({ terms, act }) =>
    Effect.succeed({ command: { _tag: "returnReport", ...act, terms, reason } }),
  )
})

// The name of who acts is that of the hand that does it, also on somebody's behalf.
const peopleOf = (tenant: TenantId, { state, act }: Facts) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = yield* directory.find(tenant, [act.by.person])
    const author = found.find(({ id }) => id === act.by.person)
    const agent = yield* readPerson(tenant, state.agent)
    return { agent, name: author === undefined ? undefined : personName(author) }
  })
