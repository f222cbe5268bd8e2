/** How events change what is known of an agent's competences. */
import type { CompetenceEvent } from "../events.ts"
import type { Competence } from "../model.ts"
import { withMark, withoutMark } from "../rules/marks.ts"
import { competencesOf } from "../rules/standing.ts"
import type { CompetenceSheet } from "../state.ts"

/** Gives the sheet after an event; every event is kept among its acts. */
export const evolve = (state: CompetenceSheet, event: CompetenceEvent): CompetenceSheet => {
  const [oldest = event, ...later] = [...state.acts, event]
  const acts = [oldest, ...later] as const
  const before = competencesOf(state)
  const after = competenceAfter(
    before.find(({ option }) => option === event.option),
    event,
  )
  const [first, ...rest] = withCompetence(
    before.filter(({ option }) => option !== event.option),
    after,
  )
  return first === undefined
    ? { _tag: "not-defined", acts }
    : { _tag: "defined", competences: [first, ...rest], acts }
}

const competenceAfter = (
  competence: Competence | undefined,
  event: CompetenceEvent,
): Competence | undefined => {
  switch (event._tag) {
    case "CompetenceMarked": {
      const { at, author, mark, option } = event
      const grounds = author._tag === "system" ? event.grounds : (competence?.grounds ?? [])
      const marks = withMark(competence?.marks ?? [], { author, mark, since: at })
      return { option, marks, grounds }
    }
    case "MarkWithdrawn": {
      const [first, ...rest] = withoutMark(competence?.marks ?? [], event.author)
      if (competence === undefined || first === undefined) return undefined
      const grounds = event.author._tag === "system" ? [] : competence.grounds
      return { ...competence, marks: [first, ...rest], grounds }
    }
    case "CompetenceRemoved":
      return undefined
    case "GroundsChanged":
      return competence === undefined ? undefined : { ...competence, grounds: event.grounds }
    default:
      return event satisfies never
  }
}

// By code of the exam option, whatever the order of the acts.
const withCompetence = (
  others: ReadonlyArray<Competence>,
  added: Competence | undefined,
): ReadonlyArray<Competence> => {
  if (added === undefined) return others
  const place = others.findIndex(({ option }) => option > added.option)
  return place < 0 ? [...others, added] : others.toSpliced(place, 0, added)
}
