/**
 * The exports that are papers: one PDF an interview, in one archive or several when there is more
 * than one; an agent's own file. Whoever has the interview of somebody else printed leaves a trace.
 *
 * @requirement CAM-14
 * @requirement CAM-22
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { CampaignId, PersonId } from "../../../kernel/identity.ts"
import {
  AccessLog,
  type ArchivedFile,
  Archiver,
  DocumentRenderer,
  DocumentStorage,
  PersonnelFile,
} from "../../../kernel/ports.ts"
import { interviewKey, type InterviewName, interviewRef, interviewType } from "../../aggregates.ts"
import { interviewDocument, ownFileDocument } from "../../interview/documents.ts"
import { readable, readableActs } from "../../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../../interview/state.ts"
import { campaignInterviews } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import { now, readCampaign } from "../act.ts"
import { agentKeys, allRows, interviewsOfKeys, loadMany } from "../campaign/pages.ts"
import { bytesOf, type Making } from "./making.ts"
import { filesIn } from "../interview/kept-files.ts"
import { filedKey } from "../interview/reading.ts"

const zip = "application/zip"

/** How many interviews are loaded at a time, and told of as progress. */
const groupLength = 100

/** Makes the papers of all interviews of a campaign that are not deleted, by manager. */
export const campaignPapers = <F>(
  making: Making<F>,
  { campaign }: { readonly campaign: CampaignId },
) =>
  Effect.gen(function* () {
    const rows = yield* allRows(campaignInterviews, making.tenant, {
      scope: campaign,
      filters: { status: ["not-planned", "planned", "held", "closing", "closed"] },
      sort: { column: "manager", direction: "ascending" },
    })
    const keys = rows.map(({ key }) => key)
    return yield* papers(making, { campaign, names: interviewsOfKeys(making.tenant, keys) })
  })

/** Makes the papers of some interviews of one campaign: a PDF of one, archives of more. */
export const papers = <F>(
  making: Making<F>,
  {
    campaign,
    names,
  }: { readonly campaign: CampaignId; readonly names: ReadonlyArray<InterviewName> },
) =>
  Effect.gen(function* () {
    const { wording, interviewsPerArchive } = yield* InterviewsSetup
    const archiver = yield* Archiver
    const { state } = yield* readCampaign(making.tenant, campaign)
    let done = 0
    const told = (count: number) => {
      done += count
      return making.progress(done, names.length)
    }
    const printing = { making, terms: state.terms, told }
    if (names.length === 1) {
      const [file] = yield* Stream.runCollect(printed(names, printing))
      if (file !== undefined) yield* making.keep({ ...file, mediaType: "application/pdf" })
      return done
    }
    const archives = inGroups(names, interviewsPerArchive)
    for (const [index, group] of archives.entries()) {
      const bytes = yield* bytesOf(archiver.zip(printed(group, printing)))
      const fileName =
        archives.length === 1
          ? wording.campaign.printed.fileName(campaign)
          : wording.exports.archive(campaign, index + 1)
      yield* making.keep({ fileName, bytes, mediaType: zip })
    }
    return done
  })

const inGroups = <Item>(
  items: ReadonlyArray<Item>,
  length: number,
): ReadonlyArray<ReadonlyArray<Item>> =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  )

interface Printing<F> {
  readonly making: Making<F>
  readonly terms: CampaignTerms
  readonly told: (count: number) => ReturnType<Making<F>["progress"]>
}

// An interview that was deleted since is left out.
const printed = <F>(names: ReadonlyArray<InterviewName>, { making, terms, told }: Printing<F>) =>
  Stream.fromIterable(inGroups(names, groupLength)).pipe(
    Stream.mapEffect((group) =>
      Effect.gen(function* () {
        const loaded = yield* loadMany(group.map(interviewRef))
        const opened = loaded.flatMap(({ state }) =>
          state._tag === "none" || state._tag === "deleted" ? [] : [state],
        )
        const files = yield* Effect.forEach(opened, (state) => printedOne(state, terms, making))
        yield* told(opened.length)
        return files
      }),
    ),
    Stream.flatMap((files) => Stream.fromIterable(files)),
  )

const printedOne = <F>(
  state: OpenedInterview,
  terms: CampaignTerms,
  { tenant, asked }: Making<F>,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const renderer = yield* DocumentRenderer
    const log = yield* AccessLog
    const { by } = asked.request
    const { type, year, agent } = state
    yield* log.record({
      tenant,
      at: yield* now,
      by,
      what: "interview-print",
      kind: interviewType.kind,
      key: interviewKey({ type, year, agent: agent.id }),
      concerns: agent.id,
    })
    const content = interviewDocument(readable(by, state), terms, wording)
    const { bytes } = yield* renderer.render(content)
    return { fileName: paperName(state, wording), bytes } satisfies ArchivedFile
  })

const paperName = (state: OpenedInterview, { documents }: Wording): string =>
  isReported(state)
    ? documents.report.fileName(state.agent.id, state.year)
    : documents.file.sheetFileName(state.agent.id, state.year)

/**
 * Makes an agent's own file: for each interview its history, its report once it was communicated
 * and the files that were sent with it; and what the personnel file has of earlier ones.
 */
export const ownFile = <F>(making: Making<F>, { agent }: { readonly agent: PersonId }) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const archiver = yield* Archiver
    const { tenant, keep, progress } = making
    const names = interviewsOfKeys(tenant, yield* agentKeys(tenant, agent))
    const loaded = yield* loadMany(names.map(interviewRef))
    const files: Array<ArchivedFile> = []
    for (const { state } of loaded) {
      if (state._tag !== "none") files.push(...(yield* filesOfOne(state, making)))
    }
    files.push(...(yield* filedBefore(making, { agent, names })))
    yield* progress(names.length, names.length)
    const bytes = yield* bytesOf(archiver.zip(Stream.fromIterable(unique(files))))
    yield* keep({ fileName: wording.exports.ownFileName(agent), bytes, mediaType: zip })
    return names.length
  })

const filesOfOne = <F>(state: OpenedInterview, { tenant, asked }: Making<F>) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const renderer = yield* DocumentRenderer
    const { terms } = (yield* readCampaign(tenant, state.campaign)).state
    const { by } = asked.request
    const [first, ...others] = readableActs(by, state)
    const read = readable(by, state)
    const own = first === undefined ? read : { ...read, acts: [first, ...others] as const }
    const { id } = state.agent
    const history = yield* renderer.render(ownFileDocument(own, terms, wording))
    const files: Array<ArchivedFile> = [
      { fileName: wording.documents.file.fileName(id, state.year), bytes: history.bytes },
    ]
    if (isReported(state)) {
      const report = yield* renderer.render(interviewDocument(read, terms, wording))
      files.push({ fileName: paperName(state, wording), bytes: report.bytes })
    }
    return [...files, ...(yield* attached(state, tenant))]
  })

// What was sent to the agent: attachments of a draft are the superior's own until he has signed it.
const attached = (state: OpenedInterview, tenant: InterviewName["tenant"]) =>
  Effect.gen(function* () {
    const documents = yield* DocumentStorage
    const files = [
      ...filesIn(state.acts.filter(({ _tag }) => _tag === "InterviewProposed")),
      ...(isReported(state) ? state.report.attachments : []),
    ]
    const found = yield* Effect.forEach(files, ({ fileName, key }) =>
      Effect.map(documents.get(tenant, key), (file) =>
        file === undefined ? [] : [{ fileName, bytes: file.bytes }],
      ),
    )
    return found.flat()
  })

const filedBefore = <F>(
  { tenant }: Making<F>,
  { agent, names }: { readonly agent: PersonId; readonly names: ReadonlyArray<InterviewName> },
) =>
  Effect.gen(function* () {
    const renderer = yield* DocumentRenderer
    const personnel = yield* PersonnelFile
    const printedKeys = new Set(names.map(filedKey))
    const filed = yield* personnel.list(tenant, agent)
    return yield* Effect.forEach(
      filed.filter(({ key }) => !printedKeys.has(key)),
      ({ fileName, content }) =>
        Effect.map(renderer.render(content), ({ bytes }) => ({ fileName, bytes })),
    )
  })

// Two files of one name would hide each other when the archive is unpacked.
const unique = (files: ReadonlyArray<ArchivedFile>): ReadonlyArray<ArchivedFile> => {
  const seen = new Map<string, number>()
  return files.map(({ fileName, bytes }) => {
    const times = (seen.get(fileName) ?? 0) + 1
    seen.set(fileName, times)
    return { fileName: times === 1 ? fileName : `${times}-${fileName}`, bytes }
  })
}
