/** The people, the terms and the portal of the snippets about interviews. */
import { layerPdf, layerTableReader } from "@convoque/adapters-documents"
import {
  type CampaignTerms,
  hrMemo,
  type InterviewName,
  InterviewsSetup,
  templateByCode,
  wordingFr,
} from "@convoque/core/interviews"
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId, PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import {
  layerAccessLogMemory,
  layerDocumentStorageMemory,
  layerMemory,
  layerNewIdsCounter,
  layerPeopleDirectory,
  layerPersonnelFileMemory,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"

export const tenant = TenantId.make("ac-lyon")

const person = (
  id: string,
  names: Pick<Person, "givenName" | "familyName" | "quality">,
): Person => ({ id: PersonId.make(id), email: `${id}@ac-lyon.example`, ...names })

export const people = {
  agent: person("zoe.abgrall", {
    givenName: "Zoé",
    familyName: "Abgrall",
    quality: "adjointe administrative",
  }),
  colleague: person("kevin.etienne", {
    givenName: "Kévin",
    familyName: "Étienne",
    quality: "technicien",
  }),
  superior: person("marc.nguyen", {
    givenName: "Marc",
    familyName: "Nguyên",
    quality: "chef de bureau",
  }),
  authority: person("luc.destaing", {
    givenName: "Luc",
    familyName: "d'Estaing",
    quality: "secrétaire général",
  }),
}

export const administrator: Actor = {
  person: PersonId.make("beatrice.oconnor"),
  capacity: "administrator",
}
export const superior: Actor = { person: people.superior.id, capacity: "superior" }

export const campaign = CampaignId.make("entretiens-2026")
export const interview: InterviewName = {
  tenant,
  type: hrMemo.type,
  year: 2026,
  agent: people.agent.id,
}

/** A day; the schema refuses 31 June. */
export const day = (text: string): CivilDate => CivilDate.make(text)

const template = templateByCode("hr-memo", day("2026-01-05"))
if (template === undefined) process.exit(1)

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
  letterhead: ["Académie de Lyon", "Service des ressources humaines"],
  signature: { place: "Lyon", lines: ["La cheffe du service"] },
  organizer: { name: "Service des ressources humaines", address: "rh@ac-lyon.example" },
}

export const setup: InterviewsSetup["Service"] = {
  wording: wordingFr,
  publicUrl: "https://entretiens.ac-lyon.example",
  attachmentLimitBytes: 10_000_000,
  exportDays: 7,
  interviewsPerArchive: 500,
  reminderCap: { count: 3, days: 7 },
}

/** All that the use cases of interviews need, in memory but for the documents. */
export const ports = Layer.mergeAll(
  layerMemory,
  layerAccessLogMemory,
  layerDocumentStorageMemory,
  layerNewIdsCounter("id"),
  layerPeopleDirectory([{ tenant, people: Object.values(people) }]),
  layerPersonnelFileMemory,
  layerPdf,
  layerTableReader,
  Layer.succeed(InterviewsSetup, setup),
)

/** Sets the clock to nine in the morning of a day of winter in Paris. */
export const on = (date: string): Effect.Effect<void> =>
  TestClock.setTime(Date.parse(`${date}T08:00:00Z`))

/** Runs a program on an empty portal, from 5 January 2026 on. */
export const inPortal = <A, E>(
  program: Effect.Effect<A, E, Layer.Success<typeof ports>>,
): Promise<A> =>
  on("2026-01-05").pipe(
    Effect.andThen(program),
    Effect.provide(ports),
    Effect.provide(TestClock.layer()),
    Effect.runPromise,
  )

if (import.meta.main) console.log("ok")
