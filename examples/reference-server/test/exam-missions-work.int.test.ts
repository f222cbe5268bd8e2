/** The work of exam missions beside the server, and the opening of their demonstration. */
import { importRegister, readCompetences, registerStates } from "@convoque/core/exam-missions"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { afterAll, beforeAll, expect, test } from "vitest"
import { registerFiles } from "../src/demonstration/exam-missions/files.ts"
import { demonstrationTenant as tenant } from "../src/demonstration/people.ts"
import { division } from "../src/exam-missions/accounts.ts"
import { examMissionsScheduler } from "../src/exam-missions/work.ts"
import { openExamsOf, today } from "./support/exam-visitor.ts"
import { type Office, openOffice } from "./support/office.ts"

const by: Actor = { person: division.id, capacity: "exams-division" }
let office: Office

beforeAll(async () => {
  office = await openOffice({ smtpUrl: "smtp://127.0.0.1:9", today })
  await openExamsOf(office)
}, 120_000)

afterAll(() => office.close())

const revisions = () =>
  office.run(
    Effect.map(registerStates({ by, tenant }), (states) =>
      states.map(({ name, revision }) => [name, revision]),
    ),
  )

test("the demonstration fills every register, and a second start changes none", async () => {
  const before = await revisions()
  expect(before.filter(([, revision]) => revision !== 1)).toEqual([])
  await openExamsOf(office)
  expect(await revisions()).toEqual(before)
  expect(await office.messages()).toEqual([])
})

test("CMP-06 what an import yields is generated soon after, without anybody", async () => {
  const teachings = registerFiles(2025).find(({ register }) => register === "teachings")?.csv ?? ""
  const [header = "", first = "", ...others] = teachings.trimEnd().split("\r\n")
  const agent = PersonId.make(first.split(";")[0] ?? "")
  const kept = [header, ...others.filter((line) => !line.startsWith(`${agent};`))]
  const authors = Effect.map(readCompetences({ by, tenant, agent }), ({ read }) =>
    read.competences.map((one) => one.authors),
  )
  expect(await office.run(authors)).toContain("SYS (C)")
  await office.run(
    Effect.gen(function* () {
      yield* importRegister({
        by,
        tenant,
        register: "teachings",
        bytes: Stream.make(new TextEncoder().encode(kept.map((line) => `${line}\r\n`).join(""))),
        dryRun: false,
      })
      const beside = yield* Effect.forkChild(examMissionsScheduler(tenant, { everySeconds: 0.05 }))
      let left = yield* authors
      for (let turn = 0; turn < 200 && left.length > 0; turn++) {
        yield* Effect.sleep(50)
        left = yield* authors
      }
      yield* Fiber.interrupt(beside)
    }),
  )
  expect(await office.run(authors)).toEqual([])
})
