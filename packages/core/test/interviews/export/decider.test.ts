/** The life of an export: asked for, taken, made, delivered, removed; or given up. */
import { fold } from "@convoque/core/kernel/machine"
import { given, machineLaws, type Walk } from "@convoque/testing"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { ExportCommand } from "../../../src/interviews/export/commands.ts"
import { exportMachine as machine } from "../../../src/interviews/export/decider.ts"
import { ExportEvent } from "../../../src/interviews/export/events.ts"
import type { ExportSubject } from "../../../src/interviews/export/model.ts"
import type { ExportRefusal } from "../../../src/interviews/export/refusals.ts"
import type { Export } from "../../../src/interviews/export/state.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  bySystem,
  campaign,
  otherSuperior,
  superior,
} from "../given.ts"
import {
  after,
  ask,
  deliver,
  delivered,
  expire,
  expired,
  fail,
  failed,
  progress,
  progressed,
  requested,
  requester,
  take,
  taken,
} from "./given.ts"

const print: ExportSubject = { _tag: "print", campaign, interviews: ["t/2026/agent-1"] }
const ownFile: ExportSubject = { _tag: "own-file", agent: agent.id }
const training: ExportSubject = { _tag: "training-needs", campaign }
const refusedTo = (by: typeof byAgent) => ({
  _tag: "actor.not-allowed" as const,
  command: "requestExport",
  capacity: by.capacity,
})

describe("asking for an export", () => {
  test.each(["xlsx", "csv", "pdf"] as const)("CAM-14 a campaign leaves as %s", (format) => {
    given(machine, [])
      .when(ask({ format }))
      .then([{ ...requested, format }])
  })

  test.each([
    ["odt", { _tag: "campaign", campaign } as const, ["xlsx", "csv", "pdf"] as const],
    ["XLSX", { _tag: "campaign", campaign } as const, ["xlsx", "csv", "pdf"] as const],
    ["xlsx", print, ["pdf"] as const],
    ["csv", training, ["pdf", "xlsx"] as const],
  ])("CAM-14 refuses %s where it is unknown", (format, subject, known) => {
    given(machine, [])
      .when(ask({ format, subject, superiors: [] }))
      .refused({ _tag: "export.unknown-format", format, known: [...known] })
  })

  test("CAM-15 is refused to who cannot be mailed", () => {
    given(machine, [])
      .when(ask({ requester: { ...requester, address: "" } }))
      .refused({ _tag: "export.no-address", person: byAdministrator.person })
  })

  test("CAM-14 is refused when there is nothing to export", () => {
    given(machine, [])
      .when(ask({ interviews: 0 }))
      .refused({ _tag: "export.nothing-to-export" })
  })

  test.each([bySuperior, byAgent, byAuthority])("CAM-01 a campaign is not exported by", (by) => {
    given(machine, []).when(ask({ by })).refused(refusedTo(by))
    given(machine, [])
      .when(ask({ by, subject: training, format: "pdf" }))
      .refused(refusedTo(by))
  })

  test("ENT-21 the HR service obtains the synthesis of training needs", () => {
    given(machine, [])
      .when(ask({ by: byService, subject: training, format: "pdf" }))
      .then([{ ...requested, by: byService, subject: training, format: "pdf" }])
  })

  test("CAM-22 a superior prints the interviews of his team and no others", () => {
    const command = { by: bySuperior, subject: print, format: "pdf" }
    given(machine, [])
      .when(ask({ ...command, superiors: [superior.id, superior.id] }))
      .then([{ ...requested, by: bySuperior, subject: print, format: "pdf" }])
    given(machine, [])
      .when(ask({ ...command, superiors: [superior.id, otherSuperior.id] }))
      .refused(refusedTo(bySuperior))
    given(machine, [])
      .when(ask({ ...command, by: byOtherSuperior, superiors: [superior.id] }))
      .refused(refusedTo(byOtherSuperior))
  })

  test("CAM-01 an agent's own file is his alone", () => {
    const command = { subject: ownFile, format: "pdf" }
    given(machine, [])
      .when(ask({ ...command, by: byAgent }))
      .then([{ ...requested, by: byAgent, subject: ownFile, format: "pdf" }])
    for (const by of [
      byAdministrator,
      byService,
      bySuperior,
      { ...byAgent, person: superior.id },
    ]) {
      given(machine, [])
        .when(ask({ ...command, by }))
        .refused(refusedTo(by))
    }
  })
})

describe("CAM-15 making it", () => {
  test("is one worker's at a time", () => {
    given(machine, [requested]).when(take()).then([taken()])
    given(machine, [requested, taken()])
      .when(take({ at: after(15) }))
      .refused({ _tag: "export.taken", until: after(16) })
    given(machine, [requested, taken()])
      .when(take({ at: after(16), until: after(31) }))
      .then([taken(16)])
  })

  test("is given up when three workers have died of it", () => {
    given(machine, [requested, taken(), taken(16), taken(31)])
      .when(take({ at: after(46) }))
      .then([{ ...failed(false, "interrupted"), at: after(46) }])
  })

  test("is tried three times", () => {
    const once = [requested, taken(), failed(true)]
    given(machine, [requested, taken()])
      .when(fail())
      .then([failed(true)])
    given(machine, [...once, taken(4)])
      .when(fail())
      .then([failed(true)])
    given(machine, [...once, taken(4), failed(true), taken(8)])
      .when(fail())
      .then([failed(false)])
    expect(fold(machine, [...once, taken(4), failed(true), taken(8), failed(false)])).toMatchObject(
      {
        _tag: "failed",
        attempts: 3,
        reason: "StorageUnavailable",
      },
    )
  })

  test("shows its progress, which keeps other workers away longer", () => {
    given(machine, [requested, taken()]).when(progress()).then([progressed])
    expect(fold(machine, [requested, taken(), progressed])).toMatchObject({
      _tag: "running",
      done: 1,
      total: 3,
      until: after(17),
    })
  })

  test("ends with its files, which are removed when their time is over", () => {
    given(machine, [requested, taken()]).when(deliver()).then([delivered])
    given(machine, [requested, taken(), delivered])
      .when(expire({ at: after(9_999) }))
      .refused({ _tag: "export.not-expired", until: after(10_000) })
    given(machine, [requested, taken(), delivered]).when(expire()).then([expired])
  })

  test("is nobody's but a worker's", () => {
    const running = [requested, taken()]
    for (const [history, command] of [
      [[requested], take({ by: byAdministrator })],
      [running, take({ by: byAdministrator })],
      [running, progress({ by: byAdministrator })],
      [running, deliver({ by: byAdministrator })],
      [running, fail({ by: byAdministrator })],
      [[...running, delivered], expire({ by: byAdministrator })],
    ] as const) {
      given(machine, history).when(command).refused({
        _tag: "actor.not-allowed",
        command: command._tag,
        capacity: "administrator",
      })
    }
  })
})

const by = fc.constantFrom(bySystem, bySystem, bySystem, byAdministrator, bySuperior)
const act = fc.record({ at: fc.integer({ min: 0, max: 20_000 }).map(after), by })
const until = fc.integer({ min: 0, max: 20_000 }).map(after)
const worker: fc.Arbitrary<ExportCommand> = fc.oneof(
  fc.tuple(act, until).map(([one, end]) => take({ ...one, until: end })),
  fc.tuple(act, until).map(([one, end]) => progress({ ...one, until: end })),
  fc.tuple(act, until).map(([one, end]) => deliver({ ...one, until: end })),
  act.map((one) => fail(one)),
  act.map((one) => expire(one)),
)
const asking: fc.Arbitrary<ExportCommand> = fc
  .record({
    by: fc.constantFrom(byAdministrator, bySuperior, byAgent),
    subject: fc.constantFrom({ _tag: "campaign", campaign } as const, print, ownFile, training),
    format: fc.constantFrom("pdf", "xlsx", "odt"),
    requester: fc.constantFrom(requester, { name: "", address: "" }),
    interviews: fc.integer({ min: 0, max: 2 }),
    superiors: fc.subarray([superior.id, otherSuperior.id]),
  })
  .map(ask)

const walk: Walk<Export, ExportCommand, ExportEvent, ExportRefusal> = {
  machine,
  commands: (state) =>
    state._tag === "none"
      ? fc.oneof(asking, asking, worker)
      : fc.oneof({ arbitrary: worker, weight: 9 }, asking),
  event: ExportEvent,
}

test.each(machineLaws(walk))("$name", { timeout: 60_000 }, ({ check }) => {
  expect(check).not.toThrow()
})
