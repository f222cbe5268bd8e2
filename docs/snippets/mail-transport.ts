/** A transport of one's own: mails go to the queue of the portal. */
import { MailDeferred, MailTransport } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const queue = {
  push: (mail: { readonly to: string; readonly name: string }): Promise<number> =>
    Promise.resolve(mail.to.length),
}

// #region transport
export const layerPortalMail = Layer.succeed(MailTransport, {
  send: ({ messageId, content }) =>
    Effect.tryPromise({
      try: () => queue.push({ to: content.to.address, name: messageId }),
      catch: (error) => new MailDeferred({ answer: String(error) }),
    }).pipe(Effect.map((position) => `queued at ${position}`)),
})
// #endregion

console.log("ok")
