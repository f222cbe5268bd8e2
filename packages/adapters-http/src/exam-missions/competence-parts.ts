/** What the routes of competences share: the two addresses of a sheet, and whose it is. */
import { PersonId, type Uai } from "@convoque/core/kernel/identity"
import type { Input } from "../route.ts"
import { author, schoolParams, schoolPath } from "./parts.ts"

/** Whose sheet a path names. */
export interface OfSheet {
  readonly person: PersonId
  readonly school?: Uai
}

/** The address of a sheet for a school, which the path names. */
export const bySchool = {
  path: `${schoolPath}/staff/:person/competences`,
  params: { ...schoolParams, person: PersonId },
  names: "OfSchool",
} as const

/** The address of a sheet for the agent himself and for managers. */
export const byPerson = {
  path: "/agents/:person/competences",
  params: { person: PersonId },
  names: "OfAgent",
} as const

/** Gives who stands before which sheet. */
export const onSheet = (input: Omit<Input<OfSheet, unknown, unknown>, "query">) => {
  const { person: agent, school } = input.params
  return { ...author(input), agent, ...(school === undefined ? {} : { school }) }
}
