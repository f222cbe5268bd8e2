/**
 * What people read of one interview: the file with its history and its circuit, the report, the
 * preparation, the deadlines and their proof; and the interviews of an agent. Reading a file leaves
 * a trace.
 *
 * @requirement ENT-08
 * @requirement ENT-28
 * @requirement CAM-24
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../kernel/calendar.ts"
import type { DocumentContent } from "../../kernel/document.ts"
import { type Actor, responsiblePerson, type TenantId } from "../../kernel/identity.ts"
import type { ListQuery } from "../../kernel/listing.ts"
import { AccessLog, PersonnelFile, Storage, Views } from "../../kernel/ports.ts"
import {
  appealRef,
  interviewKey,
  type InterviewName,
  interviewRef,
  interviewType,
} from "../aggregates.ts"
import {
  blankReportDocument,
  deadlineProofDocument,
  preparationDocument,
  reportDocument,
} from "../interview/documents.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import {
  couldBeDone,
  deadlineFeed,
  deadlinesOf,
  isDeadlineAct,
} from "../interview/rules/deadlines.ts"
import { mayRead, mayReadReport } from "../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../interview/state.ts"
import { agentInterviews } from "../interview/views.ts"
import { InterviewsSetup } from "../ports.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { now, readCampaign, todayIn, unknownInterview } from "./act.ts"
import { type InterviewDetail, interviewDetail } from "./detail.ts"
import type { ApplicationRefusal } from "./refusals.ts"
