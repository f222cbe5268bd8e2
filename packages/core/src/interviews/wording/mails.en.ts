/** The English texts of mails, mirrored on the French ones. */
import type { Wording } from "../wording.ts"

/** The English texts of the mails about an interview. */
export const mailsEn: Wording["mails"] = {
  greeting: (name) => `Dear ${name},`,
  closing: (organizer) => `Yours faithfully,\n${organizer}`,
  meetingLine: (label, value) => `${label}: ${value}`,
  reason: (reason) => `Reason: ${reason}`,
  proposed: {
    subject: "Proposal of a date for your interview",
    body: (campaign, superior) =>
      `As part of the campaign “${campaign}”, ${superior} proposes the interview below.`,
  },
  postponed: {
    subject: "New date for your interview",
    body: (campaign, superior) =>
      `The date of your interview in the campaign “${campaign}” changes. ${superior} proposes the interview below, which replaces the former one.`,
  },
  formerDate: (date) => `Former date: ${date}`,
  enclosed: (labels) => `Enclosed documents: ${labels.join(", ")}.`,
  unplanned: {
    subject: "The date of your interview is withdrawn",
    body: (date, superior) =>
      `The interview that ${superior} proposed for ${date} will not take place on that day. Another date will be proposed to you.`,
  },
  deleted: {
    subject: "Your interview is cancelled",
    body: (date, superior) =>
      `The interview that ${superior} proposed for ${date} is deleted and will not take place.`,
  },
  calendar: {
    fileName: "interview.ics",
    summary: (campaign) => `Interview: ${campaign}`,
    description: (superior) => `Manager: ${superior}`,
  },
  communicated: {
    subject: "Report of your interview",
    body: (superior) =>
      `${superior} communicates to you the report of your interview, attached to this message.`,
  },
  completion: ({ period, lastDay }) =>
    period === undefined
      ? `You can complete this report up to and including ${lastDay}.`
      : `You have ${period} to complete this report; the last day is ${lastDay}, included.`,
  completionOpen: "You can complete this report by your comments.",
  notified: {
    subject: "Notification of the report of your interview",
    body: (authority) =>
      `The report of your interview, endorsed by ${authority}, is notified to you. It is attached to this message and tells the means and periods of appeal.`,
  },
  returned: {
    subject: (agent) => `Report to revise: ${agent}`,
    body: (agent, by) =>
      `The report of the interview of ${agent} is returned to you by ${by}. It is to be revised, then communicated again.`,
  },
  revisionRequested: {
    subject: (agent) => `Revision of the report requested: ${agent}`,
    body: (agent) =>
      `${agent} asks you to revise the report of the interview. You can take it back, or maintain it and say why.`,
    stopped: (lastDay) =>
      `The period in which the agent completes the report is stopped until your answer, and up to and including ${lastDay} at the latest.`,
  },
  revisionDeclined: {
    subject: "Answer to your request of revision",
    body: (superior) =>
      `Following your request of revision, the report of your interview is maintained by ${superior}.`,
  },
  revisionGranted: {
    subject: "Your request of revision is granted",
    body: (superior) =>
      `Upon your request of revision, ${superior} takes the report of your interview back. It will be communicated to you again; your comments are kept.`,
  },
  corrected: {
    subject: "Correction of the report of your interview",
    body: (section) =>
      `A clerical error is corrected in the section “${section}” of the report of your interview. The attached report shows the correction and the former text.`,
  },
  closed: {
    subject: "The report of your interview is closed",
    body: (date) =>
      `The validation circuit of the report of your interview ended on ${date}. The report is attached to this message.`,
  },
  authorityReplaced: {
    toFormer: {
      subject: (agent) => `Change of authority for an interview: ${agent}`,
      body: (agent, authority) =>
        `The report of the interview of ${agent} is from now on with ${authority}, who endorses it in your place if it is not endorsed yet.`,
    },
    toAuthority: {
      subject: (agent) => `Interview under your authority: ${agent}`,
      body: (agent, former) =>
        `The report of the interview of ${agent}, which was with ${former}, is from now on with you.`,
    },
  },
  superiorReplaced: {
    toAgent: {
      subject: "Your interview has another manager",
      body: (superior) => `Your interview is ${superior}'s from now on.`,
    },
    toFormer: {
      subject: (agent) => `Another manager: interview of ${agent}`,
      body: (agent, superior) => `The interview of ${agent} is ${superior}'s from now on.`,
    },
    toSuperior: {
      subject: (agent) => `Interview entrusted: ${agent}`,
      body: (agent, former) =>
        `The interview of ${agent}, formerly ${former}'s, is entrusted to you.`,
    },
  },
}
