/**
 * What papers print of the validation circuit: signatures, comments, visa, notification, step by
 * step as the procedure lists them, and the table of its progress.
 *
 * @requirement ENT-25
 * @requirement ENT-26
 * @requirement CAM-24
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Block } from "../../../kernel/document.ts"
import { personName } from "../../../kernel/ports.ts"
import type { Step } from "../../terms/model/procedure.ts"
import type { StepDone } from "../model.ts"
import { isReported, type OpenedInterview } from "../state.ts"
import { authorName, capitalised, type Paper, roleLabel } from "./paper.ts"

/** Gives the blocks of every step of the circuit, done or to be done. */
export const circuitBlocks = (paper: Paper): ReadonlyArray<Block> =>
  paper.terms.procedure.steps.flatMap((step) => [
    { _tag: "heading" as const, text: step.label },
    ...stepBlocks(step, doneAs(step, paper.state), paper),
  ])

/** Gives the table of the circuit: each step, who did it and when, what remains and until when. */
export const progressTable = (paper: Paper): Block => {
  const { dates, documents } = paper.wording
  const words = documents.steps
  const [step, by, on, due] = words.progressColumns
  return {
    _tag: "table",
    caption: words.progress,
    columns: [
      { label: step, width: 36 },
      { label: by, width: 26 },
      { label: on, width: 20 },
      { label: due, width: 18 },
    ],
    rowHeaders: 1,
    rows: paper.terms.procedure.steps.map((one) => {
      const done = doneAs(one, paper.state)
      const lastDay = done?.due ?? dueOf(one, paper.state)
      return [
        one.label,
        done === undefined ? actorsOf(one, paper) : authorName(done.by, paper, done.name),
        done === undefined ? words.toDo : doneDay(done, paper),
        lastDay === undefined ? "" : dates.short(lastDay),
      ]
    }),
  }
}

const actorsOf = ({ actors }: Step, { wording }: Paper): string =>
  capitalised(actors.map((actor) => wording.capacities[actor]).join(", "))

const doneDay = ({ due, late, on }: StepDone, { wording }: Paper): string => {
  const { dates, documents } = wording
  const day = dates.short(on)
  return late && due !== undefined ? `${day}\n${documents.steps.doneLate(dates.short(due))}` : day
}

/** Gives a step as it was done, if it was. */
const doneAs = ({ step }: Step, state: OpenedInterview): StepDone | undefined =>
  isReported(state) ? state.done.find((done) => done.step === step) : undefined

const dueOf = ({ step }: Step, state: OpenedInterview): CivilDate | undefined =>
  state._tag === "in-circuit" && state.next.step === step ? state.next.due : undefined

const stepBlocks = (step: Step, done: StepDone | undefined, paper: Paper): ReadonlyArray<Block> => [
  ...(step.kind === "sign" && step.actors.includes("agent")
    ? [{ _tag: "paragraph" as const, text: paper.wording.documents.steps.attests }]
    : []),
  ...(done === undefined ? remainingBlocks(step, paper) : doneBlocks(done, paper)),
]

const remainingBlocks = (step: Step, paper: Paper): ReadonlyArray<Block> => {
  const { dates, documents } = paper.wording
  const due = dueOf(step, paper.state)
  const fields: Block = {
    _tag: "fields",
    rows: [
      {
        label: documents.steps.remaining,
        value: actorsOf(step, paper),
      },
      ...(due === undefined ? [] : [{ label: documents.steps.due, value: dates.long(due) }]),
    ],
  }
  return isSigned(step) ? [fields, handSignature(step, paper)] : [fields]
}

/** Gives the frame in which somebody signs by hand. */
export const handSignature = (step: Step, { state, wording }: Paper): Block => {
  const actor = step.actors[0] ?? "agent"
  const names = {
    agent: personName(state.agent),
    superior: personName(state.superior),
    authority: personName(state.authority),
    "hr-service": wording.capacities["hr-service"],
  }
  return {
    _tag: "signature",
    place: wording.documents.steps.dateAndSignature,
    lines: [roleLabel(actor, wording), names[actor]],
  }
}

/** Tells whether a step is somebody's signature on the report. */
export const isSigned = ({ kind }: Pick<Step, "kind">): boolean =>
  kind === "communicate" || kind === "endorse" || kind === "sign"

const doneBlocks = (done: StepDone, paper: Paper): ReadonlyArray<Block> => {
  const { dates, documents } = paper.wording
  const words = documents.steps
  const due = dates.long(done.due ?? done.on)
  if (done.withoutAgent === true) {
    const name = authorName(done.by, paper, done.name)
    return [{ _tag: "paragraph", text: words.endedWithoutAgent(dates.long(done.on), name) }]
  }
  if (done.lapsed) return [{ _tag: "paragraph", text: words.lapsed(due) }]
  if (done.refusal !== undefined) {
    const text = words.signatureRefused(dates.long(done.on), done.refusal.witness)
    return [{ _tag: "paragraph", text, strong: true }]
  }
  const day = dates.long(done.on)
  const on = done.late ? `${day}, ${words.doneLate(due)}` : day
  const name = authorName(done.by, paper, done.name)
  const author = { label: words.by, value: name }
  const fields: Block = { _tag: "fields", rows: [author, { label: words.on, value: on }] }
  const lateness: ReadonlyArray<Block> = done.late ? [fields] : []
  const signature: Block = {
    _tag: "signature",
    place: words.signed(day),
    lines: [roleLabel(done.by.capacity, paper.wording), name],
  }
  switch (done.kind) {
    case "complete":
    case "file":
      return [fields]
    case "notify":
      return [fields, ...notificationBlocks(done, paper)]
    case "endorse":
      return [...observationBlocks(done, paper), ...lateness, signature]
    case "communicate":
    case "sign":
      return [...lateness, signature]
    default:
      return done.kind satisfies never
  }
}

const observationBlocks = (
  { observations }: StepDone,
  { wording }: Paper,
): ReadonlyArray<Block> => {
  const words = wording.documents.steps
  return observations === undefined
    ? [{ _tag: "paragraph", text: words.noObservation }]
    : [
        { _tag: "paragraph", text: words.observations, strong: true },
        { _tag: "paragraph", text: observations },
      ]
}

const notificationBlocks = (
  { notification }: StepDone,
  { state, wording }: Paper,
): ReadonlyArray<Block> => {
  const { dates, documents, fates, means } = wording
  const lines = state.acts.flatMap((act) =>
    act._tag === "NotificationTried" ? [act.notification] : [],
  )
  return [
    ...lines.map((tried) => ({
      _tag: "paragraph" as const,
      text: documents.steps.tried(means[tried.means], fates[tried.fate], dates.long(tried.on)),
    })),
    ...(notification === undefined
      ? []
      : [
          {
            _tag: "paragraph" as const,
            text: documents.steps.notified(
              means[notification.means],
              fates[notification.fate],
              dates.long(notification.on),
            ),
          },
        ]),
  ]
}
