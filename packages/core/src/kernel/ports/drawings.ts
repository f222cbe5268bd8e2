/** Turning charts and calendar feeds into text. */
import * as Context from "effect/Context"
import type { CalendarFeed } from "../calendar-feed.ts"
import type { Chart } from "../chart.ts"

/** Draws charts as SVG, readable without colour; the same chart gives the same text. */
export class ChartRenderer extends Context.Service<
  ChartRenderer,
  {
    /** Gives an SVG element with a title and a description, for a page of its own or inside one. */
    readonly svg: (chart: Chart) => string
  }
>()("core/kernel/ChartRenderer") {}

/** Writes calendar feeds as iCalendar (RFC 5545). */
export class CalendarWriter extends Context.Service<
  CalendarWriter,
  {
    /** Gives the text of a feed, method PUBLISH. */
    readonly text: (feed: CalendarFeed) => string
  }
>()("core/kernel/CalendarWriter") {}
