/** The French sentences of the refusals: what is wrong, and what is expected. */
import { periodFr, shortDate, shortDateTime, type Zone } from "../../kernel/calendar.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { EnrolmentFault } from "../application/refusals.ts"
import type { Role, SlotName, TemplateFault } from "../campaign/model.ts"
import type { RefusalSentences } from "../wording.ts"
import { statesFr } from "./states.fr.ts"

const labels = (slots: ReadonlyArray<SlotName>) =>
  slots.map(({ label }) => quoted(label)).join(", ")
const roleLabels = (roles: ReadonlyArray<Role>) => roles.map(({ label }) => label).join(", ")
const field = (name: "start" | "end") => (name === "start" ? "heure de début" : "heure de fin")

/** The French sentence of each refusal, a function of its values. */
export const refusalsFr: RefusalSentences = {
  "campaign.already-exists": ({ campaign }) => `La campagne ${quoted(campaign)} existe déjà.`,
  "campaign.incoherent-template": ({ faults }) =>
    fr`Le modèle de la campagne est incohérent : ${faults.map(templateFaultFr).join(fr` ; `)}.`,
  "campaign.unknown": ({ campaign }) => `La campagne ${quoted(campaign)} n'existe pas.`,
  "file.unknown": ({ agent, campaign }) =>
    `L'agent ${quoted(agent)} n'a pas de dossier dans la campagne ${quoted(campaign)}.`,
  "person.unknown": ({ person }) => `La personne ${quoted(person)} est inconnue de l'annuaire.`,
  "document.unprintable": ({ characters }) =>
    fr`La convocation ne peut pas être imprimée : caractères sans tracé dans les polices (${characters.join(" ")}).`,
  "enrolment.refused": ({ faults }) =>
    `Aucun agent n'est inscrit. ${faults.map(enrolmentFaultFr).join(" ")}`,

  "convocation.illegal-transition": ({ state }) =>
    fr`Cette action n'est pas possible dans l'état actuel du dossier : ${quoted(statesFr[state])}.`,
  "actor.not-allowed": () =>
    "Vous n'êtes ni l'agent, ni l'évaluateur, ni le gestionnaire que cette action demande.",
  "set.evaluator-missing": ({ roles }) =>
    fr`Un évaluateur doit être désigné pour chaque rôle ; il manque : ${roleLabels(roles)}.`,
  "set.unknown-role": ({ known }) =>
    fr`La campagne n'a pas ce rôle d'évaluateur ; elle a : ${roleLabels(known)}.`,
  "set.evaluates-self": ({ label }) =>
    fr`L'agent ne peut pas s'évaluer : désignez une autre personne comme évaluateur (${label}).`,

  "appointment.unknown-slot": ({ slot }) => `La campagne n'a pas de rendez-vous ${quoted(slot)}.`,
  "appointment.not-owner": ({ label }) =>
    `Le rendez-vous ${quoted(label)} relève d'un autre évaluateur.`,
  "appointment.incomplete": ({ missing }) =>
    fr`Tous vos rendez-vous doivent être saisis ensemble ; il manque : ${labels(missing)}.`,
  "appointment.entered-twice": ({ label }) =>
    `Le rendez-vous ${quoted(label)} est saisi deux fois.`,
  "date.format": ({ label, value }) =>
    fr`${quoted(label)} : la date ${quoted(value)} n'est pas un jour du calendrier au format AAAA-MM-JJ.`,
  "appointment.time-format": ({ label, field: name, value }) =>
    fr`${quoted(label)} : l'${field(name)} ${quoted(value)} n'est pas au format HH:mm (de 00:00 à 23:59).`,
  "appointment.unknown-zone": ({ label, value }) =>
    fr`${quoted(label)} : le fuseau horaire ${quoted(value)} est inconnu.`,
  "appointment.place-required": ({ label }) => fr`${quoted(label)} : le lieu est obligatoire.`,
  "appointment.place-too-long": ({ label, length, maximum }) =>
    fr`${quoted(label)} : le lieu compte ${length} caractères, ${maximum} au plus sont admis.`,
  "appointment.place-not-printable": ({ label }) =>
    fr`${quoted(label)} : le lieu tient sur une ligne et ne contient aucun caractère de commande.`,
  "appointment.end-not-after-start": ({ label, start, end }) =>
    fr`${quoted(label)} : l'heure de fin (${end}) doit suivre l'heure de début (${start}).`,
  "appointment.hour-missing": ({ label, field: name, time, date }) =>
    fr`${quoted(label)} : l'${field(name)} ${time} n'existe pas le ${shortDate(date)} (passage à l'heure d'été).`,
  "appointment.hour-ambiguous": ({ label, field: name, time, date, earlier, later }) =>
    fr`${quoted(label)} : l'${field(name)} ${time} existe deux fois le ${shortDate(date)} (passage à l'heure d'hiver) ; précisez la première (${utc(earlier)}) ou la seconde (${utc(later)}).`,

  "appointment.date-in-past": ({ label, date, today }) =>
    fr`${quoted(label)} : le ${shortDate(date)} est passé (nous sommes le ${shortDate(today)} au lieu du rendez-vous).`,
  "appointment.hour-in-past": ({ label, date, start }) =>
    fr`${quoted(label)} : l'heure de début, ${start} le ${shortDate(date)}, est déjà passée au lieu du rendez-vous.`,
  "appointment.overlap": ({ slots: [one, other] }) =>
    `Les rendez-vous ${quoted(one.label)} et ${quoted(other.label)} se chevauchent.`,
  "appointment.notice-too-short": ({ label, date, period, notifiedBy }) =>
    fr`${quoted(label)} : le délai de prévenance est de ${periodFr(period)} ; un rendez-vous le ${shortDate(date)} devait être notifié au plus tard le ${shortDate(notifiedBy)}.`,
  "appointment.gap-too-long": ({ label, date, other, otherDate, period }) =>
    fr`${quoted(label)} le ${shortDate(date)} : plus de ${periodFr(period)} après ${quoted(other.label)} (${shortDate(otherDate)}).`,
  "appointment.order": ({ label, visit }) =>
    `${quoted(label)} ne peut pas précéder ${quoted(visit.label)}, dont il traite.`,
  "appointment.in-school-break": ({ label, date, schoolBreak }) =>
    fr`${quoted(label)} : le ${shortDate(date)} tombe pendant les vacances scolaires (${schoolBreak}).`,

  "convocation.not-issued": () => "La convocation n'est pas émise.",
  "convocation.appointments-missing": ({ missing }) =>
    fr`La convocation ne peut pas être émise : rendez-vous à fixer : ${labels(missing)}.`,
  "convocation.already-accepted": () => "La convocation est déjà acceptée.",
  "agent.no-email-address": () =>
    fr`L'agent n'a pas d'adresse électronique valable : la convocation ne peut pas lui être envoyée. Rien n'est enregistré.`,
  "appointment.over": ({ label }) => `Le rendez-vous ${quoted(label)} est passé.`,
  "appointment.not-over": ({ label }) => `Le rendez-vous ${quoted(label)} n'est pas terminé.`,
  "postponement.slot-required": () => "Indiquez au moins un rendez-vous à reporter.",
  "postponement.limit-reached": ({ limit }) =>
    `Le nombre de demandes de report admis par la campagne (${limit}) est atteint.`,
  "postponement.not-pending": ({ label }) =>
    `Aucun report n'est demandé pour le rendez-vous ${quoted(label)}.`,

  "evaluator.double-booked": ({ label, with: booking }) =>
    fr`${quoted(label)} : vous avez déjà un rendez-vous avec ${booking.agent} à ce moment. Confirmez pour passer outre.`,
  "agent.unavailable": ({ label, from, until, reason }) =>
    fr`${quoted(label)} : l'agent est indisponible du ${shortDate(from)} au ${shortDate(until)} (${reason}). Confirmez pour passer outre.`,
  "convocation.confirmation-required": ({ command }) => confirmationsFr[command],
}

const confirmationsFr = {
  setAppointments: fr`Confirmez l'enregistrement et l'envoi au destinataire : sans confirmation, rien n'est enregistré ni envoyé.`,
  modifyAppointment: fr`Confirmez la modification et le nouvel envoi au destinataire : sans confirmation, rien n'est modifié ni envoyé.`,
  cancel: fr`Confirmez l'annulation du dossier : sans confirmation, rien n'est annulé. Si la convocation est émise, le destinataire en est informé.`,
} as const

const utc = (instant: Parameters<typeof shortDateTime>[0]) =>
  `${shortDateTime(instant, "UTC" as Zone).slice(-5)} UTC`

const templateFaultFr = (fault: TemplateFault): string => {
  switch (fault._tag) {
    case "role.without-slot":
      return `le rôle ${quoted(fault.role)} n'a aucun rendez-vous à fixer`
    case "role.declared-twice":
      return `le rôle ${quoted(fault.role)} est déclaré deux fois`
    case "slot.declared-twice":
      return `le rendez-vous ${quoted(fault.slot)} est déclaré deux fois`
    case "slot.of-unknown-role":
      return `le rendez-vous ${quoted(fault.slot)} relève du rôle inconnu ${quoted(fault.role)}`
    case "slot.discusses-no-visit":
      return `le rendez-vous ${quoted(fault.slot)} porte sur ${quoted(fault.discusses)}, qui n'est pas une visite`
  }
}

const enrolmentReasonsFr: Readonly<Record<EnrolmentFault["code"], string>> = {
  "column-missing": "colonne absente",
  "agent-missing": "agent absent",
  "agent-unknown": "agent inconnu de l'annuaire",
  "agent-twice": "agent déjà présent plus haut",
  "agent-already-enrolled": "agent déjà inscrit",
  "evaluator-missing": "évaluateur absent",
  "evaluator-unknown": "évaluateur inconnu de l'annuaire",
  "evaluates-self": "l'agent ne peut pas s'évaluer",
}

const enrolmentFaultFr = ({ line, column, code, value }: EnrolmentFault): string =>
  fr`Ligne ${line}, colonne ${quoted(column)} : ${enrolmentReasonsFr[code]}${value === "" ? "" : ` (${value})`}.`
