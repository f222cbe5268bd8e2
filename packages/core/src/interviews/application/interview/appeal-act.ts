/**
 * The five steps of every use case on an appeal: load, complete the command with the interview and
 * the terms of its campaign, decide, commit, answer.
 */
import * as Effect from "effect/Effect"
import { civilDayAt } from "../../../kernel/calendar.ts"
import type { Act } from "../../../kernel/event.ts"
import { type Handled, handle } from "../../../kernel/handle.ts"
import { type Person, Storage } from "../../../kernel/ports.ts"
import { appealRef, type InterviewName, interviewRef } from "../../aggregates.ts"
import type { AppealCommand } from "../../appeal/commands.ts"
import { appealMachine } from "../../appeal/decider.ts"
import { appealDocument, finalReportDocument } from "../../appeal/documents.ts"
import type { AppealEvent } from "../../appeal/events.ts"
import { lastRevised, revisions } from "../../appeal/rules/final-reports.ts"
import { appealMessages } from "../../appeal/policies.ts"
import type { AppealRefusal } from "../../appeal/refusals.ts"
import type { Appeal, LodgedAppeal } from "../../appeal/state.ts"
import { isAuthority } from "../../interview/decider/actors.ts"
import type { Report } from "../../interview/model.ts"
import { type OpenedInterview, reportOf } from "../../interview/state.ts"
import { draftRefusal, requiredRefusal, revisedReport } from "../../interview/rules/report.ts"
import { InterviewsSetup } from "../../ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import {
  type ActFailure,
  type ActNeeds,
  now,
  type OnInterview,
  printable,
  readCampaign,
  readPerson,
  unknownInterview,
} from "../act.ts"
import { withAddresses } from "../addresses.ts"
import { authorOn } from "../delegated.ts"
import { checkFiles } from "./kept-files.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import type { MessageContent } from "../../../kernel/message.ts"
/** What acting on an appeal gives. */
export type Appealed = Effect.Effect<
  Handled<Appeal, AppealEvent>,
  ActFailure | AppealRefusal,
  ActNeeds
>

/** What a command on an appeal that was lodged is completed from. */
export interface LodgedFacts {
  readonly act: Act
  readonly agent: Person
  readonly superior: Person
  readonly revised: Report | undefined
}

/** What a command on an appeal is completed from. */
export interface AppealFacts {
  readonly state: Appeal
  readonly interview: OpenedInterview
  readonly terms: CampaignTerms
  readonly act: Act
}

type Complete = (
  facts: AppealFacts,
) => Effect.Effect<AppealCommand, ActFailure | AppealRefusal, ActNeeds>

/** Acts on the appeal of an interview that exists and is not deleted. */
export const onAppeal = ({ by, interview, seen }: OnInterview, complete: Complete): Appealed =>
  handle<Appeal, AppealCommand, AppealEvent, AppealRefusal, ActFailure | AppealRefusal, ActNeeds>({
    id: appealRef(interview),
    machine: appealMachine,
    seen,
    complete: ({ state }) =>
      Effect.gen(function* () {
        const { tenant, agent } = interview
        const storage = yield* Storage
        const [{ state: read, version }] = yield* storage.load([interviewRef(interview)])
        if (read._tag === "none") return yield* Effect.fail(unknownInterview(interview))
        const campaign = yield* readCampaign(tenant, read.campaign)
        const { terms } = campaign.state
        const at = yield* now
        const today = civilDayAt(at, terms.zone)
        const author = yield* authorOn(agent, { tenant, by, today })
        const command = yield* complete({
          state,
          interview: read,
          terms,
          act: { at, by: author.by },
        })
        if (read._tag === "deleted") {
          return yield* Effect.fail({ _tag: "interview.deleted" as const, command: command._tag })
        }
        // A deletion of the interview at the same moment and an act on its appeal cannot both win.
        const known = { id: interviewRef(interview), expected: version }
        return { command, unchanged: [campaign.unchanged, known, ...author.unchanged] }
      }),
    react: ({ state, events }) => mails(interview, state, events),
  })

const mails = (
  interview: InterviewName,
  state: Appeal,
  events: ReadonlyArray<AppealEvent>,
): Effect.Effect<ReadonlyArray<MessageContent>, ActFailure | AppealRefusal, ActNeeds> =>
  Effect.gen(function* () {
    if (state._tag === "none") return []
    const { wording } = yield* InterviewsSetup
    const { state: campaign } = yield* readCampaign(interview.tenant, state.campaign)
    const { terms } = campaign
    yield* checkFiles(interview, revisedFiles(events))
    const papers = [
      appealDocument(state, terms, wording),
      ...revisions(state).map((revised) => finalReportDocument(revised, terms, wording)),
    ]
    const addressed = yield* withAddresses(interview.tenant, state)
    return yield* printable(appealMessages(addressed, events, { wording, terms }), papers)
  })

const revisedFiles = (events: ReadonlyArray<AppealEvent>) =>
  events.flatMap((event) => ("revised" in event ? (event.revised?.attachments ?? []) : []))

/** Acts on an appeal that was lodged; refuses another one by `appeal.unknown`. */
export const onLodged = (
  request: OnInterview & { readonly revised?: Report | undefined },
  command: (facts: LodgedFacts) => AppealCommand,
): Appealed =>
  onAppeal(request, ({ state, interview, terms, act }) =>
    Effect.gen(function* () {
      if (state._tag === "none") return yield* Effect.fail(unknownAppeal(request.interview))
      const revised = yield* revisedBy(act, { state, interview, terms, changes: request.revised })
      const agent = yield* readPerson(request.interview.tenant, state.agent)
      return command({ act, agent, superior: interview.superior, revised })
    }),
  )

interface Revising extends Pick<AppealFacts, "interview" | "terms"> {
  readonly state: LodgedAppeal
  readonly changes: Report | undefined
}

// A second revision builds on the first. Who is not the authority, and an interview that was deleted,
// are refused whatever was written.
const revisedBy = (
  { by }: Act,
  { state, interview, terms, changes }: Revising,
): Effect.Effect<Report | undefined, ActFailure> => {
  if (changes === undefined || changes.parts.length === 0) return Effect.succeed(changes)
  if (interview._tag === "deleted" || !isAuthority(by, state)) return Effect.succeed(changes)
  const standing = lastRevised(state)?.final.report ?? reportOf(interview)
  const revised = revisedReport(terms, standing, changes)
  const refused = draftRefusal(terms, changes) ?? requiredRefusal(terms, revised)
  return refused === undefined ? Effect.succeed(revised) : Effect.fail(refused)
}

/** The refusal of an appeal that nobody lodged. */
export const unknownAppeal = ({ type, year, agent }: InterviewName): ApplicationRefusal => ({
  _tag: "appeal.unknown",
  type,
  year,
  agent,
})
