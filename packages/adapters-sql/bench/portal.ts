/** One campaign of many interviews: its terms, its people and its population, for the benches. */
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { CampaignId, PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import {
  type CampaignTerms,
  hrMemo,
  InterviewsSetup,
  shippedTemplates,
  wordingFr,
} from "@convoque/core/interviews"
import { layerPeopleDirectory } from "@convoque/testing"
import * as Layer from "effect/Layer"

/** The tenant and the campaign of all interviews. */
export const tenant = TenantId.make("bench")
export const campaign = CampaignId.make("2026-entretiens")

/** Who opens the campaign and follows it. */
export const byAdministrator = {
  person: PersonId.make("admin-1"),
  capacity: "administrator",
} as const

const day = (text: string) => CivilDate.make(text)
const [template] = shippedTemplates
if (template === undefined) throw new Error("no template")

/** The terms of the campaign, under the procedure of the HR service's memo. */
export const terms: CampaignTerms = {
  label: "Entretiens professionnels 2026",
  year: 2026,
  referencePeriod: { from: day("2025-09-01"), until: day("2026-08-31") },
  startsOn: day("2026-01-05"),
  interviewsBefore: day("2026-03-31"),
  reportsBy: day("2026-05-29"),
  zone: Zone.make("Europe/Paris"),
  holidays: { territory: "metropole" },
  procedure: hrMemo,
  template,
  objectives: { minimum: 1, maximum: 5 },
  letterhead: ["Académie de Rennes"],
  signature: { place: "Rennes", lines: ["La cheffe du service RH"] },
  organizer: { name: "Service RH", address: "rh@academie.example" },
}

const families = ["Le Gall", "Nguyên", "Œuvrard", "d'Estaing", "Étienne", "Martin", "Kervella"]
const names = ["Éloïse", "Marc", "Aïcha", "Luc", "Zoé", "Kévin", "Anne-Marie", "Inès", "Jean"]

// Knuth's multiplicative hash spreads the numbers, so that people don't come in the order of names.
const personOf =
  (prefix: string, quality: string) =>
  (_: unknown, index: number): Person => {
    const spread = Math.imul(index, 2_654_435_761) >>> 0
    const id = PersonId.make(`${prefix}-${String(index).padStart(7, "0")}`)
    return {
      id,
      givenName: names[(spread >>> 8) % names.length] ?? "",
      familyName: `${families[(spread >>> 16) % families.length] ?? ""} ${spread.toString(36)}`,
      quality,
      email: `${id}@academie.example`,
    }
  }

/** Gives people, their ids numbered after a prefix. */
export const peopleOf = (count: number, prefix: string, quality: string): ReadonlyArray<Person> =>
  Array.from({ length: count }, personOf(prefix, quality))

/** Gives the ports of use cases that no database gives. */
export const layerPortal = (people: ReadonlyArray<Person>) =>
  Layer.mergeAll(
    layerPeopleDirectory([{ tenant, people }]),
    Layer.succeed(InterviewsSetup, {
      wording: wordingFr,
      publicUrl: "https://entretiens.academie.example",
      attachmentLimitBytes: 5_000_000,
      exportDays: 7,
      interviewsPerArchive: 200,
      reminderCap: { count: 2, days: 7 },
    }),
  )
