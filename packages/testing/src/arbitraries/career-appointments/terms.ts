/** Terms of campaigns: two evaluators or one, with every legal policy, a limit, a school break. */
import {
  type CampaignTemplate,
  type CampaignTerms,
  certifiedTeachers,
  type Slot,
  SlotId,
} from "@convoque/core/career-appointments"
import type { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { RoleId } from "@convoque/core/career-appointments"
import * as fc from "fast-check"

/** The school break of these campaigns, which no valid appointment meets. */
export const schoolBreak = {
  from: "2027-07-05" as CivilDate,
  until: "2027-08-31" as CivilDate,
  label: "Vacances d'été",
}

const policies = {
  ...certifiedTeachers.policies,
  schoolBreaks: { source: "calendrier scolaire", days: [schoolBreak] },
}

const twoEvaluators: CampaignTemplate = { ...certifiedTeachers, policies }

const alone = RoleId.make("lone-inspector")
const visit = SlotId.make("visit")

const slotOf = (slot: string, rest: Pick<Slot, "kind" | "label"> & Partial<Slot>): Slot => ({
  slot: SlotId.make(slot),
  role: alone,
  ...rest,
})

// One save issues: the only template whose file goes from nothing to convened at once.
const oneEvaluator: CampaignTemplate = {
  code: "lone-inspector",
  label: "Un seul évaluateur",
  source: "aucune",
  roles: [{ role: alone, label: "l'inspecteur" }],
  slots: [
    slotOf(visit, { kind: "visit", label: "Visite" }),
    slotOf("first-interview", { kind: "interview", label: "Premier entretien", discusses: visit }),
    slotOf("second-interview", { kind: "interview", label: "Second entretien" }),
  ],
  policies,
}

/** Gives terms of campaigns; each rule of the machine can refuse under them. */
export const campaignTerms: fc.Arbitrary<CampaignTerms> = fc
  .record({
    template: fc.constantFrom(twoEvaluators, twoEvaluators, oneEvaluator),
    limit: fc.constantFrom(undefined, 0, 1, 3),
  })
  .map(({ template, limit }) => ({
    label: "Campagne 2026-2027",
    template,
    zone: "Europe/Paris" as Zone,
    holidays: { territory: "metropole" as const },
    ...(limit === undefined ? {} : { postponementLimit: limit }),
    letterhead: ["Académie de Rennes"],
    signature: { place: "Rennes", lines: ["La cheffe de bureau"] },
    organizer: { name: "Bureau des rendez-vous", address: "rdv@academie.example" },
  }))
