/**
 * The appeals that procedures share (voies de recours).
 *
 * Decision: the month to refer to the committee is a plain one. The decree does not write it
 * "franc", sources differ on comparable periods, hence its mark; its end moves over weekends and
 * holidays (regulations 3.2: 31 January 2026 and one month end on Monday 2 March).
 */
import type { LegalPeriod } from "../../../kernel/calendar.ts"
import type { AppealRules } from "../model/procedure.ts"
import { clearDays } from "./steps.ts"

const month: LegalPeriod = { length: 1, unit: "months", extends: true }

type Committee = NonNullable<AppealRules["committee"]>

/** The State's decree on the appraisal of civil servants, as the sources of periods name it. */
export const stateDecree = "décret n°\u00A02010-888 du 28 juillet 2010"

/** The joint committee of civil servants. */
export const jointCommittee = "commission administrative paritaire"

/** One month to refer to a committee, from the notification of the answer. */
export const withinOneMonth = (
  label: string,
  source: string,
  confidence: Committee["confidence"] = "ambiguous",
): Committee => ({ label, period: month, source, confidence })

/** The appeals of the State's civil servants. */
export const stateAppeal: AppealRules = {
  hierarchical: {
    period: clearDays(15),
    source: `${stateDecree}, article 6`,
    confidence: "confirmed",
  },
  answer: { period: clearDays(15), source: `${stateDecree}, article 6`, confidence: "confirmed" },
  committee: withinOneMonth(jointCommittee, `${stateDecree}, article 6`),
  complementaryInterview: false,
}
