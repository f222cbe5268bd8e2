/** A campaign of many files: one is made through the use cases, the others are copies of its rows. */
import { layerPostgres } from "@convoque/adapters-sql"
import { layerPdf } from "@convoque/adapters-documents"
import {
  CampaignId,
  CareerAppointmentsSetup,
  createCampaign,
  enrol,
  setAppointments,
  wordingFr,
} from "@convoque/core/career-appointments"
import {
  addDays,
  civilDayAt,
  instantFromMillis,
  schoolYearOf,
  Zone,
} from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { PeopleDirectory } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { demonstrationTerms, roles } from "../src/demonstration/campaign.ts"
import { demonstrationTenant, people } from "../src/demonstration/people.ts"

const model = { ...people.eloise, id: PersonId.make("agent-000000"), familyName: "famille-000000" }

const directory = Layer.succeed(PeopleDirectory, {
  find: (_tenant, ids) =>
    Effect.succeed([...Object.values(people), model].filter(({ id }) => ids.includes(id))),
  unavailableDays: () => Effect.succeed([]),
})

/** Fills an empty database with `count` convened files of one campaign. */
export const fill = async (url: string, count: number): Promise<void> => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerPostgres({ url, poolSize: 1 }),
      layerPdf,
      directory,
      Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
    ),
  )
  await runtime.runPromise(oneFile)
  await runtime.dispose()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of copies(count)) await client.query(statement)
  await client.query("vacuum analyze")
  await client.end()
}

const oneFile = Effect.gen(function* () {
  const today = civilDayAt(instantFromMillis(Date.now()), Zone.make("Europe/Paris"))
  const by = { person: people.manager.id, capacity: "campaign-manager" } as const
  const campaign = CampaignId.make("bench")
  const file = { tenant: demonstrationTenant, campaign, agent: model.id }
  const terms = { ...demonstrationTerms, label: "Campagne mesurée" }
  yield* createCampaign({
    by,
    tenant: demonstrationTenant,
    campaign,
    schoolYear: schoolYearOf(today),
    managers: [people.manager.id],
    terms,
  })
  const evaluators = { [roles.inspector]: people.inspector.id, [roles.head]: people.head.id }
  yield* enrol({ by, file, evaluators })
  const item = (slot: string, days: number, hours: readonly [string, string]) => ({
    slot:
      terms.template.slots.find((one) => one.slot === slot)?.slot ?? terms.template.slots[0].slot,
    date: addDays(today, days),
    place: "Salle 12",
    start: hours[0],
    end: hours[1],
    zone: "Europe/Paris",
  })
  yield* setAppointments({
    by: { person: people.inspector.id, capacity: "evaluator" },
    file,
    role: roles.inspector,
    items: [
      item("inspection-visit", 40, ["08:00", "09:00"]),
      item("regional-inspector-interview", 40, ["09:15", "10:00"]),
    ],
    acknowledged: [],
  })
  yield* setAppointments({
    by: { person: people.head.id, capacity: "evaluator" },
    file,
    role: roles.head,
    items: [item("school-head-interview", 45, ["14:00", "15:00"])],
    acknowledged: [{ code: "convocation.confirmation-required", subject: model.id }],
  })
})

// The number in the names of the model stands in its key, its events and its rows. Each copy has
// evaluators of its own, since all copies are at the same hours.
const renamed = (text: string): string =>
  `replace(replace(replace(${text}, '000000', lpad(n::text, 6, '0')),
     '${people.inspector.id}', 'inspector-' || n), '${people.head.id}', 'head-' || n)`

const copies = (count: number): ReadonlyArray<string> => {
  const numbers = `generate_series(1, ${count - 1}) n`
  const model = "kind = 'career-appointment-set'"
  const array = (name: string) =>
    `(select array_agg(${renamed("x")} order by o) from unnest(${name}) with ordinality as u(x, o))`
  return [
    `insert into convoque.head (tenant, kind, key, version)
     select tenant, kind, ${renamed("key")}, version from convoque.head, ${numbers} where ${model}`,
    `insert into convoque.event (tenant, kind, key, version, event_version, event)
     select tenant, kind, ${renamed("key")}, version, event_version, ${renamed("event::text")}::jsonb
     from convoque.event, ${numbers} where ${model}`,
    `insert into convoque.view_entry (tenant, kind, key, view, scope, part, sorts, filters, search, "row")
     select tenant, kind, ${renamed("key")}, view, ${renamed("scope")}, part, ${array("sorts")},
       ${array("filters")}, ${renamed("search")}, ${renamed(`"row"::text`)}::jsonb
     from convoque.view_entry, ${numbers} where ${model}`,
  ]
}
