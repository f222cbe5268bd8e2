/** What the system adds, corrects and withdraws when it is told all that its table yields. */
import * as Result from "effect/Result"
import type { Act } from "../../../kernel/event.ts"
import type { WithTag } from "../../../kernel/machine.ts"
import type { CompetenceCommand } from "../commands.ts"
import type { CompetenceEvent } from "../events.ts"
import type { Competence, CompetenceAuthor, ExamOptionId } from "../model.ts"
import { authorship } from "../rules/authorship.ts"
import { markOf } from "../rules/marks.ts"
import { hasSameGrounds } from "../rules/yielded.ts"

const system: CompetenceAuthor = { _tag: "system" }

type Generate = WithTag<CompetenceCommand, "generateCompetences">
type On = Act & Pick<Generate, "agent"> & { readonly option: ExamOptionId }

/**
 * Gives what changes in a sheet so that the system bears C on what is yielded, and on nothing else:
 * first what is removed or withdrawn, then changed grounds, then what is new. Nothing new is no
 * event. Of an option yielded twice the last counts.
 *
 * @requirement CMP-06
 */
export const generated = (
  { at, by, agent, yielded }: Generate,
  competences: ReadonlyArray<Competence>,
): ReadonlyArray<CompetenceEvent> => {
  const act = { at, by, agent }
  const grounds = new Map(yielded.map((one) => [one.option, one.grounds]))
  const listed = new Map(competences.map((one) => [one.option, one]))
  const out = competences.flatMap((one) =>
    grounds.has(one.option) ? [] : noLonger(one, { ...act, option: one.option }),
  )
  const still = [...grounds].flatMap(([option, now]) =>
    changedGrounds(listed.get(option), { ...act, option }, now),
  )
  const added = [...grounds].flatMap(([option, now]) =>
    newly(listed.get(option), { ...act, option }, now),
  )
  return [
    ...out.filter(({ _tag }) => _tag === "CompetenceRemoved"),
    ...out.filter(({ _tag }) => _tag === "MarkWithdrawn"),
    ...still,
    ...added,
  ]
}

const noLonger = ({ marks }: Competence, on: On): ReadonlyArray<CompetenceEvent> => {
  const change = authorship(marks, system, "out")
  if (Result.isFailure(change)) return []
  return change.success === "removed"
    ? [{ _tag: "CompetenceRemoved", ...on, marks }]
    : [{ _tag: "MarkWithdrawn", ...on, author: system }]
}

const changedGrounds = (
  competence: Competence | undefined,
  on: On,
  grounds: Generate["yielded"][number]["grounds"],
): ReadonlyArray<CompetenceEvent> =>
  competence === undefined ||
  markOf(competence.marks, system) === undefined ||
  hasSameGrounds(competence.grounds, grounds)
    ? []
    : [{ _tag: "GroundsChanged", ...on, grounds }]

const newly = (
  competence: Competence | undefined,
  on: On,
  grounds: Generate["yielded"][number]["grounds"],
): ReadonlyArray<CompetenceEvent> =>
  Result.isSuccess(authorship(competence?.marks ?? [], system, "in"))
    ? [{ _tag: "CompetenceMarked", ...on, author: system, mark: "C", grounds }]
    : []
