/**
 * The worked scenario of exam missions: registers filled from files, activities opened, the
 * personnel of three schools consulted, their unavailability and competences entered, in one day of
 * March, through the API.
 */
import type { Teller } from "./account.ts"
import * as competences from "./exam-missions/competences.ts"
import * as directory from "./exam-missions/directory.ts"
import * as ending from "./exam-missions/ending.ts"
import * as entrance from "./exam-missions/entrance.ts"
import * as exported from "./exam-missions/exports.ts"
import * as person from "./exam-missions/person.ts"
import { openPortal } from "./exam-missions/portal.ts"
import * as registers from "./exam-missions/registers.ts"
import * as sessions from "./exam-missions/sessions.ts"
import * as sources from "./exam-missions/sources.ts"
import * as stsWeb from "./exam-missions/sts-web.ts"
import * as unavailability from "./exam-missions/unavailability.ts"
import * as validation from "./exam-missions/validation.ts"
import { makeWorld } from "./exam-missions/world.ts"

/** Plays the scenario on a stage of its own, under a clock that it sets. */
export const playExamMissions = async (teller: Teller): Promise<void> => {
  const portal = await openPortal()
  try {
    const world = makeWorld(portal, teller)
    await registers.blank(world)
    await registers.faulty(world)
    await registers.filled(world)
    await stsWeb.imported(world)
    await entrance.activities(world)
    await entrance.menu(world)
    await sessions.oneAtATime(world)
    await sources.first(world)
    await directory.lists(world)
    await directory.filters(world)
    await person.views(world)
    await person.convenedElsewhere(world)
    await exported.sheets(world)
    await exported.papers(world)
    await unavailability.declared(world)
    await unavailability.deleted(world)
    await sources.again(world)
    await competences.opened(world)
    await competences.guide(world)
    await competences.added(world)
    await competences.contested(world)
    await competences.allWanted(world)
    await validation.validated(world)
    await validation.withdrawn(world)
    await ending.confidential(world)
    await ending.index(world)
  } finally {
    await portal.stage.close()
  }
}
