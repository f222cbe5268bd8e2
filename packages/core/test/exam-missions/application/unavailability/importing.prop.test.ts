/** What holds of every succession of files of a source. */
import {
  declareUnavailability,
  type ImportSource,
  localMinute,
  sourceScope,
  unavailabilities,
  type UnavailabilityPeriod,
} from "@convoque/core/exam-missions"
import { shortDate } from "@convoque/core/kernel/calendar"
import type { PersonId } from "@convoque/core/kernel/identity"
import { Outbox, Views } from "@convoque/core/kernel/ports"
import { importSource, unavailabilityPeriod } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { depth } from "../../../kernel/calendar/given.ts"
import { aspet, headOf, reason, shared, tenant, week } from "../../unavailability/given.ts"
import { imports } from "./files.ts"
import { newWorld, stranger } from "./world.ts"

interface Sent {
  readonly person: PersonId
  readonly period: UnavailabilityPeriod
  readonly why: string
}

const nameOf = ({ person, period }: Omit<Sent, "why">) =>
  `${person} ${localMinute(period.start)} ${localMinute(period.end)}`

const sentFile = fc.uniqueArray(
  fc.record<Sent>({
    person: fc.constantFrom(shared, stranger),
    period: fc.oneof(unavailabilityPeriod, fc.constant(week)),
    why: fc.constantFrom("CONGE", "FORMATION"),
  }),
  { selector: nameOf, minLength: 1, maxLength: 8 },
)

const lineOf = (source: ImportSource, { person, period: { start, end }, why }: Sent): string => {
  const bounds = [person, shortDate(start.date), start.time, shortDate(end.date), end.time]
  const rest = source._tag === "academy" ? ["1", "T", why, "C", "L", ""] : [why]
  return [...bounds, ...rest].join(";")
}

const acknowledged = [{ code: "import.removals-to-confirm", subject: "unavailability" }]
const bring = (source: ImportSource, file: ReadonlyArray<Sent>, dryRun = false) =>
  imports(
    file.map((sent) => lineOf(source, sent)),
    { source, dryRun, acknowledged },
  )

const page = {
  filters: {},
  sort: { column: "start", direction: "ascending" },
  limit: 1000,
} as const

const listedIn = (scope: string | ReadonlyArray<string>) =>
  Effect.flatMap(Views, (views) =>
    Effect.map(views.page(unavailabilities, tenant, { ...page, scope }), ({ rows }) =>
      rows
        .map(({ row: { person, start, end, reason: why, convocation } }) =>
          [nameOf({ person, period: { start, end } }), convocation?.exam ?? why].join(" "),
        )
        .toSorted(),
    ),
  )

const toldIn = (file: ReadonlyArray<Sent>) =>
  file.map((sent) => `${nameOf(sent)} ${sent.why}`).toSorted()

const limit = { timeout: 60_000 * depth }

test(
  "IND-02 IND-12 after files A then B of a source exactly B is left of it, and what schools declared",
  limit,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        importSource,
        fc.array(sentFile, { minLength: 1, maxLength: 3 }),
        async (source, files) => {
          const { run } = await newWorld()
          const declared = {
            by: headOf(aspet),
            tenant,
            school: aspet,
            person: shared,
            period: week,
          }
          await run(declareUnavailability({ ...declared, reason: reason("STAGE") }))
          for (const file of files) {
            const before = await run(listedIn(sourceScope(source)))
            const tried = await run(bring(source, file, true))
            expect(await run(listedIn(sourceScope(source)))).toEqual(before)
            const report = await run(bring(source, file))
            expect(report).toEqual({ ...tried, written: true })
            const { added, changed, unchanged, removed, read, kept } = report
            expect(added + changed + unchanged).toBe(read)
            expect(changed + unchanged + removed).toBe(kept)
          }
          const last = files.at(-1) ?? []
          expect(await run(listedIn(sourceScope(source)))).toEqual(toldIn(last))
          const people = [shared, stranger].map((one) => `person:${one}`)
          expect(await run(listedIn(people))).toEqual(
            [...toldIn(last), `${nameOf({ person: shared, period: week })} STAGE`].toSorted(),
          )
          const { added, changed, removed } = await run(bring(source, last))
          expect([added, changed, removed]).toEqual([0, 0, 0])
        },
      ),
      { seed: 1, numRuns: 25 * depth },
    )
  },
)

test("IND-05 the mails counted by a dry run are those that then leave", limit, async () => {
  await fc.assert(
    fc.asyncProperty(sentFile, async (file) => {
      const { run } = await newWorld()
      const source = { _tag: "epp" } as const
      const { mails } = await run(bring(source, file, true))
      const count = Effect.flatMap(Outbox, (outbox) =>
        Effect.map(outbox.counts(tenant), ({ waiting }) => waiting),
      )
      expect(await run(count)).toBe(0)
      await run(bring(source, file))
      expect(await run(count)).toBe(mails)
    }),
    { seed: 1, numRuns: 25 * depth },
  )
})
