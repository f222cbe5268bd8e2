/** The English texts of following a campaign, mirrored on the French ones. */
import type { Wording } from "../wording.ts"
import { leftOutEn } from "./refusals-campaign.en.ts"

const several = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** The English texts of lists, exports, reminders and deletions. */
export const campaignEn: Wording["campaign"] = {
  columns: {
    agent: "Staff member",
    superior: "Manager",
    date: "Date of the interview",
    status: "Status",
    nextStep: "Next step",
  },
  sheetName: "Interviews",
  total: "Sum",
  completionRate: "Completion rate",
  statistics: {
    bars: "Interviews by status",
    perSuperior: "Interviews by manager and status",
    progress: "Cumulated progress of the interviews",
    campaign: "Campaign",
    day: "Day",
    target: "Target date",
    series: { planned: "Planned", held: "Held", closed: "Closed" },
  },
  reminder: {
    subject: (campaign) => `Reminder: interviews to follow (${campaign})`,
    opening: (count, campaign) =>
      several(
        count,
        `One interview of the campaign “${campaign}” awaits a next act of yours or is to be followed.`,
        `${count} interviews of the campaign “${campaign}” await a next act of yours or are to be followed.`,
      ),
    task: {
      "not-planned": "Interviews not planned: a date is to be proposed to the agent.",
      planned: "Interviews planned: the interview is to be prepared and held.",
      held: "Interviews held: the report is to be written and communicated.",
      closing: "Interviews closing: the report follows the validation circuit.",
    },
    line: ({ agent, date, nextStep, due }) =>
      [
        `- ${agent}`,
        date === undefined ? "" : `, interview of ${date}`,
        nextStep === undefined ? "" : `, next step: ${nextStep}`,
        due === undefined ? "" : ` (by ${due})`,
      ].join(""),
  },
  leftOut: leftOutEn,
  moved: {
    subject: (campaign) => `Interviews given to another manager (${campaign})`,
    toFormer: (count, superior) =>
      several(
        count,
        `This interview is ${superior}'s from now on:`,
        `These ${count} interviews are ${superior}'s from now on:`,
      ),
    toSuperior: (count, former) =>
      several(
        count,
        `This interview, formerly ${former}'s, is entrusted to you:`,
        `These ${count} interviews, formerly ${former}'s, are entrusted to you:`,
      ),
  },
  exported: {
    subject: (campaign) => `Export of the interviews: ${campaign}`,
    body: (count) =>
      several(
        count,
        "The export that you asked for is ready. It holds one interview.",
        `The export that you asked for is ready. It holds ${count} interviews.`,
      ),
    link: (url, until) =>
      `The files are too large for this message. They can be downloaded until ${until}: ${url}`,
    fileName: (campaign, format) => `interviews-${campaign}.${format}`,
  },
  printed: {
    subject: (count) => several(count, "Print of an interview", "Print of interviews"),
    body: (count) =>
      several(
        count,
        "The interview that you asked to print is attached to this message.",
        `The ${count} interviews that you asked to print are attached to this message.`,
      ),
    fileName: (campaign) => `interviews-${campaign}.zip`,
  },
  deletion: {
    campaign: (campaign, interviews) =>
      `Delete the campaign “${campaign}” and its interviews (number: ${interviews})? This deletion is irreversible and definitive.`,
    interviews: (count) =>
      several(
        count,
        "Delete this interview? It stays counted under the status “Deleted”.",
        `Delete these ${count} interviews? They stay counted under the status “Deleted”.`,
      ),
    done: (campaign, interviews) =>
      `The campaign “${campaign}” is deleted with its interviews (number: ${interviews}).`,
  },
}
