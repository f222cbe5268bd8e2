/** What the use cases of exam missions need from outside besides the kernel's ports. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Zone } from "../kernel/calendar.ts"
import type { PersonId, TenantId, Uai } from "../kernel/identity.ts"
import type { ListQuery, ListRefusal, Page } from "../kernel/listing.ts"
import type { Mailbox } from "../kernel/message.ts"
import type { StorageUnavailable } from "../kernel/ports.ts"
import type { ExamOffer } from "./competence/regulation.ts"
import type { StaffColumns, StaffLine, StaffPeriod } from "./consultation/model.ts"
import type { Wording } from "./wording.ts"

/** The choices of a portal. */
export class ExamMissionsSetup extends Context.Service<
  ExamMissionsSetup,
  {
    /** The texts of mails, papers and lists. */
    readonly wording: Wording
    /** The zone of the academy, in which days and hours are read. */
    readonly zone: Zone
    /** The name of the academy, as pages and papers recall it (UI-13). */
    readonly academy: string
    /** Who is told of the validations of competences in the management service. */
    readonly managementService: Mailbox
    /** Which exams are offered to which categories of schools. */
    readonly examOffer: ExamOffer
  }
>()("core/exam-missions/ExamMissionsSetup") {}

/**
 * What is asked of the personnel of a school, or of the whole academy when no school is named:
 * there each person is one line, that of the main post. The filters of the query are empty; its
 * sort column is one of `columns`. A keyword bears on what these columns show; the label of a mark
 * comes as one of `shown`, under the filter `competences-defined` (`yes` or `no`). What is told of
 * convocations and competences is looked up for their columns alone: without them a line has `null`
 * and `false`.
 */
export interface StaffQuery extends Omit<ListQuery, "scope" | "filters"> {
  readonly school?: Uai
  readonly period?: StaffPeriod
  readonly columns: StaffColumns
}

/** Finds the personnel with what several folders know of them: posts, periods, convocations. */
export class StaffDirectory extends Context.Service<
  StaffDirectory,
  {
    /**
     * Gives one page of the personnel; dates are searched as printed, dd/MM/yyyy. A person is
     * available in a period when no declared or imported unavailability touches it; convened in it
     * when a date of a convened assignment lies in it.
     */
    readonly page: (
      tenant: TenantId,
      query: StaffQuery,
    ) => Effect.Effect<Page<StaffLine>, ListRefusal | StorageUnavailable>
    /** Gives one person of a school, or nothing when he or she does not work there. */
    readonly member: (
      tenant: TenantId,
      school: Uai,
      person: PersonId,
    ) => Effect.Effect<StaffLine | undefined, StorageUnavailable>
  }
>()("core/exam-missions/StaffDirectory") {}
