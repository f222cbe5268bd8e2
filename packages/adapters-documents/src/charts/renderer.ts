/** The `ChartRenderer` port by SVG. */
import type { Chart } from "@convoque/core/kernel/chart"
import { ChartRenderer } from "@convoque/core/kernel/ports"
import * as Layer from "effect/Layer"
import { barsSvg } from "./bars.ts"
import { progressSvg } from "./progress.ts"

const svg = (chart: Chart): string => {
  switch (chart._tag) {
    case "bars":
      return barsSvg(chart)
    case "progress":
      return progressSvg(chart)
    default:
      return chart satisfies never
  }
}

/**
 * Gives the renderer of charts: SVG of 800 units in width and of the height that the data needs,
 * without script, style sheet or reference outside of itself. Ids come from the content: the same
 * chart twice in one page has the same ids twice.
 */
export const layerCharts: Layer.Layer<ChartRenderer> = Layer.succeed(ChartRenderer, { svg })
