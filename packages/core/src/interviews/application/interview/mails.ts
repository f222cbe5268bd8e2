/**
 * The mails about one interview and its appeal as the HR service follows them: what left, what
 * failed and why; and sending one again once its address was corrected.
 *
 * @requirement ENT-07
 * @requirement ENT-27
 */
import * as Effect from "effect/Effect"
import * as Order from "effect/Order"
import * as Schema from "effect/Schema"
import { Instant } from "../../../kernel/calendar.ts"
import type { Actor } from "../../../kernel/identity.ts"
import { Mailbox } from "../../../kernel/message.ts"
import { type AggregateId, Fate, MessageNotResendable, Outbox } from "../../../kernel/ports.ts"
import { appealRef, type InterviewName, interviewRef } from "../../aggregates.ts"
import { isHumanResources, isSuperior } from "../../interview/decider/actors.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import { now } from "../act.ts"
import { readInterview, type Reading } from "./reading.ts"

/**
 * A mail about an interview or its appeal and what became of it, without its body.
 *
 * - `kind`: what it is for, such as `interview-proposed`;
 * - `attempts`: how often it was tried since it was last written or sent again.
 */
export const InterviewMail = Schema.Struct({
  id: Schema.String,
  about: Schema.Literals(["interview", "appeal"]),
  kind: Schema.String,
  to: Mailbox,
  subject: Schema.String,
  writtenAt: Instant,
  attempts: Schema.Int,
  fate: Fate,
}).annotate({ identifier: "InterviewMail" })
export type InterviewMail = typeof InterviewMail.Type

/**
 * Gives the mails about an interview and about its appeal, newest first, 200 at most; those purged
 * since are gone. The direct superior gets those about the interview alone; it refuses the agent and
 * the authority by `actor.not-allowed`.
 */
export const listMails = Effect.fn("interviews.listMails")(function* (reading: Reading) {
  const { interview } = reading
  return yield* readInterview(reading, "interview-mails", ({ reader, state }) =>
    Effect.gen(function* () {
      if (isHumanResources(reader)) return yield* allMails(interview)
      return isSuperior(reader, state)
        ? yield* mailsAbout("interview", interview)
        : yield* notAllowed("listMails", reader)
    }),
  )
})

/**
 * Sends a mail about an interview or its appeal once more, under the same id, to a corrected
 * address: for the HR service and administrators. Refuses by `MessageNotResendable` one about
 * anything else, or that was neither refused nor given up.
 */
export const resendMail = Effect.fn("interviews.resendMail")(function* (
  request: Reading & { readonly id: string; readonly to: Mailbox },
) {
  const { interview, id, to } = request
  // The corrected address is somebody's who reads the mail: that leaves a trace as reading does.
  return yield* readInterview(request, "resent-interview-mail", ({ reader }) =>
    Effect.gen(function* () {
      if (!isHumanResources(reader)) return yield* notAllowed("resendMail", reader)
      const mails = yield* allMails(interview)
      if (!mails.some((mail) => mail.id === id)) {
        return yield* new MessageNotResendable({ id, fate: null })
      }
      const outbox = yield* Outbox
      return yield* outbox.resend({ tenant: interview.tenant, id, to, now: yield* now })
    }),
  )
})

const limit = 200

const refOf = {
  interview: interviewRef,
  appeal: appealRef,
} as const satisfies Record<InterviewMail["about"], (name: InterviewName) => AggregateId>

const mailsAbout = (about: InterviewMail["about"], interview: InterviewName) =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    const { tenant, type, key } = refOf[about](interview)
    const entries = yield* outbox.list({ tenant, about: { kind: type.kind, key }, limit })
    return entries.map(({ message, writtenAt, attempts, fate }): InterviewMail => {
      const { kind, to, subject } = message.content
      return { id: message.id, about, kind, to, subject, writtenAt, attempts, fate }
    })
  })

// The sort is stable: mails of one instant stay as the outbox gives them, the appeal's first.
const allMails = (interview: InterviewName) =>
  Effect.map(
    Effect.all([mailsAbout("appeal", interview), mailsAbout("interview", interview)]),
    (lists) => lists.flat().toSorted(newestFirst).slice(0, limit),
  )

const newestFirst = Order.flip(
  Order.mapInput(Order.String, ({ writtenAt }: InterviewMail) => writtenAt),
)

const notAllowed = (command: string, by: Actor) =>
  Effect.fail<InterviewRefusal>({ _tag: "actor.not-allowed", command, capacity: by.capacity })
