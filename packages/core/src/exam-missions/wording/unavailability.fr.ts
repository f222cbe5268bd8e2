/** What people read of unavailability in French. */
import { shortDate } from "../../kernel/calendar.ts"
import { fr } from "../../kernel/text.ts"
import type { Moment, Origin, UnavailabilityPeriod } from "../unavailability/model.ts"
import { assignmentDateFr } from "./assignment-dates.ts"
import type { ToldPeriod, UnavailabilityWords } from "./unavailability-words.ts"

const minute = ({ date, time }: Moment): string => `${shortDate(date)} ${time}`

/**
 * Gives a period in French.
 * @example periodOfFr({ start: { date: "2014-06-01", time: "00:00" }, end: { date: "2014-09-30", time: "23:59" } }) // => "du 01/06/2014 00:00 au 30/09/2014 23:59"
 */
export const periodOfFr = ({ start, end }: UnavailabilityPeriod): string =>
  `du ${minute(start)} au ${minute(end)}`

const originFr = (origin: Origin, name: string | null): string => {
  switch (origin._tag) {
    case "school":
      return name === null ? `établissement ${origin.school}` : `${name} (${origin.school})`
    case "epp":
      return "EPP"
    case "sirhen":
      return "SIRHEN"
    case "academy":
      return fr`IMAG'IN, académie : ${name ?? origin.code}`
    default:
      return origin satisfies never
  }
}

const missionLine = ({ number, exam, missionType, dates }: ToldPeriod["missions"][number]) =>
  fr`Mission ${number} : ${exam} ; ${missionType} ; ${dates}`

/** The French texts. */
export const unavailabilityFr: UnavailabilityWords = {
  title: "Indisponibilités",
  columns: {
    startDate: "Date de début",
    startTime: "Heure de début",
    endDate: "Date de fin",
    endTime: "Heure de fin",
    reason: "Motif",
    origin: "Origine",
  },
  origin: originFr,
  suggestions: [
    "STAGE DE FORMATION CONTINUE",
    "SECRETARIAT EXAMEN DNB",
    "VOYAGE SCOLAIRE",
    "ABSENCE",
  ],
  assignmentDate: assignmentDateFr,
  warnings: {
    "unavailability.in-past": ({ period }) =>
      fr`La période ${periodOfFr(period)} est déjà passée ; elle est enregistrée.`,
    "unavailability.overlaps": ({ period, origin }) =>
      fr`La période recouvre en partie une autre indisponibilité de cette personne, ${periodOfFr(period)} (${originFr(origin, null)}) ; les deux sont enregistrées.`,
  },
  mail: {
    // A name after a colon needs no elision.
    subject: ({ person, period }) => fr`Indisponibilité : ${person}, ${periodOfFr(period)}`,
    paragraphs: (manager, told) => [
      `Bonjour ${manager},`,
      fr`${told.person} est indisponible ${periodOfFr(told.period)}. Origine : ${originFr(told.origin, told.schoolName)}.`,
      told.missions.length === 1
        ? fr`Une mission d'un examen dont vous avez la charge tombe dans cette période :`
        : fr`${told.missions.length} missions d'examens dont vous avez la charge tombent dans cette période :`,
      ...told.missions.map(missionLine),
      fr`Les affectations n'ont pas été modifiées : il vous revient de les revoir si nécessaire.`,
    ],
  },
  withdrawal: {
    subject: ({ person, period }) => fr`Indisponibilité retirée : ${person}, ${periodOfFr(period)}`,
    paragraphs: (manager, told) => [
      `Bonjour ${manager},`,
      fr`L'indisponibilité de ${told.person} ${periodOfFr(told.period)} est retirée. Origine : ${originFr(told.origin, told.schoolName)}.`,
      told.missions.length === 1
        ? fr`Elle ne touche plus cette mission d'un examen dont vous avez la charge :`
        : fr`Elle ne touche plus ces ${told.missions.length} missions d'examens dont vous avez la charge :`,
      ...told.missions.map(missionLine),
    ],
  },
}
