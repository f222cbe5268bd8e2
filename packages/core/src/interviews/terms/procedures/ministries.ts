/**
 * The procedures that ministerial orders lay down under the State's decree (arrêtés ministériels).
 * What an order leaves unsaid, or what of it was not read, is the decree's.
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Procedure, SourcedPeriod } from "../model/procedure.ts"
import { jointCommittee, stateAppeal, stateDecree, withinOneMonth } from "./appeals.ts"
import { stateDefault, stateNotice } from "./state.ts"
import {
  after,
  afterInterview,
  calendarDays,
  clearDays,
  communicate,
  complete,
  days,
  endorse,
  file,
  notify,
  sign,
  whileCompleting,
} from "./steps.ts"

const confirmed = (period: SourcedPeriod["period"], source: string): SourcedPeriod => ({
  period,
  source,
  confidence: "confirmed",
})

const educationOrder = "arrêté du 18 mars 2013 et circulaire n°\u00A02013-080 (MENH1310955C)"
const educationPage = `page du SNALC sur l'entretien professionnel, au sujet de l'${educationOrder}`

/** What was read on a union's page, not in the text that it is about. */
const readOnPage = (period: SourcedPeriod["period"]): SourcedPeriod => ({
  period,
  source: educationPage,
  confidence: "recalled",
})

/**
 * National education: administrative, technical, social, health and library staff. The period of the
 * agent's completion is that of a union's page, which it names; the order itself was not read.
 *
 * Decision: the authority answers within 15 clear days as the decree says, although that page
 * writes 15 days; an order cannot shorten the decree's period.
 */
export const nationalEducation: Procedure = {
  ...stateDefault,
  code: "national-education",
  label: "Entretien professionnel des personnels ATSS, ITRF et des bibliothèques",
  source: educationOrder,
  from: "2013-03-18" as CivilDate,
  notice: confirmed(calendarDays(8), `${stateDecree}, article 2`),
  steps: [
    communicate(),
    complete(whileCompleting(readOnPage(days(15)))),
    endorse(),
    notify(),
    sign(),
    file(),
  ],
  appeal: { ...stateAppeal, answer: { ...stateAppeal.answer, confidence: "ambiguous" } },
}

const financeOrder = "arrêté du 20 décembre 2012 (EFIP1240463A), article 2"
const formerFinanceOrder = "arrêté du 24 décembre 2008 (économie et finances)"

const financeSteps = (source: string, suspension?: SourcedPeriod["period"]): Procedure["steps"] => [
  communicate(afterInterview(confirmed(days(15), source))),
  complete(whileCompleting(confirmed(days(15), source), suspension)),
  endorse(),
  notify(),
  sign(after("notify", confirmed(days(8), source)), { label: "Signature et retour par l'agent" }),
  file(),
]

/**
 * Economy and finance until 2012. The order says 48 hours; the rules here know no hours.
 *
 * Decision: 48 hours are read as 2 calendar days, the least that contains them between two dates.
 * The appeals are those of the experimental decree of 2007, which gives no period to refer to the
 * committee: that step is left out.
 */
export const formerEconomyFinance: Procedure = {
  ...stateDefault,
  code: "economy-finance",
  label: "Entretien professionnel, ministère de l'économie et des finances (jusqu'en 2012)",
  source: formerFinanceOrder,
  from: "2008-12-24" as CivilDate,
  until: "2012-12-19" as CivilDate,
  notice: {
    period: calendarDays(2),
    source: `${formerFinanceOrder} (48 heures, lues comme 2 jours)`,
    confidence: "recalled",
  },
  steps: financeSteps(formerFinanceOrder),
  appeal: {
    hierarchical: {
      period: clearDays(15),
      source: "décret n°\u00A02007-1365 du 17 septembre 2007, article 6",
      confidence: "recalled",
    },
    answer: {
      period: clearDays(15),
      source: "décret n°\u00A02007-1365 du 17 septembre 2007, article 6",
      confidence: "recalled",
    },
    complementaryInterview: false,
  },
}

/** Economy and finance: the agent may ask for a revision, which stops his period up to 2 weeks. */
export const economyFinance: Procedure = {
  ...stateDefault,
  code: "economy-finance",
  label: "Entretien professionnel, ministère de l'économie et des finances",
  source: financeOrder,
  from: "2012-12-20" as CivilDate,
  notice: confirmed(calendarDays(8), financeOrder),
  steps: financeSteps(financeOrder, { length: 2, unit: "weeks", extends: false }),
}

const justiceOrder = "arrêté du 6 mai 2025 (justice), article 6"

/**
 * Justice. The articles of the order about the notice were not read: the decree's 8 days stand, an
 * order of 2016 gave contract agents 10.
 */
export const justice: Procedure = {
  ...stateDefault,
  code: "justice",
  label: "Entretien professionnel, ministère de la justice",
  source: justiceOrder,
  from: "2025-05-06" as CivilDate,
  notice: { ...stateNotice, confidence: "recalled" },
  steps: [
    communicate(),
    complete(whileCompleting(confirmed(clearDays(10), justiceOrder))),
    endorse(after("agent-completion", confirmed(clearDays(10), justiceOrder))),
    notify(),
    sign(),
    file(),
  ],
}

const asylumOrder = "arrêté du 11 février 2016 (Conseil d'État et CNDA)"

/** Conseil d'État and asylum court (CNDA): the agent signs twice, the form goes with the date. */
export const asylumCourt: Procedure = {
  ...stateDefault,
  code: "asylum-court",
  label: "Entretien professionnel, Conseil d'État et Cour nationale du droit d'asile",
  source: asylumOrder,
  from: "2016-02-11" as CivilDate,
  notice: confirmed(calendarDays(8), asylumOrder),
  enclosures: ["report-template"],
  steps: [
    communicate(),
    complete(),
    sign(undefined, {
      step: "sign-communication",
      label: "Signature de l'agent à la communication",
    }),
    endorse(),
    notify(),
    sign(undefined, { label: "Signature de l'agent à la notification" }),
    file(),
  ],
}

const headsOrder = "arrêté du 7 août 2012 (MENH1220260A), article 2"

/**
 * School heads and their deputies, at the end of a mission letter. The circuit is the decree's, of
 * which nothing was read for them; the appeals are left out for the same reason.
 *
 * Limit: the form comes back at least 3 days before the interview, which is not followed here.
 */
export const schoolHeads: Procedure = {
  code: "school-heads",
  type: stateDefault.type,
  label: "Entretien professionnel des personnels de direction d'établissement",
  source: headsOrder,
  from: "2012-08-07" as CivilDate,
  notice: confirmed(calendarDays(10), headsOrder),
  enclosures: ["report-template"],
  steps: stateDefault.steps,
}

const securityOrder = "arrêté du 14 décembre 2016, articles 5 à 7 (décret du 3 avril 2015)"

/**
 * Staff under the decree of 3 April 2015: 5 clear days to comment, 10 for the visa, and the authority
 * must hear the agent before it answers an appeal.
 *
 * Limit: the superior may reword his report within 5 clear days. It is no period to communicate it, so
 * none is set here, and the rewording itself is a report that is sent back.
 */
export const externalSecurity: Procedure = {
  ...stateDefault,
  code: "external-security",
  label: "Entretien professionnel des agents régis par le décret du 3 avril 2015",
  source: securityOrder,
  from: "2016-12-14" as CivilDate,
  notice: { ...stateNotice, confidence: "recalled" },
  steps: [
    communicate(),
    complete(whileCompleting(confirmed(clearDays(5), securityOrder))),
    endorse(after("agent-completion", confirmed(clearDays(10), securityOrder))),
    notify(),
    sign(),
    file(),
  ],
  appeal: {
    hierarchical: confirmed(clearDays(15), securityOrder),
    answer: confirmed(clearDays(15), securityOrder),
    committee: withinOneMonth(jointCommittee, securityOrder, "recalled"),
    complementaryInterview: true,
  },
}
