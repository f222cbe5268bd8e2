/**
 * Making exports in the background. A worker takes an export by an event: of two workers the one
 * whose version is stale loses. One that says nothing in its time has died, and the export is taken
 * again, three times at most. Files whose time is over are removed.
 *
 * @requirement CAM-15
 */
import * as Effect from "effect/Effect"
import { addMinutes, type Instant, type Zone } from "../../../kernel/calendar.ts"
import { handle } from "../../../kernel/handle.ts"
import type { TenantId } from "../../../kernel/identity.ts"
import type { MessageContent } from "../../../kernel/message.ts"
import { DocumentStorage, type Storage, type Views } from "../../../kernel/ports.ts"
import { exportRef, interviewRef } from "../../aggregates.ts"
import type { ExportCommand } from "../../export/commands.ts"
import { exportMachine } from "../../export/decider.ts"
import type { ExportEvent } from "../../export/events.ts"
import { type ExportedFile, exportedFiles, type ExportId } from "../../export/model.ts"
import { deliveryMail, failureMail } from "../../export/policies.ts"
import type { ExportRefusal } from "../../export/refusals.ts"
import type { Export, RequestedExport } from "../../export/state.ts"
import { exportExpiry, exportList, exportQueue, type ExportRow } from "../../export/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import { now, readCampaign } from "../act.ts"
import { agentKeys, allRows, interviewsOfKeys, loadMany } from "../campaign/pages.ts"
import { removeUnder } from "../campaign/deletion.ts"
import type { ExportFailure } from "./ask.ts"
import { makeFiles } from "./files.ts"
import type { MadeFile } from "./making.ts"
import { scheduler } from "../scheduler.ts"

/** For how many minutes a worker has an export without telling its progress. */
const leaseMinutes = 15

/** What became of an export that a worker ran. */
export interface RunExport {
  readonly export: ExportId
  readonly state: Export["_tag"]
}

/** Makes the next export of a tenant and gives what became of it; nothing when none is due. */
export const runNextExport = Effect.fn("interviews.runNextExport")(function* (tenant: TenantId) {
  const at = yield* now
  for (const row of yield* due(tenant, exportQueue, at)) {
    const taken = yield* take(tenant, row.export)
    if (taken !== undefined) {
      return (
        taken.state._tag === "running"
          ? yield* run(tenant, { id: row.export, state: taken.state, version: taken.version })
          : { export: row.export, state: taken.state._tag }
      ) satisfies RunExport
    }
  }
  return undefined
})

const due = (tenant: TenantId, scope: string, at: Instant) =>
  Effect.map(
    allRows(exportList, tenant, { scope, sort: { column: "due", direction: "ascending" } }),
    (rows): ReadonlyArray<ExportRow> =>
      rows.map(({ row }) => row).filter((row) => row.due !== null && row.due <= at),
  )

const leaseFrom = (at: Instant): Instant => addMinutes(at, leaseMinutes)

// Somebody else has taken it meanwhile, or it is gone with its campaign: that is no failure.
const take = (tenant: TenantId, id: ExportId) =>
  Effect.gen(function* () {
    const at = yield* now
    const command = { _tag: "takeExport" as const, at, by: scheduler, until: leaseFrom(at) }
    return yield* act({ tenant, id }, command)
  }).pipe(
    Effect.catchTags({
      "export.taken": () => Effect.succeed(undefined),
      "export.illegal-transition": () => Effect.succeed(undefined),
      "conflict.stale-version": () => Effect.succeed(undefined),
    }),
  )

type MailNeeds = InterviewsSetup | Storage | Views

interface OnOne {
  readonly tenant: TenantId
  readonly id: ExportId
  readonly seen?: number
}

const act = (
  { tenant, id, seen }: OnOne,
  command: ExportCommand,
  mail: (
    state: Export,
  ) => Effect.Effect<ReadonlyArray<MessageContent>, ExportFailure, MailNeeds> = () =>
    Effect.succeed([]),
) =>
  handle<Export, ExportCommand, ExportEvent, ExportRefusal, ExportFailure, MailNeeds>({
    id: exportRef(tenant, id),
    machine: exportMachine,
    seen,
    complete: () => Effect.succeed({ command }),
    react: ({ state }) => mail(state),
  })

interface Taken {
  readonly id: ExportId
  readonly state: Extract<Export, { readonly _tag: "running" }>
  readonly version: number
}

const run = (tenant: TenantId, { id, state, version }: Taken) =>
  Effect.gen(function* () {
    // What an attempt that came to nothing left behind.
    yield* removeUnder(tenant, [exportedFiles(id)])
    const own = `${exportedFiles(id)}${state.attempts}/`
    const files: Array<ExportedFile> = []
    let seen = version
    const progress = (done: number, total: number) =>
      Effect.gen(function* () {
        const at = yield* now
        const until = leaseFrom(at)
        const command = { _tag: "progressExport" as const, at, by: scheduler, done, total, until }
        seen = (yield* act({ tenant, id, seen }, command)).version
      })
    const keep = ({ fileName, mediaType, bytes }: MadeFile) =>
      Effect.gen(function* () {
        const documents = yield* DocumentStorage
        const key = `${own}${fileName}`
        files.push({ fileName, key, mediaType, bytes: bytes.length })
        yield* documents.put(tenant, key, { bytes, mediaType })
      })
    return yield* makeFiles({ tenant, asked: state, keep, progress }).pipe(
      Effect.flatMap((count) => deliver({ tenant, id, seen }, { files, count })),
      Effect.catch((failure) =>
        Effect.andThen(removeUnder(tenant, [own]), giveUp({ tenant, id, seen }, failure._tag)),
      ),
      Effect.map((tag): RunExport => ({ export: id, state: tag })),
    )
  })

const deliver = (
  one: OnOne,
  { files, count }: { readonly files: ReadonlyArray<ExportedFile>; readonly count: number },
) =>
  Effect.gen(function* () {
    const { attachmentLimitBytes, exportDays } = yield* InterviewsSetup
    const [first, ...others] = files
    if (first === undefined) {
      return yield* Effect.fail<ExportRefusal>({ _tag: "export.nothing-to-export" })
    }
    const at = yield* now
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
    const command: ExportCommand = {
      _tag: "deliverExport",
      at,
      by: scheduler,
      files: [first, ...others],
      attached: size <= attachmentLimitBytes,
      until: addMinutes(at, exportDays * minutesPerDay),
    }
    const delivered = yield* act(one, command, (state) => mails(one.tenant, state, count))
    return delivered.state._tag
  })

const minutesPerDay = 24 * 60

// Whoever has lost his turn, or whose campaign was deleted meanwhile, has nothing to say any more.
const giveUp = (one: OnOne, reason: string) =>
  Effect.gen(function* () {
    const command = { _tag: "failExport" as const, at: yield* now, by: scheduler, reason }
    const failed = yield* act(one, command, (state) => mails(one.tenant, state, 0))
    return failed.state._tag
  }).pipe(
    Effect.catchTags({
      "export.illegal-transition": () => Effect.succeed("none" as const),
      "conflict.stale-version": () => Effect.succeed("none" as const),
    }),
  )

const mails = (tenant: TenantId, state: Export, count: number) =>
  Effect.gen(function* () {
    if (state._tag !== "delivered" && state._tag !== "failed") return []
    const { wording, publicUrl } = yield* InterviewsSetup
    const terms = yield* termsOf(tenant, state)
    if (terms === undefined && state.subject._tag !== "own-file") return []
    const correspondence = {
      wording,
      name: terms?.label ?? "",
      count,
      organizer: terms?.organizer.name ?? state.requester.name,
      zone: terms?.zone ?? defaultZone,
      publicUrl,
    }
    return [
      state._tag === "delivered"
        ? deliveryMail(state, correspondence)
        : failureMail(state, correspondence),
    ]
  })

// Of an agent of whom the personnel file alone has something, no place is known.
const defaultZone = "Europe/Paris" as Zone

// An own file is signed as the campaign of the agent's last interview is.
const termsOf = (tenant: TenantId, { subject }: RequestedExport) =>
  Effect.gen(function* () {
    if (subject._tag !== "own-file") {
      return (yield* readCampaign(tenant, subject.campaign)).state.terms
    }
    const keys = yield* agentKeys(tenant, subject.agent)
    const last = interviewsOfKeys(tenant, keys.slice(-1)).map(interviewRef)
    const [loaded] = yield* loadMany(last)
    if (loaded === undefined || loaded.state._tag === "none") return undefined
    return (yield* readCampaign(tenant, loaded.state.campaign)).state.terms
  }).pipe(Effect.catchTag("campaign.unknown", () => Effect.succeed(undefined)))

/** Removes the files of the exports of a tenant whose time is over; gives the number of exports. */
export const expireExports = Effect.fn("interviews.expireExports")(function* (tenant: TenantId) {
  const at = yield* now
  const rows = yield* due(tenant, exportExpiry, at)
  for (const row of rows) {
    // Files first: after a breakdown the export is found again.
    yield* removeUnder(tenant, [exportedFiles(row.export)])
    yield* act({ tenant, id: row.export }, { _tag: "expireExport", at, by: scheduler }).pipe(
      Effect.catchTag("export.illegal-transition", () => Effect.void),
    )
  }
  return rows.length
})
