/**
 * The states of an agent's competences: « Compétences définies » NON or OUI (CMP-02). They stand
 * apart from `model.ts` because a state keeps its acts, so that the history of a competence survives
 * its removal.
 */
import * as Schema from "effect/Schema"
import { CompetenceEvent, GenerationEvent } from "./events.ts"
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

/**
 * Where the generation of competences of an academy stands: never run, running or interrupted, or
 * done from the registers as they were.
 */
export const CompetenceGeneration = Schema.TaggedUnion({
  idle: {},
  running: { last: GenerationEvent },
  done: { last: GenerationEvent },
})
export type CompetenceGeneration = typeof CompetenceGeneration.Type

/** Gives where the generation stands after an event. */
export const generationAfter = (last: GenerationEvent): CompetenceGeneration =>
  last._tag === "GenerationBegun" ? { _tag: "running", last } : { _tag: "done", last }
