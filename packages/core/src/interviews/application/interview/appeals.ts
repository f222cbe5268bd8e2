/**
 * The appeals against a report: the agent's to the authority, its answer or its silence, the
 * committee, the final report.
 *
 * @requirement ENT-27
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import type { Reason } from "../../../kernel/text.ts"
import type { AppealOutcome } from "../../appeal/model.ts"
import { lodgingFacts } from "../../appeal/rules.ts"
import { isStaffOf } from "../../interview/decider/actors.ts"
import type { Notification, Report, Text } from "../../interview/model.ts"
import { findPerson, type OnInterview, readPerson } from "../act.ts"
import { onAppeal, onLodged, unknownAppeal } from "./appeal-act.ts"
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
