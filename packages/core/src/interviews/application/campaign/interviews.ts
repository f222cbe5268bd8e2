/**
 * What is done to several interviews of a campaign at once, all of them or none: giving them to
 * another manager, who is told once, as are those who had them; deleting them.
 *
 * @requirement CAM-19
 * @requirement CAM-23
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type CivilDate, civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import {
  type Actor,
  type PersonId,
  responsiblePerson,
  type TenantId,
} from "../../../kernel/identity.ts"
import { decide, fold } from "../../../kernel/machine.ts"
import type { Message, MessageContent } from "../../../kernel/message.ts"
import {
  type AggregateId,
  type Change,
  type Loaded,
  type PeopleDirectory,
  Storage,
} from "../../../kernel/ports.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import type { Reason } from "../../../kernel/text.ts"
import {
  appealRef,
  campaignType,
  interviewKey,
  type InterviewName,
  interviewRef,
  interviewType,
} from "../../aggregates.ts"
import { isAppealOpen } from "../../appeal/rules.ts"
import { movedMails } from "../../campaign/policies.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { InterviewCommand } from "../../interview/commands.ts"
import { interviewMachine } from "../../interview/decider.ts"
import type { InterviewEvent } from "../../interview/events.ts"
import { messagesOf } from "../../interview/policies.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import type { Interview, OpenedInterview } from "../../interview/state.ts"
import { InterviewsSetup } from "../../ports.ts"
import { calendarUid, findPerson, now, readCampaign } from "../act.ts"
import {
  type CampaignFailure,
  isFollower,
  isStaff,
  notAllowed,
  type OnCampaign,
  stale,
} from "./act.ts"
import { interviewOfKey, loadMany } from "./pages.ts"
import { authorOn, withDelegation } from "../delegated.ts"
import { checkFiled } from "../hand-over.ts"
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

/**
 * Gives interviews to another manager in one commit; each agent is told, and each manager once.
 * Refuses by `interviews.refused` with every interview that cannot be moved.
 */
export const replaceManager = Effect.fn("interviews.replaceManager")(function* (
  request: OnInterviews & { readonly superior: PersonId; readonly reason: Reason },
) {
  const { tenant, reason } = request
  return yield* actOnAll(request, {
    name: "replaceSuperior",
    isAllowed: isStaff,
    // Who may not move anybody learns nothing of the directory.
    prepared: Effect.map(findPerson(tenant, request.superior), (superior): ActingOnAll<Needs> => ({
      command: ({ act, terms }) =>
        Effect.succeed({
          command: { _tag: "replaceSuperior", ...act, terms, superior, reason },
          unchanged: [],
        }),
      mails: (decided, terms) =>
        Effect.map(InterviewsSetup, ({ wording }) =>
          movedMails(
            decided.map(({ before }) => before),
            superior,
            { wording, terms },
          ),
        ),
    })),
  })
})

/**
 * Deletes interviews in one commit; they stay counted. A closed one asks for a confirmation and an
 * open appeal for another, each with the agent as its subject. Refuses by `report.not-handed-over` while
 * the personnel file waits for a report of one of them.
 */
export const deleteInterviews = Effect.fn("interviews.deleteInterviews")(function* (
  request: OnInterviews & {
    readonly reason?: Reason | undefined
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
) {
  const { reason, acknowledged } = request
  return yield* actOnAll(request, {
    name: "delete",
    isAllowed: isFollower,
    prepared: Effect.succeed<ActingOnAll<Needs>>({
      command: ({ act, terms, name, state, today }) =>
        Effect.gen(function* () {
          const id = appealRef(name)
          const storage = yield* Storage
          const [appeal] = yield* storage.load([id])
          yield* checkFiled(act.by, name, { interview: state, appeal: appeal.state })
          return {
            command: {
              _tag: "delete",
              ...act,
              terms,
              hasOpenAppeal: isAppealOpen(appeal.state, today),
              acknowledged,
              ...(reason === undefined ? {} : { reason }),
            },
            unchanged: [{ id, expected: appeal.version }],
          }
        }),
      mails: () => Effect.succeed([]),
    }),
  })
})

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

interface ActingOnAll<X> {
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

type Needs = Storage | PeopleDirectory | InterviewsSetup

/** An act on all: its name in a refusal, who may do it, and what is read once he is known to. */
interface Asked {
  readonly name: InterviewCommand["_tag"]
  readonly isAllowed: (by: Actor) => boolean
  readonly prepared: Effect.Effect<ActingOnAll<Needs>, BulkFailure, Needs>
}

const attempts = 3

const actOnAll = (
  request: OnInterviews,
  asked: Asked,
  nth = 1,
): Effect.Effect<BulkDone, BulkFailure, Needs> =>
  Effect.gen(function* () {
    const { by, tenant, campaign, interviews, seen } = request
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
    const acting = yield* asked.prepared
    const loaded = yield* loadMany(names.map(interviewRef))
    const act = { at, by: author.by }
    const judged = yield* Effect.forEach(names, (name, index) =>
      judge({ name, act, terms, today, campaign, loaded: loaded[index] }, acting),
    )
    const decided = yield* allOrNone(judged)
    const messages = yield* messagesFor(request, decided, { terms, acting })
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
  }).pipe(
    Effect.catchTag("StaleVersion", () =>
      nth < attempts
        ? actOnAll(request, asked, nth + 1)
        : Effect.flatMap(readCampaign(request.tenant, request.campaign), ({ unchanged }) =>
            stale(unchanged.expected, request.seen),
          ),
    ),
  )

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
  { command: commandFor }: ActingOnAll<Needs>,
): Effect.Effect<Judged, BulkFailure, Needs> =>
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
  { terms, acting }: { readonly terms: CampaignTerms; readonly acting: ActingOnAll<Needs> },
): Effect.Effect<ReadonlyArray<Message>, BulkFailure, Needs> =>
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
