/**
 * The five steps of every use case on an interview: load, complete the command with the terms of
 * the campaign and the facts it needs, decide, commit, answer. The rules are elsewhere.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { civilDayAt, type Instant, instantFromMillis } from "../../kernel/calendar.ts"
import type { DocumentContent } from "../../kernel/document.ts"
import type { Act } from "../../kernel/event.ts"
import { type Completed, type Handled, handle, type StaleConflict } from "../../kernel/handle.ts"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import type { MessageContent } from "../../kernel/message.ts"
import {
  type AggregateId,
  DocumentRenderer,
  type DocumentStorage,
  PeopleDirectory,
  type Person,
  Storage,
  type StorageUnavailable,
} from "../../kernel/ports.ts"
import { campaignRef, type InterviewName, interviewRef } from "../aggregates.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import type { OpenCampaign } from "../campaign/state.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"
import type { InterviewCommand } from "../interview/commands.ts"
import { interviewMachine } from "../interview/decider.ts"
import type { InterviewEvent } from "../interview/events.ts"
import { type Correspondence, messagesOf } from "../interview/policies.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { Interview, OpenedInterview } from "../interview/state.ts"
import { InterviewsSetup } from "../ports.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { hasAddress, withAddresses } from "./addresses.ts"
import { authorOn } from "./delegated.ts"
import { checkFiles, filesIn } from "./interview/kept-files.ts"
import { papersOf } from "./interview/papers.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** What everybody who acts on an interview says: who, on which one, having seen which version. */
export interface OnInterview {
  readonly by: Actor
  readonly interview: InterviewName
  readonly seen?: number | undefined
}

/** The ways in which acting on an interview can end otherwise than well. */
export type ActFailure =
  | InterviewRefusal
  | CampaignRefusal
  | DelegationRefusal
  | ApplicationRefusal
  | StaleConflict
  | StorageUnavailable

/** What acting on an interview needs from outside. */
export type ActNeeds =
  | Storage
  | PeopleDirectory
  | DocumentRenderer
  | DocumentStorage
  | InterviewsSetup

/** What a command is completed from: the state, the terms of its campaign, when and by whom. */
export interface Facts {
  readonly state: OpenedInterview
  readonly terms: CampaignTerms
  readonly act: Act
}

/** Gives the command, once the facts are known. */
export type Complete = (
  facts: Facts,
) => Effect.Effect<Completed<InterviewCommand>, ActFailure, ActNeeds>

/** What acting on an interview gives. */
export type Acted = Effect.Effect<Handled<Interview, InterviewEvent>, ActFailure, ActNeeds>

/** Acts on an interview that exists; refuses an unknown one by `interview.unknown`. */
export const actOnInterview = ({ by, interview, seen }: OnInterview, complete: Complete): Acted =>
  handle<Interview, InterviewCommand, InterviewEvent, InterviewRefusal, ActFailure, ActNeeds>({
    id: interviewRef(interview),
    machine: interviewMachine,
    seen,
    complete: ({ state }) =>
      Effect.gen(function* () {
        if (state._tag === "none") return yield* Effect.fail(unknownInterview(interview))
        const { tenant } = interview
        const campaign = yield* readCampaign(tenant, state.campaign)
        const { terms } = campaign.state
        const at = yield* now
        const today = civilDayAt(at, terms.zone)
        const author = yield* authorOn(state.agent.id, { tenant, by, today })
        const act = { at, by: author.by }
        const { command, unchanged = [] } = yield* complete({ state, terms, act })
        return { command, unchanged: [campaign.unchanged, ...author.unchanged, ...unchanged] }
      }),
    react: ({ state, events }, command) =>
      command._tag === "openInterview"
        ? Effect.succeed([])
        : Effect.andThen(
            // Not before the decision: who may not act learns nothing of the files.
            checkFiles(interview, filesIn(events)),
            messages(state, events, {
              tenant: interview.tenant,
              terms: command.terms,
              fileUid: calendarUid(interview),
            }),
          ),
  })

/** The present instant, from Effect's clock. */
export const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

/** The civil day at the place of a campaign, at this moment. */
export const todayIn = ({ zone }: Pick<CampaignTerms, "zone">) =>
  Effect.map(now, (at) => civilDayAt(at, zone))

/** The refusal of an interview that was never opened, or belongs to another tenant. */
export const unknownInterview = ({ type, year, agent }: InterviewName): ApplicationRefusal => ({
  _tag: "interview.unknown",
  type,
  year,
  agent,
})

/** Gives an open campaign with the name and version to be declared `unchanged`. */
export const readCampaign = (
  tenant: TenantId,
  campaign: OpenCampaign["campaign"],
): Effect.Effect<
  {
    readonly state: OpenCampaign
    readonly unchanged: { readonly id: AggregateId; readonly expected: number }
  },
  CampaignRefusal | StorageUnavailable,
  Storage
> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const id = campaignRef(tenant, campaign)
    const [{ state, version }] = yield* storage.load([id])
    return state._tag === "open"
      ? { state, unchanged: { id, expected: version } }
      : yield* Effect.fail<CampaignRefusal>({ _tag: "campaign.unknown", campaign })
  })

/** Gives a person as the directory knows him or her now, or as the file does if he has left. */
export const readPerson = (
  tenant: TenantId,
  known: Person,
): Effect.Effect<Person, StorageUnavailable, PeopleDirectory> =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = yield* directory.find(tenant, [known.id])
    return found.find(({ id }) => id === known.id) ?? known
  })

/** Gives somebody whom the directory must know, or `person.unknown`. */
export const findPerson = (
  tenant: TenantId,
  person: PersonId,
): Effect.Effect<Person, ApplicationRefusal | StorageUnavailable, PeopleDirectory> =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const found = (yield* directory.find(tenant, [person])).find(({ id }) => id === person)
    return found ?? (yield* Effect.fail<ApplicationRefusal>({ _tag: "person.unknown", person }))
  })

/**
 * Gives messages that can be printed; refuses characters that no font can draw in their documents or
 * in other `papers`, asked before anything is written: what is written once could not be mended.
 */
export const printable = (
  contents: ReadonlyArray<MessageContent>,
  papers: ReadonlyArray<DocumentContent> = [],
): Effect.Effect<ReadonlyArray<MessageContent>, ApplicationRefusal, DocumentRenderer> =>
  Effect.gen(function* () {
    const renderer = yield* DocumentRenderer
    const attached = contents.flatMap(({ documents }) => documents.map(({ content }) => content))
    const characters = new Set(
      [...attached, ...papers].flatMap((content) => renderer.unprintable(content)),
    )
    return characters.size === 0
      ? contents
      : yield* Effect.fail<ApplicationRefusal>({
          _tag: "document.unprintable",
          characters: [...characters],
        })
  })

/** Gives the identifier of the one calendar entry of an interview, the same in every system. */
export const calendarUid = ({ tenant, type, year, agent }: InterviewName): string =>
  `convoque/${tenant}/interviews/${type}/${year}/${agent}`

const isSentByMail = (event: InterviewEvent): boolean =>
  event._tag === "NotificationTried" &&
  event.notification.means === "mail" &&
  event.notification.fate === "sent"

const messages = (
  state: Interview,
  events: ReadonlyArray<InterviewEvent>,
  { tenant, ...made }: Pick<Correspondence, "terms" | "fileUid"> & { readonly tenant: TenantId },
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    if (state._tag === "none") return []
    const papers = papersOf(events, { state, wording, terms: made.terms })
    const addressed = yield* withAddresses(tenant, state)
    // A notification that is sent by mail is the mail itself: without an address nothing would leave.
    if (events.some(isSentByMail) && !hasAddress(addressed.agent)) {
      const { id: person } = addressed.agent
      return yield* Effect.fail<ApplicationRefusal>({ _tag: "person.without-address", person })
    }
    return yield* printable(messagesOf(addressed, events, { wording, ...made }), papers)
  })
