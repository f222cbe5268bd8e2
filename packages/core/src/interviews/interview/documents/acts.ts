/** What a history adds to the name of an act: its days, its reason, what changed. */
import { personName } from "../../../kernel/ports.ts"
import type { InterviewEvent } from "../events.ts"
import type { StepDone } from "../model.ts"
import { capitalised, type Paper } from "./paper.ts"

/** Gives the details of an act in words; empty when its name says it all. */
export const actDetails = (act: InterviewEvent, paper: Omit<Paper, "state">): string => {
  const { wording } = paper
  const { dates, documents } = wording
  const words = documents.file
  switch (act._tag) {
    case "InterviewProposed":
      return dates.long(act.meeting.date)
    case "InterviewPostponed":
      return joined(
        words.fromTo(dates.long(act.former.date), dates.long(act.meeting.date)),
        words.reason(act.reason),
      )
    case "InterviewUnplanned":
      return joined(dates.long(act.former.date), words.reason(act.reason))
    case "InterviewHeld":
      return joined(dates.long(act.date), dates.minutes(act.durationMinutes))
    case "InterviewNotHeld":
      return joined(capitalised(wording.notHeldReasons[act.reason]), act.details ?? "")
    case "SuperiorReplaced":
      return joined(
        words.fromTo(personName(act.former), personName(act.superior)),
        words.reason(act.reason),
      )
    case "AuthorityReplaced":
      return joined(
        words.fromTo(personName(act.former), personName(act.authority)),
        words.reason(act.reason),
      )
    case "InterviewDeleted":
      return act.reason === undefined ? "" : words.reason(act.reason)
    case "InterviewOpened":
    case "InterviewPrepared":
      return ""
    default:
      return reportDetails(act, paper)
  }
}

type ReportAct = Exclude<
  InterviewEvent,
  {
    readonly _tag:
      | `Interview${"Opened" | "Prepared" | "Proposed" | "Postponed" | "Unplanned"}`
      | `Interview${"Held" | "NotHeld" | "Deleted"}`
      | "SuperiorReplaced"
      | "AuthorityReplaced"
  }
>

const reportDetails = (act: ReportAct, paper: Omit<Paper, "state">): string => {
  const { wording, terms } = paper
  const { dates, documents } = wording
  const words = documents.file
  switch (act._tag) {
    case "ValidationStepCompleted":
      return stepDetails(act.done, paper)
    case "NotificationTried": {
      const { fate, means, on } = act.notification
      return joined(capitalised(wording.means[means]), wording.fates[fate], dates.long(on))
    }
    case "CommentAdded":
      return act.comment.text
    case "RevisionRequested":
    case "RevisionDeclined":
    case "ReportReturned":
      return words.reason(act.reason)
    case "InterviewClosed":
      return dates.long(act.on)
    case "ReportCorrected": {
      const section = terms.template.sections.find((one) => one.section === act.section)
      return joined(section?.label ?? act.section, words.reason(act.reason))
    }
    case "ReportDrafted":
    case "ReportHandedOver":
      return ""
    default:
      return act satisfies never
  }
}

const stepDetails = (done: StepDone, { wording }: Omit<Paper, "state">): string => {
  const { dates, documents, fates, means } = wording
  const due = dates.long(done.due ?? done.on)
  return joined(
    done.label,
    done.notification === undefined
      ? ""
      : capitalised(`${means[done.notification.means]}, ${fates[done.notification.fate]}`),
    done.refusal === undefined
      ? ""
      : documents.steps.signatureRefused(dates.long(done.on), done.refusal.witness),
    done.withoutAgent === true ? documents.steps.withoutAgent : "",
    done.lapsed ? documents.steps.lapsed(due) : done.late ? documents.steps.doneLate(due) : "",
  )
}

// One a line: reasons have signs of their own.
const joined = (...parts: ReadonlyArray<string>): string =>
  parts.filter((part) => part !== "").join("\n")
