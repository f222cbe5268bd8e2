/**
 * The procedures outside the State's orders: the memo of an HR service, local government, and a
 * plain interview between a manager and a collaborator.
 *
 * @requirement ENT-06
 * @requirement ENT-22
 * @requirement ENT-23
 * @requirement CAM-25
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Procedure, SourcedPeriod } from "../model/procedure.ts"
import { jointCommittee, stateAppeal, withinOneMonth } from "./appeals.ts"
import {
  afterInterview,
  calendarDays,
  clearDays,
  communicate,
  complete,
  days,
  endorse,
  file,
  notify,
  professionalInterview,
  sign,
  whileCompleting,
} from "./steps.ts"

const memo = "note du service RH sur la conduite des entretiens professionnels"

const inMemo = (length: number): SourcedPeriod => ({
  period: calendarDays(length),
  source: memo,
  confidence: "confirmed",
})

/**
 * The memo of an HR service to its managers: 8 days of notice, 30 days to communicate, 15 days to
 * complete. It mentions appeals without their periods, which are the State's.
 */
export const hrMemo: Procedure = {
  code: "hr-memo",
  type: professionalInterview,
  label: "Entretien professionnel selon la note du service RH",
  source: memo,
  from: "2010-07-28" as CivilDate,
  notice: inMemo(8),
  enclosures: ["report-template", "job-description"],
  minimumMinutes: 45,
  steps: [
    communicate(afterInterview(inMemo(30))),
    complete(whileCompleting(inMemo(15)), "Complément de l'agent"),
    endorse(undefined, "Visa de l'autorité investie du pouvoir de nomination"),
    notify(),
    sign(),
    file("Versement au dossier administratif de l'agent"),
  ],
  appeal: stateAppeal,
}

const localDecree = "décret n°\u00A02014-1526 du 16 décembre 2014"
const localReply =
  "réponse ministérielle à la question écrite n°\u00A001173 (JO Sénat, 30 novembre 2017)"

/**
 * Local government. What the decree calls notification is here the communication, on whose copy
 * the agent comments and signs; the visa follows. The copy of the endorsed report, given last, is
 * the notification from which appeals run: there is no clock before the visa (CAA Paris, 7 February
 * 2023, n° 21PA05129). That order of the steps is recalled, its periods are confirmed.
 */
export const localGovernment: Procedure = {
  code: "local-government",
  type: professionalInterview,
  label: "Entretien professionnel des fonctionnaires territoriaux",
  source: `${localDecree}, articles 6 et 7`,
  from: "2014-12-16" as CivilDate,
  notice: {
    period: calendarDays(8),
    source: `${localDecree}, article 6`,
    confidence: "confirmed",
  },
  enclosures: ["job-description", "report-template"],
  steps: [
    communicate(
      afterInterview({
        period: days(15),
        source: `${localDecree}, article 6`,
        confidence: "confirmed",
      }),
    ),
    complete(),
    sign(),
    endorse(undefined, "Visa de l'autorité territoriale"),
    notify("Remise à l'agent de la copie du compte rendu visé"),
    file(),
  ],
  appeal: {
    hierarchical: {
      period: clearDays(15),
      source: `${localDecree}, article 7\u00A0; ${localReply}`,
      confidence: "confirmed",
    },
    answer: {
      period: days(15),
      source: `${localDecree}, article 7\u00A0; ${localReply}`,
      confidence: "confirmed",
    },
    committee: withinOneMonth(jointCommittee, `${localDecree}, article 7\u00A0; ${localReply}`),
    complementaryInterview: false,
  },
}

const usage = "usage, aucun texte"

/**
 * A plain interview between a manager and a collaborator: both sign, and the last signature closes
 * it. The notice is a usage that a team sets as it likes.
 */
export const managerInterview: Procedure = {
  code: "manager-interview",
  type: "manager-interview" as Procedure["type"],
  label: "Entretien entre un manager et son collaborateur",
  source: usage,
  from: "1990-01-01" as CivilDate,
  notice: { period: calendarDays(8), source: usage, confidence: "recalled" },
  enclosures: [],
  steps: [
    communicate(undefined, "Signature du manager"),
    sign(undefined, { label: "Signature du collaborateur", returnable: true }),
  ],
}
