/**
 * The files that go with an interview: the job description enclosed with the proposal, the
 * attachments of the report. Each is kept under a new key, so that what was sent never changes.
 *
 * @requirement ENT-07
 */
import * as Effect from "effect/Effect"
import type { AttachedFile } from "../../../kernel/message.ts"
import { DocumentStorage, NewIds, type RenderedFile, Storage } from "../../../kernel/ports.ts"
import { appealRef, type InterviewName } from "../../aggregates.ts"
import type { InterviewRefusal } from "../../interview/refusals.ts"
import { mayReadDraft } from "../../interview/rules/reading.ts"
import { isReported } from "../../interview/state.ts"
import { filesIn, filesOf, unknownFile } from "./kept-files.ts"
import { admitReader, readInterview, type Readable, type Reading } from "./reading.ts"

/** What a file is for. */
export type FilePurpose = "job-description" | "attachment"

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
  yield* admitReader(request, "keepFile")
  const documents = yield* DocumentStorage
  const key = `${filesOf(interview)}${purpose}/${yield* (yield* NewIds).next}`
  yield* documents.put(interview.tenant, key, file)
  return { fileName, key } satisfies AttachedFile
})

/**
 * Gives a file of an interview: any to the direct superior, to other readers those that were
 * proposed or communicated to the agent.
 */
export const readFile = Effect.fn("interviews.readFile")(function* (
  request: Reading & { readonly key: string },
) {
  const { interview, key } = request
  return yield* readInterview(request, "interview-file", (found) =>
    Effect.gen(function* () {
      const documents = yield* DocumentStorage
      const file = (yield* isShown(interview, found, key))
        ? yield* documents.get(interview.tenant, key)
        : undefined
      return file ?? (yield* Effect.fail(unknownFile(interview, key)))
    }),
  )
})

const isShown = (interview: InterviewName, { state, reader }: Readable, key: string) =>
  Effect.gen(function* () {
    if (!key.startsWith(filesOf(interview))) return false
    if (mayReadDraft(reader, state)) return true
    const storage = yield* Storage
    const [{ state: appeal }] = yield* storage.load([appealRef(interview)])
    const revised = "final" in appeal ? appeal.final : undefined
    const shown = [
      ...filesIn(state.acts.filter(({ _tag }) => _tag === "InterviewProposed")),
      ...(isReported(state) ? state.report.attachments : []),
      ...(revised === undefined ? [] : revised.report.attachments),
    ]
    return shown.some((file) => file.key === key)
  })
