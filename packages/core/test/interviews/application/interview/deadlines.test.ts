/** The deadlines of an interview through the use cases: proofs for each act, paper, calendar. */
import { textsOf } from "@convoque/core/kernel/document"
import { describe, expect, test } from "vitest"
import {
  recordNoAnswer,
  referToCommittee,
} from "../../../../src/interviews/application/interview/appeals.ts"
import {
  listDeadlines,
  proveDeadline,
  readDeadlineFeed,
  readDeadlineProof,
  readDeadlines,
} from "../../../../src/interviews/application/interview/deadlines.ts"
import { byAgent, byService, bySystem, day } from "../../given.ts"
import { answers, lodges, rejects } from "./appeal-course.ts"
import { interview, onDay, reached } from "./course.ts"
import type { World } from "../world.ts"

const proves = (act: string, on: string) =>
  proveDeadline({ by: byAgent, interview, act, day: day(on) })

const answerOf = async (world: World, act: string, on: string) =>
  (await world.run(proves(act, on))).answer

describe("ENT-22 could it be done on that day", () => {
  // By the file as it stands when each act is still to do: before, on and after its last day.
  test.each([
    ["proposed", "interview", "2026-01-19", "too-early"],
    ["proposed", "interview", "2026-01-20", "yes"],
    ["proposed", "interview", "2026-03-30", "yes"],
    ["proposed", "interview", "2026-03-31", "yes-late"],
    ["proposed", "communicate", "2026-02-02", "not-started"],
    ["drafted", "communicate", "2026-01-25", "too-early"],
    ["drafted", "communicate", "2026-02-25", "yes"],
    ["drafted", "communicate", "2026-02-26", "yes-late"],
    ["communicated", "agent-completion", "2026-02-01", "too-early"],
    ["communicated", "agent-completion", "2026-02-17", "yes"],
    ["communicated", "agent-completion", "2026-02-18", "too-late"],
    ["communicated", "endorse", "2026-02-18", "not-started"],
    ["completed", "agent-completion", "2026-02-10", "yes"],
    ["completed", "agent-completion", "2026-02-11", "already-done"],
    ["completed", "endorse", "2026-02-09", "too-early"],
    ["completed", "endorse", "2026-12-31", "yes"],
    ["endorsed", "hierarchical-appeal", "2026-02-12", "not-started"],
    ["notified", "sign", "2026-02-13", "too-early"],
    ["notified", "sign", "2026-02-14", "yes"],
    ["notified", "hierarchical-appeal", "2026-02-13", "too-early"],
    ["notified", "hierarchical-appeal", "2026-03-02", "yes"],
    ["notified", "hierarchical-appeal", "2026-03-03", "yes-late"],
    ["notified", "appeal-answer", "2026-03-02", "not-started"],
    ["filed", "file", "2026-02-20", "yes"],
    ["filed", "file", "2026-02-21", "already-done"],
  ] as const)("ENT-22 %s: %s on %s is %s", async (stage, act, on, answer) => {
    expect(await answerOf(await reached(stage), act, on)).toBe(answer)
  })

  test("ENT-27 the acts of an appeal, each from the act before it", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    expect(await answerOf(world, "hierarchical-appeal", "2026-02-28")).toBe("already-done")
    expect(await answerOf(world, "appeal-answer", "2026-03-16")).toBe("yes")
    expect(await answerOf(world, "appeal-answer", "2026-03-17")).toBe("yes-late")
    // Silence opens the committee as well, from the day after the authority's last one.
    expect(await answerOf(world, "committee-referral", "2026-03-16")).toBe("too-early")
    expect(await answerOf(world, "committee-referral", "2026-03-17")).toBe("yes")
    onDay(world, "2026-03-10")
    await world.run(answers("2026-03-10", rejects))
    expect(await answerOf(world, "committee-referral", "2026-04-10")).toBe("yes")
    expect(await answerOf(world, "committee-referral", "2026-04-11")).toBe("yes-late")
    onDay(world, "2026-04-10")
    await world.run(referToCommittee({ by: byAgent, interview, date: day("2026-04-10") }))
    expect(await answerOf(world, "committee-referral", "2026-04-11")).toBe("already-done")
  })

  test("ENT-27 without an answer the committee is open from the end of the authority's period", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    onDay(world, "2026-03-17")
    await world.run(recordNoAnswer({ by: bySystem, interview }))
    expect(await world.run(proves("committee-referral", "2026-04-16"))).toMatchObject({
      answer: "yes",
      opening: { on: "2026-03-16" },
      deadline: { rawLastDay: "2026-04-16", lastDay: "2026-04-16" },
    })
    expect(await answerOf(world, "committee-referral", "2026-03-16")).toBe("too-early")
    expect(await answerOf(world, "committee-referral", "2026-04-17")).toBe("yes-late")
  })

  test("ENT-27 the grounds: start, period, days passed over, text", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    expect(await world.run(proves("appeal-answer", "2026-03-16"))).toMatchObject({
      deadline: {
        start: { on: "2026-02-27" },
        period: { length: 15, unit: "clear-days", extends: true },
        rawLastDay: "2026-03-15",
        lastDay: "2026-03-16",
        skipped: [{ date: "2026-03-15" }],
        source: "décret n°\u00A02010-888 du 28 juillet 2010, article 6",
        confidence: "confirmed",
      },
    })
  })

  test("CAM-24 an act that the procedure does not know is refused with those that it does", async () => {
    const world = await reached("proposed")
    expect(await world.refused(proves("countersign", "2026-02-18"))).toStrictEqual({
      _tag: "deadline.unknown-act",
      act: "countersign",
      known: [
        "interview",
        "communicate",
        "agent-completion",
        "endorse",
        "notify",
        "sign",
        "file",
        "hierarchical-appeal",
        "appeal-answer",
        "committee-referral",
      ],
    })
  })
})

describe("ENT-23 all the deadlines of a file", () => {
  test("ENT-23 in the order of the acts, what is done with its day", async () => {
    const world = await reached("communicated")
    const found = await world.run(listDeadlines({ by: byAgent, interview }))
    expect(found.map(({ act, lastDay, doneOn }) => [act, lastDay, doneOn] as const)).toStrictEqual([
      ["interview", "2026-01-20", "2026-01-26"],
      ["communicate", "2026-02-25", "2026-02-02"],
      ["agent-completion", "2026-02-17", null],
      ["hierarchical-appeal", null, null],
      ["appeal-answer", null, null],
      ["committee-referral", null, null],
    ])
  })

  test("ENT-23 on paper: the proof of one act, and the whole list", async () => {
    const world = await reached("communicated")
    const proof = await world.run(
      readDeadlineProof({
        by: byService,
        interview,
        act: "agent-completion",
        day: day("2026-02-18"),
      }),
    )
    const printed = textsOf(proof.content).join("\n")
    expect(printed).toContain("17 février 2026")
    expect(printed).toContain("18 février 2026")
    expect(printed).toContain("note du service RH")
    const list = await world.run(readDeadlines({ by: byService, interview }))
    const listed = textsOf(list.content)
    expect(listed).toContain("Dernier jour\n25/02/2026")
    expect(listed).toContain("Notification du compte rendu visé à l'agent (n'a pas eu lieu)")
    expect(list.fileName).not.toBe(proof.fileName)
  })

  test("ENT-23 as a calendar: what is still to do, gone once it is done", async () => {
    const world = await reached("communicated")
    const reads = readDeadlineFeed({ by: byAgent, interview })
    const days = async () => (await world.run(reads)).days.map(({ uid, day: on }) => [uid, on])
    const uid = (act: string) => `professional-interview-2026-agent-1-${act}`
    expect(await days()).toStrictEqual([[uid("agent-completion"), "2026-02-17"]])
    const notified = await reached("notified")
    const feed = await notified.run(reads)
    expect(feed).toMatchObject({ language: "fr", at: "2026-02-16T08:00:00.000Z" })
    expect(feed.days.map(({ uid: own, day: on }) => [own, on])).toStrictEqual([
      [uid("hierarchical-appeal"), "2026-03-02"],
    ])
    onDay(notified, "2026-02-27")
    await notified.run(lodges("2026-02-27"))
    expect((await notified.run(reads)).days.map(({ day: on }) => on)).toStrictEqual(["2026-03-16"])
  })
})
