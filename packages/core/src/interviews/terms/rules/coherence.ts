/**
 * What keeps the terms of a campaign from being usable (cohérence d'une procédure, d'un modèle de
 * compte rendu, d'un cadre de campagne). A team that writes its own reads all its faults at once.
 *
 * @requirement ENT-04
 * @requirement ENT-20
 * @requirement ENT-26
 * @requirement ENT-27
 */
import type { CampaignTerms, TermsFault } from "../model/campaign-terms.ts"
import {
  fromInterview,
  type Procedure,
  type ProcedureFault,
  reservedSteps,
  type Step,
} from "../model/procedure.ts"
import type { ReportTemplate, Section, TemplateFault } from "../model/report-template.ts"

/**
 * Gives every fault of a procedure: its version, its steps in their order, its circuit.
 * @example procedureFaults({ steps: [{ step: "sign", kind: "sign", actors: ["agent"] }] } as Procedure) // => [{ _tag: "circuit.without-communication" }]
 */
export const procedureFaults = (procedure: Procedure): ReadonlyArray<ProcedureFault> => {
  const { from, until, steps } = procedure
  return [
    ...(until !== undefined && until < from
      ? [{ _tag: "version.ends-before-it-begins" as const, from, until }]
      : []),
    ...steps.flatMap((_, place) => stepFaults(procedure, place)),
    ...circuitFaults(procedure),
  ]
}

/**
 * Gives every fault of a template: its notice, its names, its sections.
 * @example templateFaults({ sections: [], criteria: [], levels: [], appealNotice: "" } as ReportTemplate)[0] // => { _tag: "template.appeal-notice-missing" }
 */
export const templateFaults = (template: ReportTemplate): ReadonlyArray<TemplateFault> => {
  const { sections, criteria, levels, appealNotice } = template
  return [
    ...(appealNotice.trim() === "" ? [{ _tag: "template.appeal-notice-missing" as const }] : []),
    ...repeated(sections.map(({ section }) => section)).map((section) => ({
      _tag: "section.declared-twice" as const,
      section,
    })),
    ...repeated(criteria.map(({ criterion }) => criterion)).map((criterion) => ({
      _tag: "criterion.declared-twice" as const,
      criterion,
    })),
    ...repeated(levels.map(({ level }) => level)).map((level) => ({
      _tag: "level.declared-twice" as const,
      level,
    })),
    ...sections.flatMap((section) => sectionFaults(section, template)),
    ...missingSubjects(sections).map((about) => ({
      _tag: "section.subject-missing" as const,
      about,
    })),
  ]
}

/**
 * Gives every fault of the terms of a campaign: the procedure's, the template's, then those of its
 * dates and of its bounds. A procedure or a template is in force on the day the campaign starts.
 */
export const termsFaults = (terms: CampaignTerms): ReadonlyArray<TermsFault> => [
  ...procedureFaults(terms.procedure),
  ...templateFaults(terms.template),
  ...dateFaults(terms),
  ...(terms.objectives.minimum > terms.objectives.maximum
    ? [{ _tag: "objectives.range-reversed" as const, ...terms.objectives }]
    : []),
]

type FaultOfStep = Exclude<
  Extract<ProcedureFault, { readonly step: unknown }>["_tag"],
  "period.without-start-event"
>

/** What can be wrong with the step at a place of its circuit, apart from its start event. */
const wrongs: Readonly<Record<FaultOfStep, (procedure: Procedure, place: number) => boolean>> = {
  "step.declared-twice": ({ steps }, place) =>
    steps.findIndex(({ step }) => step === steps[place]?.step) < place,
  "step.name-reserved": ({ steps }, place) =>
    reservedSteps.some((name) => name === steps[place]?.step),
  "step.without-actor": ({ steps }, place) => steps[place]?.actors.length === 0,
  "step.misplaced-communication": ({ steps }, place) =>
    place > 0 && steps[place]?.kind === "communicate",
  "step.report-not-signed-by-superior": ({ steps }, place) =>
    isOf(steps[place], "communicate") &&
    (steps[place].delegable || steps[place].actors.some((actor) => actor !== "superior")),
  "step.completed-without-agent": ({ steps }, place) =>
    isOf(steps[place], "complete") &&
    steps[place].actors.length > 0 &&
    !steps[place].actors.includes("agent"),
  "step.can-stick": ({ steps }, place) =>
    isOf(steps[place], "complete") &&
    steps[place].period?.late !== "lapse" &&
    steps[place].actors.every((actor) => actor === "agent"),
  // Before the first step there is nothing to send back yet, whatever the step says.
  "step.refuses-for-ever": ({ steps }, place) =>
    steps[place]?.period?.late === "refuse" && (place === 0 || !steps[place].returnable),
  "step.after-filing": ({ steps }, place) => has(steps.slice(0, place), "file"),
  "period.lapses-without-completion": ({ steps }, place) =>
    steps[place]?.period?.late === "lapse" && steps[place].kind !== "complete",
  "suspension.outside-completion": ({ steps }, place) =>
    steps[place]?.period?.suspension !== undefined && steps[place].kind !== "complete",
  "notification.before-visa": ({ steps, appeal }, place) =>
    isOf(steps[place], "notify") &&
    (has(steps.slice(place), "endorse") ||
      (appeal !== undefined && !has(steps.slice(0, place), "endorse"))),
  "notification.repeated": ({ steps }, place) =>
    isOf(steps[place], "notify") && has(steps.slice(0, place), "notify"),
  "filing.without-signature": ({ steps }, place) =>
    isOf(steps[place], "file") &&
    !steps.slice(0, place).some(({ kind, actors }) => kind === "sign" && actors.includes("agent")),
}

const namesOfWrongs = Object.keys(wrongs) as ReadonlyArray<FaultOfStep>

const isOf = (step: Step | undefined, kind: Step["kind"]): step is Step => step?.kind === kind

const has = (steps: ReadonlyArray<Step>, kind: Step["kind"]): boolean =>
  steps.some((step) => step.kind === kind)

const stepFaults = (procedure: Procedure, place: number): ReadonlyArray<ProcedureFault> => {
  const step = procedure.steps[place]
  if (step === undefined) return []
  const from = step.period?.from
  const starts = [fromInterview, ...procedure.steps.slice(0, place).map((one) => `${one.step}`)]
  return [
    ...namesOfWrongs
      .filter((name) => wrongs[name](procedure, place))
      .map((_tag) => ({ _tag, step: step.step })),
    ...(from === undefined || starts.includes(from)
      ? []
      : [{ _tag: "period.without-start-event" as const, step: step.step, from }]),
  ]
}

/** A circuit ends by its filing; without a visa, it may end by a signature (CAM-25). */
const ends = (steps: ReadonlyArray<Step>): boolean =>
  has(steps, "file") || (!has(steps, "endorse") && steps.at(-1)?.kind === "sign")

const circuitFaults = ({ steps, appeal }: Procedure): ReadonlyArray<ProcedureFault> => [
  ...(steps[0].kind === "communicate" ? [] : [{ _tag: "circuit.without-communication" as const }]),
  ...(ends(steps) ? [] : [{ _tag: "circuit.never-ends" as const }]),
  ...(appeal === undefined || has(steps, "notify")
    ? []
    : [{ _tag: "appeal.without-notification" as const }]),
]

/** The values that come again, once each, in the order of their second coming. */
const repeated = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> => [
  ...new Set(values.filter((value, place) => values.indexOf(value) < place)),
]

const sectionFaults = (
  { section, kind, writtenBy, required }: Section,
  { criteria, levels }: ReportTemplate,
): ReadonlyArray<TemplateFault> => [
  ...(kind === "criteria" && criteria.length === 0
    ? [{ _tag: "section.without-criteria" as const, section }]
    : []),
  ...(kind === "criteria" && levels.length === 0
    ? [{ _tag: "section.without-levels" as const, section }]
    : []),
  ...(writtenBy === "agent" && required
    ? [{ _tag: "section.agent-part-required" as const, section }]
    : []),
  ...(writtenBy === "agent" && kind !== "text"
    ? [{ _tag: "section.agent-part-not-text" as const, section }]
    : []),
]

/** What every report says, and the kind of section that its synthesis reads, when one does. */
const neededSubjects = {
  objectives: "objectives",
  prospects: undefined,
  training: "training-needs",
} as const satisfies Partial<Record<Section["about"], Section["kind"] | undefined>>

const missingSubjects = (sections: ReadonlyArray<Section>): ReadonlyArray<Section["about"]> =>
  (Object.keys(neededSubjects) as ReadonlyArray<keyof typeof neededSubjects>).filter(
    (about) =>
      !sections.some(
        (one) =>
          one.about === about &&
          one.required &&
          one.writtenBy === "superior" &&
          one.kind === (neededSubjects[about] ?? one.kind),
      ),
  )

const dateFaults = (terms: CampaignTerms): ReadonlyArray<TermsFault> => {
  const { referencePeriod, startsOn, interviewsBefore, reportsBy, procedure, template } = terms
  const isInForce = procedure.from <= startsOn && startsOn <= (procedure.until ?? startsOn)
  return [
    ...(referencePeriod.until < referencePeriod.from
      ? [{ _tag: "dates.period-reversed" as const, ...referencePeriod }]
      : []),
    ...(interviewsBefore <= startsOn
      ? [{ _tag: "dates.interviews-before-start" as const, startsOn, interviewsBefore }]
      : []),
    ...(reportsBy < interviewsBefore
      ? [{ _tag: "dates.reports-before-interviews" as const, interviewsBefore, reportsBy }]
      : []),
    ...(isInForce
      ? []
      : [{ _tag: "dates.procedure-not-in-force" as const, code: procedure.code, startsOn }]),
    ...(template.from <= startsOn
      ? []
      : [{ _tag: "dates.template-not-in-force" as const, code: template.code, startsOn }]),
  ]
}
