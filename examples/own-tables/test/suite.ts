/** What the portal's tables must pass, on PGlite and on PostgreSQL alike. */
import { agentFiles, campaignFiles, evaluatorBookings } from "@convoque/core/career-appointments"
import {
  type Contract,
  contractPeople,
  outboxContract,
  peopleDirectoryContract,
  storageContract,
  subjectViewsContract,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Database } from "../src/database.ts"
import { portalOn } from "../src/portal.ts"
import { enterPeople, play, readBack, setup, steps } from "../src/scenario.ts"
import { campaignKeys, campaignSubject, fileSubject, personIds } from "./subjects.ts"

type Ports = Layer.Success<ReturnType<typeof portalOn>>

const tables = ["file_mail", "dossier_rdvc", "campagne_rdvc", "personne"]

const emptied = async (database: Database) => {
  for (const table of tables) await database.query(`delete from ${table}`)
}

/** Puts in the campaigns and people that the files of the subject name. */
const enterNames = async (database: Database) => {
  for (const tenant of ["academie-a", "academie-b"]) {
    await database.query(
      `insert into personne select $1, id, '', id, '', null from unnest($2::text[]) id`,
      [tenant, personIds],
    )
    await database.query(
      `insert into campagne_rdvc
       select $1, cle, 1, '2100-2101', '{}', '{}', now(), 'e-0', 'system', null
       from unnest($2::text[]) cle`,
      [tenant, campaignKeys],
    )
  }
}

const enterContractPeople = async (database: Database) => {
  for (const { tenant, people, unavailable = [] } of contractPeople) {
    for (const { id, givenName, familyName, quality } of people) {
      await database.query("insert into personne values ($1, $2, $3, $4, $5, null)", [
        tenant,
        id,
        givenName,
        familyName,
        quality,
      ])
    }
    for (const { person, from, until, reason } of unavailable) {
      await database.query("insert into absence values ($1, $2, $3, $4, $5)", [
        tenant,
        person,
        from,
        until,
        reason,
      ])
    }
  }
}

/** Declares all tests on a database, opened once and emptied before each. */
export const checkPortal = (open: () => Promise<Database>): (() => Database) => {
  let opened: Database | undefined
  const database = (): Database => {
    if (opened === undefined) throw new Error("the database is not open")
    return opened
  }
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => database().close())
  beforeEach(() => emptied(database()))

  const check = (
    title: string,
    contract: Contract<Ports>,
    enter: (database: Database) => Promise<void> = enterNames,
  ) => {
    describe(title, () => {
      for (const { name, run } of contract) {
        test(name, async () => {
          await enter(database())
          const ran = Effect.runPromise(Effect.provide(run, portalOn(database())))
          expect(await ran).toBeUndefined()
        })
      }
    })
  }

  check("storage of files", storageContract(fileSubject))
  check("storage of campaigns", storageContract(campaignSubject))
  check("lists of files", subjectViewsContract(fileSubject))
  check("outbox of files", outboxContract(fileSubject))
  check("outbox of campaigns", outboxContract(campaignSubject))
  check("people", peopleDirectoryContract, enterContractPeople)
  checkScenario(database)
  return database
}

const checkScenario = (database: () => Database) => {
  const run = <A, E>(effect: Effect.Effect<A, E, Layer.Success<ReturnType<typeof ports>>>) =>
    Effect.runPromise(Effect.provide(effect, ports()))
  const ports = () => Layer.merge(portalOn(database()), setup)
  const rows = (text: string) => database().query<object>(text)

  test("RDC-13 RDC-18 RDC-22 the scenario leaves its rows in the portal's tables", async () => {
    await run(enterPeople(database()))
    for (const step of steps.slice(0, 4)) await run(play(step))
    const mails = `select message, adresse, statut, contenu ->> 'kind' as kind
      from file_mail order by numero`
    const convocation = {
      message: "career-appointment-set/2026-certifies/a-12/4/0",
      adresse: "eloise@ac.example",
      statut: "en-attente",
      kind: "convocation-issued",
    }
    expect(await rows(mails)).toEqual([convocation])
    await database().query("update dossier_rdvc set observations = 'vu avec la DPE'")
    for (const step of steps.slice(4)) await run(play(step))
    // Nothing has left yet: the second edition replaces the first.
    expect(await rows(mails)).toMatchObject([
      { ...convocation, statut: "perime" },
      { statut: "en-attente", kind: "convocation-reissued" },
    ])
    expect(await rows("select etat, version, edition, demandes, observations from dossier_rdvc"))
      // The portal's own column is as the portal left it.
      .toEqual([
        { etat: "convened", version: 7, edition: 2, demandes: 1, observations: "vu avec la DPE" },
      ])
    const appointments = await rows(
      `select creneau, jour::text, to_char(debut_utc at time zone 'UTC', 'DD HH24:MI') as utc,
         rang_modification as modif from rendez_vous order by rang`,
    )
    expect(appointments).toEqual([
      { creneau: "inspection-visit", jour: "2026-11-05", utc: "05 04:00", modif: null },
      { creneau: "regional-inspector-interview", jour: "2026-11-05", utc: "05 06:00", modif: null },
      { creneau: "school-head-interview", jour: "2026-11-26", utc: "26 10:00", modif: 0 },
    ])
    const { detail, mails: kept } = await run(readBack)
    expect(detail.history.map(({ _tag, by }) => `${by.person} ${_tag}`)).toEqual([
      "g-1 SetOpened",
      "i-3 AppointmentsSet",
      "c-7 AppointmentsSet",
      "c-7 ConvocationIssued",
      "a-12 PostponementRequested",
      "c-7 AppointmentModified",
      "c-7 ConvocationIssued",
    ])
    const [second, first] = kept.map(({ message }) => message.content.calendar)
    const uids = (parts: typeof second) => parts?.map(({ entry }) => entry.uid)
    expect(uids(second)).toEqual(uids(first))
    const moved = second?.at(-1)?.entry
    expect(moved?.startsAt).toBe("2026-11-26T10:00:00.000Z")
    expect(moved?.sequence).toBeGreaterThan(first?.at(-1)?.entry.sequence ?? NaN)
  })

  test("the lists of the portal are those that the library asks for", () => {
    expect(fileSubject.type.views).toEqual([campaignFiles, agentFiles, evaluatorBookings])
  })
}
