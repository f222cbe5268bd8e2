/** What the use cases of interviews are set up with. */
import * as Context from "effect/Context"
import type { Zone } from "../kernel/calendar.ts"
import type { Wording } from "./wording.ts"

/** The choices of a portal. */
export class InterviewsSetup extends Context.Service<
  InterviewsSetup,
  {
    /** The texts of mails and papers. */
    readonly wording: Wording
    /** The address under which people reach the portal, without a slash at its end. */
    readonly publicUrl: string
    /** An export is attached to its mail up to this size in all; beyond it a link is sent. */
    readonly attachmentLimitBytes: number
    /** For how many days the files of an export are kept. */
    readonly exportDays: number
    /** How many PDF files go in one archive, at most. */
    readonly interviewsPerArchive: number
    /** How many reminders a manager gets of one campaign within so many days, at most. */
    readonly reminderCap: { readonly count: number; readonly days: number }
    /** Where the moments at which lists are edited are printed; Paris when absent. */
    readonly zone?: Zone
  }
>()("core/interviews/InterviewsSetup") {}
