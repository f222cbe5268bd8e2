/** Prints the calendar text of one appointment in each French zone; run under several values of TZ. */
import { frenchZones } from "@convoque/core/kernel/calendar"
import { calendarText } from "../../src/calendar/calendar-text.ts"
import { at, partOf } from "./samples.ts"

const context = {
  stampedAt: at("2026-05-18T09:00:00.000Z"),
  attendee: { name: "Zoé", address: "zoe@agents.example" },
}
const texts = frenchZones.flatMap((zone) =>
  ["2026-06-17T06:00:00.000Z", "2026-12-31T23:30:00.000Z"].map((startsAt) =>
    calendarText(partOf({ zone, startsAt: at(startsAt), endsAt: at(startsAt) }), context),
  ),
)
process.stdout.write(JSON.stringify(texts))
