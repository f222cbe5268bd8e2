/** A moment as people read it, in the zone of the demonstration. */
import { isInstant, shortDateTime, Zone } from "@convoque/core/kernel/calendar"
import { html } from "./html.ts"
import type { Html } from "./layout.ts"

const zone = Zone.make("Europe/Paris")

/** Gives a moment in the form 17/06/2026 08:00, or the text itself when it is no instant. */
export const moment = (text: string): Html =>
  html`<time datetime="${text}">${isInstant(text) ? shortDateTime(text, zone) : text}</time>`
