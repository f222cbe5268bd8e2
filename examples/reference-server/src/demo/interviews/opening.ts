/** The dates and the terms of the campaign that is played, and its tryings that go wrong. */
import {
  type CampaignTerms,
  hrMemo,
  managerInterview,
  shippedTemplates,
} from "@convoque/core/interviews"
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"

/** The campaign's id. */
export const campaignId = "campagne-2026"

/** The path of the campaign. */
export const campaign = `/interview-campaigns/${campaignId}`

const day = (text: string): CivilDate => CivilDate.make(text)

/** What all campaigns of the service print. */
const service = {
  zone: Zone.make("Europe/Paris"),
  holidays: { territory: "metropole" },
  letterhead: [
    "Académie d'Exemple",
    "Service des ressources humaines",
    "2 rue des Écoles",
    "99000 Exemple",
  ],
  signature: { place: "Fait à Exemple", lines: ["La secrétaire générale,", "Béatrice O'Connor"] },
  organizer: { name: "Service des ressources humaines", address: "rh@academie.example" },
} as const

const template = (code: string): CampaignTerms["template"] => {
  const found = shippedTemplates.find((one) => one.code === code)
  if (found === undefined) throw new Error(`No template ${code}`)
  return found
}

/** Gives the terms of the campaign of a year. */
export const termsOf = (year: number): CampaignTerms => ({
  ...service,
  label: `Entretiens professionnels ${year}`,
  year,
  referencePeriod: { from: day(`${year}-01-01`), until: day(`${year}-12-31`) },
  startsOn: day(`${year}-01-12`),
  interviewsBefore: day(`${year}-04-15`),
  reportsBy: day(`${year}-06-30`),
  procedure: hrMemo,
  template: template("hr-memo"),
  objectives: { minimum: 1, maximum: 5 },
})

const [first, ...others] = hrMemo.steps

/** The terms as the administrator first tries them: filed before the visa, returned before held. */
export const incoherentTerms: CampaignTerms = {
  ...termsOf(2026),
  procedure: { ...hrMemo, steps: [first, ...others.toReversed()] },
  reportsBy: day("2026-04-01"),
}

/** The id of the small campaign that was opened by mistake. */
export const trialId = "campagne-d-etape-2026"

/** The terms of the small campaign: a plain interview in autumn, which no text lays down. */
export const trialTerms: CampaignTerms = {
  ...termsOf(2026),
  label: "Entretiens d'étape 2026",
  startsOn: day("2026-10-05"),
  interviewsBefore: day("2026-11-15"),
  reportsBy: day("2026-12-15"),
  procedure: managerInterview,
  template: template("manager-interview"),
  signature: { place: "Fait à Exemple", lines: ["Le service des ressources humaines"] },
}
