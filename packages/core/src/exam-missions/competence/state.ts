/**
 * The states of an agent's competences: « Compétences définies » NON or OUI (CMP-02). They stand
 * apart from `model.ts` because a state keeps its acts, so that the history of a competence survives
 * its removal.
 */
import * as Schema from "effect/Schema"
import { CompetenceEvent } from "./events.ts"
import { Competence } from "./model.ts"

/** What is known of an agent's competences, by option code. */
export const CompetenceSheet = Schema.TaggedUnion({
  /** No competence is listed; some may have been. */
  "not-defined": { acts: Schema.Array(CompetenceEvent) },
  /** At least one competence is listed, contested or not. */
  defined: {
    competences: Schema.NonEmptyArray(Competence),
    acts: Schema.NonEmptyArray(CompetenceEvent),
  },
})
export type CompetenceSheet = typeof CompetenceSheet.Type
