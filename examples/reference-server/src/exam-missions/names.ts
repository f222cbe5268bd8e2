/** What the addresses of a school name: the school itself, and one of its people. */
import type { ApplicationRefusal } from "@convoque/core/exam-missions"
import type { Actor, PersonId, Uai } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import { personNamed, unknownPage } from "../campaigns/names.ts"
import type { ExamVisit } from "./visit.ts"

/** Gives the school that an address names. */
export const schoolIn = ({ school }: ExamVisit): Effect.Effect<Uai, Refusal> =>
  school === undefined ? Effect.fail(unknownPage) : Effect.succeed(school)

/** Gives the person and the school that an address names, with who asks. */
export const onPerson = (
  visit: ExamVisit,
  name: string,
): Effect.Effect<
  {
    readonly by: Actor
    readonly tenant: ExamVisit["tenant"]
    readonly school: Uai
    readonly person: PersonId
  },
  Refusal
> =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    return { by, tenant, school: yield* schoolIn(visit), person: yield* personNamed(name) }
  })

/** Refuses who acts for another school than that of the address. */
export const ownSchool = (visit: ExamVisit): Effect.Effect<void, ApplicationRefusal | Refusal> =>
  Effect.flatMap(schoolIn(visit), (school) =>
    visit.by.school === undefined || visit.by.school === school
      ? Effect.void
      : Effect.fail<ApplicationRefusal>({ _tag: "school.unknown", school }),
  )
