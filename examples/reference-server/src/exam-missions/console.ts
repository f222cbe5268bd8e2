/**
 * The messages of a page (console, UI-14): each with its moment, severity and text. Those of a form
 * that was accepted travel in the address to which it leads, signed for whoever sent the form: any
 * process shows them, and nobody can write one for somebody else.
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { deflateRawSync, inflateRawSync } from "node:zlib"
import {
  civilDayAt,
  civilTimeAt,
  type Instant,
  shortDate,
  type Zone,
} from "@convoque/core/kernel/calendar"
import type { PersonId } from "@convoque/core/kernel/identity"

/** How grave a message is, as it is read. */
export type Severity = "Information" | "Avertissement" | "Erreur"

/** One message. */
export interface Message {
  readonly at: Instant
  readonly severity: Severity
  readonly text: string
}

/** Messages on their way to the page to which a form leads. */
export interface Console {
  /** Gives messages as a text of an address, for one person. */
  readonly keep: (messages: ReadonlyArray<Message>, reader: PersonId) => string
  /** Gives the messages in such a text; none in one that was not made for that person. */
  readonly kept: (text: string | null, reader: PersonId) => ReadonlyArray<Message>
}

// An address of 8,000 characters passes everywhere; what does not fit is left out, last first.
const longest = 4000

/** Makes the console of all processes that share a secret. */
export const makeConsole = (secret: string): Console => {
  const signature = (packed: string, reader: PersonId): string =>
    createHmac("sha256", secret).update(`message\n${reader}\n${packed}`).digest("base64url")
  return {
    keep: (messages, reader) => {
      const packed = packedIn(messages)
      return `${packed}.${signature(packed, reader)}`
    },
    kept: (text, reader) => {
      const [, packed = "", given = ""] = /^([\w-]{1,4000})\.([\w-]{43})$/u.exec(text ?? "") ?? []
      if (packed === "") return []
      const isOurs = timingSafeEqual(Buffer.from(signature(packed, reader)), Buffer.from(given))
      // Signed, so made by `packedIn`.
      return isOurs ? (JSON.parse(inflated(packed)) as ReadonlyArray<Message>) : []
    },
  }
}

const packedIn = (messages: ReadonlyArray<Message>): string => {
  const packed = deflateRawSync(JSON.stringify(messages)).toString("base64url")
  return packed.length <= longest ? packed : packedIn(messages.slice(0, -1))
}

const inflated = (packed: string): string =>
  inflateRawSync(Buffer.from(packed, "base64url")).toString()

/**
 * Gives the moment of a message, to the second (UI-14).
 * @example stampOf("2016-12-12T13:18:38.000Z", "Europe/Paris") // => "12/12/2016 14:18:38"
 */
export const stampOf = (at: Instant, zone: Zone): string =>
  // Zones are whole minutes away from UTC.
  `${shortDate(civilDayAt(at, zone))} ${civilTimeAt(at, zone)}:${at.slice(17, 19)}`
