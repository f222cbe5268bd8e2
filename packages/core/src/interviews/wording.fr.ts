/** The French wording; the labels between « » in the catalogue stand here verbatim. */
import { hourForm, longDate, periodFr, shortDate, shortDateTime } from "../kernel/calendar.ts"
import { appealFr } from "./wording/appeal.fr.ts"
import { campaignFr } from "./wording/campaign.fr.ts"
import { documentsFr } from "./wording/documents.fr.ts"
import { exportsFr } from "./wording/exports.fr.ts"
import {
  actsFr,
  appealOutcomesFr,
  appealStatesFr,
  campaignStatusesFr,
  capacitiesFr,
  enclosuresFr,
  fatesFr,
  meansFr,
  notHeldReasonsFr,
  purposesFr,
  statesFr,
  statusesFr,
} from "./wording/labels.fr.ts"
import { listsFr } from "./wording/lists.fr.ts"
import { mailsFr } from "./wording/mails.fr.ts"
import { appealRefusalsFr } from "./wording/refusals-appeal.fr.ts"
import { campaignRefusalsFr } from "./wording/refusals-campaign.fr.ts"
import { exportRefusalsFr } from "./wording/refusals-export.fr.ts"
import { applicationRefusalsFr, delegationRefusalsFr } from "./wording/refusals-others.fr.ts"
import { interviewRefusalsFr } from "./wording/refusals.fr.ts"
import { statusColours } from "./wording/statuses.ts"
import type { Wording } from "./wording.ts"

/** All texts of interviews in French, labels verbatim from the catalogue. */
export const wordingFr: Wording = {
  language: "fr",
  states: statesFr,
  statuses: statusesFr,
  appealStates: appealStatesFr,
  appealOutcomes: appealOutcomesFr,
  colours: statusColours,
  campaignStatuses: campaignStatusesFr,
  acts: actsFr,
  capacities: capacitiesFr,
  means: meansFr,
  fates: fatesFr,
  notHeldReasons: notHeldReasonsFr,
  enclosures: enclosuresFr,
  purposes: purposesFr,
  refusals: {
    ...delegationRefusalsFr,
    ...appealRefusalsFr,
    ...exportRefusalsFr,
    ...campaignRefusalsFr,
    ...applicationRefusalsFr,
    ...interviewRefusalsFr,
  },
  dates: {
    long: longDate,
    short: shortDate,
    moment: shortDateTime,
    time: hourForm,
    period: periodFr,
    minutes: (minutes) => `${minutes} minute${minutes > 1 ? "s" : ""}`,
  },
  documents: documentsFr,
  lists: listsFr,
  mails: mailsFr,
  appeal: appealFr,
  campaign: campaignFr,
  exports: exportsFr,
}
