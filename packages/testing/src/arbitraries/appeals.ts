/**
 * Arbitraries of appeals against a report: the rules of procedures, and for each state the commands
 * worth trying, most of them valid, the others spoilt in one known way, so that walks reach every
 * declared transition. Days are counted from the act that a command follows.
 */
import type {
  Appeal,
  AppealCommand,
  AppealOutcome,
  InterviewType,
  Report,
  SectionId,
} from "@convoque/core/interviews"
import { addDays, type CivilDate } from "@convoque/core/kernel/calendar"
import { type Actor, CampaignId, PersonId } from "@convoque/core/kernel/identity"
import { Reason } from "@convoque/core/kernel/text"
import * as fc from "fast-check"
import { act, agent, known, noon, people, person } from "./appeals/acts.ts"
import { appealRules, places } from "./appeals/rules.ts"

export { appealRules } from "./appeals/rules.ts"

type Commands = fc.Arbitrary<AppealCommand>
type LodgedAppeal = Exclude<Appeal, { readonly _tag: "none" }>

const text = fc.constantFrom(
  "Le compte rendu ne dit rien des résultats obtenus.",
  "Deux motifs :\n- le déroulé ;\n- les objectifs.",
)

const lodge: Commands = fc
  .record({
    notifiedOn: fc.integer({ min: 0, max: 700 }),
    report: fc.constantFrom("notified", "notified", "notified", "endorsed", "written"),
    rules: fc.option(appealRules, { nil: undefined, freq: 6 }),
    place: places,
    grounds: text,
  })
  .chain(({ notifiedOn, report, rules, place, grounds }) => {
    const day = addDays("2025-06-01" as CivilDate, notifiedOn)
    return act(day, [agent, "agent"]).map(({ date, at, by }) => ({
      _tag: "lodgeHierarchicalAppeal",
      at,
      by,
      campaign: CampaignId.make("2026-entretiens"),
      type: "professional-interview" as InterviewType,
      year: 2026,
      ...people,
      date,
      grounds,
      endorsed: report !== "written",
      ...(report === "notified" ? { notifiedOn: day } : {}),
      ...(rules === undefined ? {} : { rules }),
      ...place,
    }))
  })

const revised: Report = {
  parts: [{ _tag: "text", section: "results" as SectionId, text: "Objectifs atteints." }],
  attachments: [],
}

/** Gives an outcome with the report that it asks for, or with the wrong one. */
const outcome: fc.Arbitrary<{ readonly outcome: AppealOutcome; readonly revised?: Report }> =
  fc.constantFrom(
    { outcome: "granted", revised },
    { outcome: "partly-granted", revised },
    { outcome: "partly-granted", revised },
    { outcome: "rejected" },
    { outcome: "rejected" },
    { outcome: "rejected", revised },
    { outcome: "granted" },
    { outcome: "granted", revised: { parts: [], attachments: [] } },
  )

const answerAppeal = ({ lodging, authority }: LodgedAppeal): Commands =>
  fc
    .record({
      when: act(lodging.on, [authority, "authority"]),
      outcome,
      reasons: text,
      agent: known,
      interview: fc.constantFrom("held", "held", "none", "after"),
    })
    .map(({ when: { date, at, by }, outcome: given, interview, ...rest }) => ({
      _tag: "answerAppeal",
      at,
      by,
      date,
      ...rest,
      ...given,
      ...(interview === "none"
        ? {}
        : { interviewHeldOn: interview === "held" ? date : addDays(date, 1) }),
    }))

const scheduler: Actor = { person: PersonId.make("scheduler"), capacity: "system" }

const recordNoAnswer = ({ answerBy }: LodgedAppeal): Commands =>
  fc
    .tuple(
      fc.integer({ min: -3, max: 5 }),
      fc.constantFrom<Actor>(scheduler, scheduler, { person: agent.id, capacity: "agent" }),
    )
    .map(([days, by]) => ({ _tag: "recordNoAnswer", at: noon(addDays(answerBy, days)), by }))

const answeredOn = (state: LodgedAppeal): CivilDate | undefined =>
  "answer" in state ? state.answer?.on : undefined

const referToCommittee = (state: LodgedAppeal): Commands =>
  act(answeredOn(state) ?? addDays(state.answerBy, 1), [agent, "agent"]).map(
    ({ date, at, by }) => ({ _tag: "referToCommittee", date, at, by }),
  )

const recordOpinion = (state: LodgedAppeal): Commands =>
  fc
    .tuple(
      act(
        state._tag === "referred" ? state.referral.on : state.lodging.on,
        [state.authority, "authority"],
        [person("hr-1"), "hr-service"],
        [person("admin-1"), "administrator"],
      ),
      text,
    )
    .map(([{ date, at, by }, said]) => ({ _tag: "recordOpinion", date, at, by, text: said }))

const decide = (state: LodgedAppeal): Commands =>
  fc
    .tuple(
      act((state._tag === "referred" ? state.opinion?.on : undefined) ?? state.lodging.on, [
        state.authority,
        "authority",
      ]),
      outcome,
      known,
    )
    .map(([{ date, at, by }, given, to]) => ({
      _tag: "decide",
      date,
      at,
      by,
      agent: to,
      ...given,
    }))

const finalOf = (state: LodgedAppeal) => ("final" in state ? state.final : undefined)

const notifyFinalReport = (state: LodgedAppeal): Commands =>
  fc
    .record({
      when: act(
        finalOf(state)?.revisedOn ?? state.lodging.on,
        [state.superior, "superior"],
        [person("hr-1"), "hr-service"],
      ),
      means: fc.constantFrom("portal", "registered-letter", "mail", "mail"),
      fate: fc.constantFrom("sent", "delivered", "opened", "failed"),
      agent: known,
      present: fc.constantFrom(state.superior, state.superior, person("superior-2")),
    })
    .map(({ when: { date, at, by }, means, fate, agent: to, present: superior }) => ({
      _tag: "notifyFinalReport",
      at,
      by,
      agent: to,
      superior,
      notification: { means, fate, on: date },
    }))

const acknowledgeFinalReport = (state: LodgedAppeal): Commands =>
  act(finalOf(state)?.notification?.on ?? state.lodging.on, [agent, "agent"]).map(
    ({ date, at, by }) => ({ _tag: "acknowledgeFinalReport", date, at, by }),
  )

const recordAcknowledgementRefusal = (state: LodgedAppeal): Commands =>
  act(finalOf(state)?.notification?.on ?? state.lodging.on, [person("hr-1"), "hr-service"]).map(
    ({ date, at, by }) => ({
      _tag: "recordAcknowledgementRefusal",
      date,
      at,
      by,
      witness: "Refus constaté par Mme Martin.",
    }),
  )

const replaceAuthority = (state: LodgedAppeal): Commands =>
  fc
    .tuple(
      act(state.lodging.on, [person("hr-1"), "hr-service"]),
      fc.constantFrom(
        person("authority-1"),
        person("authority-2"),
        person("authority-3"),
        state.agent,
        state.superior,
      ),
    )
    .map(([{ at, by }, authority]) => ({
      _tag: "replaceAuthority" as const,
      at,
      by,
      authority,
      reason: Reason.make("Départ de l'autorité."),
    }))

const hasFormer = (state: LodgedAppeal): boolean => "former" in state && state.former !== undefined

const finalReportsOf = (state: LodgedAppeal): ReadonlyArray<CivilDate> =>
  [finalOf(state), "former" in state ? state.former?.final : undefined].flatMap((final) =>
    final === undefined ? [] : [final.revisedOn],
  )

const recordFinalHandOver = (state: LodgedAppeal): Commands =>
  fc
    .tuple(
      fc.constantFrom<Actor>(scheduler, scheduler, { person: agent.id, capacity: "agent" }),
      fc.constantFrom(state.lodging.on, ...finalReportsOf(state), ...finalReportsOf(state)),
    )
    .map(([by, revisedOn]) => ({
      _tag: "recordFinalHandOver",
      at: noon(finalOf(state)?.notification?.on ?? state.lodging.on),
      by,
      revisedOn,
    }))

// A report that is concluded and then referred is rare on its own, and all that follows it.
const referralWeight = (state: Appeal): number => {
  if (state._tag === "concluded") return state.committee === undefined ? 12 : 1
  return state._tag === "lodged" || state._tag === "referred" ? 1 : 3
}

/**
 * Gives commands worth trying in a state, accepted and refused ones alike; every declared
 * transition of the machine is reached within some hundred walks.
 */
export const appealCommand = (state: Appeal): Commands => {
  if (state._tag === "none") return lodge
  const weigh = (weight: number, make: (lodged: LodgedAppeal) => Commands) => ({
    weight,
    arbitrary: make(state),
  })
  const isAnswerable = state._tag === "lodged" || state._tag === "unanswered"
  const isReferred = state._tag === "referred"
  return fc.oneof(
    weigh(isAnswerable ? 6 : 1, answerAppeal),
    weigh(isAnswerable ? 6 : 1, recordNoAnswer),
    weigh(referralWeight(state), referToCommittee),
    weigh(isReferred ? 6 : 1, recordOpinion),
    weigh(isReferred ? 6 : 1, decide),
    weigh(isReferred || isAnswerable ? 1 : 6, notifyFinalReport),
    weigh(isReferred || isAnswerable ? 1 : 6, acknowledgeFinalReport),
    weigh(isReferred || isAnswerable ? 1 : 5, recordAcknowledgementRefusal),
    weigh(1, replaceAuthority),
    weigh(state._tag === "concluded" || hasFormer(state) ? 8 : 1, recordFinalHandOver),
    { weight: 1, arbitrary: lodge },
  )
}
