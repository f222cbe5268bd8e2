/**
 * The values of an export (export): what is exported, in which format, the files it gave.
 *
 * @requirement CAM-14
 * @requirement CAM-22
 * @requirement ENT-21
 */
import * as Schema from "effect/Schema"
import { CampaignId, PersonId } from "../../kernel/identity.ts"

/** The name of an export in its tenant, hard to guess when ids are. */
export const ExportId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9-]{1,64}$/u, { expected: "1 to 64 letters, digits or hyphens" }),
).pipe(Schema.brand("ExportId"))
export type ExportId = typeof ExportId.Type

/** A format of export. */
export const ExportFormat = Schema.Literals(["xlsx", "csv", "pdf"])
export type ExportFormat = typeof ExportFormat.Type

/**
 * What is exported.
 *
 * - `campaign`: the list of its interviews as a sheet, or their reports (CAM-14);
 * - `print`: some interviews of a campaign, by their keys (CAM-22);
 * - `own-file`: all that is kept of an agent, for himself;
 * - `training-needs`: the synthesis for the training plan (ENT-21).
 */
export const ExportSubject = Schema.TaggedUnion({
  campaign: { campaign: CampaignId },
  print: {
    campaign: CampaignId,
    interviews: Schema.NonEmptyArray(Schema.String).check(Schema.isMaxLength(10_000)),
  },
  "own-file": { agent: PersonId },
  "training-needs": { campaign: CampaignId },
}).annotate({ identifier: "ExportSubject" })
export type ExportSubject = typeof ExportSubject.Type

/** The formats of each kind of export, the usual one first. */
export const formatsOf: Readonly<
  Record<ExportSubject["_tag"], readonly [ExportFormat, ...ReadonlyArray<ExportFormat>]>
> = {
  campaign: ["xlsx", "csv", "pdf"],
  print: ["pdf"],
  "own-file": ["pdf"],
  "training-needs": ["pdf", "xlsx"],
}

/** The name of a state of an export, as refusals carry it. */
export const ExportStateTag = Schema.Literals([
  "none",
  "requested",
  "running",
  "delivered",
  "expired",
  "failed",
])
export type ExportStateTag = typeof ExportStateTag.Type

/** A file that an export gave: its name, its key in the document storage, its size. */
export const ExportedFile = Schema.Struct({
  fileName: Schema.String,
  key: Schema.String,
  mediaType: Schema.String,
  bytes: Schema.Int,
}).annotate({ identifier: "ExportedFile" })
export type ExportedFile = typeof ExportedFile.Type

/** How often an export is tried in all. */
export const exportAttempts = 3

/** The prefix of the keys of all files of an export, whichever attempt made them. */
export const exportedFiles = (id: ExportId): string => `interview-exports/${id}/`
