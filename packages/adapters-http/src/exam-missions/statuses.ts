/** The HTTP status of each refusal of exam missions. */
import type { ExamMissionsRefusal } from "@convoque/core/exam-missions"

const forbidden = 403
const unknown = 404
const conflict = 409
const unreadable = 422

/** The status of each refusal. */
export const statuses: { readonly [Tag in ExamMissionsRefusal["_tag"]]: number } = {
  "actor.not-allowed": forbidden,
  "actor.without-school": forbidden,
  "actor.without-manager-code": forbidden,
  "activity.closed": forbidden,
  "activity.centre-head-only": forbidden,
  "competence-entry.statement-required": unreadable,
  "competence-entry.locked": conflict,
  "competence-entry.closed": conflict,
  "competence-entry.year-too-far": unreadable,
  "competence-entry.illegal-transition": conflict,
  "competence.already-listed": conflict,
  "competence.not-found": unknown,
  "competence.no-change": conflict,
  "competence.not-author": forbidden,
  "competence.exam-not-offered": unreadable,
  "competence.exam-not-managed": forbidden,
  "unavailability.end-before-start": unreadable,
  "unavailability.duplicate": conflict,
  "unavailability.not-declared-by-you": forbidden,
  "unavailability.unknown": unknown,
  "school.unknown": unknown,
  "person.unknown": unknown,
  "person.not-in-school": unknown,
  "exam-option.unknown": unknown,
  "register.unknown": unknown,
  "period.one-at-a-time": unreadable,
  "assignment.unknown": unknown,
  "period.end-before-start": unreadable,
  "document.unprintable": unreadable,
  "import.faulty": unreadable,
  "import.repeated-keys": unreadable,
  "import.empty": unreadable,
  "import.removals-to-confirm": conflict,
  "table.malformed": unreadable,
  "xml.malformed": unreadable,
  "sts-web.malformed": unreadable,
  "sts-web.other-school": unreadable,
  "sts-web.other-year": unreadable,
  "sts-web.file-name": unreadable,
  "register.without-parts": unreadable,
}
