/**
 * The names under which the files of an interview are kept, and whose they are: a file is named by
 * whoever writes, and it goes out with a mail.
 *
 * @requirement ENT-07
 */
import * as Effect from "effect/Effect"
import type { AttachedFile } from "../../../kernel/message.ts"
import { DocumentStorage, type StorageUnavailable } from "../../../kernel/ports.ts"
import { interviewKey, type InterviewName } from "../../aggregates.ts"
import type { InterviewEvent } from "../../interview/events.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** The prefix of the keys of all files of an interview. */
export const filesOf = (interview: InterviewName): string =>
  `interviews/${interviewKey(interview)}/`

/** Gives the files that go with some acts: enclosures of proposals, attachments of drafts. */
export const filesIn = (acts: ReadonlyArray<InterviewEvent>): ReadonlyArray<AttachedFile> =>
  acts.flatMap((act) => {
    if (act._tag === "ReportDrafted") return act.report.attachments
    return act._tag === "InterviewProposed"
      ? act.enclosures.flatMap(({ file }) => (file === undefined ? [] : [file]))
      : []
  })

/** Gives the refusal of a file that an interview does not have, or does not show to its reader. */
export const unknownFile = (
  { type, year, agent }: InterviewName,
  key: string,
): ApplicationRefusal => ({ _tag: "file.unknown", type, year, agent, key })

/** Refuses files that are not the interview's own, or that nobody has kept. */
export const checkFiles = (
  interview: InterviewName,
  files: ReadonlyArray<AttachedFile>,
): Effect.Effect<void, ApplicationRefusal | StorageUnavailable, DocumentStorage> =>
  Effect.gen(function* () {
    const documents = yield* DocumentStorage
    for (const { key } of files) {
      const isOwn = key.startsWith(filesOf(interview))
      if (!isOwn || (yield* documents.get(interview.tenant, key)) === undefined) {
        return yield* Effect.fail(unknownFile(interview, key))
      }
    }
  })
