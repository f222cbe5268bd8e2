/**
 * Arbitraries of interviews: terms of campaigns, and for each state the commands worth trying, most
 * of them valid, the others spoilt in one known way, so that walks reach every declared transition.
 *
 * An interview drawn here is opened in the campaign `campaign-<position of its terms>`.
 */
import type { Interview, CampaignTerms, InterviewCommand } from "@convoque/core/interviews"
import * as fc from "fast-check"
import {
  completeStep,
  deleteInterview,
  recordHandOver,
  recordSignatureRefusal,
  replaceAuthority,
  replaceSuperior,
} from "./interviews/circuit.ts"
import { type Drawing, type Opened, personCalled, type StateOf } from "./interviews/drawing.ts"
import {
  openInterview,
  postpone,
  prepareInterview,
  proposeDate,
  recordHeld,
  recordNotHeld,
  termsOf,
  unplan,
} from "./interviews/planning.ts"
import {
  addComment,
  answerRevision,
  correctClericalError,
  draftReport,
  filledReport,
  requestRevision,
  returnReport,
} from "./interviews/report.ts"
import { interviewTerms } from "./interviews/terms.ts"

export { filledReport } from "./interviews/report.ts"
export { interviewTerms, interviewTermsWith } from "./interviews/terms.ts"

type Commands = fc.Arbitrary<InterviewCommand>
type TermsList = readonly [CampaignTerms, ...ReadonlyArray<CampaignTerms>]
type Choices = readonly [Weighted, ...ReadonlyArray<Weighted>]
type Weighted = { readonly weight: number; readonly make: () => Commands }

const weigh = (weight: number, make: () => Commands): Weighted => ({ weight, make })

// Only what is drawn is built: a step of a walk would build some forty arbitraries otherwise.
const oneOf = (choices: Choices): Commands =>
  fc
    .integer({ min: 0, max: choices.reduce((sum, { weight }) => sum + weight, 0) - 1 })
    .chain((drawn) => {
      let left = drawn
      const chosen = choices.find(({ weight }) => (left -= weight) < 0) ?? choices[0]
      return chosen.make()
    })

/** What can be asked of any interview that is neither closed nor deleted. */
const always = (drawing: Drawing): ReadonlyArray<Weighted> => [
  weigh(4, () => replaceSuperior(drawing)),
  weigh(3, () => replaceAuthority(drawing)),
  weigh(2, () => deleteInterview(drawing)),
]

const undated = (drawing: Drawing): Choices => [
  weigh(30, () => proposeDate(drawing)),
  weigh(9, () => prepareInterview(drawing)),
  ...always(drawing),
]

const proposed = (drawing: Drawing<StateOf<"proposed">>): Choices => [
  weigh(24, () => recordHeld(drawing)),
  weigh(12, () => recordNotHeld(drawing)),
  weigh(5, () => postpone(drawing)),
  weigh(3, () => unplan(drawing)),
  weigh(4, () => prepareInterview(drawing)),
  ...always(drawing),
]

const held = (drawing: Drawing<StateOf<"held">>): Choices => [
  weigh(25, () => draftReport(drawing)),
  weigh(30, () => completeStep(drawing)),
  weigh(2, () => recordSignatureRefusal(drawing)),
  ...always(drawing),
]

const inCircuit = (drawing: Drawing<StateOf<"in-circuit">>): Choices => [
  weigh(60, () => completeStep(drawing)),
  weigh(8, () => addComment(drawing)),
  weigh(16, () => requestRevision(drawing)),
  weigh(drawing.state.revision === undefined ? 2 : 40, () => answerRevision(drawing)),
  weigh(4, () => returnReport(drawing)),
  weigh(10, () => recordSignatureRefusal(drawing)),
  ...always(drawing),
]

const closed = (drawing: Drawing<StateOf<"closed">>): Choices => [
  weigh(10, () => correctClericalError(drawing)),
  weigh(16, () => completeStep(drawing)),
  weigh(5, () => recordSignatureRefusal(drawing)),
  weigh(4, () => recordHandOver(drawing)),
  weigh(3, () => deleteInterview(drawing)),
]

const ofState = (state: Exclude<Opened, StateOf<"deleted">>, terms: CampaignTerms): Choices => {
  switch (state._tag) {
    case "to-schedule":
    case "not-held":
      return undated({ state, terms })
    case "proposed":
      return proposed({ state, terms })
    case "held":
      return held({ state, terms })
    case "in-circuit":
      return inCircuit({ state, terms })
    case "closed":
      return closed({ state, terms })
    default:
      return state satisfies never
  }
}

/** What is asked of any interview, whatever its state: most of it is illegal there. */
const anything = (state: Opened, terms: CampaignTerms): ReadonlyArray<Weighted> => {
  const { campaign, type, year, agent, superior, authority, postponements, notes, acts } = state
  const file = { campaign, type, year, agent, superior, authority, postponements, notes, acts }
  const day = { date: terms.startsOn, durationMinutes: 60, superior, late: false }
  const report = filledReport(terms.template)
  const meeting = { date: terms.startsOn }
  return [
    ...undated({ state, terms }),
    ...proposed({
      terms,
      state: { _tag: "proposed", ...file, meeting, enclosures: [], late: false },
    }),
    ...held({ terms, state: { _tag: "held", ...file, held: day, draft: report } }),
    weigh(4, () => recordHandOver({ state, terms })),
    ...illegalReports(file, terms),
  ]
}

const illegalReports = (
  file: Omit<StateOf<"to-schedule">, "_tag">,
  terms: CampaignTerms,
): ReadonlyArray<Weighted> => {
  const [first] = terms.procedure.steps
  const next = { step: first.step, kind: first.kind, label: first.label }
  const { at, by } = file.acts[0]
  const on = terms.startsOn
  const done = { ...next, on, at, by, late: false, lapsed: false }
  const circuit = {
    ...file,
    held: { date: on, durationMinutes: 60, superior: file.superior, late: false },
    report: filledReport(terms.template),
    comments: [],
    done: [done] as const,
  }
  const drawing = {
    terms,
    state: { _tag: "in-circuit" as const, ...circuit, next, suspendedDays: 0 },
  }
  const end = { _tag: "closed" as const, closedOn: on, late: false, handedOver: false }
  return [
    weigh(4, () => addComment(drawing)),
    weigh(4, () => requestRevision(drawing)),
    weigh(4, () => answerRevision(drawing)),
    weigh(4, () => returnReport(drawing)),
    weigh(4, () => correctClericalError({ terms, state: { ...circuit, ...end } })),
  ]
}

/**
 * Gives commands worth trying in a state under a list of terms, accepted and refused ones alike.
 * Under `interviewTerms`, every declared transition of the machine is reached.
 */
export const interviewCommandUnder =
  (list: TermsList) =>
  (state: Interview): Commands => {
    const opening = (weight: number) => weigh(weight, () => openInterview(list))
    if (state._tag === "none") return oneOf([opening(19), weigh(1, () => beforeOpening(list[0]))])
    const terms = termsOf(list, state)
    const whatever = () => oneOf([opening(8), ...anything(state, terms)])
    return state._tag === "deleted"
      ? whatever()
      : oneOf([weigh(24, () => oneOf(ofState(state, terms))), weigh(1, whatever)])
  }

/** Gives commands worth trying in a state, under the terms of `interviewTerms`. */
export const interviewCommand: (state: Interview) => Commands =
  interviewCommandUnder(interviewTerms)

const beforeOpening = (terms: CampaignTerms): Commands =>
  fc.constant({
    _tag: "recordHandOver",
    at: "2026-01-05T08:00:00.000Z" as InterviewCommand["at"],
    by: { person: personCalled("somebody").id, capacity: "system" },
    terms,
  })
