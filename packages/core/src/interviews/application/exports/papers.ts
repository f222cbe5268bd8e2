/**
 * The exports that are papers: one PDF an interview, in one archive or several when there is more
 * than one. Whoever has the interview of somebody else printed leaves a trace.
 *
 * @requirement CAM-14
 * @requirement CAM-22
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { CampaignId } from "../../../kernel/identity.ts"
import { AccessLog, type ArchivedFile, Archiver, DocumentRenderer } from "../../../kernel/ports.ts"
import { interviewKey, type InterviewName, interviewRef, interviewType } from "../../aggregates.ts"
import { interviewDocument } from "../../interview/documents.ts"
import { mayRead, readable } from "../../interview/rules/reading.ts"
import { isReported, type OpenedInterview } from "../../interview/state.ts"
import { campaignInterviews } from "../../interview/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import { now, readCampaign } from "../act.ts"
import { allRows, interviewsOfKeys, loadMany } from "../campaign/pages.ts"
import { bytesOf, type Making } from "./making.ts"

/** The media type of archives. */
export const zip = "application/zip"

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

// Left out is an interview that was deleted since, or that who asked for it may not read any more.
const printed = <F>(names: ReadonlyArray<InterviewName>, { making, terms, told }: Printing<F>) =>
  Stream.fromIterable(inGroups(names, groupLength)).pipe(
    Stream.mapEffect((group) =>
      Effect.gen(function* () {
        const loaded = yield* loadMany(group.map(interviewRef))
        const opened = loaded.flatMap(({ state }) =>
          state._tag === "none" ||
          state._tag === "deleted" ||
          !mayRead(making.asked.request.by, state)
            ? []
            : [state],
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

/** Gives the name of the paper of an interview: its report, or its sheet before there is one. */
export const paperName = (state: OpenedInterview, { documents }: Wording): string =>
  isReported(state)
    ? documents.report.fileName(state.agent.id, state.year)
    : documents.file.sheetFileName(state.agent.id, state.year)
