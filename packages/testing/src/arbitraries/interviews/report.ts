/** Commands on the report: drafts, comments, revisions, returns, corrections. */
import type { InterviewCommand, Report, ReportPart, Section } from "@convoque/core/interviews"
import type { Instant } from "@convoque/core/kernel/calendar"
import * as fc from "fast-check"
import {
  by,
  type CommandOf,
  type Drawing,
  known,
  later,
  lastAct,
  reason,
  soon,
  spoilt,
  type StateOf,
} from "./drawing.ts"

type Commands = fc.Arbitrary<InterviewCommand>
type Template = Drawing["terms"]["template"]

const text = (given: string) => given as Extract<ReportPart, { readonly _tag: "text" }>["text"]

const partOf = ({ section, kind }: Section, template: Template): ReportPart => {
  switch (kind) {
    case "text":
      return { _tag: "text", section, text: text("Rédigé.\nSur deux lignes.") }
    case "objectives":
      return {
        _tag: "objectives",
        section,
        objectives: [{ text: "Former les collègues", collective: "Réduire les délais" }],
      }
    case "training-needs":
      return { _tag: "training-needs", section, needs: [{ text: "Tableur", purpose: "post" }] }
    case "criteria":
      return { _tag: "criteria", section, ratings: ratings(template) }
    default:
      return kind satisfies never
  }
}

const ratings = ({ criteria, levels }: Template) => {
  const [level] = levels
  return level === undefined
    ? []
    : criteria.map(({ criterion }) => ({ criterion, level: level.level }))
}

/** Gives a report in which every section of the superior's is written as its kind asks. */
export const filledReport = (template: Template): Report => ({
  parts: template.sections
    .filter(({ writtenBy }) => writtenBy === "superior")
    .map((section) => partOf(section, template)),
  attachments: [],
})

const emptyReport: Report = { parts: [], attachments: [] }

const editing =
  (edit: (report: Report, template: Template) => Report) =>
  (command: CommandOf<"draftReport">): CommandOf<"draftReport"> => ({
    ...command,
    report: edit(command.report, command.terms.template),
  })

const adding = (make: (template: Template) => ReadonlyArray<ReportPart>) =>
  editing(({ parts, attachments }, template) => ({
    parts: [...make(template), ...parts],
    attachments,
  }))

const rating = (change: (first: Template) => ReturnType<typeof ratings>) =>
  adding((template) =>
    template.sections
      .filter(({ kind }) => kind === "criteria")
      .map(({ section }) => ({ _tag: "criteria" as const, section, ratings: change(template) })),
  )

const unheardOf = "unheard-of" as never

const objectivesOf = (count: number) =>
  editing(({ parts, attachments }) => ({
    parts: parts.map((part) =>
      part._tag === "objectives"
        ? { ...part, objectives: Array.from({ length: count }, () => ({ text: "Objectif" })) }
        : part,
    ),
    attachments,
  }))

const unrated = editing(({ parts, attachments }) => ({
  parts: parts.map((part) =>
    part._tag === "criteria" ? { ...part, ratings: part.ratings.slice(1) } : part,
  ),
  attachments,
}))

const needsSaidNone = (isListed: boolean) =>
  editing(({ parts, attachments }) => ({
    parts: parts.map((part) =>
      part._tag === "training-needs"
        ? { ...part, needs: isListed ? part.needs : [], none: true as const }
        : part,
    ),
    attachments,
  }))

/** Gives drafts, filled, empty, with too many objectives, or wrong in one way. */
export const draftReport = ({ state, terms }: Drawing<StateOf<"held">>): Commands =>
  spoilt<CommandOf<"draftReport">>(
    fc.record({
      _tag: fc.constant("draftReport" as const),
      at: soon({ state, terms }),
      by: by(state, "superior"),
      terms: fc.constant(terms),
      report: fc.constantFrom(...Array.from({ length: 4 }, () => filledReport(terms.template))),
    }),
    editing(() => emptyReport),
    objectivesOf(4),
    objectivesOf(0),
    adding(() => [{ _tag: "text", section: unheardOf, text: text("Rien") }]),
    adding(({ sections }) =>
      sections
        .filter(({ writtenBy }) => writtenBy === "agent")
        .map(({ section }) => ({ _tag: "text", section, text: text("À sa place") })),
    ),
    editing(({ parts, attachments }) => ({ parts: [...parts, ...parts], attachments })),
    adding(({ sections }) =>
      sections
        .filter(({ kind }) => kind === "criteria")
        .map(({ section }) => ({ _tag: "text", section, text: text("Pas de niveau") })),
    ),
    rating((template) => ratings(template).map((one) => ({ ...one, criterion: unheardOf }))),
    rating((template) => ratings(template).map((one) => ({ ...one, level: unheardOf }))),
    rating((template) => [...ratings(template), ...ratings(template)]),
    unrated,
    needsSaidNone(false),
    needsSaidNone(true),
    editing(({ parts }, { attachments }) => ({
      parts,
      attachments: Array.from({ length: attachments + 1 }, (_, index) => ({
        fileName: `${index}.pdf`,
        key: `${index}`,
      })),
    })),
  )

/** Gives an instant in the period of the next step, or some days after its end. */
export const aroundDue = (drawing: Drawing<StateOf<"in-circuit">>): fc.Arbitrary<Instant> => {
  const { due } = drawing.state.next
  const { at } = lastAct(drawing.state)
  const end = `${due ?? "0001-01-01"}T23:30:00.000Z` as Instant
  return end < at
    ? soon(drawing)
    : fc.oneof(
        { weight: 3, arbitrary: soon(drawing) },
        { weight: 1, arbitrary: later(end, [0, 90]) },
      )
}

/** Gives comments on the whole, on the agent's section, on another's, on none that exists. */
export const addComment = (drawing: Drawing<StateOf<"in-circuit">>): Commands =>
  fc
    .record({
      at: aroundDue(drawing),
      by: by(drawing.state, "agent"),
      section: fc.constantFrom(
        undefined,
        unheardOf,
        ...drawing.terms.template.sections.slice(-3).map(({ section }) => section),
      ),
    })
    .map(({ section, ...act }) => ({
      _tag: "addComment",
      ...act,
      terms: drawing.terms,
      text: text("Je souhaite une formation."),
      ...(section === undefined ? {} : { section }),
    }))

/** Gives requests of revision. */
export const requestRevision = (drawing: Drawing<StateOf<"in-circuit">>): Commands =>
  fc
    .record({ at: aroundDue(drawing), by: by(drawing.state, "agent"), reason })
    .map((command) => ({ _tag: "requestRevision", ...command, terms: drawing.terms }))

/** Gives answers to them. */
export const answerRevision = (drawing: Drawing<StateOf<"in-circuit">>): Commands =>
  fc
    .record({
      at: aroundDue(drawing),
      by: by(drawing.state, "superior"),
      accepted: fc.boolean(),
      reason,
    })
    .map((command) => ({ _tag: "answerRevision", ...command, terms: drawing.terms }))

/** Gives returns of the report, by whose step it is or by another one. */
export const returnReport = (drawing: Drawing<StateOf<"in-circuit">>): Commands =>
  fc
    .record({
      at: soon(drawing),
      by: fc
        .constantFrom(
          ...(drawing.terms.procedure.steps.find(({ step }) => step === drawing.state.next.step)
            ?.actors ?? []),
          "superior" as const,
        )
        .chain((capacity) => by(drawing.state, capacity)),
      reason,
    })
    .map((command) => ({ _tag: "returnReport", ...command, terms: drawing.terms }))

/** Gives corrections of each section, of one that does not exist, and of nothing. */
export const correctClericalError = (drawing: Drawing<StateOf<"closed">>): Commands =>
  fc
    .record({
      at: soon(drawing),
      by: by(drawing.state, "hr-service"),
      agent: known(drawing.state),
      section: fc.constantFrom(
        unheardOf,
        ...drawing.terms.template.sections.map(({ section }) => section),
      ),
      text: fc.constantFrom(text("Rédigé.\nSur deux lignes."), text("Corrigé.")),
      reason,
    })
    .map((command) => ({ _tag: "correctClericalError", ...command, terms: drawing.terms }))
