/** Calendar feeds that the tests share. */
import { CivilDate } from "@convoque/core/kernel/calendar"
import type { CalendarFeed } from "@convoque/core/kernel/calendar-feed"
import { CalendarWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { layerCalendarFeeds } from "../../src/index.ts"
import { at } from "./samples.ts"

const writer = Effect.runSync(
  Effect.provide(
    CalendarWriter.use((found) => Effect.succeed(found)),
    layerCalendarFeeds,
  ),
)

/** Gives the text of a feed. */
export const feedText = (feed: CalendarFeed): string => writer.text(feed)

/** Gives a feed of two days, changed as told. */
export const feedOf = (feed: Partial<CalendarFeed> = {}): CalendarFeed => ({
  name: "Échéances ; entretiens, 2025-2026",
  language: "fr",
  at: at("2026-05-18T09:00:00.000Z"),
  days: [
    {
      uid: "interview-7-report@convoque.example",
      day: CivilDate.make("2026-06-30"),
      summary: "Compte rendu de Zoé Lefèvre",
      description: "À communiquer\nsous 15 jours; sinon, relance",
    },
    {
      uid: "interview-9-report@convoque.example",
      day: CivilDate.make("2026-12-31"),
      summary: "Entretien",
      description: "",
    },
  ],
  ...feed,
})
