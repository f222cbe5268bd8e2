/** Opening, correcting, informing, reminding and deleting a campaign. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { campaignMachine } from "../../../src/interviews/campaign/decider.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  campaign,
  day,
  id,
  on,
  otherSuperior,
  superior,
  terms,
} from "../given.ts"
import {
  add,
  added,
  candidate,
  cap,
  circulate,
  circulated,
  confirmed,
  correct,
  deleted,
  erase,
  open,
  opened,
  remind,
  reminded,
} from "./given.ts"

const machine = campaignMachine
const refusedTo = (command: string, capacity: typeof byAgent.capacity) => ({
  _tag: "actor.not-allowed" as const,
  command,
  capacity,
})

describe("opening", () => {
  test("ENT-01 ENT-02 ENT-03 keeps the terms and who opened it in which profile", () => {
    given(machine, []).when(open()).then([opened])
    expect(fold(machine, [opened])).toStrictEqual({
      _tag: "open",
      campaign,
      creator: { person: byAdministrator.person, profile: "administrator" },
      terms,
      interviews: 0,
      acts: [opened],
    })
  })

  test.each([byService, bySuperior, byAgent, byAuthority])(
    "CAM-01 is refused to who is not an administrator",
    (by) => {
      given(machine, []).when(open({ by })).refused(refusedTo("openCampaign", by.capacity))
    },
  )

  test("ENT-02 is refused with each fault of the terms", () => {
    const reportsBy = day("2026-02-01")
    given(machine, [])
      .when(open({ terms: { ...terms, reportsBy, objectives: { minimum: 4, maximum: 2 } } }))
      .refused({
        _tag: "campaign.incoherent-terms",
        faults: [
          {
            _tag: "dates.reports-before-interviews",
            interviewsBefore: terms.interviewsBefore,
            reportsBy,
          },
          { _tag: "objectives.range-reversed", minimum: 4, maximum: 2 },
        ],
      })
  })

  test("CAM-04 is done once, and never again under the name of a deleted one", () => {
    const refusal = { _tag: "campaign.already-exists" as const, campaign }
    given(machine, [opened]).when(open()).refused(refusal)
    given(machine, [opened, deleted]).when(open()).refused(refusal)
  })
})

describe("correcting", () => {
  const corrected = {
    _tag: "CampaignCorrected" as const,
    at: on("2026-01-06"),
    by: byAdministrator,
  }

  test("ENT-01 changes what is named and keeps the rest", () => {
    const changes = { label: "Entretiens 2026", interviewsBefore: day("2026-04-30") }
    const event = { ...corrected, changes }
    given(machine, [opened]).when(correct({ changes })).then([event])
    expect(fold(machine, [opened, event])).toMatchObject({ terms: { ...terms, ...changes } })
  })

  test("ENT-01 does nothing when nothing is named", () => {
    given(machine, [opened])
      .when(correct({ changes: {} }))
      .nothing()
  })

  test("ENT-04 changes procedure and template while no interview was proposed", () => {
    const changes = { procedure: terms.procedure, template: terms.template }
    given(machine, [opened])
      .when(correct({ changes }))
      .then([{ ...corrected, changes }])
  })

  test.each([
    { procedure: terms.procedure },
    { template: terms.template },
    { zone: terms.zone },
    { holidays: terms.holidays },
  ])(
    "ENT-04 refuses another procedure, template, zone or calendar once an interview is proposed",
    (changes) => {
      given(machine, [opened])
        .when(correct({ changes, proposed: 1 }))
        .refused({ _tag: "campaign.procedure-frozen", proposed: 1 })
    },
  )

  test("ENT-04 corrects dates after that", () => {
    const changes = { reportsBy: day("2026-06-30") }
    given(machine, [opened])
      .when(correct({ changes, proposed: 3 }))
      .then([{ ...corrected, changes }])
  })

  test("ENT-04 refuses a procedure for another type of interview", () => {
    const given_ = "other-interview" as typeof terms.procedure.type
    given(machine, [opened])
      .when(correct({ changes: { procedure: { ...terms.procedure, type: given_ } } }))
      .refused({ _tag: "campaign.type-fixed", type: terms.procedure.type, given: given_ })
  })

  test("ENT-03 refuses what would make the terms incoherent", () => {
    const startsOn = day("2026-12-01")
    given(machine, [opened])
      .when(correct({ changes: { startsOn } }))
      .refused({
        _tag: "campaign.incoherent-terms",
        faults: [
          {
            _tag: "dates.interviews-before-start",
            startsOn,
            interviewsBefore: terms.interviewsBefore,
          },
        ],
      })
  })

  test("CAM-01 is refused to the HR service", () => {
    given(machine, [opened])
      .when(correct({ by: byService }))
      .refused(refusedTo("correctCampaign", "hr-service"))
  })
})

describe("adding interviews", () => {
  test("CAM-05 counts them", () => {
    given(machine, [opened]).when(add()).then([added])
    expect(fold(machine, [opened, added, added])).toMatchObject({ interviews: 6 })
    given(machine, [opened])
      .when(add({ count: 0 }))
      .nothing()
  })

  test("CAM-01 is refused to a superior", () => {
    given(machine, [opened])
      .when(add({ by: bySuperior }))
      .refused(refusedTo("addInterviews", "superior"))
  })
})

describe("ENT-05 circulating documents", () => {
  test("keeps the documents and to whom they went, each agent once", () => {
    given(machine, [opened])
      .when(circulate({ to: [agent.id, agent.id] }))
      .then([circulated])
    given(machine, [opened])
      .when(circulate({ by: byService }))
      .then([{ ...circulated, by: byService }])
  })

  test("is refused without a document or without an agent", () => {
    const refusal = { _tag: "campaign.nothing-circulated" as const }
    given(machine, [opened])
      .when(circulate({ documents: [] }))
      .refused(refusal)
    given(machine, [opened])
      .when(circulate({ to: [] }))
      .refused(refusal)
  })

  test("is refused for an agent of somebody else", () => {
    given(machine, [opened])
      .when(circulate({ to: [agent.id, id("agent-9")] }))
      .refused({ _tag: "campaign.not-ones-agents", agents: [id("agent-9")] })
  })

  test("is refused to an agent", () => {
    given(machine, [opened])
      .when(circulate({ by: byAgent }))
      .refused(refusedTo("circulateDocuments", "agent"))
  })
})

describe("reminding", () => {
  const sent = {
    _tag: "ReminderSent" as const,
    at: on("2026-01-12"),
    by: byAdministrator,
    target: { _tag: "status" as const, status: "not-planned" },
    day: day("2026-01-12"),
  }

  test("CAM-26 CAM-27 reminds all managers of the status unless some are deselected", () => {
    given(machine, [opened])
      .when(remind())
      .then([{ ...sent, managers: [superior.id, otherSuperior.id], leftOut: [] }])
    given(machine, [opened])
      .when(remind({ managers: [otherSuperior.id] }))
      .then([
        {
          ...sent,
          managers: [otherSuperior.id],
          leftOut: [{ manager: superior.id, reason: "deselected" }],
        },
      ])
  })

  test("CAM-30 leaves out, with the reason, who has nothing in the status or no address", () => {
    given(machine, [opened])
      .when(
        remind({
          candidates: [candidate(superior.id), candidate(otherSuperior.id, 4, false)],
          managers: [superior.id, otherSuperior.id, id("superior-9")],
        }),
      )
      .then([
        {
          ...sent,
          managers: [superior.id],
          leftOut: [
            { manager: otherSuperior.id, reason: "no-address" },
            { manager: id("superior-9"), reason: "nothing-in-status" },
          ],
        },
      ])
  })

  test("CAM-27 keeps to the cap of reminders within some days", () => {
    const twice = [opened, reminded("2026-01-06", superior.id), reminded("2026-01-11", superior.id)]
    given(machine, twice)
      .when(remind({ cap }))
      .then([
        {
          ...sent,
          managers: [otherSuperior.id],
          leftOut: [{ manager: superior.id, reason: "cap-reached" }],
        },
      ])
    // Seven days back from the 13th, the first reminder no longer counts.
    given(machine, twice)
      .when(remind({ at: on("2026-01-13") }))
      .then([
        {
          ...sent,
          at: on("2026-01-13"),
          day: day("2026-01-13"),
          managers: [superior.id, otherSuperior.id],
          leftOut: [],
        },
      ])
  })

  test("CAM-27 is refused when everybody is deselected", () => {
    given(machine, [opened])
      .when(remind({ managers: [] }))
      .refused({
        _tag: "reminder.no-recipient",
        leftOut: [
          { manager: superior.id, reason: "deselected" },
          { manager: otherSuperior.id, reason: "deselected" },
        ],
      })
  })

  test("CAM-31 reminds one manager, or says that he has nothing left", () => {
    const target = { _tag: "manager" as const, manager: superior.id }
    given(machine, [opened])
      .when(remind({ target, candidates: [candidate(superior.id, 3)] }))
      .then([{ ...sent, target, managers: [superior.id], leftOut: [] }])
    given(machine, [opened])
      .when(remind({ target, candidates: [candidate(superior.id, 0)] }))
      .refused({ _tag: "reminder.nothing-to-remind" })
    given(machine, [opened])
      .when(remind({ target, candidates: [] }))
      .refused({ _tag: "reminder.nothing-to-remind" })
  })

  test.each(["closed", "deleted", "signed"])("CAM-26 is refused for the status %s", (status) => {
    given(machine, [opened])
      .when(remind({ target: { _tag: "status", status } }))
      .refused({
        _tag: "reminder.status-not-remindable",
        status,
        remindable: ["not-planned", "planned", "held", "closing"],
      })
  })

  test("CAM-13 is refused before the campaign starts, and possible on that very day", () => {
    given(machine, [opened])
      .when(remind({ at: on("2026-01-04") }))
      .refused({
        _tag: "campaign.not-started",
        startsOn: terms.startsOn,
        today: day("2026-01-04"),
      })
    // Half past eleven in the evening in UTC is the next day in Paris.
    given(machine, [opened])
      .when(remind({ at: "2026-01-04T23:30:00.000Z" as typeof opened.at }))
      .then([
        {
          ...sent,
          at: "2026-01-04T23:30:00.000Z" as typeof opened.at,
          day: day("2026-01-05"),
          managers: [superior.id, otherSuperior.id],
          leftOut: [],
        },
      ])
  })

  test.each([bySuperior, byService])("CAM-01 is refused to the others", (by) => {
    given(machine, [opened]).when(remind({ by })).refused(refusedTo("remind", by.capacity))
  })
})

describe("deleting", () => {
  test("CAM-16 leaves who, when and how many", () => {
    const left = {
      _tag: "deleted",
      campaign,
      deletion: { at: deleted.at, by: byAdministrator },
      interviews: 3,
      appeals: 1,
    }
    given(machine, [opened, circulated]).when(erase()).then([deleted])
    expect(fold(machine, [deleted])).toStrictEqual(left)
    // Until it is erased, what must be filed first is printed with its terms.
    expect(fold(machine, [opened, circulated, deleted])).toStrictEqual({ ...left, terms })
  })

  test("CAM-18 is refused without a confirmation of that very campaign", () => {
    const refusal = {
      _tag: "campaign.confirmation-required" as const,
      subject: campaign,
      interviews: 3,
    }
    given(machine, [opened])
      .when(erase({ acknowledged: [] }))
      .refused(refusal)
    given(machine, [opened])
      .when(erase({ acknowledged: [{ ...confirmed, subject: "2025-entretiens" }] }))
      .refused(refusal)
  })

  test("CAM-17 asks that each open appeal be acknowledged", () => {
    const key = "professional-interview/2026/agent-1"
    const other = "professional-interview/2026/agent-2"
    const openAppeals = [key, other]
    const acknowledged = [confirmed, { code: "campaign.appeals-open", subject: key }]
    given(machine, [opened])
      .when(erase({ openAppeals }))
      .refused({ _tag: "campaign.appeals-open", subjects: [key, other] })
    given(machine, [opened])
      .when(erase({ openAppeals, acknowledged }))
      .refused({ _tag: "campaign.appeals-open", subjects: [other] })
    given(machine, [opened])
      .when(
        erase({
          openAppeals,
          acknowledged: [...acknowledged, { code: "campaign.appeals-open", subject: other }],
        }),
      )
      .then([deleted])
  })

  test("CAM-17 asked again, has nothing more to decide", () => {
    given(machine, [opened, deleted])
      .when(erase({ acknowledged: [] }))
      .nothing()
  })

  test.each([bySuperior, byService, byAgent])("CAM-01 is refused to the others", (by) => {
    const refusal = refusedTo("delete", by.capacity)
    given(machine, [opened]).when(erase({ by })).refused(refusal)
    given(machine, [opened, deleted]).when(erase({ by })).refused(refusal)
  })

  test("CAM-17 afterwards nothing can be asked of the campaign", () => {
    for (const command of [correct(), add(), circulate(), remind()]) {
      given(machine, [opened, deleted]).when(command).refused({
        _tag: "campaign.illegal-transition",
        command: command._tag,
        state: "deleted",
      })
    }
  })
})
