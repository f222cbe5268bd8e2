/** The English wording, mirrored on the French; labels of steps and sections stay the campaign's. */
import { dayEn, longDateEn, periodEn } from "../kernel/calendar.ts"
import { appealEn } from "./wording/appeal.en.ts"
import { campaignEn } from "./wording/campaign.en.ts"
import { momentEn } from "./wording/dates.en.ts"
import { documentsEn } from "./wording/documents.en.ts"
import { exportsEn } from "./wording/exports.en.ts"
import {
  actsEn,
  appealOutcomesEn,
  appealStatesEn,
  campaignStatusesEn,
  capacitiesEn,
  enclosuresEn,
  fatesEn,
  meansEn,
  notHeldReasonsEn,
  purposesEn,
  statesEn,
  statusesEn,
} from "./wording/labels.en.ts"
import { listsEn } from "./wording/lists.en.ts"
import { mailsEn } from "./wording/mails.en.ts"
import { appealRefusalsEn } from "./wording/refusals-appeal.en.ts"
import { campaignRefusalsEn } from "./wording/refusals-campaign.en.ts"
import { exportRefusalsEn } from "./wording/refusals-export.en.ts"
import { applicationRefusalsEn, delegationRefusalsEn } from "./wording/refusals-others.en.ts"
import { interviewRefusalsEn } from "./wording/refusals.en.ts"
import { statusColours } from "./wording/statuses.ts"
import type { Wording } from "./wording.ts"

/** All the texts of interviews in English. */
export const wordingEn: Wording = {
  language: "en",
  states: statesEn,
  statuses: statusesEn,
  appealStates: appealStatesEn,
  appealOutcomes: appealOutcomesEn,
  colours: statusColours,
  campaignStatuses: campaignStatusesEn,
  acts: actsEn,
  capacities: capacitiesEn,
  means: meansEn,
  fates: fatesEn,
  notHeldReasons: notHeldReasonsEn,
  enclosures: enclosuresEn,
  purposes: purposesEn,
  refusals: {
    ...delegationRefusalsEn,
    ...appealRefusalsEn,
    ...exportRefusalsEn,
    ...campaignRefusalsEn,
    ...applicationRefusalsEn,
    ...interviewRefusalsEn,
  },
  dates: {
    long: longDateEn,
    short: dayEn,
    moment: momentEn,
    time: (time) => time,
    period: periodEn,
    minutes: (minutes) => `${minutes} minute${minutes > 1 ? "s" : ""}`,
  },
  documents: documentsEn,
  lists: listsEn,
  mails: mailsEn,
  appeal: appealEn,
  campaign: campaignEn,
  exports: exportsEn,
}
