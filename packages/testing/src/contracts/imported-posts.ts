/** The registers that the contract of `Registers` is tried on: posts of people in schools. */
import type { ArrivingRow } from "@convoque/core/kernel/ports"
import { neededColumn, optionalColumn, type Register } from "@convoque/core/kernel/register"
import { foldedKey } from "@convoque/core/kernel/text"
import * as Schema from "effect/Schema"

/** A post as a file has it. */
export interface Post {
  readonly code: string
  readonly school: string
  readonly name: string
  readonly head: string | null
  readonly hours: number
}

/** Posts, which belong to a school, may have a head among the posts, and refer to their school. */
export const posts: Register<Post> = {
  name: "contract-posts",
  columns: {
    code: neededColumn("Code", Schema.String),
    school: neededColumn("Établissement", Schema.String),
    name: neededColumn("Nom", Schema.String),
    head: optionalColumn("Responsable", Schema.String),
    hours: neededColumn("Heures", Schema.FiniteFromString),
  },
  key: ({ code }) => code,
  owner: ({ head }) => head ?? "",
  part: ({ school }) => school,
  sort: ({ name }) => foldedKey(name),
  labels: ({ code, name }) => [name, code],
  references: [
    { field: "school", register: "contract-schools", keyOf: ({ school }) => school },
    { field: "head", register: "contract-posts", keyOf: ({ head }) => head },
  ],
}

/** A school as a file has it. */
export interface School {
  readonly uai: string
}

/** Schools, which refer to nothing. */
export const schools: Register<School> = {
  name: "contract-schools",
  columns: { uai: neededColumn("UAI", Schema.String) },
  key: ({ uai }) => uai,
  owner: () => "",
  part: () => "",
  sort: ({ uai }) => uai,
  labels: ({ uai }) => [uai],
  references: [],
}

/** Gives a post of school `s-1` without a head, of eighteen hours. */
export const post = (code: string, changes: Partial<Post> = {}): Post => ({
  code,
  school: "s-1",
  name: `Poste ${code}`,
  head: null,
  hours: 18,
  ...changes,
})

/** Numbers rows as lines of a file: the first one after the header is line 2. */
export const linesOf = <Row>(rows: ReadonlyArray<Row>): ReadonlyArray<ArrivingRow<Row>> =>
  rows.map((row, index) => ({ line: index + 2, row }))
