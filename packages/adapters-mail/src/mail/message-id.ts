/**
 * The identity of a mail on the network (Message-ID), the same at every attempt.
 * A mail handed over twice because a worker died in between is recognised by it.
 */
import { createHash } from "node:crypto"
import type { TenantId } from "@convoque/core/kernel/identity"

/**
 * Gives the Message-ID of a message, angle brackets included; nothing of the message can be read
 * in it.
 *
 * `domain` is the sender's mail domain, letters, digits, dots and hyphens; it is not checked here.
 *
 * @example messageIdOf("ac-creteil" as TenantId, "file/7/3/0", "ac.example") // => "<ef2a...@ac.example>"
 */
export const messageIdOf = (tenant: TenantId, id: string, domain: string): string => {
  const hash = createHash("sha256")
    .update(JSON.stringify([tenant, id]))
    .digest("hex")
  return `<${hash.slice(0, 40)}@${domain}>`
}
