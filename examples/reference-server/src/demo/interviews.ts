/**
 * The worked scenario of a campaign of professional interviews: forty agents, from its opening in
 * January to the last appeal in autumn, played through the API day after day.
 */
import { InterviewsSetup, wordingFr } from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import { NewIds } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Teller } from "./account.ts"
import * as appeals from "./interviews/appeals.ts"
import * as beginning from "./interviews/beginning.ts"
import * as circuit from "./interviews/circuit.ts"
import { stageClock } from "./interviews/clock.ts"
import * as endings from "./interviews/endings.ts"
import * as meetings from "./interviews/meetings.ts"
import { termsOf } from "./interviews/opening.ts"
import { openPortal } from "./interviews/portal.ts"
import { writeIndex } from "./interviews/readme.ts"
import * as reminders from "./interviews/reminders.ts"
import * as results from "./interviews/results.ts"
import { makeWorld } from "./interviews/world.ts"
import { openStage } from "./stage.ts"

const firstDay = CivilDate.make("2026-01-05")

/** Plays the scenario on a stage of its own, under a clock that it sets. */
export const playInterviews = async (teller: Teller): Promise<void> => {
  const clock = stageClock(firstDay)
  const stage = await openStage({
    mailFrom: "entretiens@academie.example",
    services: Layer.mergeAll(
      Layer.succeed(Clock.Clock, clock.clock),
      numberedIds(),
      // Small bounds, so that a scenario of forty agents reaches them.
      Layer.succeed(InterviewsSetup, {
        wording: wordingFr,
        publicUrl: "https://portail.academie.example",
        attachmentLimitBytes: 400_000,
        exportDays: 7,
        interviewsPerArchive: 500,
        reminderCap: { count: 2, days: 7 },
      }),
    ),
  })
  try {
    const world = makeWorld(openPortal(stage, clock, firstDay), teller, termsOf(2026))
    await beginning.open(world)
    await world.portal.goTo(CivilDate.make("2026-01-06"))
    await beginning.fill(world)
    meetings.plan(world)
    await beginning.circulate(world)
    await meetings.firstDates(world)
    await reminders.remindByStatus(world)
    await meetings.hindrances(world)
    await meetings.misses(world)
    await circuit.incomplete(world)
    await meetings.replacement(world)
    await results.halfway(world)
    await meetings.softDeletion(world)
    await circuit.communicated(world)
    await circuit.notified(world)
    await circuit.refusedToSign(world)
    await reminders.remindOne(world)
    await circuit.delegation(world)
    await circuit.filed(world)
    await appeals.deadlines(world)
    await appeals.lodged(world)
    await appeals.won(world)
    await appeals.late(world)
    await appeals.revised(world)
    await appeals.silence(world)
    await appeals.final(world)
    await appeals.referral(world)
    await results.figures(world)
    await results.needs(world)
    await results.exports(world)
    await appeals.committee(world)
    await endings.deletion(world)
    await endings.nextYear(world)
    await writeIndex(world)
  } finally {
    await stage.close()
  }
}

// The same ids each time the scenario is played.
const numberedIds = () => {
  let count = 0
  const next = Effect.sync(() => {
    count += 1
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`
  })
  return Layer.succeed(NewIds, { next })
}
