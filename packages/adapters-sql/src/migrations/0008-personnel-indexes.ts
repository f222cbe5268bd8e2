/** The indexes by which the personnel are listed and searched without reading the rows themselves. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// People in the order of lists; of each, the posts from the main one on, with what is searched.
const statements: ReadonlyArray<string> = [
  `create index register_row_people on convoque.register_row (tenant, sort, key)
    where register = 'people'`,
  `create index register_row_posts on convoque.register_row (tenant, owner, sort)
    include (key, search) where register = 'posts'`,
]

/** Makes the indexes of the personnel. */
export const personnelIndexes0008: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
