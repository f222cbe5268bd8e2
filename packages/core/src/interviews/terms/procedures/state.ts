/**
 * The procedures of the State by default: its civil servants, its contract agents.
 *
 * `from` is the day of the text: its publication and the first year of interviews it bears on are
 * not distinguished here.
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { AppealRules, Procedure, SourcedPeriod } from "../model/procedure.ts"
import { stateAppeal, stateDecree, withinOneMonth } from "./appeals.ts"
import {
  calendarDays,
  clearDays,
  communicate,
  complete,
  endorse,
  file,
  notify,
  professionalInterview,
  sign,
} from "./steps.ts"

/** The notice that the State's decree lays down; it does not say "franc". */
export const stateNotice: SourcedPeriod = {
  period: calendarDays(8),
  source: `${stateDecree}, article 2`,
  confidence: "confirmed",
}

/** The State's civil servants: 8 days of notice, and no other limit before the appeals. */
export const stateDefault: Procedure = {
  code: "state-default",
  type: professionalInterview,
  label: "Entretien professionnel des fonctionnaires de l'État",
  source: `${stateDecree}, articles 2 à 6\u00A0; circulaire du 23 avril 2012 (MFPF1221534C)`,
  from: "2010-07-28" as CivilDate,
  notice: stateNotice,
  enclosures: [],
  steps: [communicate(), complete(), endorse(), notify(), sign(), file()],
  appeal: stateAppeal,
}

const contractDecree = "décret n°\u00A086-83 du 17 janvier 1986, article 1-4"

/**
 * "The same as for civil servants", says the administration's own comment of the article, which
 * was not read itself on this point.
 */
const contractAppeal: AppealRules = {
  hierarchical: { period: clearDays(15), source: contractDecree, confidence: "recalled" },
  answer: { period: clearDays(15), source: contractDecree, confidence: "recalled" },
  committee: withinOneMonth("commission consultative paritaire", contractDecree, "recalled"),
  complementaryInterview: false,
}

/** The State's contract agents, on a permanent need: the same circuit, and the CCP. */
export const stateContract: Procedure = {
  ...stateDefault,
  code: "state-contract",
  label: "Entretien professionnel des agents contractuels de l'État",
  source: contractDecree,
  from: "2014-03-21" as CivilDate,
  notice: { period: calendarDays(8), source: contractDecree, confidence: "confirmed" },
  appeal: contractAppeal,
}
