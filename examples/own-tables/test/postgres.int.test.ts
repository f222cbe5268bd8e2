import { createDatabase } from "../../../packages/adapters-sql/test/support/postgres.ts"
import {
  enrol,
  fileRef,
  openFile,
  RoleId,
  setAppointments,
  SlotId,
} from "@convoque/core/career-appointments"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import { Outbox, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { expect, inject, test } from "vitest"
import { openPostgres } from "../src/database.ts"
import { portalOn } from "../src/portal.ts"
import { atMoment, campaign, enterPeople, play, setup, steps, tenant } from "../src/scenario.ts"
import { checkPortal } from "./suite.ts"

const database = checkPortal(async () => openPostgres(await createDatabase(inject("postgresUrl"))))

type Ports = Layer.Success<ReturnType<typeof portalOn>> | Layer.Success<typeof setup>

const run = <A, E>(effect: Effect.Effect<A, E, Ports>) =>
  Effect.runPromise(Effect.provide(effect, Layer.merge(portalOn(database()), setup)))

const moment = "2026-09-14T06:00:00.000Z"
const acting = (id: string, capacity: Actor["capacity"]): Actor => ({
  person: PersonId.make(id),
  capacity,
})

const agents = Array.from({ length: 25 }, (_, index) => PersonId.make(`n-${index}`))
const evaluators = {
  [RoleId.make("regional-inspector")]: PersonId.make("i-3"),
  [RoleId.make("school-head")]: PersonId.make("c-7"),
}

const openCampaign = async () => {
  await run(enterPeople(database()))
  await database().query(
    `insert into personne select $1, id, 'Nina', id, '', id || '@ac.example'
     from unnest($2::text[]) id`,
    [tenant, agents],
  )
  for (const step of steps.slice(0, 1)) await run(play(step))
}

const enrolling = (agent: PersonId) =>
  atMoment(
    moment,
    enrol({ by: acting("g-1", "campaign-manager"), file: { tenant, campaign, agent }, evaluators }),
  )

test("RDC-13 pairs of evaluators who save at once issue one convocation for each agent", async () => {
  await openCampaign()
  const together = { concurrency: "unbounded" } as const
  await run(Effect.all(agents.map(enrolling), together))
  const set = (
    agent: PersonId,
    evaluator: string,
    slots: ReadonlyArray<readonly [string, number]>,
  ) =>
    setAppointments({
      by: acting(evaluator, "evaluator"),
      file: { tenant, campaign, agent },
      role: RoleId.make(evaluator === "i-3" ? "regional-inspector" : "school-head"),
      items: slots.map(([slot, hour]) => ({
        slot: SlotId.make(slot),
        // Each agent has a day of his own: nobody is booked twice.
        date: `2026-11-${String(2 + agents.indexOf(agent)).padStart(2, "0")}`,
        place: "Lycée",
        start: `${hour}:00`,
        end: `${hour}:45`,
        zone: "Indian/Reunion",
      })),
      acknowledged: [{ code: "convocation.confirmation-required", subject: agent }],
    })
  const saves = agents.flatMap((agent) => [
    set(agent, "i-3", [
      ["inspection-visit", 10],
      ["regional-inspector-interview", 11],
    ]),
    set(agent, "c-7", [["school-head-interview", 14]]),
  ])
  await run(
    Effect.all(
      saves.map((save) => atMoment(moment, save)),
      together,
    ),
  )
  const files = await database().query(
    `select count(*)::int as n from dossier_rdvc where etat = 'convened' and edition = 1`,
  )
  expect(files).toEqual([{ n: agents.length }])
  const mails = await run(Outbox.use((outbox) => outbox.list({ tenant, limit: 100 })))
  expect(new Set(mails.map(({ message }) => message.about.key)).size).toBe(agents.length)
  expect(mails).toHaveLength(agents.length)
})

test("an act waits for a screen of the portal that is changing the file it relies on", async () => {
  await openCampaign()
  const [agent] = agents
  if (agent === undefined) throw new Error("no agent")
  const storage = (label: string) =>
    Storage.use((port) =>
      port.commit({
        tenant,
        changes: [],
        unchanged: [{ id: fileRef({ tenant, campaign, agent }), expected: 1 }],
        erase: [],
        messages: [],
      }),
    ).pipe(
      Effect.as(label),
      Effect.catchTag("StaleVersion", ({ key }) => Effect.succeed(key)),
    )
  await run(enrolling(agent))
  expect(await run(storage("holds"))).toBe("holds")
  const waiting = await database().transaction(async (query) => {
    await query("update dossier_rdvc set version = version + 1")
    const commit = run(storage("holds"))
    const early = await Promise.race([
      commit,
      new Promise((resolve) => setTimeout(() => resolve("waits"), 200)),
    ])
    expect(early).toBe("waits")
    return { commit }
  })
  expect(await waiting.commit).toBe(`${campaign}/${agent}`)
  const { version } = await run(openFile(acting(agent, "agent"), { tenant, campaign, agent }))
  expect(version).toBe(2)
})
