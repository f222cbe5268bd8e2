/** What assignments are read with: their missions, and the names of the centres. */
import * as Effect from "effect/Effect"
import type { TenantId } from "../../../kernel/identity.ts"
import type { Registers, StorageUnavailable } from "../../../kernel/ports.ts"
import type { MissionSources } from "../../consultation/rules.ts"
import type { Assignment } from "../../mission/model.ts"
import { missions } from "../../mission/registers.ts"
import { byKeys } from "../rows.ts"
import { schoolNames } from "../schools.ts"

/** Gives the missions of some assignments with the names of their centres. */
export const missionSources = (
  tenant: TenantId,
  assigned: ReadonlyArray<Pick<Assignment, "mission">>,
): Effect.Effect<MissionSources, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const found = yield* byKeys(
      tenant,
      missions,
      assigned.map(({ mission }) => mission),
    )
    return {
      missions: new Map(found.map((mission) => [mission.number, mission])),
      schoolNames: yield* schoolNames(
        tenant,
        found.map(({ centre }) => centre),
      ),
    }
  })
