/**
 * The worked scenario of exam missions: registers filled from files, activities opened, the
 * personnel of three schools consulted, their unavailability and competences entered, in one day of
 * March, through the API.
 */
import type { Teller } from "./account.ts"
import * as entrance from "./exam-missions/entrance.ts"
import { openPortal } from "./exam-missions/portal.ts"
import * as registers from "./exam-missions/registers.ts"
import * as sessions from "./exam-missions/sessions.ts"
import { makeWorld } from "./exam-missions/world.ts"

/** Plays the scenario on a stage of its own, under a clock that it sets. */
export const playExamMissions = async (teller: Teller): Promise<void> => {
  const portal = await openPortal()
  try {
    const world = makeWorld(portal, teller)
    await registers.blank(world)
    await registers.faulty(world)
    await registers.filled(world)
    await registers.stsWeb(world)
    await entrance.activities(world)
    await entrance.menu(world)
    await sessions.oneAtATime(world)
  } finally {
    await portal.stage.close()
  }
}
