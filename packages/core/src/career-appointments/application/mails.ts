/**
 * The mails of one file as its managers follow them: what left, what failed and why; and sending
 * one again once its address was corrected.
 *
 * @requirement RDC-13
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import type { Actor } from "../../kernel/identity.ts"
import { Mailbox } from "../../kernel/message.ts"
import { Fate, MessageNotResendable, Outbox, Storage } from "../../kernel/ports.ts"
import { type FileName, fileRef } from "../aggregates.ts"
import { isManager } from "../appointment-set/decider/actors.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import { now, unknownFile } from "./act.ts"
import { readCampaign } from "./facts.ts"

/**
 * A mail of a file and what became of it, without its body.
 *
 * - `kind`: what it is for, such as `convocation-issued`;
 * - `attempts`: how often it was tried since it was last written or sent again.
 */
export const FileMail = Schema.Struct({
  id: Schema.String,
  kind: Schema.String,
  to: Mailbox,
  subject: Schema.String,
  writtenAt: Instant,
  attempts: Schema.Int,
  fate: Fate,
}).annotate({ identifier: "FileMail" })
export type FileMail = typeof FileMail.Type

/** Gives the mails about a file, newest first, 200 at most; those purged since are gone. */
export const listMails = Effect.fn("career-appointments.listMails")(function* (
  by: Actor,
  file: FileName,
) {
  yield* checkManages("listMails", by, file)
  return yield* mailsOf(file)
})

/**
 * Sends a mail of a file once more, under the same id, to a corrected address. Refuses by
 * `MessageNotResendable` one that is not about this file, or that was neither refused nor given up.
 */
export const resendMail = Effect.fn("career-appointments.resendMail")(function* (request: {
  readonly by: Actor
  readonly file: FileName
  readonly id: string
  readonly to: Mailbox
}) {
  const { by, file, id, to } = request
  yield* checkManages("resendMail", by, file)
  const mails = yield* mailsOf(file)
  if (!mails.some((mail) => mail.id === id)) {
    return yield* new MessageNotResendable({ id, fate: null })
  }
  const outbox = yield* Outbox
  return yield* outbox.resend({ tenant: file.tenant, id, to, now: yield* now })
})

const checkManages = (command: string, by: Actor, file: FileName) =>
  Effect.gen(function* () {
    const { state: campaign } = yield* readCampaign(file.tenant, file.campaign)
    if (!isManager({ by, managers: campaign.managers })) {
      return yield* Effect.fail<AppointmentSetRefusal>({
        _tag: "actor.not-allowed",
        command,
        capacity: by.capacity,
      })
    }
    const storage = yield* Storage
    const [{ version }] = yield* storage.load([fileRef(file)])
    if (version === 0) return yield* Effect.fail(unknownFile(file))
  })

const limit = 200

const mailsOf = (file: FileName) =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    const { tenant, type, key } = fileRef(file)
    const entries = yield* outbox.list({ tenant, about: { kind: type.kind, key }, limit })
    return entries.map(({ message, writtenAt, attempts, fate }): FileMail => {
      const { kind, to, subject } = message.content
      return { id: message.id, kind, to, subject, writtenAt, attempts, fate }
    })
  })
