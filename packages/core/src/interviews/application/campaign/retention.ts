/**
 * The purge (purge): nothing is kept longer than the table of retention says. An interview goes only
 * when it is closed, its reports are in the personnel file, its period is over and no appeal is open,
 * or when it was deleted and that period is over.
 *
 * @requirement CAM-16
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDayAt,
  type Instant,
} from "../../../kernel/calendar.ts"
import type { TenantId } from "../../../kernel/identity.ts"
import { AccessLog, type AggregateId, Outbox, Storage } from "../../../kernel/ports.ts"
import { appealRef, type InterviewName, interviewRef } from "../../aggregates.ts"
import { unfiledReports } from "../../appeal/rules/final-reports.ts"
import { isAppealOpen } from "../../appeal/rules.ts"
import {
  defaultRetention,
  type RetentionRule,
  type RetentionTable,
} from "../../campaign/model/retention.ts"
import type { Interview } from "../../interview/state.ts"
import { interviewTasks } from "../../interview/views.ts"
import { now, readCampaign } from "../act.ts"
import { interviewsOfKeys, loadMany, rowStream } from "./pages.ts"
import { finishDeletions, removeUnder } from "./deletion.ts"
import { expireExports } from "../exports/run.ts"
import { filesOf } from "../interview/kept-files.ts"

/** What a purge removed; traces and messages are counted over all tenants. */
export interface Purged {
  readonly interviews: number
  readonly exports: number
  readonly deletions: number
  readonly traces: number
  readonly messages: number
}

/** Removes what a tenant need not keep any longer; repeating it is harmless. */
export const purgeExpired = Effect.fn("interviews.purgeExpired")(function* ({
  tenant,
  table = defaultRetention,
}: {
  readonly tenant: TenantId
  readonly table?: RetentionTable
}) {
  const at = yield* now
  const log = yield* AccessLog
  const outbox = yield* Outbox
  const purged: Purged = {
    deletions: yield* finishDeletions(tenant),
    exports: yield* expireExports(tenant),
    interviews:
      (yield* purgeInterviews(tenant, {
        scope: "retention",
        rule: table["closed-interview"],
        at,
      })) +
      (yield* purgeInterviews(tenant, { scope: "deleted", rule: table["deleted-interview"], at })),
    traces: yield* log.purge(before(table["consultation-trace"], at)),
    messages: yield* outbox.purge({
      sentBefore: before(table["sent-message"], at),
      failedBefore: before(table["failed-message"], at),
    }),
  }
  return purged
})

// To the day: the hour of the day stays as it is.
const before = (rule: RetentionRule, at: Instant): Instant =>
  `${dayBefore(rule, at.slice(0, 10) as CivilDate)}${at.slice(10)}` as Instant

const dayBefore = ({ period }: RetentionRule, day: CivilDate): CivilDate =>
  period.unit === "years" ? addMonths(day, -12 * period.length) : addDays(day, -period.length)

const groupLength = 200

const purgeInterviews = (
  tenant: TenantId,
  {
    scope,
    rule,
    at,
  }: { readonly scope: string; readonly rule: RetentionRule; readonly at: Instant },
) =>
  Effect.gen(function* () {
    const last = dayBefore(rule, at.slice(0, 10) as CivilDate)
    // In the order of their days: what follows the first one that is not over is not read.
    const rows = yield* rowStream(interviewTasks, tenant, {
      scope,
      sort: { column: "due", direction: "ascending" },
    }).pipe(
      Stream.takeWhile(({ row }) => row.due < last),
      Stream.runCollect,
    )
    const over = rows.map(({ key }) => key)
    const names = interviewsOfKeys(tenant, over)
    let count = 0
    for (let start = 0; start < names.length; start += groupLength) {
      count += yield* purgeGroup(tenant, names.slice(start, start + groupLength), at)
    }
    return count
  })

type Over = Extract<Interview, { readonly _tag: "closed" | "deleted" }>

const isOver = (state: Interview): state is Over =>
  state._tag === "deleted" || (state._tag === "closed" && state.handedOver)

// Judged on the states, not on the list: an appeal that is open keeps its interview.
const purgeGroup = (tenant: TenantId, names: ReadonlyArray<InterviewName>, at: Instant) =>
  Effect.gen(function* () {
    const interviews = yield* loadMany(names.map(interviewRef))
    const appeals = yield* loadMany(names.map(appealRef))
    const erase: Array<AggregateId> = []
    const prefixes: Array<string> = []
    let count = 0
    for (const [index, name] of names.entries()) {
      const state = interviews[index]?.state
      const appeal = appeals[index]?.state
      if (state === undefined || appeal === undefined || !isOver(state)) continue
      const { terms } = (yield* readCampaign(tenant, state.campaign)).state
      // That of a deleted interview was acknowledged when it was deleted: nobody acts on it any more.
      const isOpen = isAppealOpen(appeal, civilDayAt(at, terms.zone))
      if (state._tag === "closed" && isOpen) continue
      if (unfiledReports(appeal).length > 0) continue
      prefixes.push(filesOf(name))
      erase.push(interviewRef(name), appealRef(name))
      count += 1
    }
    // Files first: after a breakdown the interview is found again.
    yield* removeUnder(tenant, prefixes)
    const storage = yield* Storage
    yield* storage.commit({ tenant, changes: [], unchanged: [], erase, messages: [] })
    return count
  })
