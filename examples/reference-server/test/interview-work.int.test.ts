/** The demonstration of interviews as it opens, and what goes on without anybody. */
import { interviewRef, listInterviews, requestExport } from "@convoque/core/interviews"
import { addDays } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import { PersonnelFile, Storage, StorageUnavailable, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as References from "effect/References"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { plans } from "../src/demonstration/interview-course.ts"
import { agents, interviewPeople, pairs, staff } from "../src/demonstration/interview-people.ts"
import { interviewCampaign, openInterviewDemonstration } from "../src/demonstration/interviews.ts"
import { demonstrationTenant as tenant, people } from "../src/demonstration/people.ts"
import { onDay } from "../src/demonstration/quiet-past.ts"
import { dueWork, exportWorker, interviewScheduler } from "../src/interview-work.ts"
import { openCampaignOf, today } from "./support/campaign-visitor.ts"
import { heard } from "./support/heard.ts"
import { type Office, openOffice } from "./support/office.ts"

let office: Office
const administrator: Actor = { person: staff.administrator.id, capacity: "administrator" }

beforeAll(async () => {
  office = await openOffice({ smtpUrl: "smtp://127.0.0.1:9", today })
  await openCampaignOf(office)
}, 120_000)

afterAll(() => office.close())

const states = async (): Promise<ReadonlyArray<string>> =>
  (await interviews()).map(({ row: { agent, state } }) => `${agent.id} ${state}`)

const interviews = async () => {
  const asked = { filters: {}, limit: 100 } as const
  const listed = listInterviews({ by: administrator, tenant }, interviewCampaign, asked)
  return (await office.run(listed)).rows
}

const nameOf = (agent: (typeof agents)[number]) => ({
  tenant,
  type: "professional-interview" as Parameters<typeof interviewRef>[0]["type"],
  year: 2026,
  agent: agent.id,
})

describe("the demonstration", () => {
  test("has forty agents of six superiors, everybody with an id of his own", () => {
    const everybody = [...interviewPeople, ...Object.values(people)].map(({ id }) => id)
    expect(new Set(everybody).size).toBe(everybody.length)
    expect([agents.length, pairs.length, plans.length]).toEqual([40, 40, 40])
    for (const { givenName, familyName } of interviewPeople) {
      expect(`${givenName}${familyName}`.normalize("NFC")).toBe(`${givenName}${familyName}`)
    }
  })

  test("leaves each interview as far as planned", async () => {
    const stateOf = {
      "to-schedule": "to-schedule",
      deleted: "deleted",
      proposed: "proposed",
      held: "held",
      drafted: "held",
      "not-held": "not-held",
    } as const
    const expected = plans.map((plan, index) => {
      const state =
        plan._tag === "circuit" ? (plan.steps === 6 ? "closed" : "in-circuit") : stateOf[plan._tag]
      return `${agents[index]?.id} ${state}`
    })
    expect((await states()).toSorted()).toEqual(expected.toSorted())
  })

  test("opened again another day changes nothing", async () => {
    const before = await interviews()
    await office.run(openInterviewDemonstration(addDays(today, 3)))
    expect(await interviews()).toEqual(before)
  })
})

describe("the scheduler", () => {
  test("ENT-26 one report that cannot be handed over leaves the others done, and is told", async () => {
    const closed = (await states())
      .filter((one) => one.endsWith(" closed"))
      .map((one) => one.split(" ")[0])
    const [unlucky] = closed
    const { lines, logged } = heard()
    await office.run(
      Effect.gen(function* () {
        const file = yield* PersonnelFile
        const broken = PersonnelFile.of({
          ...file,
          file: (entry) =>
            entry.person === unlucky
              ? Effect.fail(new StorageUnavailable({ reason: "full", safeToRetry: true }))
              : file.file(entry),
        })
        yield* dueWork(tenant).pipe(Effect.provideService(PersonnelFile, broken), logged)
      }),
    )
    const filed = await Promise.all(
      closed.map((agent) =>
        office.run(PersonnelFile.use((file) => file.list(tenant, PersonId.make(agent ?? "")))),
      ),
    )
    expect(closed.length).toBeGreaterThan(1)
    expect(filed.map(({ length }) => length)).toEqual([0, ...closed.slice(1).map(() => 1)])
    expect(lines).toEqual([
      `Warn Hand-over of reports: 1 failed and will be tried again, ${closed.length - 1} done`,
    ])
  })

  test("ENT-26 hands closed reports over, and lapses no step before its time", async () => {
    await office.run(dueWork(tenant))
    const filed = await office.run(
      PersonnelFile.use((file) => file.list(tenant, agents[0]?.id ?? staff.service.id)),
    )
    expect(filed).toHaveLength(1)
    expect((await states()).filter((one) => one.endsWith("in-circuit"))).toHaveLength(6)
  })

  test("ENT-23 lapses the steps whose period is over", async () => {
    const waiting = plans.findIndex((plan) => plan._tag === "circuit" && plan.steps === 1)
    const agent = agents[waiting]
    if (agent === undefined) expect.fail("nobody waits for the endorsement")
    await office.run(onDay(addDays(today, 30), dueWork(tenant)))
    const [{ state }] = await office.run(
      Storage.use((storage) => storage.load([interviewRef(nameOf(agent))])),
    )
    expect(state).toMatchObject({ _tag: "in-circuit", next: { kind: "endorse" } })
  })

  test("goes on, and stays quiet, when a port fails", async () => {
    const broken = Effect.provideService(
      interviewScheduler(tenant, { everySeconds: 0.01 }),
      Views,
      {
        page: () => Effect.die(new Error("the lists are gone")),
        counts: () => Effect.die(new Error("the lists are gone")),
      },
    )
    const ended = await office.run(
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(
          Effect.provideService(broken, References.MinimumLogLevel, "None"),
        )
        yield* Effect.sleep(100)
        const isRunning = fiber.pollUnsafe() === undefined
        yield* Fiber.interrupt(fiber)
        return isRunning
      }),
    )
    expect(ended).toBe(true)
  })
})

describe("the export worker", () => {
  test("CAM-15 makes what was asked for, one after another, and ends when it is told", async () => {
    const subject = { _tag: "campaign", campaign: interviewCampaign } as const
    for (const format of ["xlsx", "csv"]) {
      await office.run(requestExport({ by: administrator, tenant, subject, format }))
    }
    await office.run(
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(exportWorker(tenant, { everySeconds: 0.01 }))
        for (let tries = 0; tries < 500; tries++) {
          if ((yield* Effect.promise(() => office.messages())).length === 2) break
          yield* Effect.sleep(20)
        }
        yield* Fiber.interrupt(fiber)
      }),
    )
    const messages = await office.messages()
    expect(messages.map(({ message }) => message.content.files?.[0]?.fileName)).toHaveLength(2)
    expect(messages.map(({ message }) => message.content.to.address)).toEqual([
      "zoe.lecoeur@academie.example",
      "zoe.lecoeur@academie.example",
    ])
  })
})
