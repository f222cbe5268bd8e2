/** The generated files of `docs/reference`, by path from the root, as they should be. */
import {
  appointmentSetGrounds,
  appointmentSetMachine,
  campaignGrounds,
  campaignMachine,
  wordingFr,
} from "@convoque/core/career-appointments"
import { authorisationPage } from "./authorisation-page.ts"
import { doors } from "./doors.ts"
import { examMissionPages } from "./exam-mission-pages.ts"
import { interviewPages } from "./interview-pages.ts"
import { machinePage } from "./machine-page.ts"
import { proceduresPage } from "./procedures-page.ts"
import { registerFilesPage } from "./register-files-page.ts"
import { appointmentSetSamples, campaignSamples } from "./samples.ts"
import { sentenceFrom } from "./sentences.ts"
import { templatesPage } from "./templates-page.ts"

/** Gives every generated file. */
export const referenceFiles = (): Readonly<Record<string, string>> => ({
  "docs/reference/machines/appointment-set.md": machinePage({
    title: "Appointments of one agent (AppointmentSet)",
    about:
      "One aggregate per agent and campaign: who sets what, when the convocation is issued, what " +
      "the agent answers. A pair of state and command that is not in the table is refused with " +
      "`convocation.illegal-transition`. In the sentences of the refusals, values are examples.",
    machine: appointmentSetMachine,
    grounds: appointmentSetGrounds,
    sentence: sentenceFrom(wordingFr.refusals, appointmentSetSamples),
  }),
  "docs/reference/machines/campaign.md": machinePage({
    title: "Campaign (Campaign)",
    about:
      "A campaign is created once, from a coherent template. A second creation is refused with " +
      "`campaign.already-exists`. In the sentences of the refusals, values are examples.",
    machine: campaignMachine,
    grounds: campaignGrounds,
    sentence: sentenceFrom(wordingFr.refusals, campaignSamples),
  }),
  ...interviewPages(),
  ...examMissionPages(),
  "docs/reference/procedures.md": proceduresPage(),
  "docs/reference/report-templates.md": templatesPage(),
  "docs/reference/register-files.md": registerFilesPage(),
  "docs/reference/authorisation.md": authorisationPage(),
  "docs/reference/exports.json": `${JSON.stringify(doors(), null, 2)}\n`,
})
