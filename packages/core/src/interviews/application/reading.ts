/**
 * What people read of one interview: the file with its history and its circuit, its report, its
 * preparation; and the interviews of an agent. Whoever reads a file of somebody else leaves a trace.
 *
 * @requirement ENT-08
 * @requirement ENT-28
 * @requirement CAM-24
 */
import * as Effect from "effect/Effect"
import type { DocumentContent } from "../../kernel/document.ts"
import { type Actor, responsiblePerson, type TenantId } from "../../kernel/identity.ts"
import type { ListQuery } from "../../kernel/listing.ts"
import {
  AccessLog,
  PersonnelFile,
  Storage,
  type StorageUnavailable,
  Views,
} from "../../kernel/ports.ts"
import { interviewKey, type InterviewName, interviewRef, interviewType } from "../aggregates.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import { blankReportDocument, preparationDocument, reportDocument } from "../interview/documents.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import { mayRead, mayReadDraft } from "../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../interview/state.ts"
import { agentInterviews } from "../interview/views.ts"
import { InterviewsSetup } from "../ports.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { now, readCampaign, todayIn, unknownInterview } from "./act.ts"
import { withDelegation } from "./delegated.ts"
import { interviewDetail } from "./detail.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** An interview that exists, with the terms of its campaign and its version. */
export interface LoadedInterview {
  readonly state: OpenedInterview
  readonly terms: CampaignTerms
  readonly version: number
}

/** Gives an interview, whoever asks; refuses an unknown one by `interview.unknown`. */
export const loadInterview = (
  interview: InterviewName,
): Effect.Effect<
  LoadedInterview,
  ApplicationRefusal | CampaignRefusal | StorageUnavailable,
  Storage
> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [{ state, version }] = yield* storage.load([interviewRef(interview)])
    if (state._tag === "none") return yield* Effect.fail(unknownInterview(interview))
    const campaign = yield* readCampaign(interview.tenant, state.campaign)
    return { state, terms: campaign.state.terms, version }
  })

/** Who reads which interview. */
export interface Reading {
  readonly by: Actor
  readonly interview: InterviewName
}

/**
 * Gives an interview to somebody who may read it, and leaves a trace of `what` was read unless it is
 * the agent's own file.
 */
export const readInterview = Effect.fnUntraced(function* (
  { by, interview }: Reading,
  what: string,
) {
  const { tenant } = interview
  const loaded = yield* loadInterview(interview)
  const today = yield* todayIn(loaded.terms)
  const reader = (yield* withDelegation(tenant, by, today)).by
  if (!mayRead(reader, loaded.state)) return yield* notAllowed(what, by)
  const { id } = loaded.state.agent
  if (reader.person !== id) {
    const log = yield* AccessLog
    const { kind } = interviewType
    const key = interviewKey(interview)
    yield* log.record({ tenant, at: yield* now, by: reader, what, kind, key, concerns: id })
  }
  return { ...loaded, today, reader }
})

/** Gives one interview as a screen shows it, to the people whom it concerns. */
export const consultInterview = Effect.fn("interviews.consultInterview")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  const { state, terms, today, reader, version } = yield* readInterview(reading, "interview")
  return { version, detail: interviewDetail({ state, terms, by: reader, today, wording }) }
})

/**
 * Gives the report as it stands: communicated or closed to everybody concerned, as a draft to the
 * superior alone.
 */
export const readReport = Effect.fn("interviews.readReport")(function* (reading: Reading) {
  const { wording } = yield* InterviewsSetup
  const { state, terms, reader } = yield* readInterview(reading, "interview-report")
  const isReadable = isReported(state) || (state._tag === "held" && mayReadDraft(reader, state))
  if (!isReadable) return yield* notAvailable(reading.interview)
  return {
    content: reportDocument(state, terms, wording),
    fileName: wording.documents.report.fileName(state.agent.id, state.year),
  }
})

/** Gives the report template of the interview as a blank report to fill. */
export const readBlankReport = Effect.fn("interviews.readBlankReport")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  const { state, terms } = yield* readInterview(reading, "blank-report")
  return {
    content: blankReportDocument(state, terms, wording),
    fileName: wording.documents.report.blankFileName(state.year),
  }
})

/**
 * Gives the superior's preparation file: the report of the year before as the personnel file has it,
 * the points of his notes, the reminders of conduct (ENT-08).
 */
export const readPreparation = Effect.fn("interviews.readPreparation")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  const { state, terms, reader } = yield* readInterview(reading, "interview-preparation")
  if (!mayReadDraft(reader, state)) return yield* notAllowed("readPreparation", reading.by)
  const former = yield* formerReport(reading.interview)
  return {
    content: preparationDocument({ state, terms, former }, wording),
    fileName: wording.documents.preparation.fileName(state.agent.id, state.year),
  }
})

/** Gives the report of the year before to who may read this year's interview (ENT-28). */
export const readFormerReport = Effect.fn("interviews.readFormerReport")(function* (
  reading: Reading,
) {
  yield* readInterview(reading, "former-interview-report")
  const former = yield* formerReport(reading.interview)
  return former ?? (yield* notAvailable({ ...reading.interview, year: reading.interview.year - 1 }))
})

/** Gives the interviews of the reader as an agent. */
export const myInterviews = Effect.fn("interviews.myInterviews")(function* (
  { by, tenant }: { readonly by: Actor; readonly tenant: TenantId },
  query: Omit<ListQuery, "scope">,
) {
  if (by.capacity !== "agent" || by.onBehalfOf !== undefined) {
    return yield* notAllowed("myInterviews", by)
  }
  const views = yield* Views
  return yield* views.page(agentInterviews, tenant, { ...query, scope: responsiblePerson(by) })
})

/** The key of an interview's report in the personnel file. */
export const filedKey = (name: InterviewName): string => `interview-report/${interviewKey(name)}`

// It is read where it was filed: it stays there when the campaign of that year is deleted.
const formerReport = (interview: InterviewName) =>
  Effect.gen(function* () {
    const file = yield* PersonnelFile
    const key = filedKey({ ...interview, year: interview.year - 1 })
    const filed = yield* file.list(interview.tenant, interview.agent)
    const found = filed.find((document) => document.key === key)
    return found === undefined
      ? undefined
      : ({ content: found.content, fileName: found.fileName } satisfies {
          content: DocumentContent
          fileName: string
        })
  })

const notAllowed = (command: string, by: Actor) =>
  Effect.fail<InterviewRefusal>({ _tag: "actor.not-allowed", command, capacity: by.capacity })

const notAvailable = ({ type, year, agent }: InterviewName) =>
  Effect.fail<ApplicationRefusal>({ _tag: "report.not-available", type, year, agent })
