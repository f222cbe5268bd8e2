/** Versions, races and refusals that write nothing. */
import {
  accept,
  appointmentSetMachine,
  enrol,
  fileRef,
  modifyAppointment,
  openFile,
  replaceEvaluator,
  requestPostponement,
  setAppointments,
} from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import { type Commit, StaleVersion, Storage, StorageUnavailable } from "@convoque/core/kernel/ports"
import { makeMemory, type Memory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  appointment,
  byAgent,
  byHead,
  byManager,
  confirmed,
  date,
  head,
  headInterview,
  headItem,
  headRole,
  headSet,
  id,
  inspector,
  inspectorRole,
  setOpened,
} from "../given.ts"
import {
  convenedWorld,
  enrolledWorld,
  file,
  headSets,
  inspectorSets,
  newWorld,
  secondAgent,
  tenant,
} from "./world.ts"

const headSaves = (rest: { readonly seen?: number; readonly place?: string } = {}) =>
  setAppointments({
    by: byHead,
    file,
    role: headRole,
    items: [{ ...headItem, place: rest.place ?? headItem.place }],
    acknowledged: [confirmed],
    seen: rest.seen,
  })

/** A storage on which something happens just before each of the first commits. */
const disturbed = (
  memory: Memory,
  disturb: (nth: number) => Effect.Effect<void, StaleVersion | StorageUnavailable>,
): { readonly storage: Storage["Service"]; readonly commits: () => number } => {
  let count = 0
  const commit = (request: Commit) =>
    Effect.suspend(() => Effect.andThen(disturb(++count), memory.storage.commit(request)))
  return { storage: Storage.of({ ...memory.storage, commit }), commits: () => count }
}

const eventsOf = async (memory: Memory) =>
  (await newWorld({ memory }).run(openFile(byHead, file))).version

describe("a version that was seen", () => {
  test("RDC-07 the loser of a race is told both versions, and nothing is written", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect(await world.refused(headSaves({ seen: 1 }))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 1,
      current: 2,
    })
    expect(await eventsOf(world.memory)).toBe(2)
    expect(await world.messages()).toStrictEqual([])
  })

  test("RDC-13 the retry of the loser, now the last evaluator, issues", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect((await world.run(headSaves({ seen: 2 }))).state._tag).toBe("convened")
  })

  test("RDC-07 a race lost at the commit is the same answer, without another attempt", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    const { storage, commits } = disturbed(world.memory, (nth) =>
      nth === 1 ? Effect.promise(() => world.run(inspectorSets)).pipe(Effect.asVoid) : Effect.void,
    )
    const racing = newWorld({ memory: world.memory, storage })
    racing.at("2026-11-03T09:00:00.000Z")
    expect(await racing.refused(headSaves({ seen: 1 }))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 1,
      current: 2,
    })
    expect(commits()).toBe(1)
  })
})

describe("without a version", () => {
  test("RDC-07 a race that is lost is run again from the beginning", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    const { storage, commits } = disturbed(world.memory, (nth) =>
      nth === 1 ? Effect.promise(() => world.run(inspectorSets)).pipe(Effect.asVoid) : Effect.void,
    )
    const racing = newWorld({ memory: world.memory, storage })
    racing.at("2026-11-03T09:00:00.000Z")
    const handled = await racing.run(headSaves())
    expect(handled.events.map(({ _tag }) => _tag)).toStrictEqual([
      "AppointmentsSet",
      "ConvocationIssued",
    ])
    expect(commits()).toBe(2)
    expect((await world.messages()).map(({ id }) => id)).toStrictEqual([
      `career-appointment-set/${file.campaign}/${agent.id}/4/0`,
    ])
  })

  test("RDC-07 it gives up after three attempts", async () => {
    const world = await enrolledWorld()
    const { storage, commits } = disturbed(world.memory, () =>
      Effect.fail(new StaleVersion({ kind: "career-appointment-set", key: "x", expected: 1 })),
    )
    const racing = newWorld({ memory: world.memory, storage })
    racing.at("2026-11-03T09:00:00.000Z")
    expect(await racing.refused(headSaves())).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 1,
    })
    expect(commits()).toBe(3)
  })

  test("a store that does not answer is told as it is", async () => {
    const world = await enrolledWorld()
    const failure = new StorageUnavailable({ reason: "no connection", safeToRetry: true })
    const { storage } = disturbed(world.memory, () => Effect.fail(failure))
    expect(await newWorld({ memory: world.memory, storage }).refused(headSaves())).toBe(failure)
  })
})

describe("RDC-12 what is refused writes nothing", () => {
  const silentAgent = { id: agent.id, givenName: "Éloïse", familyName: "Le Gall", quality: "" }
  const people = [agent, inspector, head]

  test("RDC-13 an agent without e-mail address", async () => {
    const memory = makeMemory()
    const world = await enrolledWorld({ memory, people: [silentAgent, inspector, head] })
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect(await world.refused(headSets)).toStrictEqual({
      _tag: "agent.no-email-address",
      agent: agent.id,
    })
    expect([await eventsOf(memory), await world.messages()]).toStrictEqual([2, []])
  })

  test("RDC-13 a place that no font can print, all characters named once", async () => {
    const world = await enrolledWorld()
    world.at("2026-11-03T09:00:00.000Z")
    await world.run(inspectorSets)
    expect(await world.refused(headSaves({ place: "Salle 山田 (山)" }))).toStrictEqual({
      _tag: "document.unprintable",
      characters: ["山", "田"],
    })
    expect([await eventsOf(world.memory), await world.messages()]).toStrictEqual([2, []])
  })

  test("an agent whom the directory has lost", async () => {
    const world = await enrolledWorld()
    const poorer = newWorld({ memory: world.memory, people: people.slice(1) })
    poorer.at("2026-11-03T09:00:00.000Z")
    expect(await poorer.refused(headSaves())).toStrictEqual({
      _tag: "person.unknown",
      person: agent.id,
    })
  })

  test("RDC-04 an evaluator's other file and the agent's absence are read at each save", async () => {
    const world = await convenedWorld({
      unavailable: [
        {
          person: agent.id,
          from: date("2026-12-10"),
          until: date("2026-12-11"),
          reason: "Stage",
        },
      ],
    })
    const second = { ...file, agent: secondAgent.id }
    await world.run(
      enrol({
        by: byManager,
        file: second,
        evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
      }),
    )
    const sets = (acknowledged: ReadonlyArray<{ code: string; subject: string }>) =>
      setAppointments({
        by: byHead,
        file: second,
        role: headRole,
        items: [{ ...headItem, start: "14:59", end: "15:30" }],
        acknowledged,
      })
    const away = modifyAppointment({
      by: byHead,
      file,
      role: headRole,
      item: { ...headItem, date: "2026-12-11" },
      acknowledged: [confirmed],
    })
    expect(await world.refused(away)).toMatchObject({
      _tag: "agent.unavailable",
      from: "2026-12-10",
      until: "2026-12-11",
      reason: "Stage",
    })
    expect(await world.refused(sets([]))).toMatchObject({
      _tag: "evaluator.double-booked",
      slot: headInterview,
      with: { file: `${file.campaign}/${agent.id}`, agent: "Éloïse Le Gall" },
    })
    const subject = `${headInterview}/${file.campaign}/${agent.id}/${headInterview}`
    const passed = await world.run(sets([{ code: "evaluator.double-booked", subject }]))
    expect(passed.state._tag).toBe("partially-set")
  })
})

test("RDC-17 the quiet case writes nothing and keeps the version", async () => {
  const world = await convenedWorld()
  const same = replaceEvaluator({ by: byManager, file, role: headRole, person: head.id })
  expect(await world.run(same)).toMatchObject({ version: 4, events: [], messages: [] })
  expect(
    await world.refused(
      replaceEvaluator({ by: byManager, file, role: headRole, person: id("nobody") }),
    ),
  ).toStrictEqual({ _tag: "person.unknown", person: "nobody" })
})

describe("evaluators informed of the answer, when the portal wants it", () => {
  test("RDC-17 RDC-18 each of them once, with the labels and the reason", async () => {
    const world = await convenedWorld({ informEvaluators: true })
    await world.run(requestPostponement({ by: byAgent, file, slots: [headInterview] }))
    const handled = await world.run(accept({ by: byAgent, file }))
    expect(handled.messages.map(({ to }) => to.address)).toStrictEqual([
      "inspector-1@academie.example",
      "head-1@academie.example",
    ])
    const kinds = (await world.messages()).map(({ content }) => content.kind)
    expect(kinds.filter((kind) => kind === "agent-answered")).toHaveLength(4)
  })

  test("RDC-17 off by default", async () => {
    const world = await convenedWorld()
    expect((await world.run(accept({ by: byAgent, file }))).messages).toStrictEqual([])
  })
})

test("RDC-04 a booking is found however many the evaluator has around that day", async () => {
  const world = await enrolledWorld()
  const fileOf = (number: number, item: typeof headItem) => {
    const { state, events } = bookedFile(number, item)
    return { id: fileRef({ ...file, agent: id(`busy-${number}`) }), expected: 0, events, state }
  }
  const early = { ...headItem, start: "06:00", end: "06:01" }
  const changes = Array.from({ length: 520 }, (_, number) => fileOf(number, early))
  await world.run(
    Effect.flatMap(Storage, (storage) =>
      storage.commit({
        tenant,
        changes: [...changes, fileOf(520, headItem)],
        unchanged: [],
        erase: [],
        messages: [],
      }),
    ),
  )
  world.at("2026-11-03T09:00:00.000Z")
  expect(await world.refused(headSaves())).toMatchObject({
    _tag: "evaluator.double-booked",
    with: { file: `${file.campaign}/busy-520` },
  })
})

const bookedFile = (number: number, item: typeof headItem) => {
  const events = [
    { ...setOpened, agent: { ...agent, id: id(`busy-${number}`) } },
    { ...headSet, appointments: [appointment(item)] as const },
  ]
  return { events, state: fold(appointmentSetMachine, events) }
}
