/**
 * The template of a report (modèle de compte rendu): its sections, its criteria, the appeal notice
 * printed on it, what the superior prepares and is reminded of. One template serves all the agents
 * of a campaign and cannot be edited for one of them (ENT-04).
 *
 * @requirement ENT-04
 * @requirement ENT-16
 * @requirement ENT-27
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../../kernel/calendar.ts"
import { KebabName, multiLine, singleLine } from "../../../kernel/text.ts"

const label = singleLine(300)

/** The name of a section of a report, such as `training-needs`. */
export const SectionId = KebabName.pipe(Schema.brand("SectionId"))
export type SectionId = typeof SectionId.Type

/** The name of a criterion, such as `technical-skills`. */
export const CriterionId = KebabName.pipe(Schema.brand("CriterionId"))
export type CriterionId = typeof CriterionId.Type

/** The name of a level of appraisal, such as `expert`. */
export const LevelId = KebabName.pipe(Schema.brand("LevelId"))
export type LevelId = typeof LevelId.Type

/**
 * What a section is about: missions, competences and what follows from them. There is no value for
 * a judgement on the person (ENT-16).
 */
export const SectionSubject = Schema.Literals([
  "course",
  "missions",
  "results",
  "objectives",
  "competences",
  "manner-of-serving",
  "experience",
  "management",
  "prospects",
  "promotion",
  "training",
  "agent-expression",
])
export type SectionSubject = typeof SectionSubject.Type

/** What is written in a section: text, objectives, training needs, or a level for each criterion. */
export const SectionKind = Schema.Literals(["text", "objectives", "training-needs", "criteria"])
export type SectionKind = typeof SectionKind.Type

/**
 * A section of the report.
 *
 * - `writtenBy`: the superior, or the agent by his comments;
 * - `required`: whether it must be filled before the report is communicated (ENT-20);
 * - `attention`: whether the superior is told to take particular care of it (ENT-15);
 * - `appraisal`: whether it holds the appraisal, which no clerical correction may touch.
 */
export const Section = Schema.Struct({
  section: SectionId,
  label,
  kind: SectionKind,
  about: SectionSubject,
  writtenBy: Schema.Literals(["superior", "agent"]),
  required: Schema.Boolean,
  attention: Schema.Boolean,
  appraisal: Schema.Boolean,
  guidance: Schema.optionalKey(multiLine(1000)),
}).annotate({ identifier: "Section" })
export type Section = typeof Section.Type

/** A criterion, the same for all agents. */
export const Criterion = Schema.Struct({ criterion: CriterionId, label }).annotate({
  identifier: "Criterion",
})
export type Criterion = typeof Criterion.Type

/** A level that a criterion can be given, lowest first. */
export const Level = Schema.Struct({ level: LevelId, label }).annotate({ identifier: "Level" })
export type Level = typeof Level.Type

/**
 * A template; `code` and `from` identify its version.
 *
 * - `appealNotice`: the means of appeal as printed, one paragraph a line (ENT-27);
 * - `attachments`: how many files may go with a report, 0 when none;
 * - `preparation`: the points of the superior's preparation notes (ENT-09);
 * - `conduct`: the reminders shown to him (ENT-13).
 */
export const ReportTemplate = Schema.Struct({
  code: KebabName,
  label,
  source: singleLine(1000),
  from: CivilDate,
  sections: Schema.NonEmptyArray(Section).check(Schema.isMaxLength(40)),
  criteria: Schema.Array(Criterion).check(Schema.isMaxLength(100)),
  levels: Schema.Array(Level).check(Schema.isMaxLength(10)),
  appealNotice: Schema.String.check(Schema.isMaxCodePoints(4000)),
  attachments: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 20 })),
  preparation: Schema.Array(label),
  conduct: Schema.Array(label),
}).annotate({ identifier: "ReportTemplate" })
export type ReportTemplate = typeof ReportTemplate.Type

/**
 * Something that keeps a template from being usable.
 *
 * - `section.subject-missing`: no required section of the superior is about it, of the kind that
 *   its synthesis reads (ENT-03, ENT-20, ENT-21);
 * - `section.agent-part-required`: what the agent may write cannot hold the superior back;
 * - `section.agent-part-not-text`: the agent writes by comments, which are texts.
 */
export const TemplateFault = Schema.TaggedUnion({
  "template.appeal-notice-missing": {},
  "section.declared-twice": { section: SectionId },
  "criterion.declared-twice": { criterion: CriterionId },
  "level.declared-twice": { level: LevelId },
  "section.without-criteria": { section: SectionId },
  "section.without-levels": { section: SectionId },
  "section.subject-missing": { about: SectionSubject },
  "section.agent-part-required": { section: SectionId },
  "section.agent-part-not-text": { section: SectionId },
})
export type TemplateFault = typeof TemplateFault.Type
