/**
 * Plays the scenario on PGlite, or on the PostgreSQL of `DATABASE_URL`, and prints the rows of the
 * portal's tables after each step.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Database, openPglite, openPostgres } from "./database.ts"
import { portalOn } from "./portal.ts"
import { enterPeople, play, readBack, setup, steps } from "./scenario.ts"

const shown: ReadonlyArray<readonly [table: string, query: string]> = [
  ["dossier_rdvc", "select cle, version, etat, edition, demandes from dossier_rdvc"],
  [
    "rendez_vous",
    `select creneau, to_char(jour, 'DD/MM/YYYY') as jour, to_char(heure_debut, 'HH24:MI') as debut,
       fuseau, to_char(debut_utc at time zone 'UTC', 'HH24:MI') as utc, rang_modification as modif,
       rang_report as report
     from rendez_vous order by rang`,
  ],
  ["file_mail", "select numero, message, adresse, objet, statut from file_mail order by numero"],
]

const print = (text: string) => Effect.sync(() => console.log(text))

const printTables = (database: Database) =>
  Effect.promise(async () => {
    for (const [table, query] of shown) {
      const rows = await database.query<object>(query)
      if (rows.length === 0) continue
      console.log(`\n${table}`)
      console.table(rows)
    }
  })

const scenario = (database: Database) =>
  Effect.gen(function* () {
    yield* enterPeople(database)
    for (const step of steps) {
      yield* play(step)
      yield* print(`\n=== ${step.at.slice(0, 10)} : ${step.what}`)
      yield* printTables(database)
    }
    const { detail, mails } = yield* readBack
    yield* print(`\n=== Historique, ${detail.labels.join(" ; ")}, édition ${detail.edition}`)
    for (const { _tag, at, by } of detail.history) yield* print(`${at}  ${by.person}  ${_tag}`)
    yield* print(`\n${mails.length} mails dans la file du portail`)
  })

const { DATABASE_URL: url } = process.env
const database = await (url === undefined ? openPglite() : openPostgres(url))
const ports = Layer.merge(portalOn(database), setup)
await Effect.runPromise(Effect.provide(scenario(database), ports))
await database.close()
