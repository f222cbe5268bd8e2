/** The French wording; the labels between « » in the catalogue stand here verbatim. */
import { hourForm, longDate } from "../kernel/calendar.ts"
import { fr } from "../kernel/text.ts"
import { listsFr } from "./wording/lists.fr.ts"
import { refusalsFr } from "./wording/refusals.fr.ts"
import { statesFr } from "./wording/states.fr.ts"
import type { PrintedAppointment, Wording } from "./wording.ts"

const when = ({ date, hours, place }: PrintedAppointment) => `${date}, ${hours}, ${place}`

/** All texts of career appointments in French, labels verbatim from the catalogue. */
export const wordingFr: Wording = {
  language: "fr",
  states: statesFr,
  modified: "Le rendez-vous a été modifié",
  outcomes: {
    held: "Rendez-vous tenu",
    "agent-absent": "Agent absent",
    "not-held": "Rendez-vous non tenu",
  },
  acts: {
    SetOpened: "Dossier ouvert",
    EvaluatorReplaced: "Évaluateur remplacé",
    AppointmentsSet: "Rendez-vous fixés",
    ConvocationIssued: "Convocation émise",
    ConvocationAccepted: "Convocation acceptée",
    PostponementRequested: "Report demandé",
    PostponementWithdrawn: "Demande de report retirée",
    AppointmentMaintained: "Rendez-vous maintenu",
    AppointmentModified: "Rendez-vous modifié",
    AppointmentOutcomeRecorded: "Suite du rendez-vous enregistrée",
    SetCancelled: "Dossier annulé",
  },
  refusals: refusalsFr,
  dates: {
    long: longDate,
    hours: (start, end) => `de ${hourForm(start)} à ${hourForm(end)}`,
    zone: (zone) => zoneNamesFr[zone] ?? zone,
  },
  lists: listsFr,
  convocation: {
    title: "Convocation aux rendez-vous de carrière",
    reference: (campaign) => fr`Campagne : ${campaign}`,
    salutation: "Madame, Monsieur,",
    opening: (campaign) =>
      fr`Dans le cadre de la campagne « ${campaign} », vous êtes convoqué(e) aux rendez-vous ci-dessous, fixés par l'ensemble de vos évaluateurs.`,
    tableCaption: "Rendez-vous fixés par les évaluateurs",
    columns: ["Rendez-vous", "Évaluateur", "Date", "Horaires", "Lieu"],
    localHours: "Les horaires sont ceux du lieu du rendez-vous.",
    changedTitle: (edition) => `Cette convocation (édition ${edition}) remplace la précédente`,
    changedLine: (before, after) =>
      fr`${after.label} : ${when(after)} (auparavant : ${when(before)}).`,
    changedEvaluator: (role, before, after) =>
      fr`Évaluateur (${role}) : ${after} (auparavant : ${before}).`,
    answer:
      "Vous pouvez accepter ces rendez-vous, ou demander le report d'un ou de plusieurs d'entre eux, depuis le portail agent.",
    edition: (at) => `Édité le ${at}`,
    pageLabel: "Page {page} / {pages}",
    fileName: (agent, edition) =>
      `convocation-${agent}${edition > 1 ? `-edition-${edition}` : ""}.pdf`,
  },
  mails: {
    greeting: (name) => `Bonjour ${name},`,
    closing: (organizer) => `Cordialement,\n${organizer}`,
    issued: {
      subject: "Convocation à vos rendez-vous de carrière",
      body: (count) =>
        count === 1
          ? "Votre rendez-vous de carrière est fixé. Votre convocation est jointe à ce message, avec une invitation pour votre agenda."
          : `Vos ${count} rendez-vous de carrière sont fixés. Votre convocation est jointe à ce message, avec une invitation par rendez-vous pour votre agenda.`,
    },
    reissued: {
      subject: fr`Convocation modifiée : vos rendez-vous de carrière`,
      body: fr`Un de vos rendez-vous a été modifié. La convocation jointe remplace la précédente ; les invitations jointes mettent votre agenda à jour.`,
    },
    maintained: {
      subject: "Vos rendez-vous de carrière sont maintenus",
      body: fr`Votre demande de report a été examinée. Votre convocation reste valable ; nous vous invitons à y répondre de nouveau.`,
      line: (appointment, reason) =>
        fr`${appointment.label}, ${when(appointment)} : maintenu. Motif : ${reason}`,
    },
    cancelled: {
      subject: "Annulation de vos rendez-vous de carrière",
      body: (reason) =>
        fr`Vos rendez-vous de carrière sont annulés. Motif : ${reason}\nLes invitations jointes les retirent de votre agenda.`,
    },
    agentAnswered: {
      subject: (agent) => fr`Rendez-vous de carrière : réponse de ${agent}`,
      accepted: "L'agent a accepté l'ensemble des rendez-vous.",
      postponement: (labels, reason) =>
        fr`L'agent demande le report de : ${labels.join(", ")}.${reason === undefined ? "" : fr` Motif : ${reason}`}`,
    },
    remindEvaluator: {
      subject: (campaign) => fr`Rappel : rendez-vous de carrière à fixer (${campaign})`,
      body: (agents) =>
        agents === 1
          ? fr`Vous n'avez pas encore fixé vos rendez-vous avec l'agent suivant :`
          : fr`Vous n'avez pas encore fixé vos rendez-vous avec les ${agents} agents suivants :`,
    },
    remindAgent: {
      subject: fr`Rappel : votre convocation attend votre réponse`,
      body: fr`Votre convocation aux rendez-vous de carrière attend votre réponse : vous pouvez l'accepter ou demander un report depuis le portail agent.`,
    },
    line: (appointment) =>
      fr`${appointment.label} (${appointment.evaluator}) : ${when(appointment)}`,
    calendarSummary: (label) => fr`Rendez-vous de carrière : ${label}`,
    calendarFileName: (word) => `${word}.ics`,
  },
}

const zoneNamesFr: Readonly<Record<string, string>> = {
  "Europe/Paris": "heure de Paris",
  "America/Guadeloupe": "heure de la Guadeloupe",
  "America/St_Barthelemy": "heure de Saint-Barthélemy",
  "America/Marigot": "heure de Saint-Martin",
  "America/Martinique": "heure de la Martinique",
  "America/Cayenne": "heure de la Guyane",
  "America/Miquelon": "heure de Saint-Pierre-et-Miquelon",
  "Indian/Reunion": "heure de La Réunion",
  "Indian/Mayotte": "heure de Mayotte",
  "Pacific/Noumea": "heure de Nouvelle-Calédonie",
  "Pacific/Wallis": "heure de Wallis-et-Futuna",
  "Pacific/Tahiti": "heure de Tahiti",
  "Pacific/Marquesas": "heure des Marquises",
  "Pacific/Gambier": "heure des Gambier",
}
