/**
 * Reminding the managers: by status, or one of them of all his open interviews. A dry run tells who
 * would get what and who is left out, and why; sending decides the same again on fresh facts.
 *
 * @requirement CAM-26
 * @requirement CAM-27
 * @requirement CAM-28
 * @requirement CAM-29
 * @requirement CAM-30
 * @requirement CAM-31
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Act } from "../../../kernel/event.ts"
import type { PersonId, TenantId } from "../../../kernel/identity.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import { decide } from "../../../kernel/machine.ts"
import type { MessageContent } from "../../../kernel/message.ts"
import {
  PeopleDirectory,
  type Person,
  personName,
  type Storage,
  type Views,
} from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import type { CampaignCommand } from "../../campaign/commands.ts"
import { campaignMachine } from "../../campaign/decider.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { LeftOut, ReminderTarget, RemindableStatus } from "../../campaign/model.ts"
import { reminderMail } from "../../campaign/policies.ts"
import { remindableStatuses } from "../../campaign/rules/reminders.ts"
import { countsByManager } from "../../campaign/rules/statistics.ts"
import type { StatusCounts } from "../../campaign/rules/status.ts"
import type { OpenCampaign } from "../../campaign/state.ts"
import { campaignInterviews, type InterviewRow } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import { now } from "../act.ts"
import { actOnCampaign, type OnCampaign, readAs } from "./act.ts"
import { allRows, tallyOf } from "./pages.ts"

/** A reminder to send: about what, and to which of the managers concerned; all when absent. */
export interface Reminding extends OnCampaign {
  readonly target: ReminderTarget
  readonly managers?: ReadonlyArray<PersonId> | undefined
}

/** A manager who would get a digest, with that mail. */
export interface PlannedReminder {
  readonly manager: PersonId
  readonly name: string
  readonly interviews: number
  readonly mail: MessageContent
}

/** A manager who would get nothing, and why. */
export interface LeftOutManager extends LeftOut {
  readonly name: string
  readonly reasonLabel: string
}

/** Who would get what, and who is left out; both by name. */
export interface ReminderDryRun {
  readonly recipients: ReadonlyArray<PlannedReminder>
  readonly leftOut: ReadonlyArray<LeftOutManager>
}

/**
 * Tells who would get which mail and who is left out, without sending anything. Refuses as sending
 * would, except that nobody is left to be reminded.
 */
export const planReminder = Effect.fn("interviews.planReminder")(function* (request: Reminding) {
  const { state, by } = yield* readAs(request)
  const command = yield* completed(request, { at: yield* now, by })
  const decided = decide(campaignMachine, command, state)
  if (Result.isFailure(decided)) {
    const refusal = decided.failure
    if (refusal._tag !== "reminder.no-recipient") return yield* Effect.fail(refusal)
    return { recipients: [], leftOut: yield* namedLeftOut(request, refusal.leftOut) }
  }
  const digests = yield* digestsOf(request, state, decided.success)
  const leftOut = decided.success.flatMap((event) =>
    event._tag === "ReminderSent" ? event.leftOut : [],
  )
  const plan: ReminderDryRun = {
    recipients: digests.map(({ manager, interviews, mail }) => ({
      manager: manager.id,
      name: personName(manager),
      interviews,
      mail,
    })),
    leftOut: yield* namedLeftOut(request, leftOut),
  }
  return plan
})

const namedLeftOut = ({ tenant }: Reminding, leftOut: ReadonlyArray<LeftOut>) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const people = yield* peopleOf(
      tenant,
      leftOut.map(({ manager }) => manager),
    )
    return leftOut.map(({ manager, reason }): LeftOutManager => {
      const person = people.get(manager)
      const name = person === undefined ? manager : personName(person)
      return { manager, name, reason, reasonLabel: wording.campaign.leftOut[reason] }
    })
  })

/** Sends a reminder: one digest a manager, at once (CAM-29). */
export const sendReminder = Effect.fn("interviews.sendReminder")(function* (request: Reminding) {
  return yield* actOnCampaign<Storage | Views | PeopleDirectory | InterviewsSetup>(request, {
    complete: ({ act }) => completed(request, act),
    react: (events, state) =>
      state._tag === "open"
        ? Effect.map(digestsOf(request, state, events), (digests) =>
            digests.map(({ mail }) => mail),
          )
        : Effect.succeed([]),
  })
})

const completed = ({ tenant, campaign: scope, target, managers }: Reminding, act: Act) =>
  Effect.gen(function* () {
    const { reminderCap: cap } = yield* InterviewsSetup
    const tally = yield* tallyOf(campaignInterviews, tenant, { scope, filter: "manager-status" })
    const concerned = [...countsByManager(tally)]
      .map(([id, counts]) => ({ manager: id as PersonId, interviews: concernedBy(target, counts) }))
      .filter(({ manager, interviews }) =>
        target._tag === "manager" ? manager === target.manager : interviews > 0,
      )
    const people = yield* peopleOf(
      tenant,
      concerned.map(({ manager }) => manager),
    )
    const candidates = concerned
      .map((one) => ({ ...one, reachable: isMailAddress(people.get(one.manager)?.email ?? "") }))
      .toSorted((left, right) => (keyIn(people, left) < keyIn(people, right) ? -1 : 1))
    const selected = managers === undefined ? {} : { managers }
    const command: CampaignCommand = {
      _tag: "remind",
      ...act,
      target,
      ...selected,
      candidates,
      cap,
    }
    return command
  })

const statusesOf = (target: ReminderTarget): ReadonlyArray<RemindableStatus> =>
  remindableStatuses.filter((status) => target._tag === "manager" || status === target.status)

const concernedBy = (target: ReminderTarget, counts: StatusCounts): number =>
  statusesOf(target).reduce((sum, status) => sum + counts[status], 0)

const keyIn = (
  people: ReadonlyMap<PersonId, Person>,
  { manager }: { readonly manager: PersonId },
): string => {
  const person = people.get(manager)
  return foldedKey(
    person === undefined ? manager : `${person.familyName} ${person.givenName} ${manager}`,
  )
}

// The interviews are read again for those who get a mail: what changed meanwhile is not in it.
const digestsOf = (
  { tenant, campaign, target }: Reminding,
  { terms }: OpenCampaign,
  events: ReadonlyArray<CampaignEvent>,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const recipients = events.flatMap((event) =>
      event._tag === "ReminderSent" ? event.managers : [],
    )
    if (recipients.length === 0) return []
    const rows = yield* allRows(campaignInterviews, tenant, {
      scope: campaign,
      filters: {
        status: statusesOf(target),
        ...(target._tag === "manager" ? { manager: [target.manager] } : {}),
      },
      sort: { column: "manager", direction: "ascending" },
    })
    const people = yield* peopleOf(tenant, recipients)
    const byManager = new Map<PersonId, Array<InterviewRow>>()
    for (const { row } of rows) {
      const own = byManager.get(row.superior.id)
      if (own === undefined) byManager.set(row.superior.id, [row])
      else own.push(row)
    }
    return recipients.flatMap((id) => {
      const manager = people.get(id)
      const interviews = byManager.get(id) ?? []
      if (manager === undefined) return []
      return reminderMail({ manager, interviews }, target, { wording, terms }).map((mail) => ({
        manager,
        interviews: interviews.length,
        mail,
      }))
    })
  })

const peopleOf = (tenant: TenantId, ids: ReadonlyArray<PersonId>) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = yield* directory.find(tenant, [...new Set(ids)])
    return new Map<PersonId, Person>(found.map((person) => [person.id, person]))
  })
