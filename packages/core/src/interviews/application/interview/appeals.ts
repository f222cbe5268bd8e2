/**
 * The appeals against a report: the agent's to the authority, its answer or its silence, the
 * committee, the final report.
 *
 * @requirement ENT-27
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import { type Handled, handle } from "../../../kernel/handle.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import { type Person, Storage } from "../../../kernel/ports.ts"
import type { Reason } from "../../../kernel/text.ts"
import { appealRef, type InterviewName, interviewRef } from "../../aggregates.ts"
import type { AppealCommand } from "../../appeal/commands.ts"
import { appealMachine } from "../../appeal/decider.ts"
import { appealDocument, finalReportDocument } from "../../appeal/documents.ts"
import type { AppealEvent } from "../../appeal/events.ts"
import { lastRevised, revisions } from "../../appeal/rules/final-reports.ts"
import type { AppealOutcome } from "../../appeal/model.ts"
import { appealMessages } from "../../appeal/policies.ts"
import type { AppealRefusal } from "../../appeal/refusals.ts"
import { lodgingFacts } from "../../appeal/rules.ts"
import type { Appeal, LodgedAppeal } from "../../appeal/state.ts"
import { isAuthority, isStaffOf } from "../../interview/decider/actors.ts"
import type { Notification, Report, Text } from "../../interview/model.ts"
import { type OpenedInterview, reportOf } from "../../interview/state.ts"
import { draftRefusal, requiredRefusal, revisedReport } from "../../interview/rules/report.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import {
  type ActFailure,
  type ActNeeds,
  findPerson,
  now,
  type OnInterview,
  printable,
  readCampaign,
  readPerson,
  unknownInterview,
} from "../act.ts"
import { withAddresses } from "../addresses.ts"
import { authorOn } from "../delegated.ts"
import { checkFiles } from "./kept-files.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** What acting on an appeal gives. */
export type Appealed = Effect.Effect<
  Handled<Appeal, AppealEvent>,
  ActFailure | AppealRefusal,
  ActNeeds
>

/**
 * Appeals to the authority against the report of an interview; a late appeal is recorded as late,
 * and the authority answers it.
 */
export const lodgeHierarchicalAppeal = Effect.fn("interviews.lodgeHierarchicalAppeal")(function* (
  request: OnInterview & { readonly date: CivilDate; readonly grounds: Text },
) {
  const { by, interview, seen, date, grounds } = request
  return yield* onAppeal({ by, interview, seen }, ({ interview: read, terms, act }) =>
    Effect.gen(function* () {
      const { campaign, type, year, agent, superior, authority } = read
      const { holidays, zone, procedure } = terms
      return {
        _tag: "lodgeHierarchicalAppeal",
        ...act,
        campaign,
        type,
        year,
        agent: yield* readPerson(interview.tenant, agent),
        superior,
        authority: yield* readPerson(interview.tenant, authority),
        date,
        grounds,
        ...lodgingFacts(read),
        ...(procedure.appeal === undefined ? {} : { rules: procedure.appeal }),
        holidays,
        zone,
      }
    }),
  )
})

/** Says what the authority answered, and on which day that reached the agent. */
export const answerAppeal = Effect.fn("interviews.answerAppeal")(function* (
  request: OnInterview & {
    readonly date: CivilDate
    readonly outcome: AppealOutcome
    readonly reasons: Text
    readonly interviewHeldOn?: CivilDate | undefined
    readonly revised?: Report | undefined
  },
) {
  const { date, outcome, reasons, interviewHeldOn } = request
  return yield* onLodged(request, ({ act, agent, revised }) => ({
    _tag: "answerAppeal",
    ...act,
    agent,
    date,
    outcome,
    reasons,
    ...(interviewHeldOn === undefined ? {} : { interviewHeldOn }),
    ...(revised === undefined ? {} : { revised }),
  }))
})

/** Says that the authority's period is over without an answer. */
export const recordNoAnswer = Effect.fn("interviews.recordNoAnswer")(function* (
  request: OnInterview,
) {
  return yield* onLodged(request, ({ act }) => ({ _tag: "recordNoAnswer", ...act }))
})

/** Says that the personnel file has the final report of a revision. */
export const recordFinalHandOver = Effect.fn("interviews.recordFinalHandOver")(function* (
  request: OnInterview & { readonly revisedOn: CivilDate },
) {
  const { revisedOn } = request
  return yield* onLodged(request, ({ act }) => ({ _tag: "recordFinalHandOver", ...act, revisedOn }))
})

/** Refers the report to the committee, after the hierarchical appeal only. */
export const referToCommittee = Effect.fn("interviews.referToCommittee")(function* (
  request: OnInterview & { readonly date: CivilDate },
) {
  const { date } = request
  return yield* onLodged(request, ({ act }) => ({ _tag: "referToCommittee", ...act, date }))
})

/** Keeps the opinion of the committee. */
export const recordOpinion = Effect.fn("interviews.recordOpinion")(function* (
  request: OnInterview & { readonly date: CivilDate; readonly text: Text },
) {
  const { date, text } = request
  return yield* onLodged(request, ({ act }) => ({ _tag: "recordOpinion", ...act, date, text }))
})

/** Says what the authority decides after the opinion. */
export const decideAppeal = Effect.fn("interviews.decideAppeal")(function* (
  request: OnInterview & {
    readonly date: CivilDate
    readonly outcome: AppealOutcome
    readonly revised?: Report | undefined
  },
) {
  const { date, outcome } = request
  return yield* onLodged(request, ({ act, agent, revised }) => ({
    _tag: "decide",
    ...act,
    agent,
    date,
    outcome,
    ...(revised === undefined ? {} : { revised }),
  }))
})

/** Gives the appeal to another authority; both are told. */
export const replaceAppealAuthority = Effect.fn("interviews.replaceAppealAuthority")(function* (
  request: OnInterview & { readonly authority: PersonId; readonly reason: Reason },
) {
  const { authority, reason } = request
  return yield* onAppeal(request, ({ state, interview, act }) =>
    Effect.gen(function* () {
      if (state._tag === "none") return yield* Effect.fail(unknownAppeal(request.interview))
      const _tag = "replaceAuthority" as const
      // Who may not replace anybody learns nothing of the directory.
      if (!isStaffOf(act.by, interview)) {
        const { capacity } = act.by
        return yield* Effect.fail({ _tag: "actor.not-allowed" as const, command: _tag, capacity })
      }
      const found = yield* findPerson(request.interview.tenant, authority)
      return { _tag, ...act, authority: found, reason }
    }),
  )
})

/** Says what became of a notification of the final report. */
export const notifyFinalReport = Effect.fn("interviews.notifyFinalReport")(function* (
  request: OnInterview & { readonly notification: Notification },
) {
  const { notification } = request
  return yield* onLodged(request, ({ act, agent, superior }) => ({
    _tag: "notifyFinalReport",
    ...act,
    agent,
    superior,
    notification,
  }))
})

/** Acknowledges receipt of the final report. */
export const acknowledgeFinalReport = Effect.fn("interviews.acknowledgeFinalReport")(function* (
  request: OnInterview & { readonly date: CivilDate },
) {
  const { date } = request
  return yield* onLodged(request, ({ act }) => ({ _tag: "acknowledgeFinalReport", ...act, date }))
})

/** Says before a witness that the agent does not acknowledge the final report. */
export const recordAcknowledgementRefusal = Effect.fn("interviews.recordAcknowledgementRefusal")(
  function* (request: OnInterview & { readonly date: CivilDate; readonly witness: string }) {
    const { date, witness } = request
    return yield* onLodged(request, ({ act }) => ({
      _tag: "recordAcknowledgementRefusal",
      ...act,
      date,
      witness,
    }))
  },
)

interface LodgedFacts {
  readonly act: Act
  readonly agent: Person
  readonly superior: Person
  readonly revised: Report | undefined
}

interface AppealFacts {
  readonly state: Appeal
  readonly interview: OpenedInterview
  readonly terms: CampaignTerms
  readonly act: Act
}

type Complete = (
  facts: AppealFacts,
) => Effect.Effect<AppealCommand, ActFailure | AppealRefusal, ActNeeds>

const onAppeal = ({ by, interview, seen }: OnInterview, complete: Complete): Appealed =>
  handle<Appeal, AppealCommand, AppealEvent, AppealRefusal, ActFailure | AppealRefusal, ActNeeds>({
    id: appealRef(interview),
    machine: appealMachine,
    seen,
    complete: ({ state }) =>
      Effect.gen(function* () {
        const { tenant, agent } = interview
        const storage = yield* Storage
        const [{ state: read, version }] = yield* storage.load([interviewRef(interview)])
        if (read._tag === "none") return yield* Effect.fail(unknownInterview(interview))
        const campaign = yield* readCampaign(tenant, read.campaign)
        const { terms } = campaign.state
        const at = yield* now
        const today = civilDayAt(at, terms.zone)
        const author = yield* authorOn(agent, { tenant, by, today })
        const command = yield* complete({
          state,
          interview: read,
          terms,
          act: { at, by: author.by },
        })
        if (read._tag === "deleted") {
          return yield* Effect.fail({ _tag: "interview.deleted" as const, command: command._tag })
        }
        // A deletion of the interview at the same moment and an act on its appeal cannot both win.
        const known = { id: interviewRef(interview), expected: version }
        return { command, unchanged: [campaign.unchanged, known, ...author.unchanged] }
      }),
    react: ({ state, events }) =>
      Effect.gen(function* () {
        if (state._tag === "none") return []
        const { wording } = yield* InterviewsSetup
        const { state: campaign } = yield* readCampaign(interview.tenant, state.campaign)
        const { terms } = campaign
        yield* checkFiles(interview, revisedFiles(events))
        const papers = [
          appealDocument(state, terms, wording),
          ...revisions(state).map((revised) => finalReportDocument(revised, terms, wording)),
        ]
        const addressed = yield* withAddresses(interview.tenant, state)
        return yield* printable(appealMessages(addressed, events, { wording, terms }), papers)
      }),
  })

const revisedFiles = (events: ReadonlyArray<AppealEvent>) =>
  events.flatMap((event) => ("revised" in event ? (event.revised?.attachments ?? []) : []))

const onLodged = (
  request: OnInterview & { readonly revised?: Report | undefined },
  command: (facts: LodgedFacts) => AppealCommand,
): Appealed =>
  onAppeal(request, ({ state, interview, terms, act }) =>
    Effect.gen(function* () {
      if (state._tag === "none") return yield* Effect.fail(unknownAppeal(request.interview))
      const revised = yield* revisedBy(act, { state, interview, terms, changes: request.revised })
      const agent = yield* readPerson(request.interview.tenant, state.agent)
      return command({ act, agent, superior: interview.superior, revised })
    }),
  )

interface Revising extends Pick<AppealFacts, "interview" | "terms"> {
  readonly state: LodgedAppeal
  readonly changes: Report | undefined
}

// A second revision builds on the first. Who is not the authority, and an interview that was deleted,
// are refused whatever was written.
const revisedBy = (
  { by }: Act,
  { state, interview, terms, changes }: Revising,
): Effect.Effect<Report | undefined, ActFailure> => {
  if (changes === undefined || changes.parts.length === 0) return Effect.succeed(changes)
  if (interview._tag === "deleted" || !isAuthority(by, state)) return Effect.succeed(changes)
  const standing = lastRevised(state)?.final.report ?? reportOf(interview)
  const revised = revisedReport(terms, standing, changes)
  const refused = draftRefusal(terms, changes) ?? requiredRefusal(terms, revised)
  return refused === undefined ? Effect.succeed(revised) : Effect.fail(refused)
}

/** The refusal of an appeal that nobody lodged. */
export const unknownAppeal = ({ type, year, agent }: InterviewName): ApplicationRefusal => ({
  _tag: "appeal.unknown",
  type,
  year,
  agent,
})
