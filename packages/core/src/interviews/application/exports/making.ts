/** What it takes to make the files of an export. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { TenantId } from "../../../kernel/identity.ts"
import type {
  AccessLog,
  Archiver,
  DocumentRenderer,
  DocumentStorage,
  PersonnelFile,
  RenderedFile,
  SheetWriter,
  Storage,
  StorageUnavailable,
  UnprintableDocument,
  Views,
} from "../../../kernel/ports.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { DelegationRefusal } from "../../delegation/refusals.ts"
import type { RequestedExport } from "../../export/state.ts"
import type { InterviewsSetup } from "../../ports.ts"

/** A file made, before it is kept. */
export interface MadeFile extends RenderedFile {
  readonly fileName: string
}

/** What making files needs from outside. */
export type MakingNeeds =
  | Storage
  | Views
  | SheetWriter
  | Archiver
  | DocumentRenderer
  | DocumentStorage
  | AccessLog
  | PersonnelFile
  | InterviewsSetup

/** The ways in which making files can fail. */
export type MakingFailure =
  | CampaignRefusal
  | DelegationRefusal
  | StorageUnavailable
  | UnprintableDocument

/** Tells how far the making is; its own failure `F` stops it. */
export type Progress<F> = (
  done: number,
  total: number,
) => Effect.Effect<void, F, Storage | Views | InterviewsSetup>

/**
 * A making of files: of which export, for which tenant, who keeps each file as soon as it is made,
 * and who is told of the progress.
 */
export interface Making<F> {
  readonly tenant: TenantId
  readonly asked: RequestedExport
  readonly keep: (
    file: MadeFile,
  ) => Effect.Effect<
    void,
    F | StorageUnavailable,
    Storage | Views | DocumentStorage | InterviewsSetup
  >
  readonly progress: Progress<F>
}

/** Gives the bytes of a stream in one piece, as the document storage takes them. */
export const bytesOf = <E, R>(
  stream: Stream.Stream<Uint8Array, E, R>,
): Effect.Effect<Uint8Array, E, R> =>
  Effect.map(Stream.runCollect(stream), (parts) => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  })
