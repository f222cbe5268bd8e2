/**
 * Reminding those who are late: evaluators who have not set their appointments get one digest
 * each, agents who have not answered their convocation one mail each.
 *
 * A dry run tells who would get what and who is left out. A person is reminded at most once a day
 * of one campaign: the message of a day always has the same id.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { civilDayAt } from "../../kernel/calendar.ts"
import { type Actor, PersonId, responsiblePerson, type TenantId } from "../../kernel/identity.ts"
import type { Message, MessageContent } from "../../kernel/message.ts"
import { PeopleDirectory, type Person, Storage, Views } from "../../kernel/ports.ts"
import { campaignType } from "../aggregates.ts"
import { personName } from "../appointment-set/documents.ts"
import type { AppointmentSetRefusal } from "../appointment-set/refusals.ts"
import { campaignFiles, type FileRow } from "../appointment-set/views.ts"
import type { CampaignId, CampaignTerms } from "../campaign/model.ts"
import { CareerAppointmentsSetup } from "../ports.ts"
import type { Wording } from "../wording.ts"
import { now } from "./act.ts"
import { readCampaign } from "./facts.ts"

/** Who is reminded of what; `withoutAddress` are left out because nothing can be sent to them. */
export const Reminders = Schema.Struct({
  evaluators: Schema.Array(Schema.Struct({ person: PersonId, agents: Schema.Int })),
  agents: Schema.Array(PersonId),
  withoutAddress: Schema.Array(PersonId),
}).annotate({ identifier: "Reminders" })
export type Reminders = typeof Reminders.Type

/** Reminds everybody who is late in a campaign; `dryRun` only tells who would be. */
export const remind = Effect.fn("career-appointments.remind")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly dryRun: boolean
}) {
  const { by, tenant, campaign, dryRun } = request
  const { wording } = yield* CareerAppointmentsSetup
  const { state, unchanged } = yield* readCampaign(tenant, campaign)
  if (by.capacity !== "campaign-manager" || !state.managers.includes(responsiblePerson(by))) {
    return yield* Effect.fail<AppointmentSetRefusal>({
      _tag: "actor.not-allowed",
      command: "remind",
      capacity: by.capacity,
    })
  }
  const late = yield* lateFiles(tenant, campaign)
  const people = yield* peopleOf(tenant, late)
  const plan = planOf(late, people)
  if (dryRun) return plan.reminders
  const day = civilDayAt(yield* now, state.terms.zone)
  const messages = plan.letters.map((letter): Message => ({
    id: `${campaignType.kind}/${campaign}/reminder/${day}/${letter.person.id}`,
    about: { kind: campaignType.kind, key: campaign },
    content: contentOf(letter, state.terms, wording),
  }))
  const storage = yield* Storage
  if (messages.length > 0) {
    yield* storage
      .commit({ tenant, changes: [], unchanged: [unchanged], erase: [], messages })
      .pipe(
        Effect.catchTag("StaleVersion", () =>
          Effect.fail({ _tag: "conflict.stale-version" as const, current: unchanged.expected }),
        ),
      )
  }
  return plan.reminders
})

interface Letter {
  readonly person: Person
  readonly toSet: ReadonlyArray<FileRow>
}

const lateFiles = (tenant: TenantId, campaign: CampaignId) =>
  Effect.gen(function* () {
    const views = yield* Views
    const rows: Array<FileRow> = []
    let after: Parameters<typeof views.page>[2]["after"]
    do {
      const page = yield* views.page(campaignFiles, tenant, {
        scope: campaign,
        filters: { status: ["nothing-set", "partially-set", "convened"] },
        sort: { column: "agent", direction: "ascending" },
        limit: 500,
        ...(after === undefined ? {} : { after }),
      })
      rows.push(...page.rows.map(({ row }) => row))
      after = page.next
    } while (after !== undefined)
    return rows
  })

const peopleOf = (tenant: TenantId, files: ReadonlyArray<FileRow>) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const ids = files.flatMap((file) =>
      file.state === "convened" ? [file.agent.id] : lateEvaluators(file),
    )
    const found = yield* directory.find(tenant, [...new Set(ids)])
    return new Map(found.map((person) => [person.id, person]))
  })

const lateEvaluators = (file: FileRow): ReadonlyArray<PersonId> => [
  ...new Set(
    file.evaluators
      .filter(({ role }) => file.missing.some((slot) => slot.role === role))
      .map(({ id }) => id),
  ),
]

const planOf = (files: ReadonlyArray<FileRow>, people: ReadonlyMap<PersonId, Person>) => {
  const toSet = new Map<PersonId, ReadonlyArray<FileRow>>()
  for (const file of files.filter(({ state }) => state !== "convened")) {
    for (const id of lateEvaluators(file)) toSet.set(id, [...(toSet.get(id) ?? []), file])
  }
  const unanswered = files.filter(({ state }) => state === "convened").map(({ agent }) => agent.id)
  const reachable = (id: PersonId) => people.get(id)?.email !== undefined
  const all = [...toSet.keys(), ...unanswered]
  const reminders: Reminders = {
    evaluators: [...toSet].flatMap(([person, agents]) =>
      reachable(person) ? [{ person, agents: agents.length }] : [],
    ),
    agents: unanswered.filter(reachable),
    withoutAddress: [...new Set(all.filter((id) => !reachable(id)))],
  }
  const letters = all.filter(reachable).flatMap((id): ReadonlyArray<Letter> => {
    const person = people.get(id)
    return person === undefined ? [] : [{ person, toSet: toSet.get(id) ?? [] }]
  })
  return { reminders, letters }
}

const contentOf = (
  { person, toSet }: Letter,
  { organizer, label }: CampaignTerms,
  { mails, language }: Wording,
): MessageContent => {
  const [kind, subject, ...body] =
    toSet.length > 0
      ? [
          "evaluator-reminder",
          mails.remindEvaluator.subject(label),
          mails.remindEvaluator.body(toSet.length),
          ...toSet.map(({ agent }) => personName({ ...agent })),
        ]
      : ["agent-reminder", mails.remindAgent.subject, mails.remindAgent.body]
  return {
    kind: kind ?? "",
    to: { name: personName(person), address: person.email ?? "" },
    language,
    subject: subject ?? "",
    paragraphs: [mails.greeting(personName(person)), ...body, mails.closing(organizer.name)],
    documents: [],
    calendar: [],
  }
}
