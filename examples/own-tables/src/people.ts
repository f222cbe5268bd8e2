/** `PeopleDirectory` on the portal's tables `personne` and `absence`. */
import { PeopleDirectory, Person, type UnavailableDays } from "@convoque/core/kernel/ports"
import * as Schema from "effect/Schema"
import { type PersonColumns, personOf } from "./columns.ts"
import { ask, type Database } from "./database.ts"

const readPerson = Schema.decodeUnknownSync(Person)

/** Gives the directory of people on a database. */
export const peopleOn = (database: Database): PeopleDirectory["Service"] =>
  PeopleDirectory.of({
    find: (tenant, ids) =>
      ask(async () => {
        const found = await database.query<PersonColumns & { readonly id: string }>(
          `select id, prenom, nom, qualite, courriel from personne
           where academie = $1 and id = any($2::text[])`,
          [tenant, ids],
        )
        return found.map((row) => readPerson(personOf(row.id, row)))
      }),
    unavailableDays: (tenant, person, span) =>
      ask(() =>
        database.query<UnavailableDays>(
          `select to_char(du, 'YYYY-MM-DD') as "from", to_char(au, 'YYYY-MM-DD') as "until",
             motif as "reason"
           from absence
           where academie = $1 and personne = $2 and du <= $4::date and au >= $3::date
           order by du`,
          [tenant, person, span.from, span.until],
        ),
      ),
  })
