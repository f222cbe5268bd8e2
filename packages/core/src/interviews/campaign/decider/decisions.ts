/** What each command does to a campaign, state by state. */
import * as Result from "effect/Result"
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import type { Capacity } from "../../../kernel/identity.ts"
import type { DecisionTable, WithTag } from "../../../kernel/machine.ts"
import { isAcknowledged } from "../../../kernel/refusal.ts"
import type { CampaignTerms, TermsFault } from "../../terms/model/campaign-terms.ts"
import type { CampaignCommand } from "../commands.ts"
import type { CampaignEvent } from "../events.ts"
import type { CampaignRefusal } from "../refusals.ts"
import { isRemindable, reminderPlan, remindableStatuses } from "../rules/reminders.ts"
import { hasStarted } from "../rules/status.ts"
import type { Campaign, OpenCampaign } from "../state.ts"

type Decided = Result.Result<ReadonlyArray<CampaignEvent>, CampaignRefusal>
type Command<Tag extends CampaignCommand["_tag"]> = WithTag<CampaignCommand, Tag>

/** Gives what keeps terms from being usable. */
export type FaultsOf = (terms: CampaignTerms) => ReadonlyArray<TermsFault>

/** Gives the table of decisions, terms being judged by a function. */
export const decisionsWith = (
  faultsOf: FaultsOf,
): DecisionTable<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal> => ({
  openCampaign: {
    none: ({ _tag, ...command }) =>
      allowed(_tag, command) ??
      incoherent(faultsOf(command.terms)) ??
      Result.succeed([{ _tag: "CampaignOpened", ...command }]),
    open: ({ campaign }) => Result.fail({ _tag: "campaign.already-exists", campaign }),
    deleted: ({ campaign }) => Result.fail({ _tag: "campaign.already-exists", campaign }),
  },
  correctCampaign: { open: (command, state) => correct(command, state, faultsOf) },
  addInterviews: {
    open: ({ _tag, ...command }) => {
      const refused = allowed(_tag, command)
      if (refused !== undefined) return refused
      return Result.succeed(
        command.count === 0 ? [] : [{ _tag: "InterviewsAdded" as const, ...command }],
      )
    },
  },
  circulateDocuments: { open: circulate },
  remind: { open: remind },
  delete: {
    open: erase,
    // The erasure that a deletion began is asked for again: there is nothing new to decide.
    deleted: ({ _tag, by }) => allowed(_tag, { by }) ?? Result.succeed([]),
  },
})

const administrator: ReadonlyArray<Capacity> = ["administrator"]

const allowed = (
  command: string,
  { by }: Pick<Act, "by">,
  capacities: ReadonlyArray<Capacity> = administrator,
): Result.Result<never, CampaignRefusal> | undefined =>
  capacities.includes(by.capacity)
    ? undefined
    : Result.fail({ _tag: "actor.not-allowed", command, capacity: by.capacity })

const incoherent = ([first, ...others]: ReadonlyArray<TermsFault>):
  | Result.Result<never, CampaignRefusal>
  | undefined =>
  first === undefined
    ? undefined
    : Result.fail({ _tag: "campaign.incoherent-terms", faults: [first, ...others] })

// What periods were counted with and papers printed from.
const frozen = ["procedure", "template", "zone", "holidays"] as const

const correct = (
  { at, by, changes, proposed }: Command<"correctCampaign">,
  { terms }: OpenCampaign,
  faultsOf: FaultsOf,
): Decided => {
  const refused = allowed("correctCampaign", { by })
  if (refused !== undefined) return refused
  if (frozen.some((term) => changes[term] !== undefined) && proposed > 0) {
    return Result.fail({ _tag: "campaign.procedure-frozen", proposed })
  }
  const { type } = terms.procedure
  const given = changes.procedure?.type ?? type
  if (given !== type) return Result.fail({ _tag: "campaign.type-fixed", type, given })
  if (Object.keys(changes).length === 0) return Result.succeed([])
  return (
    incoherent(faultsOf({ ...terms, ...changes })) ??
    Result.succeed([{ _tag: "CampaignCorrected", at, by, changes }])
  )
}

function circulate({ at, by, ...command }: Command<"circulateDocuments">): Decided {
  const refused = allowed("circulateDocuments", { by }, ["superior", "hr-service", "administrator"])
  if (refused !== undefined) return refused
  const [document, ...documents] = command.documents
  const [agent, ...agents] = [...new Set(command.to)]
  if (document === undefined || agent === undefined) {
    return Result.fail({ _tag: "campaign.nothing-circulated" })
  }
  const known = new Set(command.agents)
  const [stranger, ...strangers] = [agent, ...agents].filter((one) => !known.has(one))
  if (stranger !== undefined) {
    return Result.fail({ _tag: "campaign.not-ones-agents", agents: [stranger, ...strangers] })
  }
  return Result.succeed([
    {
      _tag: "DocumentsCirculated",
      at,
      by,
      documents: [document, ...documents],
      to: [agent, ...agents],
    },
  ])
}

function remind({ at, by, ...command }: Command<"remind">, state: OpenCampaign): Decided {
  const refused = allowed("remind", { by })
  if (refused !== undefined) return refused
  const { target, candidates } = command
  const { startsOn, zone } = state.terms
  const today = civilDayAt(at, zone)
  if (!hasStarted(state.terms, today)) {
    return Result.fail({ _tag: "campaign.not-started", startsOn, today })
  }
  if (target._tag === "status" && !isRemindable(target.status)) {
    return Result.fail({
      _tag: "reminder.status-not-remindable",
      status: target.status,
      remindable: remindableStatuses,
    })
  }
  if (candidates.every(({ interviews }) => interviews === 0)) {
    return Result.fail({ _tag: "reminder.nothing-to-remind" })
  }
  const { recipients, leftOut } = reminderPlan(state, { ...command, today })
  const [first, ...others] = recipients
  if (first === undefined) return Result.fail({ _tag: "reminder.no-recipient", leftOut })
  return Result.succeed([
    { _tag: "ReminderSent", at, by, target, day: today, managers: [first, ...others], leftOut },
  ])
}

function erase(command: Command<"delete">, { campaign }: OpenCampaign): Decided {
  const { at, by, interviews, appeals, openAppeals, acknowledged } = command
  const refused = allowed("delete", { by })
  if (refused !== undefined) return refused
  if (!isAcknowledged(acknowledged, "campaign.confirmation-required", campaign)) {
    return Result.fail({ _tag: "campaign.confirmation-required", subject: campaign, interviews })
  }
  const [first, ...others] = openAppeals.filter(
    (key) => !isAcknowledged(acknowledged, "campaign.appeals-open", key),
  )
  if (first !== undefined) {
    return Result.fail({ _tag: "campaign.appeals-open", subjects: [first, ...others] })
  }
  return Result.succeed([{ _tag: "CampaignDeleted", at, by, campaign, interviews, appeals }])
}
