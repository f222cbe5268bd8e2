/**
 * Reminding those who are late: evaluators who have not set their appointments get one digest
 * each, agents who have not answered their convocation one mail each.
 *
 * A dry run tells who would get what and who is left out. A person is reminded at most once a day
 * of one campaign to set and once to answer: the message of a day always has the same id.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { civilDayAt, type Instant } from "../../kernel/calendar.ts"
import { type Actor, PersonId, type TenantId } from "../../kernel/identity.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { Message, MessageContent } from "../../kernel/message.ts"
import { PeopleDirectory, type Person, personName, Storage, Views } from "../../kernel/ports.ts"
import { campaignType } from "../aggregates.ts"
import { isManager } from "../appointment-set/decider/actors.ts"
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

/**
 * Reminds everybody who is late in a campaign and tells who that is; whoever was already reminded
 * today of the same task gets no second mail. `dryRun` only tells.
 */
export const remind = Effect.fn("career-appointments.remind")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly dryRun: boolean
}) {
  const { by, tenant, campaign, dryRun } = request
  const { wording } = yield* CareerAppointmentsSetup
  const { state, unchanged } = yield* readCampaign(tenant, campaign)
  if (!isManager({ by, managers: state.managers })) {
    return yield* Effect.fail<AppointmentSetRefusal>({
      _tag: "actor.not-allowed",
      command: "remind",
      capacity: by.capacity,
    })
  }
  const at = yield* now
  const late = (yield* lateFiles(tenant, campaign)).filter((file) => canStillAct(file, at))
  const people = yield* peopleOf(tenant, late)
  const plan = planOf(late, people)
  if (dryRun) return plan.reminders
  const day = civilDayAt(at, state.terms.zone)
  const messages = plan.letters.map((letter): Message => ({
    id: `${campaignType.kind}/${campaign}/reminder/${day}/${letter.task}/${letter.person.id}`,
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
  readonly task: "set" | "answer"
  readonly files: ReadonlyArray<FileRow>
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

// Nobody is asked to answer a convocation whose appointments are all over.
const canStillAct = ({ state, appointments }: FileRow, at: Instant): boolean =>
  state !== "convened" || appointments.some(({ endsAt }) => endsAt > at)

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
  const unanswered = files.filter(({ state }) => state === "convened")
  const reachable = (id: PersonId) => isMailAddress(people.get(id)?.email ?? "")
  const all = [...toSet.keys(), ...unanswered.map(({ agent }) => agent.id)]
  const reminders: Reminders = {
    evaluators: [...toSet].flatMap(([person, agents]) =>
      reachable(person) ? [{ person, agents: agents.length }] : [],
    ),
    agents: unanswered.map(({ agent }) => agent.id).filter(reachable),
    withoutAddress: [...new Set(all.filter((id) => !reachable(id)))],
  }
  const letterTo = (id: PersonId, task: Letter["task"], about: ReadonlyArray<FileRow>) => {
    const person = people.get(id)
    return person?.email === undefined ? [] : [{ person, task, files: about }]
  }
  const letters: ReadonlyArray<Letter> = [
    ...[...toSet].flatMap(([id, about]) => letterTo(id, "set", about)),
    ...unanswered.flatMap((file) => letterTo(file.agent.id, "answer", [file])),
  ]
  return { reminders, letters }
}

const contentOf = (
  { person, task, files }: Letter,
  { organizer, label }: CampaignTerms,
  { mails, language }: Wording,
): MessageContent => {
  const name = personName(person)
  const content = {
    to: { name, address: person.email ?? "" },
    language,
    documents: [],
    calendar: [],
  }
  const letter = (...body: ReadonlyArray<string>) => [
    mails.greeting(name),
    ...body,
    mails.closing(organizer.name),
  ]
  if (task === "set") {
    const { subject, body } = mails.remindEvaluator
    const agents = files.map(({ agent }) => personName({ ...agent }))
    return {
      ...content,
      kind: "evaluator-reminder",
      subject: subject(label),
      paragraphs: letter(body(files.length), ...agents),
    }
  }
  const last = files.flatMap(({ appointments }) => appointments.map(({ endsAt }) => endsAt))
  const uselessAfter = last.toSorted().at(-1)
  return {
    ...content,
    kind: "agent-reminder",
    subject: mails.remindAgent.subject,
    paragraphs: letter(mails.remindAgent.body),
    ...(uselessAfter === undefined ? {} : { uselessAfter }),
  }
}
