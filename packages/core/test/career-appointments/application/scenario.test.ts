/** The scenario of the requirements, from the campaign to the cancellation. */
import {
  accept,
  agentPortal,
  answerPostponement,
  cancelSet,
  listFiles,
  modifyAppointment,
  openFile,
  readConvocation,
  recordOutcome,
  replaceEvaluator,
  requestPostponement,
  setAppointments,
} from "@convoque/core/career-appointments"
import { textsOf } from "@convoque/core/kernel/document"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  byAgent,
  byHead,
  byInspector,
  byManager,
  campaign,
  confirmed,
  facts,
  headInterview,
  headInterviewName,
  headItem,
  headRole,
  headSet,
  history,
  inspectorRole,
  inspectorSet,
  interviewName,
  issued,
  movedHeadItem,
  otherHead,
  reason,
  setOpened,
  visit,
  visitName,
} from "../given.ts"
import {
  convenedWorld,
  created,
  enrolled,
  enrolledWorld,
  file,
  headSets,
  inspectorSets,
  newWorld,
  tenant,
} from "./world.ts"

const query = {
  filters: {},
  sort: { column: "agent", direction: "ascending" as const },
  limit: 10,
}
const move = modifyAppointment({
  by: byHead,
  file,
  role: headRole,
  item: movedHeadItem,
  acknowledged: [confirmed],
})

test("RDC-01 to RDC-22 two evaluators, one convocation, a postponement, a new edition, a cancellation", async () => {
  const world = newWorld()
  expect(await world.run(created)).toMatchObject({ version: 1, messages: [] })
  expect(await world.run(enrolled)).toStrictEqual({
    state: {
      _tag: "nothing-set",
      campaign,
      agent,
      evaluators: facts.evaluators,
      terms: setOpened.terms,
      acts: [setOpened],
    },
    version: 1,
    events: [setOpened],
    messages: [],
  })

  world.at("2026-11-03T09:00:00.000Z")
  const first = await world.run(inspectorSets)
  expect(first).toMatchObject({ version: 2, events: [inspectorSet], messages: [] })
  expect(await world.messages()).toStrictEqual([])

  const unconfirmed = setAppointments({
    by: byHead,
    file,
    role: headRole,
    items: [headItem],
    acknowledged: [],
  })
  expect(await world.refused(unconfirmed)).toStrictEqual({
    _tag: "convocation.confirmation-required",
    subject: agent.id,
    command: "setAppointments",
  })
  expect((await world.run(openFile(byHead, file))).version).toBe(2)

  const last = await world.run(headSets)
  expect(last.events).toStrictEqual([headSet, issued])
  expect(last.version).toBe(4)
  const [convocation, ...others] = await world.messages()
  expect(others).toStrictEqual([])
  expect(convocation).toStrictEqual({
    id: `career-appointment-set/${campaign}/${agent.id}/4/0`,
    about: { kind: "career-appointment-set", key: `${campaign}/${agent.id}` },
    content: last.messages[0],
  })

  world.at("2026-11-04T09:00:00.000Z")
  await world.run(accept({ by: byAgent, file }))
  await world.run(requestPostponement({ by: byAgent, file, slots: [headInterview] }))
  const moved = await world.run(move)
  expect(moved.state).toMatchObject({ _tag: "convened", edition: 2 })
  await world.run(accept({ by: byAgent, file }))
  const ended = await world.run(
    cancelSet({ by: byManager, file, reason: reason("Mutation."), acknowledged: [confirmed] }),
  )
  expect(ended.state._tag).toBe("cancelled")
  expect((await world.messages()).map(({ content }) => content.kind)).toStrictEqual([
    "convocation-issued",
    "convocation-reissued",
    "set-cancelled",
  ])
  const { detail } = await world.run(openFile(byManager, file))
  expect(detail.history.map(({ _tag }) => _tag)).toStrictEqual([
    "SetOpened",
    "AppointmentsSet",
    "AppointmentsSet",
    "ConvocationIssued",
    "ConvocationAccepted",
    "PostponementRequested",
    "AppointmentModified",
    "ConvocationIssued",
    "ConvocationAccepted",
    "SetCancelled",
  ])
})

test("RDC-18 a maintained appointment is answered by mail, with its reason", async () => {
  const world = await convenedWorld()
  world.at("2026-11-04T09:00:00.000Z")
  await world.run(requestPostponement({ by: byAgent, file, slots: [headInterview] }))
  const answered = await world.run(
    answerPostponement({ by: byHead, file, slot: headInterview, reason: reason("Salle prise.") }),
  )
  expect(answered.messages.map(({ kind }) => kind)).toStrictEqual(["postponement-answered"])
  expect(answered.messages[0]?.paragraphs.join("\n")).toContain("Motif\u00A0: Salle prise.")
})

test("RDC-17 an outcome is recorded once the appointment is over", async () => {
  const world = await convenedWorld()
  const record = recordOutcome({ by: byHead, file, slot: headInterview, outcome: "held" })
  expect(await world.refused(record)).toStrictEqual({
    _tag: "appointment.not-over",
    ...headInterviewName,
  })
  world.at("2026-12-08T14:00:00.000Z")
  await world.run(record)
  expect((await world.run(openFile(byHead, file))).detail.outcomes).toStrictEqual({
    [headInterview]: "held",
  })
})

describe("before the issue", () => {
  test("RDC-15 the file says what the save of each role would do", async () => {
    const world = await enrolledWorld()
    const effects = async () => (await world.run(openFile(byHead, file))).detail.effectOfSave
    expect(await effects()).toStrictEqual({ [inspectorRole]: "record", [headRole]: "record" })
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect(await effects()).toStrictEqual({
      [inspectorRole]: "record",
      [headRole]: "record-and-send",
    })
    await world.run(headSets)
    expect(await effects()).toStrictEqual({})
  })

  test("RDC-16 the evaluator reads his items again, then the list with the status", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    const { detail } = await world.run(openFile(byInspector, file))
    expect(detail.appointments).toStrictEqual(inspectorSet.appointments)
    expect(detail.missing).toStrictEqual([headInterviewName])
    expect(detail.unchecked).toStrictEqual(["school-breaks"])
    const list = await world.run(listFiles({ by: byInspector, tenant }, campaign, query))
    expect(list.rows[0]?.row.labels).toStrictEqual(["Les premiers rendez-vous sont fixés"])
  })

  test("RDC-10 the convocation does not exist; the roles and appointments missing are listed", async () => {
    const world = await enrolledWorld()
    expect(await world.refused(readConvocation(byManager, file))).toStrictEqual({
      _tag: "convocation.appointments-missing",
      missing: [visitName, interviewName, headInterviewName],
    })
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect(await world.refused(readConvocation(byHead, file))).toStrictEqual({
      _tag: "convocation.appointments-missing",
      missing: [headInterviewName],
    })
  })

  test("RDC-08 the agent sees his file, and nothing of its appointments", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    const portal = (keyword?: string) =>
      world.run(
        agentPortal(
          { by: byAgent, tenant },
          {
            ...query,
            sort: { column: "first-date", direction: "ascending" },
            ...(keyword === undefined ? {} : { keyword }),
          },
        ),
      )
    const { rows } = await portal()
    expect(rows.map(({ row }) => row)).toMatchObject([{ state: "partially-set", appointments: [] }])
    expect(JSON.stringify(rows)).not.toContain("2026-12-01")
    expect((await portal("Émile-Zola")).count).toBe(0)
    const { detail } = await world.run(openFile(byAgent, file))
    expect(JSON.stringify(detail)).not.toContain("2026-12-01")
    await world.run(headSets)
    expect((await portal("emile-zola")).rows[0]?.row.appointments).toStrictEqual([
      ...inspectorSet.appointments,
      ...headSet.appointments,
    ])
    expect((await world.run(openFile(byAgent, file))).detail.history).toHaveLength(4)
  })
})

describe("once issued", () => {
  test("RDC-14 RDC-21 the labels say so, and that an appointment was moved", async () => {
    const world = await convenedWorld()
    const labels = async () => {
      const { rows } = await world.run(listFiles({ by: byHead, tenant }, campaign, query))
      return rows[0]?.row.labels
    }
    const all = "Tous les rendez-vous sont fixés et la convocation est émise"
    expect(await labels()).toStrictEqual([all])
    world.at("2026-11-04T09:00:00.000Z")
    await world.run(move)
    expect(await labels()).toStrictEqual(["Le rendez-vous a été modifié", all])
  })

  test("RDC-13 the convocation that is read again is the one that was sent", async () => {
    const world = await convenedWorld()
    const sent = (await world.messages())[0]?.content.documents[0]
    const read = () => world.run(readConvocation(byAgent, file))
    expect(await read()).toStrictEqual(sent)
    world.at("2026-11-04T09:00:00.000Z")
    await world.run(replaceEvaluator({ by: byManager, file, role: headRole, person: otherHead.id }))
    expect(await read()).toStrictEqual(sent)
    await world.run(
      modifyAppointment({
        by: { person: otherHead.id, capacity: "evaluator" },
        file,
        role: headRole,
        item: movedHeadItem,
        acknowledged: [confirmed],
      }),
    )
    const { content, fileName } = await read()
    expect(fileName).toBe(`convocation-${agent.id}-edition-2.pdf`)
    expect(textsOf(content)).toContain("Luc Petit, Proviseur")
  })

  test("RDC-19 the facts of an evaluator come from his other files only", async () => {
    const world = await convenedWorld()
    world.at("2026-11-04T09:00:00.000Z")
    const shifted = { ...headItem, start: "14:30", end: "15:30" }
    const answered = await world.run(
      modifyAppointment({
        by: byHead,
        file,
        role: headRole,
        item: shifted,
        acknowledged: [confirmed],
      }),
    )
    expect(answered.state).toMatchObject({ edition: 2 })
  })
})

test("the same history gives the same state, whoever keeps it", async () => {
  const world = await convenedWorld()
  const { detail, version } = await world.run(openFile(byManager, file))
  expect(version).toBe(history.convened.length)
  expect(detail.history).toStrictEqual(history.convened)
})

test("RDC-18 what the agent asks before the issue is refused and not kept", async () => {
  const world = await enrolledWorld()
  const asked = requestPostponement({ by: byAgent, file, slots: [visit] })
  expect(await world.refused(Effect.andThen(asked, asked))).toStrictEqual({
    _tag: "convocation.not-issued",
    state: "nothing-set",
  })
  expect((await world.run(openFile(byManager, file))).version).toBe(1)
})
