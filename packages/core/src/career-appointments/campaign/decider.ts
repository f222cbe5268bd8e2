/** The machine of a campaign: it is created once, from a coherent template. */
import * as Result from "effect/Result"
import type { DecisionTable, Machine, Transition } from "../../kernel/machine.ts"
import { responsiblePerson } from "../../kernel/identity.ts"
import type { CampaignCommand } from "./commands.ts"
import type { CampaignEvent } from "./events.ts"
import { type Campaign, templateFaults } from "./model.ts"
import type { CampaignRefusal } from "./refusals.ts"

const decisions: DecisionTable<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal> = {
  createCampaign: {
    none: ({ _tag: _, ...command }) => {
      const manages =
        command.by.capacity === "campaign-manager" &&
        command.managers.includes(responsiblePerson(command.by))
      if (!manages) {
        return Result.fail({
          _tag: "actor.not-allowed",
          command: "createCampaign",
          capacity: command.by.capacity,
        })
      }
      const [first, ...others] = templateFaults(command.terms.template)
      return first === undefined
        ? Result.succeed([{ _tag: "CampaignCreated", ...command }])
        : Result.fail({ _tag: "campaign.incoherent-template", faults: [first, ...others] })
    },
  },
}

const transitions: ReadonlyArray<
  Transition<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal>
> = [
  {
    from: ["none"],
    command: "createCampaign",
    when: "actor is one of its managers, template coherent",
    to: "open",
    emits: ["CampaignCreated"],
    requirements: ["RDC-01", "RDC-02"],
  },
  {
    from: ["none"],
    command: "createCampaign",
    when: "template incoherent",
    refused: "campaign.incoherent-template",
    requirements: ["RDC-01"],
  },
  {
    from: ["none"],
    command: "createCampaign",
    when: "actor is not one of its managers",
    refused: "actor.not-allowed",
    requirements: ["RDC-03"],
  },
]

const evolve = (_state: Campaign, event: CampaignEvent): Campaign => {
  switch (event._tag) {
    case "CampaignCreated": {
      const { _tag: _, at, by, ...campaign } = event
      return { _tag: "open", ...campaign, created: { at, by } }
    }
    default:
      return event._tag satisfies never
  }
}

/** The machine of a campaign; a second creation is refused by `campaign.already-exists`. */
export const campaignMachine: Machine<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal> = {
  name: "Campaign",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: (command) => ({ _tag: "campaign.already-exists", campaign: command.campaign }),
  evolve,
}
