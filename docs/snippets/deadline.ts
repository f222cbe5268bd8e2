/** Proving that an act came in time: one interview up to its communication, in memory. */
import {
  completeStep,
  DurationMinutes,
  draftReport,
  keepFile,
  openCampaign,
  addInterviews,
  proposeDate,
  proveDeadline,
  readDeadlineProof,
  recordHeld,
  ReportPart,
  StepId,
} from "@convoque/core/interviews"
import { DocumentRenderer } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import {
  administrator,
  campaign,
  day,
  inPortal,
  interview,
  on,
  people,
  superior,
  tenant,
  terms,
} from "./interviews.ts"

const bySuperior = { by: superior, interview }
const { agent, authority } = people

const parts = Schema.decodeUnknownSync(Schema.Array(ReportPart))([
  { _tag: "text", section: "missions", text: "Gestion des congés." },
  { _tag: "text", section: "results", text: "Objectifs atteints." },
  {
    _tag: "criteria",
    section: "competences",
    ratings: terms.template.criteria.map(({ criterion }) => ({ criterion, level: "mastered" })),
  },
  { _tag: "objectives", section: "objectives", objectives: [{ text: "Tenir le calendrier." }] },
  { _tag: "text", section: "career-prospects", text: "Concours de secrétaire administrative." },
  {
    _tag: "training-needs",
    section: "training-needs",
    needs: [{ text: "Tableur", purpose: "post" }],
  },
])

const communicated = Effect.gen(function* () {
  yield* openCampaign({ by: administrator, tenant, campaign, terms })
  const line = { agent: agent.id, superior: people.superior.id, authority: authority.id }
  const lines = [{ line: 2, values: line }]
  const opening = { by: administrator, tenant, campaign, lines }
  yield* addInterviews({ ...opening, dryRun: false, acceptPartial: false })

  const bytes = new TextEncoder().encode("%PDF-1.4")
  const file = yield* keepFile({
    ...bySuperior,
    purpose: "job-description",
    fileName: "fiche-de-poste.pdf",
    file: { bytes, mediaType: "application/pdf" },
  })
  yield* proposeDate({
    ...bySuperior,
    meeting: { date: day("2026-01-26"), durationMinutes: DurationMinutes.make(60) },
    enclosures: [{ kind: "report-template" }, { kind: "job-description", file }],
    acknowledged: [],
  })
  yield* on("2026-01-27")
  yield* recordHeld({
    ...bySuperior,
    date: day("2026-01-26"),
    durationMinutes: DurationMinutes.make(60),
    participants: [agent.id, people.superior.id],
    discussed: terms.template.sections.map(({ section }) => section),
    acknowledged: [],
  })
  yield* draftReport({ ...bySuperior, report: { parts, attachments: [] } })
  yield* on("2026-02-05")
  yield* completeStep({ ...bySuperior, step: StepId.make("communicate"), acknowledged: [] })
})

// #region deadline
const proof = Effect.gen(function* () {
  yield* communicated // held on 26 January 2026, communicated on 5 February, by the memo's procedure
  const asked = { by: administrator, interview, act: "agent-completion" }

  const onTheLastDay = yield* proveDeadline({ ...asked, day: day("2026-02-20") })
  // { answer: "yes",
  //   deadline: { start: { event: "communicate", on: "2026-02-05" }, lastDay: "2026-02-20",
  //     period: { length: 15, unit: "days", extends: false }, skipped: [], late: "lapse",
  //     source: "note du service RH sur la conduite des entretiens professionnels" } }
  const theDayAfter = yield* proveDeadline({ ...asked, day: day("2026-02-21") })
  // answer: "too-late", this step lapses
  const visa = yield* proveDeadline({ ...asked, act: "endorse", day: day("2026-02-21") })
  // answer: "not-started", the agent has not completed the report

  const { content, fileName } = yield* readDeadlineProof({ ...asked, day: day("2026-02-21") })
  const { bytes } = yield* (yield* DocumentRenderer).render(content) // a tagged PDF
  return { onTheLastDay, theDayAfter, visa, fileName, bytes }
})
// #endregion

const { onTheLastDay, theDayAfter, visa, fileName, bytes } = await inPortal(proof)
const { answer, deadline } = onTheLastDay
if (
  answer === "yes" &&
  deadline?.start?.on === "2026-02-05" &&
  deadline.lastDay === "2026-02-20" &&
  deadline.skipped.length === 0 &&
  deadline.source === terms.procedure.source &&
  theDayAfter.answer === "too-late" &&
  visa.answer === "not-started" &&
  fileName === "delai-agent-completion-zoe.abgrall-2026.pdf" &&
  bytes.length > 1000
) {
  console.log("ok")
}
