/** The English wording, mirrored on the French; labels of steps and sections stay the campaign's. */
import { civilDayAt, civilTimeAt } from "../kernel/calendar.ts"
import { campaignEn } from "./wording/campaign.en.ts"
import { dayEn, longDateEn, periodEn } from "./wording/dates.en.ts"
import { documentsEn } from "./wording/documents.en.ts"
import {
  actsEn,
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
import { mailsEn } from "./wording/mails.en.ts"
import { campaignRefusalsEn } from "./wording/refusals-campaign.en.ts"
import { applicationRefusalsEn, delegationRefusalsEn } from "./wording/refusals-others.en.ts"
import { interviewRefusalsEn } from "./wording/refusals.en.ts"
import { statusColours } from "./wording/statuses.ts"
import type { Wording } from "./wording.ts"

/** All the texts of interviews in English. */
export const wordingEn: Wording = {
  language: "en",
  states: statesEn,
  statuses: statusesEn,
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
    ...campaignRefusalsEn,
    ...applicationRefusalsEn,
    ...interviewRefusalsEn,
  },
  dates: {
    long: longDateEn,
    short: dayEn,
    moment: (at, zone) => `${dayEn(civilDayAt(at, zone))} ${civilTimeAt(at, zone)}`,
    time: (time) => time,
    period: periodEn,
    minutes: (minutes) => `${minutes} minute${minutes > 1 ? "s" : ""}`,
  },
  documents: documentsEn,
  mails: mailsEn,
  campaign: campaignEn,
}
