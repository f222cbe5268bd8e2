/**
 * An agent's own file (dossier d'entretiens de l'agent): all that is kept of him, in one archive.
 *
 * @requirement CAM-22
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { PersonId } from "../../../kernel/identity.ts"
import {
  AccessLog,
  type ArchivedFile,
  Archiver,
  DocumentRenderer,
  DocumentStorage,
  PersonnelFile,
  type SheetCell,
  type SheetColumn,
  SheetWriter,
} from "../../../kernel/ports.ts"
import { appealRef, type InterviewName, interviewRef } from "../../aggregates.ts"
import { appealDocument, finalReportDocument } from "../../appeal/documents.ts"
import { revisions } from "../../appeal/rules/final-reports.ts"
import type { LodgedAppeal } from "../../appeal/state.ts"
import { interviewDocument, ownFileDocument } from "../../interview/documents.ts"
import { readable, readableActs } from "../../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../../interview/state.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { readCampaign } from "../act.ts"
import { agentKeys, interviewsOfKeys, loadMany } from "../campaign/pages.ts"
import { filesIn } from "../interview/kept-files.ts"
import { filedKey, finalKey } from "../interview/reading.ts"
import { bytesOf, type Making } from "./making.ts"
import { paperName, zip } from "./papers.ts"

/**
 * Makes an agent's own file: for each interview its history, its report once it was communicated,
 * the files that were sent with it, its appeal with each final report; what the personnel file has
 * beside these; and who has consulted any of it.
 */
export const ownFile = <F>(making: Making<F>, { agent }: { readonly agent: PersonId }) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const archiver = yield* Archiver
    const { tenant, keep, progress } = making
    const names = interviewsOfKeys(tenant, yield* agentKeys(tenant, agent))
    const loaded = yield* loadMany(names.map(interviewRef))
    const appeals = yield* loadMany(names.map(appealRef))
    const files: Array<ArchivedFile> = []
    const printed = new Set<string>()
    for (const [index, name] of names.entries()) {
      const state = loaded[index]?.state
      const appeal = appeals[index]?.state
      if (state === undefined || state._tag === "none") continue
      const { terms } = (yield* readCampaign(tenant, state.campaign)).state
      files.push(...(yield* filesOfOne(state, terms, making)))
      printed.add(filedKey(name))
      if (appeal === undefined || appeal._tag === "none") continue
      files.push(...(yield* filesOfAppeal(appeal, terms)))
      for (const { final } of revisions(appeal)) printed.add(finalKey(name, final.revisedOn))
    }
    files.push(...(yield* filedBefore(making, { agent, printed })))
    files.push(...(yield* consultations(making, agent)))
    yield* progress(names.length, names.length)
    const bytes = yield* bytesOf(archiver.zip(Stream.fromIterable(unique(files))))
    yield* keep({ fileName: wording.exports.ownFileName(agent), bytes, mediaType: zip })
    return names.length
  })

const filesOfOne = <F>(
  state: OpenedInterview,
  terms: CampaignTerms,
  { tenant, asked }: Making<F>,
) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const renderer = yield* DocumentRenderer
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

const filesOfAppeal = (state: LodgedAppeal, terms: CampaignTerms) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const renderer = yield* DocumentRenderer
    const { id } = state.agent
    const appeal = yield* renderer.render(appealDocument(state, terms, wording))
    const files: Array<ArchivedFile> = [
      { fileName: wording.appeal.fileName(id, state.year), bytes: appeal.bytes },
    ]
    for (const revised of revisions(state)) {
      const { bytes } = yield* renderer.render(finalReportDocument(revised, terms, wording))
      files.push({ fileName: wording.documents.report.finalFileName(id, state.year), bytes })
    }
    return files
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
  { agent, printed }: { readonly agent: PersonId; readonly printed: ReadonlySet<string> },
) =>
  Effect.gen(function* () {
    const renderer = yield* DocumentRenderer
    const personnel = yield* PersonnelFile
    const filed = (yield* personnel.list(tenant, agent)).filter(({ key }) => !printed.has(key))
    const files = yield* Effect.forEach(filed, ({ fileName, content, attachments }) =>
      Effect.map(renderer.render(content), ({ bytes }): ReadonlyArray<ArchivedFile> => [
        { fileName, bytes },
        ...attachments.map((one) => ({ fileName: one.fileName, bytes: one.bytes })),
      ]),
    )
    return files.flat()
  })

/** How many consultations are listed at most, the newest. */
const consultationLimit = 10_000

const consultations = <F>({ tenant }: Making<F>, concerns: PersonId) =>
  Effect.gen(function* () {
    const { wording } = yield* InterviewsSetup
    const log = yield* AccessLog
    const traces = yield* log.list({ tenant, concerns, limit: consultationLimit })
    if (traces.length === 0) return []
    const writer = yield* SheetWriter
    const { name, columns, fileName } = wording.exports.consultations
    const rows = traces.map(({ at, by, what, key }): ReadonlyArray<SheetCell> => [
      at,
      by.person,
      wording.capacities[by.capacity],
      what,
      key,
    ])
    const sheet = {
      name,
      columns: columns.map((label): SheetColumn => ({ label, kind: "text", width: 30 })),
      rows: Stream.fromIterable(rows),
    }
    return [{ fileName, bytes: yield* bytesOf(writer.csv(sheet)) }]
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
