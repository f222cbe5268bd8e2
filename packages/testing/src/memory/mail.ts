/** Mail transport that captures what it is handed, and fails as it is told. */
import {
  type MailDeferred,
  type MailRefused,
  MailTransport,
  type OutgoingMail,
} from "@convoque/core/kernel/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** What the imagined server answers to a mail; `nth` counts the mails handed over, from 1. */
export type MailScript = (
  mail: OutgoingMail,
  nth: number,
) => Effect.Effect<string, MailRefused | MailDeferred>

/** What the capturing transport was handed. */
export class CapturedMail extends Context.Service<
  CapturedMail,
  {
    /** Gives the mails that the server took, oldest first. */
    readonly taken: Effect.Effect<ReadonlyArray<OutgoingMail>>
    /** Gives every mail handed over, taken or not, oldest first. */
    readonly tried: Effect.Effect<ReadonlyArray<OutgoingMail>>
    /** Changes the answers from now on. */
    readonly answerWith: (script: MailScript) => Effect.Effect<void>
  }
>()("testing/CapturedMail") {}

/** Takes every mail with the answer `250 OK`. */
export const takesAll: MailScript = () => Effect.succeed("250 OK")

/** Gives a mail transport in memory and what it captures. */
export const layerMailCapture = (
  script: MailScript = takesAll,
): Layer.Layer<MailTransport | CapturedMail> =>
  Layer.effectContext(
    Effect.sync(() => {
      let answer = script
      const tried: Array<OutgoingMail> = []
      const taken: Array<OutgoingMail> = []
      return Context.make(MailTransport, {
        send: (mail) =>
          Effect.suspend(() => answer(mail, tried.push(mail))).pipe(
            Effect.tap(() => Effect.sync(() => taken.push(mail))),
          ),
      }).pipe(
        Context.add(CapturedMail, {
          taken: Effect.sync(() => [...taken]),
          tried: Effect.sync(() => [...tried]),
          answerWith: (next) =>
            Effect.sync(() => {
              answer = next
            }),
        }),
      )
    }),
  )
