/**
 * Asking for an export and following it: it is made in the background and leaves by mail to who
 * asked for it, who may also fetch its files until they are removed.
 *
 * @requirement CAM-14
 * @requirement CAM-15
 * @requirement CAM-22
 * @requirement ENT-21
 */
import * as Effect from "effect/Effect"
import type { Act } from "../../../kernel/event.ts"
import { handle, type StaleConflict } from "../../../kernel/handle.ts"
import type { Actor, PersonId, TenantId } from "../../../kernel/identity.ts"
import type { ListQuery } from "../../../kernel/listing.ts"
import {
  type AggregateId,
  DocumentStorage,
  NewIds,
  PeopleDirectory,
  PersonnelFile,
  personName,
  Storage,
  type StorageUnavailable,
  Views,
} from "../../../kernel/ports.ts"
import { exportRef, interviewRef } from "../../aggregates.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { DelegationRefusal } from "../../delegation/refusals.ts"
import type { ExportCommand } from "../../export/commands.ts"
import { exportMachine } from "../../export/decider.ts"
import type { ExportEvent } from "../../export/events.ts"
import { ExportId, type ExportSubject } from "../../export/model.ts"
import type { ExportRefusal } from "../../export/refusals.ts"
import type { Export } from "../../export/state.ts"
import { exportList, exportRow, exportsOfPerson } from "../../export/views.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { Wording } from "../../wording.ts"
import { now, readCampaign, todayIn, unknownInterview } from "../act.ts"
import { agentKeys, interviewOfKey, loadMany } from "../campaign/pages.ts"
import { isFollower, notAllowed } from "../campaign/act.ts"
import { notDelegable, withDelegation } from "../delegated.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** Who asks for which export, in which format. */
export interface AskingExport {
  readonly by: Actor
  readonly tenant: TenantId
  readonly subject: ExportSubject
  readonly format: string
}

/** The ways in which an export can end otherwise than well. */
export type ExportFailure =
  | ExportRefusal
  | CampaignRefusal
  | DelegationRefusal
  | ApplicationRefusal
  | StaleConflict
  | StorageUnavailable

/** Asks for an export and gives its name, under which its progress is read. */
export const requestExport = Effect.fn("interviews.requestExport")(function* (
  request: AskingExport,
) {
  const { by, tenant, subject, format } = request
  const { wording } = yield* InterviewsSetup
  const id = ExportId.make(yield* (yield* NewIds).next)
  const directory = yield* PeopleDirectory
  const person = (yield* directory.find(tenant, [by.person])).find((one) => one.id === by.person)
  const name = person === undefined ? by.person : personName(person)
  const requester = { name, address: person?.email ?? "" }
  yield* handle<
    Export,
    ExportCommand,
    ExportEvent,
    ExportRefusal,
    ExportFailure,
    Storage | Views | PersonnelFile
  >({
    id: exportRef(tenant, id),
    machine: exportMachine,
    complete: () =>
      Effect.map(contextOf(request, wording), ({ unchanged, act, ...facts }) => ({
        command: {
          _tag: "requestExport",
          ...act,
          ...facts,
          export: id,
          subject,
          format,
          requester,
        },
        unchanged,
      })),
    react: () => Effect.succeed([]),
  })
  return { export: id }
})

/** Asks for all that is kept of an agent, for himself. */
export const requestOwnFile = ({ by, tenant }: { readonly by: Actor; readonly tenant: TenantId }) =>
  requestExport({ by, tenant, subject: { _tag: "own-file", agent: by.person }, format: "pdf" })

interface Context {
  readonly label: string
  readonly interviews: number
  readonly superiors: ReadonlyArray<PersonId>
  readonly unchanged: ReadonlyArray<{ readonly id: AggregateId; readonly expected: number }>
  readonly act: Act
}

// The campaign is named `unchanged`: none is exported that is being deleted.
const contextOf = (
  request: AskingExport,
  { exports: { labels } }: Wording,
): Effect.Effect<Context, ExportFailure, Storage | Views | PersonnelFile> =>
  Effect.gen(function* () {
    const { by, tenant, subject, format } = request
    if (subject._tag === "own-file") {
      const interviews = yield* keptOf(by, tenant, subject.agent)
      const act = { at: yield* now, by }
      return { label: labels.ownFile, interviews, superiors: [], unchanged: [], act }
    }
    const { state, unchanged } = yield* readCampaign(tenant, subject.campaign)
    const author = yield* withDelegation(tenant, by, yield* todayIn(state.terms))
    // A stranger is refused before anything is said of an interview.
    if (!isFollower(author.by)) return yield* notAllowed("requestExport", author.by)
    const isPrint = subject._tag === "print"
    return {
      label: labelOf(subject, { labels, campaign: state.terms.label, format }),
      interviews: isPrint ? subject.interviews.length : state.interviews,
      superiors: isPrint ? yield* superiorsOf(author.by, tenant, subject) : [],
      unchanged: [unchanged, ...author.unchanged],
      act: { at: yield* now, by: author.by },
    }
  })

const labelOf = (
  subject: Exclude<ExportSubject, { readonly _tag: "own-file" }>,
  {
    labels,
    campaign,
    format,
  }: {
    readonly labels: Wording["exports"]["labels"]
    readonly campaign: string
    readonly format: string
  },
): string => {
  switch (subject._tag) {
    case "campaign":
      return labels.campaign(campaign, format)
    case "print":
      return labels.print(campaign, subject.interviews.length)
    case "training-needs":
      return labels.trainingNeeds(campaign)
    default:
      return subject satisfies never
  }
}

// What is kept of an agent: his interviews, or what the personnel file has of former ones.
const keptOf = (
  { person }: Actor,
  tenant: TenantId,
  agent: PersonId,
): Effect.Effect<number, StorageUnavailable, Views | PersonnelFile> =>
  Effect.gen(function* () {
    const { length } = yield* agentKeys(tenant, agent)
    if (length > 0 || person !== agent) return length
    const file = yield* PersonnelFile
    return (yield* file.list(tenant, agent)).length
  })

const superiorsOf = (
  by: Actor,
  tenant: TenantId,
  { campaign, interviews }: Extract<ExportSubject, { readonly _tag: "print" }>,
): Effect.Effect<ReadonlyArray<PersonId>, ExportFailure, Storage> =>
  Effect.gen(function* () {
    const names = yield* Effect.forEach(interviews, (key) => {
      const name = interviewOfKey(tenant, key)
      return name === undefined
        ? Effect.fail<CampaignRefusal>({ _tag: "campaign.unknown-interview", interview: key })
        : Effect.succeed(name)
    })
    if (by.onBehalfOf !== undefined && names.some(({ agent }) => agent === by.person)) {
      return yield* notDelegable
    }
    const loaded = yield* loadMany(names.map(interviewRef))
    return yield* Effect.forEach(names, (name, index) => {
      const state = loaded[index]?.state
      return state === undefined ||
        state._tag === "none" ||
        state._tag === "deleted" ||
        state.campaign !== campaign
        ? Effect.fail(unknownInterview(name))
        : Effect.succeed(state.superior.id)
    })
  })

/** Who reads which export. */
export interface ReadingExport {
  readonly by: Actor
  readonly tenant: TenantId
  readonly export: ExportId
}

/** Gives an export with its progress to who asked for it. */
export const readExport = Effect.fn("interviews.readExport")(function* (request: ReadingExport) {
  return exportRow(yield* loadOwnExport(request))
})

/** Gives a page of the exports that the reader asked for. */
export const listExports = Effect.fn("interviews.listExports")(function* (
  { by, tenant }: { readonly by: Actor; readonly tenant: TenantId },
  query: Omit<ListQuery, "scope">,
) {
  const views = yield* Views
  return yield* views.page(exportList, tenant, { ...query, scope: exportsOfPerson(by.person) })
})

/**
 * Gives a file of an export to who asked for it, until its time is over. Others are answered as if
 * the export did not exist.
 */
export const fetchExportFile = Effect.fn("interviews.fetchExportFile")(function* (
  request: ReadingExport & { readonly fileName: string },
) {
  const { tenant, fileName } = request
  const state = yield* loadOwnExport(request)
  if (state._tag === "expired") {
    return yield* Effect.fail<ExportRefusal>({ _tag: "export.expired", until: state.until })
  }
  if (state._tag !== "delivered") {
    return yield* Effect.fail<ExportRefusal>({ _tag: "export.not-ready", state: state._tag })
  }
  if ((yield* now) >= state.until) {
    return yield* Effect.fail<ExportRefusal>({ _tag: "export.expired", until: state.until })
  }
  const found = state.files.find((file) => file.fileName === fileName)
  const documents = yield* DocumentStorage
  const file = found === undefined ? undefined : yield* documents.get(tenant, found.key)
  return file ?? (yield* Effect.fail<ExportRefusal>({ _tag: "export.unknown-file", fileName }))
})

const loadOwnExport = ({ by, tenant, export: id }: ReadingExport) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [{ state }] = yield* storage.load([exportRef(tenant, id)])
    // Also what a delegate asked for is his: it was mailed to him.
    return state._tag === "none" || state.request.by.person !== by.person
      ? yield* Effect.fail<ExportRefusal>({ _tag: "export.unknown", export: id })
      : state
  })
