/**
 * The documents that the agents of a campaign are informed by before their interviews: kept, then
 * circulated, and listed with those whom they were sent to.
 *
 * @requirement ENT-05
 */
import * as Effect from "effect/Effect"
import { type CampaignId, type PersonId, responsiblePerson } from "../../../kernel/identity.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import {
  DocumentStorage,
  NewIds,
  PeopleDirectory,
  type RenderedFile,
  type Storage,
} from "../../../kernel/ports.ts"
import { interviewRef } from "../../aggregates.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { CirculatedDocument } from "../../campaign/model.ts"
import { circulationMail } from "../../campaign/policies.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { OpenCampaign } from "../../campaign/state.ts"
import { InterviewsSetup } from "../../ports.ts"
import { actOnCampaign, isStaff, type OnCampaign, readForFollowers } from "./act.ts"
import { loadMany } from "./pages.ts"

/** The prefix of the keys of all documents of a campaign. */
export const documentsOf = (campaign: CampaignId): string => `interview-campaigns/${campaign}/`

/** Keeps a document of a campaign to be circulated, and gives the name to circulate it under. */
export const keepCampaignDocument = Effect.fn("interviews.keepCampaignDocument")(function* (
  request: OnCampaign & { readonly fileName: string; readonly file: RenderedFile },
) {
  const { tenant, campaign, fileName, file } = request
  yield* readForFollowers("keepCampaignDocument", request)
  const documents = yield* DocumentStorage
  const key = `${documentsOf(campaign)}${yield* (yield* NewIds).next}`
  yield* documents.put(tenant, key, file)
  return { fileName, key }
})

/**
 * Circulates documents to agents of the campaign, whom a mail tells with the files: a superior to
 * his own, the HR service and administrators to any. The campaign keeps the list of both; `unreached`
 * are the agents whom no mail reaches and whom the author has to inform otherwise.
 */
export const circulateDocuments = Effect.fn("interviews.circulateDocuments")(function* (
  request: OnCampaign & {
    readonly documents: ReadonlyArray<CirculatedDocument>
    readonly to: ReadonlyArray<PersonId>
  },
) {
  const { documents, to } = request
  yield* checkDocuments(request, documents)
  const done = yield* actOnCampaign<Storage | PeopleDirectory | InterviewsSetup>(request, {
    complete: ({ state, act }) =>
      Effect.map(agentsOf(request, state), (agents) => ({
        _tag: "circulateDocuments",
        ...act,
        documents,
        to,
        agents,
      })),
    react: (events, state) =>
      state._tag === "open" ? circulationMails(request, state, events) : Effect.succeed([]),
  })
  return { ...done, unreached: yield* unreachedIn(request, done.events) }
})

const unreachedIn = ({ tenant }: OnCampaign, events: ReadonlyArray<CampaignEvent>) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const to = events.flatMap((event) => (event._tag === "DocumentsCirculated" ? event.to : []))
    const found = yield* directory.find(tenant, to)
    const reached = new Set(
      found.flatMap(({ id, email }) => (isMailAddress(email ?? "") ? [id] : [])),
    )
    return to.filter((agent) => !reached.has(agent))
  })

const circulationMails = (
  { tenant }: OnCampaign,
  { terms }: OpenCampaign,
  events: ReadonlyArray<CampaignEvent>,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const directory = yield* PeopleDirectory
    const sent = events.flatMap((event) => (event._tag === "DocumentsCirculated" ? [event] : []))
    const to = sent.flatMap((event) => event.to)
    const found = yield* directory.find(tenant, to)
    const people = new Map(found.map((person) => [person.id, person]))
    return sent.flatMap(({ documents, to: agents }) =>
      agents.flatMap((agent) => {
        const person = people.get(agent)
        return person === undefined ? [] : circulationMail(person, documents, { wording, terms })
      }),
    )
  })

const checkDocuments = (
  { tenant, campaign }: OnCampaign,
  documents: ReadonlyArray<CirculatedDocument>,
) =>
  Effect.gen(function* () {
    const storage = yield* DocumentStorage
    for (const { file } of documents) {
      if (file === undefined) continue
      const { key } = file
      const isOwn = key.startsWith(documentsOf(campaign))
      if (!isOwn || (yield* storage.get(tenant, key)) === undefined) {
        return yield* Effect.fail<CampaignRefusal>({ _tag: "campaign.file-unknown", key })
      }
    }
  })

// The agents asked for who have an interview of the campaign with the author, if he is a superior.
const agentsOf = (
  { by, tenant, campaign, to }: OnCampaign & { readonly to: ReadonlyArray<PersonId> },
  { terms }: OpenCampaign,
) =>
  Effect.gen(function* () {
    const { year, procedure } = terms
    const ids = to.map((agent) => interviewRef({ tenant, type: procedure.type, year, agent }))
    const interviews = yield* loadMany(ids)
    return interviews.flatMap(({ state }) =>
      state._tag !== "none" &&
      state._tag !== "deleted" &&
      state.campaign === campaign &&
      (isStaff(by) || state.superior.id === responsiblePerson(by))
        ? [state.agent.id]
        : [],
    )
  })
