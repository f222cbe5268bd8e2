/**
 * What a campaign lays down for all its interviews (cadre d'une campagne): its dates, its
 * procedure, its report template, what its letters carry. An interview is decided on the terms of
 * its campaign, read at that moment.
 *
 * @requirement ENT-01
 * @requirement ENT-02
 * @requirement ENT-03
 */
import * as Schema from "effect/Schema"
import { CivilDate, HolidayCalendar, Zone } from "../../../kernel/calendar.ts"
import { MailAddress } from "../../../kernel/mail-address.ts"
import { singleLine } from "../../../kernel/text.ts"
import { Procedure, ProcedureFault } from "./procedure.ts"
import { ReportTemplate, TemplateFault } from "./report-template.ts"

/** The year that an interview is about, which names it with its type and its agent. */
export const InterviewYear = Schema.Int.check(
  Schema.isBetween({ minimum: 1990, maximum: 2200 }),
).annotate({ identifier: "InterviewYear" })
export type InterviewYear = typeof InterviewYear.Type

/** How many objectives a report sets, as a rule; another number is a warning (ENT-17). */
export const ObjectivesRange = Schema.Struct({
  minimum: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 50 })),
  maximum: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 50 })),
}).annotate({ identifier: "ObjectivesRange" })
export type ObjectivesRange = typeof ObjectivesRange.Type

/**
 * The terms of a campaign.
 *
 * - `referencePeriod`: the period in which the objectives are to be reached (ENT-03);
 * - `startsOn`: the day from which the campaign runs (CAM-13);
 * - `interviewsBefore`: an interview dated on or after it is late (ENT-01);
 * - `reportsBy`: a report not filed by then is late (ENT-02);
 * - `zone`, `holidays`: where its days are counted;
 * - `letterhead`, `signature`, `organizer`: printed on its papers and mails.
 */
export const CampaignTerms = Schema.Struct({
  label: singleLine(200),
  year: InterviewYear,
  referencePeriod: Schema.Struct({ from: CivilDate, until: CivilDate }),
  startsOn: CivilDate,
  interviewsBefore: CivilDate,
  reportsBy: CivilDate,
  zone: Zone,
  holidays: HolidayCalendar,
  procedure: Procedure,
  template: ReportTemplate,
  objectives: ObjectivesRange,
  letterhead: Schema.Array(singleLine(100)).check(Schema.isMaxLength(6)),
  signature: Schema.Struct({
    place: singleLine(100),
    lines: Schema.Array(singleLine(100)).check(Schema.isMaxLength(6)),
  }),
  organizer: Schema.Struct({ name: singleLine(100), address: MailAddress }),
}).annotate({ identifier: "InterviewCampaignTerms" })
export type CampaignTerms = typeof CampaignTerms.Type

/** Something that keeps the terms of a campaign from being usable. */
export const TermsFault = Schema.Union([
  ProcedureFault,
  TemplateFault,
  Schema.TaggedUnion({
    "dates.period-reversed": { from: CivilDate, until: CivilDate },
    "dates.interviews-before-start": { startsOn: CivilDate, interviewsBefore: CivilDate },
    "dates.reports-before-interviews": { interviewsBefore: CivilDate, reportsBy: CivilDate },
    "dates.procedure-not-in-force": { code: Schema.String, startsOn: CivilDate },
    "dates.template-not-in-force": { code: Schema.String, startsOn: CivilDate },
    "objectives.range-reversed": { minimum: Schema.Int, maximum: Schema.Int },
  }),
]).annotate({ identifier: "TermsFault" })
export type TermsFault = typeof TermsFault.Type
