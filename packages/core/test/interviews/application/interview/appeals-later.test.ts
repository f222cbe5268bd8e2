/**
 * What comes after the answer to an appeal, through the use cases: a second revision, the report that
 * was acknowledged before the committee was asked, other people in the places of those who left.
 */
import { textsOf } from "@convoque/core/kernel/document"
import { PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  consultAppeal,
  readFinalReport,
} from "../../../../src/interviews/application/interview/appeals-reading.ts"
import {
  acknowledgeFinalReport,
  decideAppeal,
  notifyFinalReport,
  recordAcknowledgementRefusal,
  recordOpinion,
  referToCommittee,
  replaceAppealAuthority,
} from "../../../../src/interviews/application/interview/appeals.ts"
import {
  deleteInterview,
  replaceSuperior,
} from "../../../../src/interviews/application/interview/hr-service.ts"
import {
  handOverFinalReports,
  handOverReports,
  recordSilences,
} from "../../../../src/interviews/application/scheduler.ts"
import type { Report } from "../../../../src/interviews/interview/model.ts"
import {
  agent,
  authority,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  day,
  id,
  otherSuperior,
  reason,
  section,
  text,
} from "../../given.ts"
import { tenant, type World } from "../world.ts"
import { answers, lodges, revised } from "./appeal-course.ts"
import { interview, onDay, reached } from "./course.ts"

const notifies = (date: string, by = byService) =>
  notifyFinalReport({
    by,
    interview,
    notification: { means: "registered-letter", fate: "delivered", on: day(date) },
  })

/** The appeal whose revised report was acknowledged, and that the committee was asked about. */
const referredAfterwards = async (): Promise<World> => {
  const world = await reached("filed")
  onDay(world, "2026-02-27")
  await world.run(lodges("2026-02-27"))
  onDay(world, "2026-03-20")
  await world.run(answers("2026-03-10"))
  await world.run(notifies("2026-03-12"))
  await world.run(acknowledgeFinalReport({ by: byAgent, interview, date: day("2026-03-16") }))
  await world.run(referToCommittee({ by: byAgent, interview, date: day("2026-03-20") }))
  return world
}

const decides = (rest: Partial<Parameters<typeof decideAppeal>[0]> = {}) =>
  decideAppeal({
    by: byAuthority,
    interview,
    date: day("2026-04-20"),
    outcome: "rejected",
    ...rest,
  })

const withOpinion = async (): Promise<World> => {
  const world = await referredAfterwards()
  onDay(world, "2026-04-20")
  await world.run(
    recordOpinion({ by: byService, interview, date: day("2026-04-15"), text: text("Avis.") }),
  )
  return world
}

const filedKeys = (world: World) =>
  world.run(
    Effect.flatMap(PersonnelFile, (file) =>
      Effect.map(file.list(tenant, agent.id), (list) => list.map(({ key }) => key)),
    ),
  )

const filedFirst = "interview-report/professional-interview/2026/agent-1/final/2026-03-10"

describe("ENT-27 the committee after an acknowledged final report", () => {
  test("ENT-26 the report is filed though the appeal went on, once", async () => {
    const world = await referredAfterwards()
    expect(await world.run(handOverFinalReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await world.run(handOverFinalReports(tenant))).toStrictEqual({ done: 0, failed: 0 })
    expect(await filedKeys(world)).toContain(filedFirst)
  })

  test("ENT-27 a decision that maintains it leaves it the final report", async () => {
    const world = await withOpinion()
    await world.run(decides())
    const { content } = await world.run(readFinalReport({ by: byAgent, interview }))
    expect(textsOf(content)).toContain("Objectifs dépassés.")
    expect(await world.run(handOverFinalReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await filedKeys(world)).toStrictEqual([filedFirst])
  })

  test("ENT-27 a second revision builds on the first, and both are filed", async () => {
    const world = await withOpinion()
    const again: Report = {
      parts: [{ _tag: "text", section: section("missions"), text: text("Gestion de la paie.") }],
      attachments: [],
    }
    await world.run(decides({ outcome: "granted", revised: again }))
    const { content } = await world.run(readFinalReport({ by: byAgent, interview }))
    const printed = textsOf(content)
    expect(printed).toContain("Gestion de la paie.")
    expect(printed).toContain("Objectifs dépassés.")
    expect(printed).not.toContain("Objectifs atteints.")
    await world.run(notifies("2026-04-20"))
    const witness = "Absence de réponse constatée par Mme Martin."
    const notes = recordAcknowledgementRefusal({
      by: byService,
      interview,
      date: day("2026-04-20"),
      witness,
    })
    expect(await world.run(notes)).toMatchObject({
      state: { _tag: "concluded", refusal: { witness }, former: { handedOver: false } },
    })
    await world.run(handOverFinalReports(tenant))
    await world.run(handOverFinalReports(tenant))
    expect(await filedKeys(world)).toStrictEqual([
      filedFirst,
      "interview-report/professional-interview/2026/agent-1/final/2026-04-20",
    ])
  })
})

test("ENT-20 ENT-27 a revision leaves no required section blank", async () => {
  const world = await reached("notified")
  onDay(world, "2026-03-10")
  await world.run(lodges("2026-02-27"))
  const parts: Report["parts"] = [
    ...revised.parts,
    { _tag: "objectives", section: section("objectives"), objectives: [] },
  ]
  const answer = answers("2026-03-10", { revised: { ...revised, parts } })
  expect(await world.refused(answer)).toMatchObject({
    _tag: "report.section-required",
    sections: [{ section: "objectives" }],
  })
})

test("ENT-27 the agent asks the committee the day after the authority's period, recorded or not", async () => {
  const world = await reached("notified")
  onDay(world, "2026-02-27")
  await world.run(lodges("2026-02-27"))
  onDay(world, "2026-03-17")
  const refers = referToCommittee({ by: byAgent, interview, date: day("2026-03-17") })
  const { state } = await world.run(refers)
  expect(state).toMatchObject({ _tag: "referred", referral: { lastDay: "2026-04-16" } })
  expect(state._tag === "none" ? [] : state.acts.map(({ _tag }) => _tag)).toStrictEqual([
    "AppealLodged",
    "AppealUnanswered",
    "CommitteeReferred",
  ])
  expect(await world.run(recordSilences(tenant))).toStrictEqual({ done: 0, failed: 0 })
})

describe("ENT-27 other people", () => {
  test("CAM-19 the superior who replaced another one notifies the final report", async () => {
    const world = await reached("notified")
    onDay(world, "2026-03-12")
    await world.run(lodges("2026-02-27"))
    await world.run(answers("2026-03-10"))
    const why = { superior: otherSuperior.id, reason: reason("Mutation.") }
    await world.run(replaceSuperior({ by: byService, interview, ...why }))
    expect(await world.refused(notifies("2026-03-12", bySuperior))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "notifyFinalReport",
      capacity: "superior",
    })
    expect(await world.run(notifies("2026-03-12", byOtherSuperior))).toMatchObject({
      state: { final: { notification: { on: "2026-03-12" } } },
    })
  })

  test("ENT-27 the HR service names another authority, who answers; both are told", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    const replaces = (person: typeof authority.id, by = byService) =>
      replaceAppealAuthority({
        by,
        interview,
        authority: person,
        reason: reason("Fin de fonctions."),
      })
    const stranger = { _tag: "actor.not-allowed", command: "replaceAuthority" }
    expect(await world.refused(replaces(id("nobody"), byAuthority))).toMatchObject(stranger)
    expect(await world.refused(replaces(id("nobody")))).toMatchObject({ _tag: "person.unknown" })
    const { messages, state } = await world.run(replaces(otherSuperior.id))
    expect(state).toMatchObject({ _tag: "lodged", authority: { id: otherSuperior.id } })
    expect(messages.map(({ to }) => to.address)).toStrictEqual([
      authority.email,
      otherSuperior.email,
    ])
    onDay(world, "2026-03-10")
    expect(await world.refused(answers("2026-03-10"))).toMatchObject({ _tag: "actor.not-allowed" })
    const by = { person: otherSuperior.id, capacity: "authority" as const }
    const { state: answered } = await world.run(answers("2026-03-10", { by }))
    expect(answered).toMatchObject({ final: { report: { parts: expect.arrayContaining([]) } } })
  })
})

test("CAM-23 ENT-27 nothing more is done with the appeal of a deleted interview", async () => {
  const world = await reached("filed")
  await world.run(handOverReports(tenant))
  onDay(world, "2026-02-27")
  await world.run(lodges("2026-02-27"))
  const acknowledged = ["interview.deletion-confirmation-required", "interview.appeal-open"].map(
    (code) => ({ code, subject: agent.id }),
  )
  await world.run(deleteInterview({ by: byAdministrator, interview, acknowledged }))
  onDay(world, "2026-03-17")
  expect(await world.refused(answers("2026-03-10"))).toStrictEqual({
    _tag: "interview.deleted",
    command: "answerAppeal",
  })
  expect(await world.run(recordSilences(tenant))).toStrictEqual({ done: 0, failed: 0 })
  expect(await world.run(consultAppeal({ by: byAgent, interview }))).toMatchObject({
    state: { _tag: "lodged" },
  })
})
