/**
 * Acting on several interviews of a campaign at once: who may is judged before anything is told, each
 * interview is decided on, and all is written in one commit, or nothing.
 *
 * @requirement CAM-19
 * @requirement CAM-23
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type CivilDate, civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import { type Actor, responsiblePerson, type TenantId } from "../../../kernel/identity.ts"
import { decide, fold } from "../../../kernel/machine.ts"
import type { Message, MessageContent } from "../../../kernel/message.ts"
import {
  type AggregateId,
  type Change,
  type Loaded,
  type PeopleDirectory,
  Storage,
} from "../../../kernel/ports.ts"
import {
  campaignType,
  interviewKey,
  type InterviewName,
  interviewRef,
  interviewType,
} from "../../aggregates.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { InterviewCommand } from "../../interview/commands.ts"
import { interviewMachine } from "../../interview/decider.ts"
import type { InterviewEvent } from "../../interview/events.ts"
import { messagesOf } from "../../interview/policies.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import type { Interview, OpenedInterview } from "../../interview/state.ts"
import { InterviewsSetup } from "../../ports.ts"
import { calendarUid, now, readCampaign } from "../act.ts"
import { type CampaignFailure, isStaff, notAllowed, type OnCampaign, stale } from "./act.ts"
import { interviewOfKey, loadMany } from "./pages.ts"
import { authorOn, withDelegation } from "../delegated.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** Who acts on which interviews of a campaign, by their keys `type/year/agent`. */
export interface OnInterviews extends OnCampaign {
  readonly interviews: ReadonlyArray<string>
}

/** The ways in which acting on several interviews can end otherwise than well. */
export type BulkFailure = CampaignFailure | ApplicationRefusal

/** What acting on several interviews gives. */
export interface BulkDone {
  readonly interviews: number
}

interface One {
  readonly name: InterviewName
  readonly state: OpenedInterview
  readonly act: Act
  readonly terms: CampaignTerms
  readonly today: CivilDate
}

interface Unchanged {
  readonly id: AggregateId
  readonly expected: number
}

interface Decided {
  readonly name: InterviewName
  readonly before: Interview
  readonly state: Interview
  readonly events: ReadonlyArray<InterviewEvent>
  readonly change: Change
  readonly unchanged: ReadonlyArray<Unchanged>
}

/** How each command is completed, and which mails the act causes beside those of each interview. */
export interface ActingOnAll<X> {
  readonly command: (
    one: One,
  ) => Effect.Effect<
    { readonly command: InterviewCommand; readonly unchanged: ReadonlyArray<Unchanged> },
    BulkFailure,
    X
  >
  /** The mails about the campaign, beside those about each interview. */
  readonly mails: (
    decided: ReadonlyArray<Decided>,
    terms: CampaignTerms,
  ) => Effect.Effect<ReadonlyArray<MessageContent>, BulkFailure, X>
}

/** What acting on several interviews needs from outside. */
export type BulkNeeds = Storage | PeopleDirectory | InterviewsSetup

/** An act on all: its name in a refusal, who may do it, and what is read once he is known to. */
export interface Asked {
  readonly name: InterviewCommand["_tag"]
  readonly isAllowed: (by: Actor) => boolean
  readonly prepared: Effect.Effect<ActingOnAll<BulkNeeds>, BulkFailure, BulkNeeds>
}

const attempts = 3

/** Acts on all interviews asked for in one commit, or on none. */
export const actOnAll = (
  request: OnInterviews,
  asked: Asked,
  nth = 1,
): Effect.Effect<BulkDone, BulkFailure, BulkNeeds> =>
  attempt(request, asked).pipe(
    Effect.catchTag("StaleVersion", () =>
      nth < attempts
        ? actOnAll(request, asked, nth + 1)
        : Effect.flatMap(readCampaign(request.tenant, request.campaign), ({ unchanged }) =>
            stale(unchanged.expected, request.seen),
          ),
    ),
  )

const attempt = (request: OnInterviews, asked: Asked) =>
  Effect.gen(function* () {
    const { tenant, campaign } = request
    const { read, author, names, one } = yield* admitted(request, asked)
    const acting = yield* asked.prepared
    const loaded = yield* loadMany(names.map(interviewRef))
    const judged = yield* Effect.forEach(names, (name, index) =>
      judge({ ...one, name, campaign, loaded: loaded[index] }, acting),
    )
    const decided = yield* allOrNone(judged)
    const messages = yield* messagesFor(request, decided, { terms: one.terms, acting })
    const storage = yield* Storage
    yield* storage.commit({
      tenant,
      changes: decided.map(({ change }) => change),
      unchanged: [
        read.unchanged,
        ...author.unchanged,
        ...decided.flatMap(({ unchanged }) => unchanged),
      ],
      erase: [],
      messages,
    })
    return { interviews: decided.length }
  })

const admitted = ({ by, tenant, campaign, interviews, seen }: OnInterviews, asked: Asked) =>
  Effect.gen(function* () {
    const read = yield* readCampaign(tenant, campaign)
    const { terms } = read.state
    const at = yield* now
    const today = civilDayAt(at, terms.zone)
    const author = yield* withDelegation(tenant, by, today)
    if (!asked.isAllowed(author.by)) return yield* notAllowed(asked.name, author.by)
    const { expected } = read.unchanged
    if (seen !== undefined && seen !== expected) return yield* stale(expected, seen)
    const names = yield* namesOf(tenant, interviews)
    if (names.some(({ agent }) => agent === by.person)) {
      yield* authorOn(by.person, { tenant, by, today })
    }
    return { read, author, names, one: { act: { at, by: author.by }, terms, today } }
  })

const namesOf = (tenant: TenantId, keys: ReadonlyArray<string>) =>
  Effect.forEach([...new Set(keys)], (key) => {
    const name = interviewOfKey(tenant, key)
    return name === undefined ? unknown(key) : Effect.succeed(name)
  })

const unknown = (interview: string) =>
  Effect.fail<CampaignRefusal>({ _tag: "campaign.unknown-interview", interview })

type Judged = Result.Result<
  Decided,
  { readonly interview: string; readonly refusal: InterviewRefusal }
>

interface Judging extends Omit<One, "state"> {
  readonly campaign: OnCampaign["campaign"]
  readonly loaded: Loaded<Interview> | undefined
}

// A superior is answered about the interviews of others as if they did not exist.
const judge = (
  { campaign, loaded, ...one }: Judging,
  { command: commandFor }: ActingOnAll<BulkNeeds>,
): Effect.Effect<Judged, BulkFailure, BulkNeeds> =>
  Effect.gen(function* () {
    const interview = interviewKey(one.name)
    if (loaded === undefined || loaded.state._tag === "none") return yield* unknown(interview)
    const { state: before, version: expected } = loaded
    const { by } = one.act
    const isFollowed = isStaff(by) || before.superior.id === responsiblePerson(by)
    if (before.campaign !== campaign || !isFollowed) return yield* unknown(interview)
    const { command, unchanged } = yield* commandFor({ ...one, state: before })
    return Result.match(decide(interviewMachine, command, before), {
      onFailure: (refusal): Judged => Result.fail({ interview, refusal }),
      onSuccess: (events): Judged => {
        const state = fold(interviewMachine, events, before)
        const change = { id: interviewRef(one.name), expected, events, state }
        return Result.succeed({ name: one.name, before, state, events, change, unchanged })
      },
    })
  })

const allOrNone = (judged: ReadonlyArray<Judged>) => {
  const [first, ...others] = judged.flatMap((one) => (Result.isFailure(one) ? [one.failure] : []))
  return first === undefined
    ? Effect.succeed(judged.flatMap((one) => (Result.isSuccess(one) ? [one.success] : [])))
    : Effect.fail<CampaignRefusal>({ _tag: "interviews.refused", refusals: [first, ...others] })
}

const messagesFor = (
  { campaign }: OnInterviews,
  decided: ReadonlyArray<Decided>,
  { terms, acting }: { readonly terms: CampaignTerms; readonly acting: ActingOnAll<BulkNeeds> },
): Effect.Effect<ReadonlyArray<Message>, BulkFailure, BulkNeeds> =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const ofEach = decided.flatMap(({ name, state, events, change }) => {
      const key = interviewKey(name)
      const fileUid = calendarUid(name)
      return messagesOf(state, events, { wording, terms, fileUid, managersTold: false }).map(
        (content, index): Message => ({
          id: `${interviewType.kind}/${key}/${change.expected + events.length}/${index}`,
          about: { kind: interviewType.kind, key },
          content,
        }),
      )
    })
    const [first] = decided
    if (first === undefined) return []
    // One commit, one set of mails: the first interview and its version name it.
    const commit = `${interviewKey(first.name)}/${first.change.expected}`
    const ofAll = (yield* acting.mails(decided, terms)).map((content, index): Message => ({
      id: `${campaignType.kind}/${campaign}/${content.kind}/${commit}/${index}`,
      about: { kind: campaignType.kind, key: campaign },
      content,
    }))
    return [...ofEach, ...ofAll]
  })
