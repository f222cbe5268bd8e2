/** The reference pages of the machines of exam missions, and of the authorship of competences. */
import {
  activityGrounds,
  activityMachine,
  applicationGrounds,
  competenceGrounds,
  competenceMachine,
  entryGrounds,
  entryMachine,
  unavailabilityGrounds,
  unavailabilityMachine,
  wordingFr,
} from "@convoque/core/exam-missions"
import { values } from "../../packages/core/test/exam-missions/wording-samples.ts"
import { authorshipPage } from "./authorship-page.ts"
import { machinePage } from "./machine-page.ts"
import { sentenceFrom } from "./sentences.ts"

const sentence = sentenceFrom(wordingFr.refusals, values)
const examples = "In the sentences of the refusals, values are examples."

/** Gives the pages, by path from the root. */
export const examMissionPages = (): Readonly<Record<string, string>> => ({
  "docs/reference/machines/activity.md": machinePage({
    title: "Activity of the service (Activity)",
    about:
      "One aggregate per activity and academy, closed until the exams division opens it. Whoever " +
      "uses an activity that is closed is answered `activity.closed`, at an exam centre's activity " +
      "`activity.centre-head-only` before that. The last refusals are those of the use cases of " +
      `exam missions, before any decision. ${examples}`,
    machine: activityMachine,
    grounds: { ...applicationGrounds, ...activityGrounds },
    sentence,
  }),
  "docs/reference/machines/unavailability.md": machinePage({
    title: "Period of unavailability (Unavailability)",
    about:
      "One aggregate per person, origin and period, so that the same period of the same school is " +
      "declared once. Nothing changes a period: delete it and declare another. A pair of state and " +
      "command that is not in the table is refused with `unavailability.duplicate` when it declares, " +
      `\`unavailability.not-declared-by-you\` otherwise. ${examples}`,
    machine: unavailabilityMachine,
    grounds: unavailabilityGrounds,
    sentence,
  }),
  "docs/reference/machines/competence-entry.md": machinePage({
    title: "Entry window of competences (CompetenceEntry)",
    about:
      "One aggregate per school and school year. The exams division opens, reopens and closes it, " +
      "the school validates it. A pair of state and command that is not in the table is refused " +
      "with `competence-entry.illegal-transition`, to whoever may give the command; anybody else " +
      `is answered \`actor.not-allowed\` and learns nothing of the window. ${examples}`,
    machine: entryMachine,
    grounds: entryGrounds,
    sentence,
  }),
  "docs/reference/machines/competence-sheet.md": machinePage({
    title: "Competences of an agent (CompetenceSheet)",
    about:
      "One aggregate per agent: `defined` as long as one competence is listed. What an author's act " +
      "makes of the marks is told by the [authorship of competences](../competence-authorship.md); " +
      "here it shows in the events: a mark is taken, withdrawn, or the competence is removed with " +
      `all its marks. ${examples}`,
    machine: competenceMachine,
    grounds: competenceGrounds,
    sentence,
  }),
  "docs/reference/competence-authorship.md": authorshipPage(),
})
