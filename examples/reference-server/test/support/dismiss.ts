/**
 * A campaign that changes under the hands of its manager. No command of the context does it: the
 * change is written straight to the storage, as a team's own import might.
 */
import {
  type CampaignId,
  type campaignMachine,
  campaignRef,
} from "@convoque/core/career-appointments"
import { PersonId } from "@convoque/core/kernel/identity"
import { Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Office } from "./office.ts"
import { academy } from "./people.ts"

type CampaignEvent = Parameters<typeof campaignMachine.evolve>[1]

/** Gives the campaign to `manager-2` alone. */
export const dismiss = (office: Office, campaign: CampaignId): Promise<void> =>
  office.run(
    Effect.gen(function* () {
      const storage = yield* Storage
      const id = campaignRef(academy, campaign)
      const [{ state, version }] = yield* storage.load([id])
      if (state._tag === "none") return yield* Effect.die(new Error("no campaign"))
      const { _tag: _, created, ...fields } = state
      const events: ReadonlyArray<CampaignEvent> = [
        { _tag: "CampaignCreated", ...created, ...fields, managers: [PersonId.make("manager-2")] },
      ]
      const changed = events.reduce(id.type.evolve, state)
      yield* storage.commit({
        tenant: academy,
        changes: [{ id, expected: version, events, state: changed }],
        unchanged: [],
        erase: [],
        messages: [],
      })
    }),
  )
