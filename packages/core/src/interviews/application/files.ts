/**
 * The files that go with an interview: the job description enclosed with the proposal, the
 * attachments of the report. Each is kept under a new key, so that what was sent never changes.
 *
 * @requirement ENT-07
 */
import * as Effect from "effect/Effect"
import type { AttachedFile } from "../../kernel/message.ts"
import {
  DocumentStorage,
  NewIds,
  type RenderedFile,
  type StorageUnavailable,
} from "../../kernel/ports.ts"
import { interviewKey, type InterviewName } from "../aggregates.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { ApplicationRefusal } from "./refusals.ts"
import { readInterview, type Reading } from "./reading.ts"

/** What a file is for. */
export type FilePurpose = "job-description" | "attachment"

/** The prefix of the keys of all files of an interview. */
export const filesOf = (interview: InterviewName): string =>
  `interviews/${interviewKey(interview)}/`

/**
 * Keeps a file for an interview and gives the name under which a proposal or a report encloses it.
 * Only the direct superior and the HR service may.
 */
export const keepFile = Effect.fn("interviews.keepFile")(function* (
  request: Reading & {
    readonly purpose: FilePurpose
    readonly fileName: string
    readonly file: RenderedFile
  },
) {
  const { by, interview, purpose, fileName, file } = request
  if (!["superior", "hr-service", "administrator"].includes(by.capacity)) {
    return yield* Effect.fail<InterviewRefusal>({
      _tag: "actor.not-allowed",
      command: "keepFile",
      capacity: by.capacity,
    })
  }
  yield* readInterview(request, "interview")
  const documents = yield* DocumentStorage
  const key = `${filesOf(interview)}${purpose}/${yield* (yield* NewIds).next}`
  yield* documents.put(interview.tenant, key, file)
  return { fileName, key } satisfies AttachedFile
})

/** Gives a file of an interview to who may read the interview. */
export const readFile = Effect.fn("interviews.readFile")(function* (
  request: Reading & { readonly key: string },
) {
  const { interview, key } = request
  const { tenant, type, year, agent } = interview
  yield* readInterview(request, "interview-file")
  const documents = yield* DocumentStorage
  const file = key.startsWith(filesOf(interview)) ? yield* documents.get(tenant, key) : undefined
  if (file === undefined) {
    return yield* Effect.fail<ApplicationRefusal>({ _tag: "file.unknown", type, year, agent, key })
  }
  return file
})

/**
 * Refuses a file that is not one of the interview's own: the name of a file is given by whoever
 * writes, and it goes out with the mail.
 */
export const checkFiles = (
  interview: InterviewName,
  files: ReadonlyArray<AttachedFile>,
): Effect.Effect<void, ApplicationRefusal | StorageUnavailable, DocumentStorage> =>
  Effect.gen(function* () {
    const { tenant, type, year, agent } = interview
    const documents = yield* DocumentStorage
    for (const { key } of files) {
      const isOwn = key.startsWith(filesOf(interview))
      if (!isOwn || (yield* documents.get(tenant, key)) === undefined) {
        return yield* Effect.fail<ApplicationRefusal>({
          _tag: "file.unknown",
          type,
          year,
          agent,
          key,
        })
      }
    }
  })
