/** Who reads what of an interview, and the traces that reading leaves. */
import { textsOf } from "@convoque/core/kernel/document"
import type { Actor } from "@convoque/core/kernel/identity"
import { AccessLog, StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  consultAppeal,
  readAppealDocument,
  readFinalReport,
} from "../../../../src/interviews/application/interview/appeals-reading.ts"
import {
  answerAppeal,
  lodgeHierarchicalAppeal,
  recordNoAnswer,
} from "../../../../src/interviews/application/interview/appeals.ts"
import {
  addComment,
  recordSignatureRefusal,
  returnReport,
} from "../../../../src/interviews/application/interview/circuit.ts"
import {
  listDeadlines,
  proveDeadline,
  readDeadlineFeed,
  readDeadlineProof,
  readDeadlines,
} from "../../../../src/interviews/application/interview/deadlines.ts"
import { grantDelegation } from "../../../../src/interviews/application/delegations.ts"
import { readFile } from "../../../../src/interviews/application/interview/files.ts"
import {
  correctClericalError,
  deleteInterview,
  replaceSuperior,
} from "../../../../src/interviews/application/interview/hr-service.ts"
import {
  consultInterview,
  readBlankReport,
  readFormerReport,
  readPreparation,
  readReport,
} from "../../../../src/interviews/application/interview/reading.ts"
import {
  answerRevision,
  postpone,
  prepareInterview,
  unplan,
} from "../../../../src/interviews/application/interview/superior.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  bySystem,
  day,
  id,
  laterMeeting,
  otherSuperior,
  reason,
  section,
  text,
} from "../../given.ts"
import { description, does, drafts, holds, interview, onDay, proposes, reached } from "./course.ts"
import { delegate, type Needs, openedWorld, otherTenant, secondAgent, tenant } from "../world.ts"

const otherAgent: Actor = { person: secondAgent.id, capacity: "agent" }
const otherAuthority: Actor = { person: id("authority-2"), capacity: "authority" }
/** People of the same academy who have nothing to do with the interview. */
const strangers: ReadonlyArray<Actor> = [
  otherAgent,
  byOtherSuperior,
  otherAuthority,
  { person: bySuperior.person, capacity: "agent" },
  { person: byAgent.person, capacity: "superior" },
  { person: bySuperior.person, capacity: "campaign-manager" },
]

type Read = (by: Actor, name?: typeof interview) => Effect.Effect<unknown, unknown, Needs>

/** Everything that can be read of one interview, by the word of its trace. */
const readings = {
  interview: (by, name = interview) => consultInterview({ by, interview: name }),
  "interview-report": (by, name = interview) => readReport({ by, interview: name }),
  "blank-report": (by, name = interview) => readBlankReport({ by, interview: name }),
  "interview-preparation": (by, name = interview) => readPreparation({ by, interview: name }),
  "former-interview-report": (by, name = interview) => readFormerReport({ by, interview: name }),
  "interview-file": (by, name = interview) =>
    readFile({ by, interview: name, key: description.key }),
  "interview-appeal": (by, name = interview) => consultAppeal({ by, interview: name }),
  "interview-final-report": (by, name = interview) => readFinalReport({ by, interview: name }),
  "interview-deadlines": (by, name = interview) => listDeadlines({ by, interview: name }),
} satisfies Readonly<Record<string, Read>>
const everyReading: ReadonlyArray<readonly [string, Read]> = Object.entries(readings)
const reads = (what: keyof typeof readings, by: Actor): ReturnType<Read> => readings[what](by)
const otherDeadlines: ReadonlyArray<Read> = [
  (by) => readDeadlines({ by, interview }),
  (by) => readDeadlineFeed({ by, interview }),
  (by) => proveDeadline({ by, interview, act: "sign", day: day("2026-02-18") }),
  (by) => readDeadlineProof({ by, interview, act: "sign", day: day("2026-02-18") }),
]

/** Everything that can be done to one interview, each act once. */
const acts = {
  prepareInterview: (by, name = interview) =>
    prepareInterview({ by, interview: name, notes: ["x"] }),
  proposeDate: (by, name = interview) => proposes({ by, interview: name, enclosures: [] }),
  postpone: (by, name = interview) =>
    postpone({ by, interview: name, meeting: laterMeeting, reason: reason("x"), acknowledged: [] }),
  unplan: (by, name = interview) => unplan({ by, interview: name, reason: reason("x") }),
  recordHeld: (by, name = interview) => holds({ by, interview: name }),
  draftReport: (by, name = interview) => drafts({ by, interview: name }),
} satisfies Readonly<Record<string, Read>>

describe("CAM-01 a stranger", () => {
  test("CAM-01 reads nothing, and is told that he may not, whatever he asks", async () => {
    const world = await reached("filed")
    for (const by of [...strangers, bySystem]) {
      for (const [what, read] of everyReading) {
        expect(await world.refused(read(by))).toStrictEqual({
          _tag: "actor.not-allowed",
          command: what,
          capacity: by.capacity,
        })
      }
      for (const read of otherDeadlines) {
        expect(await world.refused(read(by))).toMatchObject({ _tag: "actor.not-allowed" })
      }
    }
    expect(await world.traces()).toStrictEqual([])
  })

  test("CAM-01 does nothing in any state in which the act exists, and learns of no fact", async () => {
    const nobody = id("nobody")
    const refusedIn = async (
      stage: "described" | "proposed" | "held" | "communicated" | "filed",
      asked: ReadonlyArray<Read>,
    ) => {
      const world = await reached(stage)
      for (const by of strangers) {
        for (const act of asked) {
          expect(await world.refused(act(by))).toMatchObject({
            _tag: "actor.not-allowed",
            capacity: by.capacity,
          })
        }
      }
    }
    const replaces: Read = (by) =>
      replaceSuperior({ by, interview, superior: nobody, reason: reason("x") })
    const deletes: Read = (by) => deleteInterview({ by, interview, acknowledged: [] })
    await refusedIn("described", [acts.prepareInterview, acts.proposeDate, replaces, deletes])
    await refusedIn("proposed", [acts.postpone, acts.unplan, acts.recordHeld, replaces, deletes])
    await refusedIn("held", [acts.draftReport, (by) => does("communicate", by), replaces, deletes])
    await refusedIn("communicated", [
      (by) => addComment({ by, interview, text: text("x") }),
      (by) => does("agent-completion", by),
      (by) => does("unheard-of", by),
      (by) => returnReport({ by, interview, reason: reason("x") }),
      (by) => answerRevision({ by, interview, accepted: true, reason: reason("x") }),
      (by) => recordSignatureRefusal({ by, interview, date: day("2026-02-02"), witness: "x" }),
      replaces,
      deletes,
    ])
    await refusedIn("filed", [
      deletes,
      (by) =>
        correctClericalError({
          by,
          interview,
          section: section("unheard-of"),
          text: text("x"),
          reason: reason("x"),
        }),
    ])
  })

  test("CAM-01 is told of an appeal as of an interview", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(
      lodgeHierarchicalAppeal({
        by: byAgent,
        interview,
        date: day("2026-02-27"),
        grounds: text("Les résultats."),
      }),
    )
    for (const by of strangers) {
      const asked: ReadonlyArray<ReturnType<Read>> = [
        answerAppeal({
          by,
          interview,
          date: day("2026-02-27"),
          outcome: "rejected",
          reasons: text("x"),
        }),
        recordNoAnswer({ by, interview }),
        readAppealDocument({ by, interview }),
      ]
      for (const act of asked) {
        expect(await world.refused(act)).toMatchObject({ _tag: "actor.not-allowed" })
      }
    }
  })

  test("CAM-04 an interview that was never opened, or is another academy's, is unknown to all", async () => {
    const world = await reached("filed")
    const elsewhere = { ...interview, tenant: otherTenant }
    const missing = { ...interview, year: 2025 }
    for (const name of [elsewhere, missing, { ...interview, agent: id("nobody") }]) {
      for (const by of [byAgent, bySuperior, byAdministrator, byOtherSuperior]) {
        const asked: ReadonlyArray<Read> = [...Object.values(readings), ...Object.values(acts)]
        for (const read of asked) {
          expect(await world.refused(read(by, name))).toStrictEqual({
            _tag: "interview.unknown",
            type: name.type,
            year: name.year,
            agent: name.agent,
          })
        }
      }
    }
  })
})

describe("ENT-09 notes and drafts", () => {
  const secrets = ["Fiche à revoir", "Gestion des congés."]
  const seen = (answer: unknown): ReadonlyArray<string> =>
    secrets.filter((one) => JSON.stringify(answer).includes(one))

  test("ENT-09 are the superior's own until he has signed, in the detail and in its history", async () => {
    const world = await reached("drafted")
    expect(seen(await world.run(consultInterview({ by: bySuperior, interview })))).toStrictEqual(
      secrets,
    )
    const draft = await world.run(readReport({ by: bySuperior, interview }))
    expect(textsOf(draft.content)).toContain("Gestion des congés.")
    for (const by of [byAgent, byAuthority, byService, byAdministrator]) {
      expect(seen(await world.run(consultInterview({ by, interview })))).toStrictEqual([])
      expect(await world.refused(readReport({ by, interview }))).toMatchObject({
        _tag: "report.not-available",
      })
      expect(await world.refused(readPreparation({ by, interview }))).toMatchObject({
        _tag: "actor.not-allowed",
      })
    }
  })

  test("ENT-22 the report is everybody's of the file once communicated, the notes never", async () => {
    const world = await reached("communicated")
    for (const by of [byAgent, byAuthority, byService, byAdministrator]) {
      expect(seen(await world.run(consultInterview({ by, interview })))).toStrictEqual([
        "Gestion des congés.",
      ])
      const { content } = await world.run(readReport({ by, interview }))
      expect(textsOf(content)).toContain("Gestion des congés.")
      expect(seen(content)).toStrictEqual(["Gestion des congés."])
    }
  })

  test("ENT-09 the former superior reads nothing more, the new one goes on from the notes", async () => {
    const world = await reached("drafted")
    const why = { reason: reason("Mutation."), superior: otherSuperior.id }
    await world.run(replaceSuperior({ by: byService, interview, ...why }))
    expect(await world.refused(consultInterview({ by: bySuperior, interview }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "interview",
      capacity: "superior",
    })
    expect(
      seen(await world.run(consultInterview({ by: byOtherSuperior, interview }))),
    ).toStrictEqual(secrets)
    expect(await world.refused(drafts())).toMatchObject({ _tag: "actor.not-allowed" })
    await world.run(does("communicate", byOtherSuperior))
  })
})

describe("ENT-08 the traces of consultation", () => {
  test("ENT-08 each reading of somebody else's file leaves one: who, what, when, about whom", async () => {
    const world = await reached("filed")
    await world.run(
      lodgeHierarchicalAppeal({
        by: byAgent,
        interview,
        date: day("2026-02-20"),
        grounds: text("Les résultats."),
      }),
    )
    const left: Array<string> = []
    for (const [what, read] of everyReading) {
      if (what === "former-interview-report" || what === "interview-final-report") continue
      left.push(what)
      await world.run(read(bySuperior))
    }
    const traces = await world.traces()
    expect(traces.map(({ what }) => what)).toStrictEqual(left)
    expect(traces[0]).toStrictEqual({
      tenant,
      at: "2026-02-20T08:00:00.000Z",
      by: bySuperior,
      what: "interview",
      kind: "interview",
      key: "professional-interview/2026/agent-1",
      concerns: agent.id,
    })
    for (const read of otherDeadlines) await world.run(read(byAuthority))
    expect(
      (await world.traces()).slice(left.length).map(({ what, by }) => [what, by.capacity]),
    ).toStrictEqual(otherDeadlines.map(() => ["interview-deadlines", "authority"]))
  })

  test("ENT-08 nobody leaves one by reading his own file, nor by being refused, nor by acting", async () => {
    const world = await reached("proposed")
    const own = ["interview", "blank-report", "interview-deadlines", "interview-file"] as const
    for (const what of own) await world.run(reads(what, byAgent))
    const none = ["interview-report", "interview-preparation", "former-interview-report"] as const
    for (const what of none) await world.refused(reads(what, byService))
    await world.refused(consultAppeal({ by: byAuthority, interview }))
    await world.refused(readFile({ by: byAuthority, interview, key: "elsewhere" }))
    const unheardOf = { act: "unheard-of", day: day("2026-02-18") }
    await world.refused(proveDeadline({ by: byService, interview, ...unheardOf }))
    onDay(world, "2026-01-26")
    await world.run(holds())
    expect(await world.traces()).toStrictEqual([])
  })

  test("ENT-22 a delegate's says for whom he read, and on which days he may", async () => {
    const world = await openedWorld()
    await world.run(
      grantDelegation({
        by: byAuthority,
        tenant,
        name: { delegator: byAuthority.person, delegate: delegate.id, capacity: "authority" },
        from: day("2026-01-06"),
        until: day("2026-01-07"),
      }),
    )
    const by = {
      person: delegate.id,
      capacity: "authority",
      onBehalfOf: byAuthority.person,
    } as const
    const reads = consultInterview({ by, interview })
    expect(await world.refused(reads)).toMatchObject({ _tag: "delegation.not-in-force" })
    onDay(world, "2026-01-07")
    await world.run(reads)
    onDay(world, "2026-01-08")
    expect(await world.refused(reads)).toMatchObject({ _tag: "delegation.not-in-force" })
    expect((await world.traces()).map((trace) => trace.by)).toStrictEqual([
      { ...by, delegation: { from: "2026-01-06", until: "2026-01-07" } },
    ])
  })

  test("ENT-08 what cannot be traced is not shown", async () => {
    const world = await openedWorld()
    const failure = new StorageUnavailable({ reason: "no connection", safeToRetry: true })
    const log = await world.run(Effect.flatMap(AccessLog, Effect.succeed))
    const blind = world.having(AccessLog, { ...log, record: () => Effect.fail(failure) })
    expect(await blind.refused(consultInterview({ by: bySuperior, interview }))).toBe(failure)
    await blind.run(consultInterview({ by: byAgent, interview }))
  })
})
