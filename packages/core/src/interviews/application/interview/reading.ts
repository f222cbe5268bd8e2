/**
 * What people read of one interview: the file with its history and its circuit, its report, its
 * preparation; and the interviews of an agent. Whoever reads a file of somebody else leaves a trace.
 *
 * @requirement ENT-08
 * @requirement ENT-28
 * @requirement CAM-24
 */
import * as Effect from "effect/Effect"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { DocumentContent } from "../../../kernel/document.ts"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import type { ListQuery } from "../../../kernel/listing.ts"
import {
  AccessLog,
  PersonnelFile,
  Storage,
  type StorageUnavailable,
  Views,
} from "../../../kernel/ports.ts"
import { interviewKey, type InterviewName, interviewRef, interviewType } from "../../aggregates.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import {
  blankReportDocument,
  preparationDocument,
  reportDocument,
} from "../../interview/documents.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import { mayRead, mayReadDraft } from "../../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../../interview/state.ts"
import { agentInterviews } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { now, readCampaign, todayIn, unknownInterview } from "../act.ts"
import { authorOn } from "../delegated.ts"
import { interviewDetail } from "./detail.ts"
import type { ApplicationRefusal } from "../refusals.ts"

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

/** An interview with who may read it, as whom he does, and the day at the place. */
export interface Readable extends LoadedInterview {
  readonly today: CivilDate
  readonly reader: Actor
}

/** Gives an interview to somebody who may read it; `what` names the act that is refused otherwise. */
export const admitReader = Effect.fnUntraced(function* ({ by, interview }: Reading, what: string) {
  const { tenant } = interview
  const loaded = yield* loadInterview(interview)
  const today = yield* todayIn(loaded.terms)
  const author = yield* authorOn(loaded.state.agent.id, { tenant, by, today })
  const found: Readable = { ...loaded, today, reader: author.by }
  return mayRead(found.reader, loaded.state) ? found : yield* notAllowed(what, by)
})

/**
 * Gives what is read of an interview to somebody who may read it, and leaves a trace of `what` was
 * read unless it is the agent's own file. A reading that is refused leaves none.
 */
export const readInterview = <A, E, R>(
  reading: Reading,
  what: string,
  read: (found: Readable) => Effect.Effect<A, E, R>,
) =>
  Effect.gen(function* () {
    const { tenant } = reading.interview
    const found = yield* admitReader(reading, what)
    const answer = yield* read(found)
    const { reader, state } = found
    const { id } = state.agent
    if (reader.person === id) return answer
    const log = yield* AccessLog
    const { kind } = interviewType
    const key = interviewKey(reading.interview)
    yield* log.record({ tenant, at: yield* now, by: reader, what, kind, key, concerns: id })
    return answer
  })

/** Gives one interview as a screen shows it, to the people whom it concerns. */
export const consultInterview = Effect.fn("interviews.consultInterview")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "interview", ({ state, terms, today, reader, version }) =>
    Effect.succeed({
      version,
      detail: interviewDetail({ state, terms, by: reader, today, wording }),
    }),
  )
})

/**
 * Gives the report as it stands: communicated or closed to everybody concerned, as a draft to the
 * superior alone.
 */
export const readReport = Effect.fn("interviews.readReport")(function* (reading: Reading) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "interview-report", ({ state, terms, reader }) => {
    const isReadable = isReported(state) || (state._tag === "held" && mayReadDraft(reader, state))
    return isReadable
      ? Effect.succeed({
          content: reportDocument(state, terms, wording),
          fileName: wording.documents.report.fileName(state.agent.id, state.year),
        })
      : notAvailable(reading.interview)
  })
})

/** Gives the report template of the interview as a blank report to fill. */
export const readBlankReport = Effect.fn("interviews.readBlankReport")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "blank-report", ({ state, terms }) =>
    Effect.succeed({
      content: blankReportDocument(state, terms, wording),
      fileName: wording.documents.report.blankFileName(state.year),
    }),
  )
})

/**
 * Gives the superior's preparation file: the report of the year before as the personnel file has it,
 * the points of his notes, the reminders of conduct (ENT-08).
 */
export const readPreparation = Effect.fn("interviews.readPreparation")(function* (
  reading: Reading,
) {
  const { wording } = yield* InterviewsSetup
  return yield* readInterview(reading, "interview-preparation", ({ state, terms, reader }) =>
    Effect.gen(function* () {
      if (!mayReadDraft(reader, state)) return yield* notAllowed("readPreparation", reading.by)
      const former = yield* formerReport(reading.interview)
      return {
        content: preparationDocument({ state, terms, former }, wording),
        fileName: wording.documents.preparation.fileName(state.agent.id, state.year),
      }
    }),
  )
})

/** Gives the report of the year before to who may read this year's interview (ENT-28). */
export const readFormerReport = Effect.fn("interviews.readFormerReport")(function* (
  reading: Reading,
) {
  const { interview } = reading
  return yield* readInterview(reading, "former-interview-report", () =>
    Effect.flatMap(formerReport(interview), (former) =>
      former === undefined
        ? notAvailable({ ...interview, year: interview.year - 1 })
        : Effect.succeed(former),
    ),
  )
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
  return yield* views.page(agentInterviews, tenant, { ...query, scope: by.person })
})

/** The key of an interview's report in the personnel file. */
export const filedKey = (name: InterviewName): string => `interview-report/${interviewKey(name)}`

/**
 * The key of the final report that an appeal led to, beside the one against which it was lodged; a
 * committee may have the report revised again.
 */
export const finalKey = (name: InterviewName, revisedOn: CivilDate): string =>
  `${filedKey(name)}/final/${revisedOn}`

// It is read where it was filed: it stays there when the campaign of that year is deleted. Of the
// report and what an appeal made of it, the one filed last is the one that counts.
const formerReport = (interview: InterviewName) =>
  Effect.gen(function* () {
    const file = yield* PersonnelFile
    const key = filedKey({ ...interview, year: interview.year - 1 })
    const filed = yield* file.list(interview.tenant, interview.agent)
    const own = filed.filter((one) => one.key === key || one.key.startsWith(`${key}/`))
    const found = own.findLast((one) => one.key !== key) ?? own[0]
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
