/**
 * The dates of an assignment as they are printed (dates de mission), verbatim from the samples in
 * French, « heures(s) » included.
 *
 * @requirement PER-16
 */
import { longDate, longDateEn, shortDate } from "../../kernel/calendar.ts"
import { fr } from "../../kernel/text.ts"
import type { AssignmentDate } from "../mission/model.ts"

/**
 * Gives a date in French.
 * @example assignmentDateFr({ _tag: "span", date: "2016-03-15", start: "09:00", end: "12:00" }) // => "Le mardi 15/03/2016 09:00 - 12:00"
 */
export const assignmentDateFr = (one: AssignmentDate): string => {
  const [weekday = ""] = longDate(one.date).split(" ")
  const day = `Le ${weekday} ${shortDate(one.date)}`
  switch (one._tag) {
    case "span":
      return `${day} ${one.start} - ${one.end}`
    case "days":
      return fr`${day} à ${one.start} Durée : ${one.days} jour(s)`
    case "hours":
      return fr`${day} à ${one.start} Durée : ${one.hours} heures(s)`
    default:
      return one satisfies never
  }
}

/**
 * Gives a date in English.
 * @example assignmentDateEn({ _tag: "span", date: "2016-03-15", start: "09:00", end: "12:00" }) // => "Tuesday 15 March 2016, 09:00 - 12:00"
 */
export const assignmentDateEn = (one: AssignmentDate): string => {
  const day = longDateEn(one.date)
  switch (one._tag) {
    case "span":
      return `${day}, ${one.start} - ${one.end}`
    case "days":
      return `${day} from ${one.start}, ${one.days} ${one.days === 1 ? "day" : "days"}`
    case "hours":
      return `${day} from ${one.start}, ${one.hours} ${one.hours === 1 ? "hour" : "hours"}`
    default:
      return one satisfies never
  }
}
