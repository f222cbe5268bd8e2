/** For each route of interviews a request that succeeds, and the file as it is at that moment. */
import type { AppealEvent, DelegationEvent, InterviewEvent } from "@convoque/core/interviews"
import * as acts from "../../../core/test/interviews/acts.ts"
import * as appeal from "../../../core/test/interviews/appeal/given.ts"
import {
  agent,
  authority,
  campaign,
  enclosures,
  history,
  names,
  opened,
  otherAuthority,
  otherSuperior,
  proposed,
  superior,
  terms,
} from "../../../core/test/interviews/given.ts"
import {
  address,
  campaignVersion,
  delegate,
  delegationGranted,
  jobDescription,
} from "./interviews-portal.ts"

/**
 * A request that succeeds.
 *
 * - `past`, `appeal`, `delegation`: what happened before; `today` the day at nine o'clock;
 * - `as`: who sends it; `stranger` who has the same capacity elsewhere, unless it is tenant-wide;
 * - `seen`: the version of what it changes;
 * - `body` as JSON, or `file` as a PDF or a population.
 */
export interface GoodRequest {
  readonly past: ReadonlyArray<InterviewEvent>
  readonly appeal?: ReadonlyArray<AppealEvent>
  readonly delegation?: ReadonlyArray<DelegationEvent>
  readonly today: string
  readonly as: string
  readonly address: string
  readonly seen?: number
  readonly body?: Readonly<Record<string, unknown>>
  readonly file?: "pdf" | "csv"
  readonly status?: number
}

/** The files that the requests send. */
export const fileContents = {
  pdf: { type: "application/pdf", body: "%PDF-1.4 é" },
  csv: { type: "text/csv", body: `agent;superior;authority\nagent-2;superior-1;authority-1` },
} as const

type Command = Readonly<Record<string, unknown>> & { readonly at: string }

// What the use case adds to a command is not in the body.
const bodyOf = (
  { _tag, at, by, terms, agent: _agent, step, hasOpenAppeal, superior: to, ...body }: Command,
  more: Readonly<Record<string, unknown>> = {},
) => ({ ...body, ...more })

const dayOf = ({ at }: Command): string => at.slice(0, 10)

const as = {
  agent: `${agent.id} agent`,
  superior: `${superior.id} superior`,
  authority: `${authority.id} authority`,
  service: "hr-1 hr-service",
  administrator: "admin-1 administrator",
} as const

const acting = (
  past: keyof typeof history,
  command: Command,
  rest: Pick<GoodRequest, "as" | "address"> & Partial<GoodRequest>,
): GoodRequest => ({
  past: history[past],
  today: dayOf(command),
  seen: history[past].length,
  body: bodyOf(command),
  ...rest,
  address: `${address}${rest.address}`,
})

const appealing = (
  past: ReadonlyArray<AppealEvent>,
  command: Command,
  rest: Pick<GoodRequest, "as" | "address"> & Partial<GoodRequest>,
): GoodRequest => ({
  past: history.closed,
  appeal: past,
  today: dayOf(command),
  seen: past.length,
  body: bodyOf(command),
  ...rest,
  address: `${address}/appeal${rest.address}`,
})

const readingIt = (
  past: keyof typeof history,
  path: string,
  rest: Partial<GoodRequest> = {},
): GoodRequest => ({
  past: history[past],
  today: "2026-02-21",
  as: as.superior,
  address: `${address}${path}`,
  ...rest,
})

const elsewhere = (path: string, rest: Partial<GoodRequest>): GoodRequest => ({
  past: history.closed,
  today: "2026-02-21",
  as: as.service,
  address: path,
  ...rest,
})

const filed = enclosures.map((one) => ("file" in one ? { ...one, file: jobDescription } : one))
const followed = `/interview-campaigns/${campaign}`
const key = `${names.type}/${names.year}/${agent.id}`
const own = `/delegations/${superior.id}/${delegate.id}/superior`

const requests: Readonly<Record<string, GoodRequest>> = {
  myInterviews: elsewhere("/my-interviews", { as: as.agent }),
  consultInterview: readingIt("toEndorse", ""),
  readReport: readingIt("toEndorse", "/report.pdf"),
  readPreparation: readingIt("to-schedule", "/preparation.pdf"),
  readBlankReport: readingIt("to-schedule", "/blank-report.pdf", { as: as.agent }),
  readFormerReport: readingIt("to-schedule", "/former-report.pdf", { status: 404 }),

  prepareInterview: acting("to-schedule", acts.prepare(), {
    as: as.superior,
    address: "/preparation",
  }),
  proposeDate: acting("to-schedule", acts.propose(), {
    as: as.superior,
    address: "/proposal",
    body: bodyOf(acts.propose(), { enclosures: filed }),
  }),
  postpone: acting("proposed", acts.postpone(), { as: as.superior, address: "/postponement" }),
  unplan: acting("proposed", acts.unplan(), { as: as.superior, address: "/unplanning" }),
  recordHeld: acting("proposed", acts.recordHeld(), { as: as.superior, address: "/holding" }),
  recordNotHeld: acting("proposed", acts.recordNotHeld(), {
    as: as.superior,
    address: "/not-held",
  }),
  draftReport: acting("held", acts.draft(), { as: as.superior, address: "/draft" }),
  answerRevision: acting("toComplete", acts.answerRevision(), {
    as: as.superior,
    address: "/revision-answer",
    status: 409,
  }),

  completeStep: acting("toEndorse", acts.endorse(), {
    as: as.authority,
    address: "/steps/endorse",
    body: { acknowledged: [] },
  }),
  recordSignatureRefusal: acting("toSign", acts.refuseToSign(), {
    as: as.service,
    address: "/signature-refusal",
  }),
  addComment: acting("toComplete", acts.comment(), { as: as.agent, address: "/comments" }),
  requestRevision: acting("toComplete", acts.requestRevision(), {
    as: as.agent,
    address: "/revision-request",
    status: 409,
  }),
  returnReport: acting("toEndorse", acts.returnReport(), {
    as: as.authority,
    address: "/return",
    status: 409,
  }),

  replaceSuperior: acting("toSign", acts.replace(), {
    as: as.service,
    address: "/superior",
    body: { superior: otherSuperior.id, reason: "Mutation du chef de bureau." },
  }),
  replaceAuthority: acting("toSign", acts.replaceAuthority(), {
    as: as.service,
    address: "/authority",
    body: { authority: otherAuthority.id, reason: "Départ du secrétaire général." },
  }),
  correctClericalError: acting("closed", acts.correct(), {
    as: as.service,
    address: "/correction",
  }),
  deleteInterview: acting("proposed", acts.remove(), { as: as.service, address: "/deletion" }),

  keepJobDescription: readingIt("to-schedule", "/job-description?fileName=fiche.pdf", {
    file: "pdf",
    status: 201,
  }),
  keepAttachment: readingIt("held", "/attachments?fileName=annexe.pdf", {
    file: "pdf",
    status: 201,
  }),
  readInterviewFile: readingIt("proposed", `/file?key=${encodeURIComponent(jobDescription.key)}`, {
    as: as.agent,
    past: [opened, { ...proposed, enclosures: filed }],
  }),

  listInterviewMails: readingIt("toEndorse", "/mails"),
  resendInterviewMail: readingIt("toEndorse", "/mails/resend", {
    as: as.service,
    body: { id: "interview/1", to: { name: "Éloïse", address: "eloise@academie.example" } },
    status: 409,
  }),

  listDeadlines: readingIt("toEndorse", "/deadlines"),
  readDeadlines: readingIt("toEndorse", "/deadlines.pdf"),
  readDeadlineFeed: readingIt("toEndorse", "/deadlines.ics"),
  proveDeadline: readingIt("toEndorse", "/deadlines/communicate?on=2026-02-24"),
  readDeadlineProof: readingIt("toEndorse", "/deadlines/communicate/proof.pdf?on=2026-02-24"),

  listAppeals: elsewhere("/interview-appeals", { as: as.authority }),
  consultAppeal: readingIt("closed", "/appeal", { appeal: appeal.history.lodged }),
  readAppealDocument: readingIt("closed", "/appeal.pdf", { appeal: appeal.history.lodged }),
  readFinalReport: readingIt("closed", "/final-report.pdf", { appeal: appeal.history.decided }),
  lodgeHierarchicalAppeal: appealing([], appeal.lodge(), {
    as: as.agent,
    address: "",
    today: "2026-02-24",
    body: { date: "2026-02-24", grounds: appeal.grounds },
  }),
  answerAppeal: appealing(appeal.history.lodged, appeal.answer(), {
    as: as.authority,
    address: "/answer",
  }),
  referToCommittee: appealing(appeal.history.answered, appeal.refer(), {
    as: as.agent,
    address: "/referral",
  }),
  recordOpinion: appealing(appeal.history.referred, appeal.recordOpinion(), {
    as: as.service,
    address: "/opinion",
  }),
  decideAppeal: appealing(appeal.history.decided.slice(0, 4), appeal.decideAfter(), {
    as: as.authority,
    address: "/decision",
  }),
  notifyFinalReport: appealing(appeal.history.decided, appeal.notify(), {
    as: as.service,
    address: "/notification",
  }),
  acknowledgeFinalReport: appealing(appeal.history.concluded.slice(0, 6), appeal.acknowledge(), {
    as: as.agent,
    address: "/acknowledgement",
  }),

  recordAcknowledgementRefusal: appealing(
    appeal.history.concluded.slice(0, 6),
    {
      _tag: "recordAcknowledgementRefusal",
      at: appeal.acknowledge().at,
      by: appeal.byService,
      date: appeal.acknowledge().date,
      witness: "Refus constaté par Mme Martin.",
    },
    { as: as.service, address: "/acknowledgement-refusal" },
  ),
  replaceAppealAuthority: appealing(
    appeal.history.lodged,
    {
      _tag: "replaceAuthority",
      at: appeal.answer().at,
      by: appeal.byService,
      authority: otherAuthority,
      reason: appeal.endOfDuties,
    },
    {
      as: as.service,
      address: "/authority",
      body: { authority: otherAuthority.id, reason: appeal.endOfDuties },
    },
  ),

  grantDelegation: elsewhere(own, {
    as: as.superior,
    seen: 0,
    body: { from: "2026-02-21", until: "2026-03-21" },
  }),
  revokeDelegation: elsewhere(`${own}/revocation`, {
    delegation: [delegationGranted],
    as: as.superior,
    seen: 1,
    body: { zone: "Europe/Paris" },
  }),
  listDelegations: elsewhere("/delegations", { as: as.agent }),
  consultDelegation: elsewhere(own, { delegation: [delegationGranted], as: as.superior }),

  listCampaigns: elsewhere("/interview-campaigns", { as: as.superior }),
  openCampaign: elsewhere("/interview-campaigns", {
    as: as.administrator,
    body: { campaign: "2027-entretiens", terms },
    status: 201,
  }),
  followInterviewCampaign: elsewhere(followed, { as: as.superior }),
  drawStatuses: elsewhere(`${followed}/statistics/statuses.svg`, {}),
  drawManagers: elsewhere(`${followed}/statistics/managers.svg`, {}),
  drawProgress: elsewhere(`${followed}/statistics/progress.svg`, {}),
  correctCampaign: elsewhere(followed, {
    as: as.administrator,
    seen: campaignVersion,
    body: { label: "Entretiens 2026, corrigés" },
    status: 204,
  }),
  addInterviews: elsewhere(`${followed}/population`, {
    as: as.administrator,
    seen: campaignVersion,
    file: "csv",
  }),
  deleteCampaign: elsewhere(`${followed}/deletion`, {
    as: as.administrator,
    seen: campaignVersion,
    body: { acknowledged: [{ code: "campaign.confirmation-required", subject: campaign }] },
  }),
  listInterviews: elsewhere(`${followed}/interviews`, { as: as.superior }),
  replaceManager: elsewhere(`${followed}/moves`, {
    past: history.toSign,
    body: { superior: otherSuperior.id, reason: "Mutation.", interviews: [key] },
  }),
  deleteInterviews: elsewhere(`${followed}/interview-deletions`, {
    past: history.proposed,
    body: { interviews: [key], acknowledged: [] },
  }),
  keepCampaignDocument: elsewhere(`${followed}/documents?fileName=note.pdf`, {
    file: "pdf",
    status: 201,
  }),
  circulateDocuments: elsewhere(`${followed}/circulations`, {
    as: as.superior,
    seen: campaignVersion,
    body: { to: [agent.id], documents: [{ label: "Note de service" }] },
  }),
  planReminder: elsewhere(`${followed}/reminders/plan`, {
    past: history.proposed,
    as: as.administrator,
    body: { target: { _tag: "status", status: "planned" } },
  }),
  sendReminder: elsewhere(`${followed}/reminders`, {
    past: history.proposed,
    as: as.administrator,
    seen: campaignVersion,
    body: { target: { _tag: "status", status: "planned" } },
  }),
  readTrainingSynthesis: elsewhere(`${followed}/training-needs`, {}),
  printTrainingSynthesis: elsewhere(`${followed}/training-needs.pdf`, {}),

  exportCampaign: elsewhere(`${followed}/exports`, { body: { format: "xlsx" }, status: 202 }),
  printInterviews: elsewhere(`${followed}/prints`, {
    as: as.superior,
    body: { interviews: [key] },
    status: 202,
  }),
  exportTrainingNeeds: elsewhere(`${followed}/training-needs/exports`, {
    body: { format: "pdf" },
    status: 202,
  }),
  requestOwnFile: elsewhere("/my-interviews/exports", { as: as.agent, status: 202 }),
  listExports: elsewhere("/exports", {}),
  readExport: elsewhere("/exports/id-9", { status: 404 }),
  fetchExportFile: elsewhere("/exports/id-9/files/liste.xlsx", { status: 404 }),

  listProcedures: elsewhere("/interview-procedures", {}),
  listReportTemplates: elsewhere("/report-templates", {}),
}

const lists = [
  "myInterviews",
  "listAppeals",
  "listDelegations",
  "listCampaigns",
  "listInterviews",
  "listExports",
]

// The files of a list are asked for as its pages are.
const filesOf = (list: string, request: GoodRequest) =>
  [
    [`${list}AsCsv`, { ...request, address: `${request.address}.csv` }],
    [`${list}AsPdf`, { ...request, address: `${request.address}.pdf` }],
  ] as const

/** One good request for each route, by its name. */
export const goodRequests: Readonly<Record<string, GoodRequest>> = {
  ...requests,
  ...Object.fromEntries(
    lists.flatMap((list) => {
      const request = requests[list]
      return request === undefined ? [] : filesOf(list, request)
    }),
  ),
}
