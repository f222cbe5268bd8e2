/**
 * The charts of a campaign (graphiques d'avancement): bars by status, of the whole and of each
 * manager, and the cumulated progress against the day by which interviews are to be held.
 *
 * @requirement CAM-05
 * @requirement CAM-12
 */
import { type CivilDate, earliest, latest } from "../../kernel/calendar.ts"
import type { BarChart, ProgressChart } from "../../kernel/chart.ts"
import { Status } from "../interview/model.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import type { Wording } from "../wording.ts"
import type { CampaignFigures } from "./rules/statistics.ts"
import type { StatusCounts } from "./rules/status.ts"

/** Gives the bar of a campaign: its interviews by status. */
export const campaignBars = (label: string, counts: StatusCounts, wording: Wording): BarChart =>
  barChart(wording, [{ label, counts }])

/** Gives a bar for each manager, in the order given. */
export const managerBars = (
  managers: ReadonlyArray<{ readonly name: string; readonly counts: StatusCounts }>,
  wording: Wording,
): BarChart => ({
  ...barChart(
    wording,
    managers.map(({ name, counts }) => ({ label: name, counts })),
  ),
  title: wording.campaign.statistics.perSuperior,
  labels: { row: wording.campaign.columns.superior, total: wording.campaign.total },
})

const barChart = (
  { language, statuses, colours, campaign }: Wording,
  rows: ReadonlyArray<{ readonly label: string; readonly counts: StatusCounts }>,
): BarChart => ({
  _tag: "bars",
  title: campaign.statistics.bars,
  language,
  labels: { row: campaign.statistics.campaign, total: campaign.total },
  rows: rows.map(({ label, counts }) => ({
    label,
    parts: Status.literals.map((status) => ({
      label: statuses[status],
      count: counts[status],
      category: colours[status],
    })),
  })),
})

/**
 * Gives the cumulated progress from the start of a campaign to its last day or to a later act; the
 * lines go no further than today.
 */
export const progressChart = (
  {
    progress,
    total,
    today,
  }: Pick<CampaignFigures, "progress" | "total"> & { readonly today: CivilDate },
  terms: Pick<CampaignTerms, "startsOn" | "interviewsBefore" | "reportsBy">,
  wording: Wording,
): ProgressChart => {
  const words = wording.campaign.statistics
  const days: ReadonlyArray<CivilDate> = Object.values(progress).flatMap((points) =>
    points.map(({ day }) => day),
  )
  return {
    _tag: "progress",
    title: words.progress,
    language: wording.language,
    labels: { day: words.day, total: wording.campaign.total },
    from: earliest(terms.startsOn, ...days),
    until: latest(terms.reportsBy, terms.interviewsBefore, ...days),
    known: today,
    total,
    target: { day: terms.interviewsBefore, label: words.target },
    series: (["held", "closed"] as const).map((name) => ({
      label: words.series[name],
      points: progress[name],
    })),
  }
}
