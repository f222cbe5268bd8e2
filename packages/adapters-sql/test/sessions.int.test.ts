/** Sessions of several server processes on one PostgreSQL: one seat for a school. */
import { Database, layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import { PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import { type Session, Sessions } from "@convoque/core/kernel/ports"
import { minute } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { afterAll, beforeEach, expect, inject, test } from "vitest"
import { createDatabase } from "./support/postgres.ts"

const url = await createDatabase(inject("postgresUrl"))
const servers: ReadonlyArray<ManagedRuntime.ManagedRuntime<SqlPorts, unknown>> = [1, 2].map(() =>
  ManagedRuntime.make(layerPostgres({ url, poolSize: 10 })),
)
const [first, second] = servers
if (first === undefined || second === undefined) throw new Error("two servers are needed")

const school = Uai.make("0310001H")
const seated = (id: string, at: number): Session => ({
  id,
  tenant: TenantId.make("t"),
  person: PersonId.make("p-1"),
  capacities: ["school-head"],
  school,
  openedAt: minute(at),
  expiresAt: minute(at + 30),
})

const open = (session: Session) => Sessions.use((sessions) => Effect.result(sessions.open(session)))
const find = (id: string, at: number) => Sessions.use((sessions) => sessions.find(id, minute(at)))
const isOpen = (outcome: { readonly _tag: string }): boolean => outcome._tag === "Success"

beforeEach(() =>
  first.runPromise(Database.use(({ write }) => write("delete from convoque.session", []))),
)
afterAll(() => Promise.all(servers.map((server) => server.dispose())))

test.each([
  ["a free seat", 0],
  ["a seat whose session has expired", 31],
])("UI-03 of twenty at once on two servers, one takes %s", async (_, at) => {
  for (let round = 0; round < 10; round++) {
    const start = at + round * 31
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_none, index) =>
        (index % 2 === 0 ? first : second).runPromise(open(seated(`s-${start}-${index}`, start))),
      ),
    )
    expect(outcomes.filter(isOpen)).toHaveLength(1)
    const refusals = outcomes.flatMap((one) => (one._tag === "Failure" ? [one.failure] : []))
    expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
      new Set([
        JSON.stringify({ _tag: "session.already-open", school, expiresAt: minute(start + 30) }),
      ]),
    )
  }
})

test("UI-03 who waited for a seat that another took meanwhile is told its new end", async () => {
  await first.runPromise(open(seated("former", 0)))
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query("begin")
  await other.query(
    "update convoque.session set id = 'winner', expires_at = $1 where school = $2",
    [minute(70), school],
  )
  const waiting = second.runPromise(open(seated("loser", 40)))
  await lockedStatement(other)
  await other.query("commit")
  await other.end()
  expect(await waiting).toMatchObject({
    _tag: "Failure",
    failure: { _tag: "session.already-open", expiresAt: minute(70) },
  })
  expect(await first.runPromise(find("loser", 41))).toBeUndefined()
})

test("UI-03 a session opened by one server is known, extended and ended by another", async () => {
  await first.runPromise(open(seated("s-1", 0)))
  await second.runPromise(Sessions.use((sessions) => sessions.extend("s-1", minute(50))))
  expect(await first.runPromise(find("s-1", 49))).toEqual({
    ...seated("s-1", 0),
    expiresAt: minute(50),
  })
  expect(isOpen(await second.runPromise(open(seated("s-2", 49))))).toBe(false)
  await second.runPromise(
    Sessions.use((sessions) =>
      sessions.release({ tenant: seated("s-1", 0).tenant, school }, minute(49)),
    ),
  )
  expect(await first.runPromise(find("s-1", 49))).toBeUndefined()
  expect(isOpen(await second.runPromise(open(seated("s-2", 49))))).toBe(true)
})

test("UI-03 an extension that meets a takeover does not give the seat back", async () => {
  await first.runPromise(open(seated("s-1", 0)))
  await Promise.all([
    first.runPromise(Sessions.use((sessions) => sessions.extend("s-1", minute(60)))),
    second.runPromise(open(seated("s-2", 30))),
  ])
  const found = await Promise.all(
    [find("s-1", 31), find("s-2", 31)].map((one) => first.runPromise(one)),
  )
  expect(found.filter((one) => one !== undefined)).toHaveLength(1)
})

const lockedStatement = async (client: pg.Client): Promise<void> => {
  for (let tries = 0; tries < 500; tries++) {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    if (rowCount !== 0) return
    await Effect.runPromise(Effect.sleep(10))
  }
  throw new Error("nothing waits for a lock")
}
