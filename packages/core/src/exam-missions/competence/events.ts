/** What happens to the competences of one agent. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { PersonId } from "../../kernel/identity.ts"
import {
  AuthorMark,
  CompetenceAuthor,
  CompetenceMark,
  ExamOptionId,
  SystemGround,
} from "./model.ts"

const onCompetence = { ...actFields, agent: PersonId, option: ExamOptionId } as const

/**
 * What happened to the competences of an agent.
 *
 * - `CompetenceMarked`: an author took a position, the first of a competence or a new one;
 * - `MarkWithdrawn`: an author has none any more;
 * - `CompetenceRemoved`: no author bears C any more; `marks` are those it had, which history keeps;
 * - `GroundsChanged`: the system still holds the agent competent, for other reasons.
 */
export const CompetenceEvent = Schema.TaggedUnion({
  CompetenceMarked: {
    ...onCompetence,
    author: CompetenceAuthor,
    mark: CompetenceMark,
    grounds: Schema.Array(SystemGround),
  },
  MarkWithdrawn: { ...onCompetence, author: CompetenceAuthor },
  CompetenceRemoved: { ...onCompetence, marks: Schema.Array(AuthorMark) },
  GroundsChanged: { ...onCompetence, grounds: Schema.NonEmptyArray(SystemGround) },
})
export type CompetenceEvent = typeof CompetenceEvent.Type

const ofGeneration = { ...actFields, revisions: Schema.String } as const

/**
 * What happens to the generation of competences of an academy; `revisions` are those of the registers
 * from which it is made. Beginning takes over whatever run has not finished.
 */
export const GenerationEvent = Schema.TaggedUnion({
  GenerationBegun: ofGeneration,
  GenerationFinished: ofGeneration,
})
export type GenerationEvent = typeof GenerationEvent.Type
