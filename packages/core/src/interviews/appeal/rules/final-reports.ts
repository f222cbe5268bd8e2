/**
 * The final reports of an appeal (comptes rendus définitifs): the one that the answer led to, the one
 * that the decision after the opinion led to. Each is kept until the personnel file has it.
 *
 * @requirement ENT-26
 * @requirement ENT-27
 */
import type { FinalReport } from "../model.ts"
import type { Appeal, AppealIn, LodgedAppeal } from "../state.ts"

/** An appeal after which a report was revised. */
export type RevisedAppeal = LodgedAppeal & { readonly final: FinalReport }

/** Tells whether an appeal is as a report that was revised left it. */
export const isRevised = (state: LodgedAppeal): state is RevisedAppeal =>
  "final" in state && state.final !== undefined

/** Gives the appeal as it was concluded before the committee was asked, if it was. */
export const concludedBefore = (state: LodgedAppeal): AppealIn<"concluded"> | undefined => {
  if (!("former" in state) || state.former === undefined) return undefined
  const { answer, former } = state
  return {
    ...fileOf(state),
    _tag: "concluded",
    ...(answer === undefined ? {} : { answer }),
    ...former,
  }
}

/** Gives the appeal as its last final report left it; nothing when no report was revised. */
export const lastRevised = (state: Appeal): RevisedAppeal | undefined => {
  if (state._tag === "none") return undefined
  return isRevised(state) ? state : concludedBefore(state)
}

/** Gives the appeal as each final report left it, in the order of the revisions. */
export const revisions = (state: LodgedAppeal): ReadonlyArray<RevisedAppeal> => {
  const before = concludedBefore(state)
  return [...(before === undefined ? [] : [before]), ...(isRevised(state) ? [state] : [])]
}

/**
 * Gives the appeal as each final report left it that is over and that the personnel file does not
 * have, in the order of the revisions.
 */
export const unfiledReports = (state: Appeal): ReadonlyArray<AppealIn<"concluded">> => {
  if (state._tag === "none") return []
  const before = concludedBefore(state)
  return [
    ...(before === undefined ? [] : [before]),
    ...(state._tag === "concluded" ? [state] : []),
  ].filter(({ handedOver }) => !handedOver)
}

/** Gives what an appeal keeps in every state. */
export const fileOf = (state: LodgedAppeal) => ({
  campaign: state.campaign,
  type: state.type,
  year: state.year,
  agent: state.agent,
  superior: state.superior,
  authority: state.authority,
  notifiedOn: state.notifiedOn,
  rules: state.rules,
  holidays: state.holidays,
  zone: state.zone,
  lodging: state.lodging,
  answerBy: state.answerBy,
  acts: state.acts,
})
