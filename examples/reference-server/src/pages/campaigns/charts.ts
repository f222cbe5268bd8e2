/** The charts of a campaign, each with the table that says the same in figures. */
import type { CampaignFollowUp } from "@convoque/core/interviews"
import { shortDate } from "@convoque/core/kernel/calendar"
import { type Chart, chartTable } from "@convoque/core/kernel/chart"
import { fr } from "@convoque/core/kernel/text"
import { html, raw } from "../html.ts"
import type { Html } from "../layout.ts"
import { percentFr, region } from "./parts.ts"

/** A chart and its drawing. */
export interface Drawn {
  readonly chart: Chart
  readonly svg: string
}

/** How many managers a page draws and lists to choose from. */
export const managersShown = 100

// The places of the managers who have most interviews, and of the one chosen.
const placesShown = (
  managers: CampaignFollowUp["managers"],
  chosen: string | undefined,
): ReadonlySet<number> => {
  const sizes = managers.map(({ counts }, index) => ({
    index,
    size: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }))
  const largest = sizes.toSorted((left, right) => right.size - left.size).slice(0, managersShown)
  const place = managers.findIndex(({ manager }) => manager === chosen)
  return new Set([...largest.map(({ index }) => index), ...(place < 0 ? [] : [place])])
}

/** Gives a campaign as a page draws it: of many managers the largest alone, and the one chosen. */
export const drawable = (followUp: CampaignFollowUp, chosen?: string): CampaignFollowUp => {
  const { managers, charts } = followUp
  if (managers.length <= managersShown) return followUp
  const shown = placesShown(managers, chosen)
  const isShown = (_: unknown, index: number): boolean => shown.has(index)
  return {
    ...followUp,
    managers: managers.filter(isShown),
    charts: {
      ...charts,
      managers: { ...charts.managers, rows: charts.managers.rows.filter(isShown) },
    },
  }
}

/** Gives what is said where managers are left out; nothing when all are there. */
export const leftOutNote = (leftOut: number): Html =>
  leftOut === 0
    ? html``
    : html`<p>
        Seuls les responsables qui ont le plus d'entretiens sont montrés ;
        ${leftOut === 1 ? "un autre ne l'est pas" : `${leftOut} autres ne le sont pas`}. L'export de
        la liste les contient tous.
      </p>`

/** Gives the charts; the table of the managers tells their completion as well. */
export const drawings = (
  drawn: ReadonlyArray<Drawn>,
  { managers, charts }: CampaignFollowUp,
  leftOut: number,
): Html =>
  html`<h2 id="graphiques">Graphiques</h2>
    ${leftOutNote(leftOut)}
    ${drawn.map(({ chart, svg }) =>
      figure(
        { chart, svg },
        chart === charts.managers
          ? {
              label: "Achèvement",
              values: managers.map(({ completionPercent }) => percentFr(completionPercent)),
            }
          : undefined,
      ),
    )}`

interface Column {
  readonly label: string
  readonly values: ReadonlyArray<string>
}

// The drawing was escaped by its writer, which takes no markup.
const figure = ({ chart, svg }: Drawn, added: Column | undefined): Html => {
  const { columns, rows } = chartTable(chart, shortDate)
  return html`<figure>
    <div class="scroll chart" tabindex="0" role="region" aria-label="Graphique : ${chart.title}">
      ${raw(svg)}
    </div>
    <figcaption>
      <details>
        <summary>${chart.title} : les chiffres</summary>
        ${region(
          fr`Chiffres : ${chart.title}`,
          html`<table>
            <caption>
              ${chart.title}
            </caption>
            <thead>
              <tr>
                ${[...columns, ...(added === undefined ? [] : [added.label])].map(
                  (label, index) =>
                    html`<th scope="col" class="${index === 0 ? "" : "number"}">${label}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${rows.map((row, index) => line([...row, ...(added?.values.slice(index, index + 1) ?? [])]))}
            </tbody>
          </table>`,
        )}
      </details>
    </figcaption>
  </figure>`
}

const line = ([first = "", ...others]: ReadonlyArray<string>): Html =>
  html`<tr>
    <th scope="row">${first}</th>
    ${others.map((value) => html`<td class="number">${value}</td>`)}
  </tr>`
