/** The English texts of appeals, mirrored on the French ones. */
import type { AppealWords } from "./appeal-words.ts"

/** The English texts of the papers and mails of an appeal. */
export const appealEn: AppealWords = {
  title: (year) => `Appeal against the interview report ${year}`,
  notifiedOn: "Report notified on",
  lodging: "Hierarchical appeal",
  lodgedOn: "Received by the authority on",
  lastDay: "Last day of the period",
  late: (date) => `${date}, late`,
  recorded: (date, recordedOn) => `${date} (recorded on ${recordedOn})`,
  grounds: "Grounds of the appeal",
  answer: "Answer of the authority",
  answerBy: "Last day to answer",
  answeredOn: "Received by the agent on",
  outcome: "Outcome",
  reasons: "Reasons of the answer",
  heardOn: "Agent heard on",
  unanswered: (date) =>
    `No answer reached the agent within the authority's period, which ended on ${date}.`,
  committee: "Committee",
  committeeBy: "Last day to refer to it",
  referredOn: "Referred to on",
  opinion: (date) => `Opinion of the committee of ${date}`,
  decision: "Decision of the authority after the opinion",
  decidedOn: "Taken on",
  final: "Final report",
  revisedOn: "Revised on",
  acknowledgedOn: "Receipt acknowledged on",
  acknowledgementRefused: (date, witness) =>
    `The agent did not acknowledge receipt of the final report, as noted on ${date}: ${witness}`,
  fileName: (agent, year) => `appeal-${agent}-${year}.pdf`,
  mails: {
    lodged: {
      subject: (agent) => `Hierarchical appeal: ${agent}`,
      body: (agent, date) =>
        `${agent} has lodged a hierarchical appeal against the report of the interview. The appeal reached you on ${date}.`,
      late: (lastDay) =>
        `The period of appeal ended on ${lastDay}: the appeal is recorded as late, and it falls to you to answer it.`,
      answerBy: (lastDay) => `Your answer is to reach the agent by ${lastDay}, that day included.`,
    },
    answered: {
      subject: "Answer to your hierarchical appeal",
      body: (date, outcome) =>
        `Answer of ${date} to your appeal against the report of your interview: ${outcome}.`,
      reasons: (reasons) => `Reasons: ${reasons}`,
      committeeBy: (committee, lastDay) =>
        `You can ask for a revision of the report before the committee (${committee}) up to and including ${lastDay}.`,
    },
    decided: {
      subject: "Decision after the opinion of the committee",
      body: (date, outcome) =>
        `Decision of ${date}, after the opinion of the committee, on the report of your interview: ${outcome}.`,
    },
    authorityReplaced: {
      toFormer: {
        subject: (agent) => `Appeal of ${agent}: another authority`,
        body: (agent, authority) =>
          `The appeal of ${agent} against the report of the interview is now with ${authority}.`,
      },
      toAuthority: {
        subject: (agent) => `Hierarchical appeal now with you: ${agent}`,
        body: (agent, date, former) =>
          `The appeal of ${agent} against the report of the interview, received on ${date}, is now with you instead of ${former}.`,
      },
    },
    finalReport: {
      subject: "Final report of your interview",
      body: "The final report of your interview, revised after your appeal, is attached to this message. Please acknowledge its receipt.",
    },
  },
}
