/**
 * Filing reports in the personnel file, each with the files that belong to it: these are removed with
 * the interview or its campaign, and the personnel file keeps its own.
 *
 * @requirement ENT-26
 */
import * as Effect from "effect/Effect"
import type { Actor, TenantId } from "../../kernel/identity.ts"
import type { AttachedFile } from "../../kernel/message.ts"
import { DocumentStorage, type FiledAttachment, PersonnelFile } from "../../kernel/ports.ts"
import type { InterviewName } from "../aggregates.ts"
import { finalReportDocument } from "../appeal/documents.ts"
import { type RevisedAppeal, unfiledReports } from "../appeal/rules/final-reports.ts"
import type { Appeal } from "../appeal/state.ts"
import { reportDocument } from "../interview/documents.ts"
import type { Interview, ReportedInterview } from "../interview/state.ts"
import { InterviewsSetup } from "../ports.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { now } from "./act.ts"
import type { ApplicationRefusal } from "./refusals.ts"
import { filedKey, finalKey } from "./interview/reading.ts"

type Closed = Extract<ReportedInterview, { readonly _tag: "closed" }>

/** Files the report of a closed interview; the same report again replaces it. */
export const fileReport = (interview: InterviewName, state: Closed, terms: CampaignTerms) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const file = yield* PersonnelFile
    yield* file.file({
      tenant: interview.tenant,
      person: interview.agent,
      key: filedKey(interview),
      fileName: wording.documents.report.fileName(state.agent.id, state.year),
      filedAt: yield* now,
      content: reportDocument(state, terms, wording),
      attachments: yield* attachmentsOf(interview.tenant, state.report.attachments),
    })
  })

/** Files the final report of an appeal, beside the one against which it was lodged. */
export const fileFinalReport = (
  interview: InterviewName,
  state: RevisedAppeal,
  terms: CampaignTerms,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const file = yield* PersonnelFile
    yield* file.file({
      tenant: interview.tenant,
      person: interview.agent,
      key: finalKey(interview, state.final.revisedOn),
      fileName: wording.documents.report.finalFileName(state.agent.id, state.year),
      filedAt: yield* now,
      content: finalReportDocument(state, terms, wording),
      attachments: yield* attachmentsOf(interview.tenant, state.final.report.attachments),
    })
  })

/**
 * Refuses by `report.not-handed-over` that an interview is deleted while the personnel file waits for one
 * of its reports. Only who might delete it otherwise learns that.
 */
export const checkFiled = (
  { capacity }: Actor,
  { type, year, agent }: InterviewName,
  { interview, appeal }: { readonly interview: Interview; readonly appeal: Appeal },
): Effect.Effect<void, ApplicationRefusal> => {
  const isWaiting =
    (interview._tag === "closed" && !interview.handedOver) || unfiledReports(appeal).length > 0
  const mayDelete =
    capacity === "administrator" || (capacity === "hr-service" && interview._tag !== "closed")
  return isWaiting && mayDelete && interview._tag !== "deleted"
    ? Effect.fail({ _tag: "report.not-handed-over", type, year, agent })
    : Effect.void
}

// A file that is there no more cannot be handed over, and must not keep the report from it.
const attachmentsOf = (tenant: TenantId, files: ReadonlyArray<AttachedFile>) =>
  Effect.gen(function* () {
    const documents = yield* DocumentStorage
    const found = yield* Effect.forEach(files, ({ fileName, key }) =>
      Effect.map(documents.get(tenant, key), (file): ReadonlyArray<FiledAttachment> =>
        file === undefined ? [] : [{ fileName, ...file }],
      ),
    )
    return found.flat()
  })
