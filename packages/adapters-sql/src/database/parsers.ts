/** One way to read values for both drivers: no number loses digits, no date meets a zone. */
import { Instant, instantFromMillis } from "@convoque/core/kernel/calendar"

/** The parsers by type id: int8, numeric and date stay texts, timestamptz is an instant. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: (text) => text,
  1700: (text) => text,
  1082: (text) => text,
  1184: (text) => instantOf(text),
}

// The server writes `2026-06-17 08:00:00.5+02`; its zone may be any.
const instantOf = (text: string): Instant => {
  const iso = text.replace(" ", "T").replace(/([+-]\d{2})$/u, "$1:00")
  return instantFromMillis(Date.parse(iso))
}
