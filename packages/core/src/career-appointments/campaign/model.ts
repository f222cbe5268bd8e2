/**
 * The campaign of career appointments (campagne de rendez-vous de carrière): which evaluator sets
 * which appointments, under which legal policies, and what its letters carry.
 *
 * All of it is data (RDC-01): nothing in the code counts two evaluators or three appointments.
 * The terms of a campaign are frozen in each file when it is opened.
 *
 * @requirement RDC-01
 * @requirement RDC-02
 */
import * as Schema from "effect/Schema"
import {
  CivilDate,
  dated,
  HolidayCalendar,
  LegalPeriod,
  SchoolYear,
  Zone,
} from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { CampaignId, PersonId } from "../../kernel/identity.ts"
import { MailAddress } from "../../kernel/mail-address.ts"
import { KebabName, singleLine } from "../../kernel/text.ts"

// Printed in letters, mails and calendars, so never more than a line.
const label = singleLine(200)

export { CampaignId }

/** The part that an evaluator plays, such as `regional-inspector` (IA-IPR). */
export const RoleId = KebabName.pipe(Schema.brand("RoleId"))
export type RoleId = typeof RoleId.Type

/** The name of one appointment of a template, such as `inspection-visit`. */
export const SlotId = KebabName.pipe(Schema.brand("SlotId"))
export type SlotId = typeof SlotId.Type

/** An evaluator role and its printed label. */
export const Role = Schema.Struct({ role: RoleId, label }).annotate({
  identifier: "Role",
})
export type Role = typeof Role.Type

/**
 * One appointment to set, and the role that must set it.
 * `discusses` names the visit that an interview is about, and so may not precede.
 */
export const Slot = Schema.Struct({
  slot: SlotId,
  role: RoleId,
  kind: Schema.Literals(["visit", "interview"]),
  label,
  discusses: Schema.optionalKey(SlotId),
}).annotate({ identifier: "Slot" })
export type Slot = typeof Slot.Type

/** Days of a school break, both included, in the place that the campaign covers. */
export const SchoolBreak = Schema.Struct({
  from: CivilDate,
  until: CivilDate,
  label,
}).annotate({ identifier: "SchoolBreak" })
export type SchoolBreak = typeof SchoolBreak.Type

/**
 * The legal policies of a campaign, each dated by the day on which the appointment is notified;
 * an empty list means that the rule is off.
 *
 * - `notice`: minimum period between the notification and the appointment;
 * - `interviewsWithin`: maximum period between two interviews of one file;
 * - `visitFirst`: an interview does not precede the visit that it discusses;
 * - `schoolBreaks`: the breaks in which no appointment may fall, and the text that says so; absent
 *   means not checked.
 */
export const Policies = Schema.Struct({
  notice: Schema.Array(dated(LegalPeriod)),
  interviewsWithin: Schema.Array(dated(LegalPeriod)),
  visitFirst: Schema.Array(dated(Schema.Literal(true))),
  schoolBreaks: Schema.optionalKey(
    Schema.Struct({ source: Schema.String, days: Schema.Array(SchoolBreak) }),
  ),
}).annotate({ identifier: "Policies" })
export type Policies = typeof Policies.Type

/** Who sets what, under which policies; ready ones are in `templates.ts`. */
export const CampaignTemplate = Schema.Struct({
  code: KebabName,
  label,
  source: singleLine(1000),
  roles: Schema.NonEmptyArray(Role),
  slots: Schema.NonEmptyArray(Slot),
  policies: Policies,
}).annotate({ identifier: "CampaignTemplate" })
export type CampaignTemplate = typeof CampaignTemplate.Type

/**
 * All that a campaign lays down.
 *
 * - `label`: how people call it, such as « Rendez-vous de carrière 2026-2027 »;
 * - `zone`: the zone proposed for its appointments, and that of the edition times of its letters;
 * - `holidays`: the public holidays that its periods meet;
 * - `postponementLimit`: how many requests an agent may make; absent means any number;
 * - `letterhead`, `signature`: printed on its letters; `organizer` convenes in calendars and
 *   answers mails.
 */
export const CampaignTerms = Schema.Struct({
  label,
  template: CampaignTemplate,
  zone: Zone,
  holidays: HolidayCalendar,
  postponementLimit: Schema.optionalKey(
    Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99 })),
  ),
  letterhead: Schema.Array(singleLine(100)).check(Schema.isMaxLength(6)),
  signature: Schema.Struct({
    place: singleLine(100),
    lines: Schema.Array(singleLine(100)).check(Schema.isMaxLength(6)),
  }),
  organizer: Schema.Struct({ name: singleLine(100), address: MailAddress }),
}).annotate({ identifier: "CampaignTerms" })
export type CampaignTerms = typeof CampaignTerms.Type

/** What a campaign is told when it is created. */
export const campaignFields = {
  campaign: CampaignId,
  schoolYear: SchoolYear,
  managers: Schema.NonEmptyArray(PersonId),
  terms: CampaignTerms,
} as const

/** The states of a campaign: not created, or open. */
export const Campaign = Schema.TaggedUnion({
  none: {},
  open: { ...campaignFields, created: Schema.Struct(actFields) },
})
export type Campaign = typeof Campaign.Type
/** A campaign that was created. */
export type OpenCampaign = Extract<Campaign, { readonly _tag: "open" }>

/** Something that keeps a template from being usable. */
export const TemplateFault = Schema.TaggedUnion({
  "role.without-slot": { role: RoleId },
  "role.declared-twice": { role: RoleId },
  "slot.declared-twice": { slot: SlotId },
  "slot.of-unknown-role": { slot: SlotId, role: RoleId },
  "slot.discusses-no-visit": { slot: SlotId, discusses: SlotId },
})
export type TemplateFault = typeof TemplateFault.Type

/** Gives every fault of a template, in the order of its roles, then of its slots. */
export const templateFaults = ({
  roles,
  slots,
}: CampaignTemplate): ReadonlyArray<TemplateFault> => [
  ...roles.flatMap(({ role }, index): ReadonlyArray<TemplateFault> => [
    ...(slots.some((slot) => slot.role === role)
      ? []
      : [{ _tag: "role.without-slot" as const, role }]),
    ...(roles.findIndex((other) => other.role === role) < index
      ? [{ _tag: "role.declared-twice" as const, role }]
      : []),
  ]),
  ...slots.flatMap(({ slot, role, discusses }, index): ReadonlyArray<TemplateFault> => [
    ...(slots.findIndex((other) => other.slot === slot) < index
      ? [{ _tag: "slot.declared-twice" as const, slot }]
      : []),
    ...(roles.some((other) => other.role === role)
      ? []
      : [{ _tag: "slot.of-unknown-role" as const, slot, role }]),
    ...(discusses === undefined ||
    slots.some((other) => other.slot === discusses && other.kind === "visit")
      ? []
      : [{ _tag: "slot.discusses-no-visit" as const, slot, discusses }]),
  ]),
]

/** An appointment as refusals and mails name it. */
export const SlotName = Schema.Struct({ slot: SlotId, role: RoleId, label: Schema.String })
export type SlotName = typeof SlotName.Type

/** Gives the name of a slot. */
export const slotName = ({ slot, role, label }: Slot): SlotName => ({ slot, role, label })

/** Gives the slots that a role must set, in the order of the template. */
export const slotsOfRole = (template: CampaignTemplate, role: RoleId): ReadonlyArray<Slot> =>
  template.slots.filter((slot) => slot.role === role)
