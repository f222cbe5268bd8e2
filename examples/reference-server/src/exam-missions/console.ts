/**
 * The messages of a page (console, UI-14): each with its moment, severity and text. Those of a form
 * that was accepted are kept for the page to which it leads, under a name that nobody can guess.
 */
import { randomUUID } from "node:crypto"
import {
  civilDayAt,
  civilTimeAt,
  type Instant,
  shortDate,
  type Zone,
} from "@convoque/core/kernel/calendar"

/** How grave a message is, as it is read. */
export type Severity = "Information" | "Avertissement" | "Erreur"

/** One message. */
export interface Message {
  readonly at: Instant
  readonly severity: Severity
  readonly text: string
}

/** Messages that wait for the page to which a form leads. */
export interface Console {
  /** Keeps messages; gives the name under which they are read. */
  readonly keep: (messages: ReadonlyArray<Message>) => string
  /** Gives the messages kept under a name; none for an unknown one. */
  readonly kept: (name: string | null) => ReadonlyArray<Message>
}

const keptAtMost = 1000

/** Makes a console in memory; the oldest messages make room for the newest. */
export const makeConsole = (): Console => {
  const all = new Map<string, ReadonlyArray<Message>>()
  return {
    keep: (messages) => {
      const name = randomUUID()
      all.set(name, messages)
      const [oldest] = all.keys()
      if (all.size > keptAtMost && oldest !== undefined) all.delete(oldest)
      return name
    },
    kept: (name) => (name === null ? [] : (all.get(name) ?? [])),
  }
}

/**
 * Gives the moment of a message, to the second (UI-14).
 * @example stampOf("2016-12-12T13:18:38.000Z", "Europe/Paris") // => "12/12/2016 14:18:38"
 */
export const stampOf = (at: Instant, zone: Zone): string =>
  // Zones are whole minutes away from UTC.
  `${shortDate(civilDayAt(at, zone))} ${civilTimeAt(at, zone)}:${at.slice(17, 19)}`
