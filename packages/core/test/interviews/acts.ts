/** The commands of the interview of the tests, each as its actor gives it on its day. */
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  bySystem,
  type CommandOf,
  day,
  delivered,
  discussed,
  enclosures,
  laterMeeting,
  meeting,
  names,
  on,
  otherAuthority,
  otherSuperior,
  reason,
  report,
  section,
  stepId,
  superior,
  terms,
  text,
} from "./given.ts"

type Rest<Tag extends InterviewCommand["_tag"]> = Partial<CommandOf<Tag>>

export const openInterview = (rest: Rest<"openInterview"> = {}): CommandOf<"openInterview"> => ({
  _tag: "openInterview",
  at: on("2026-01-05"),
  by: byService,
  ...names,
  ...rest,
})

export const prepare = (rest: Rest<"prepareInterview"> = {}): CommandOf<"prepareInterview"> => ({
  _tag: "prepareInterview",
  at: on("2026-01-08"),
  by: bySuperior,
  terms,
  notes: ["Fiche de poste à revoir", ""],
  ...rest,
})

export const propose = (rest: Rest<"proposeDate"> = {}): CommandOf<"proposeDate"> => ({
  _tag: "proposeDate",
  at: on("2026-01-12"),
  by: bySuperior,
  terms,
  agent,
  meeting,
  enclosures,
  acknowledged: [],
  ...rest,
})

export const postpone = (rest: Rest<"postpone"> = {}): CommandOf<"postpone"> => ({
  _tag: "postpone",
  at: on("2026-01-20"),
  by: bySuperior,
  terms,
  agent,
  meeting: laterMeeting,
  reason: reason("Grève des transports."),
  acknowledged: [],
  ...rest,
})

export const unplan = (rest: Rest<"unplan"> = {}): CommandOf<"unplan"> => ({
  _tag: "unplan",
  at: on("2026-01-20"),
  by: bySuperior,
  terms,
  agent,
  reason: reason("Congé de maladie."),
  ...rest,
})

export const recordHeld = (rest: Rest<"recordHeld"> = {}): CommandOf<"recordHeld"> => ({
  _tag: "recordHeld",
  at: on("2026-01-26"),
  by: bySuperior,
  terms,
  date: meeting.date,
  durationMinutes: 60,
  participants: [agent.id, superior.id],
  discussed,
  acknowledged: [],
  ...rest,
})

export const recordNotHeld = (rest: Rest<"recordNotHeld"> = {}): CommandOf<"recordNotHeld"> => ({
  _tag: "recordNotHeld",
  at: on("2026-01-27"),
  by: bySuperior,
  terms,
  reason: "agent-absent",
  ...rest,
})

export const draft = (rest: Rest<"draftReport"> = {}): CommandOf<"draftReport"> => ({
  _tag: "draftReport",
  at: on("2026-01-28"),
  by: bySuperior,
  terms,
  report,
  ...rest,
})

const step = (
  name: string,
  act: Pick<CommandOf<"completeStep">, "at" | "by"> & Rest<"completeStep">,
): CommandOf<"completeStep"> => ({
  _tag: "completeStep",
  terms,
  agent,
  step: stepId(name),
  acknowledged: [],
  ...act,
})

export const communicate = (rest: Rest<"completeStep"> = {}) =>
  step("communicate", { at: on("2026-02-02"), by: bySuperior, ...rest })

export const complete = (rest: Rest<"completeStep"> = {}) =>
  step("agent-completion", { at: on("2026-02-10"), by: byAgent, ...rest })

/** The scheduler, on the day after the agent's last one. */
export const lapse = (rest: Rest<"completeStep"> = {}) =>
  step("agent-completion", { at: on("2026-02-18"), by: bySystem, ...rest })

export const endorse = (rest: Rest<"completeStep"> = {}) =>
  step("endorse", { at: on("2026-02-12"), by: byAuthority, ...rest })

export const notify = (rest: Rest<"completeStep"> = {}) =>
  step("notify", { at: on("2026-02-16"), by: byService, notification: delivered, ...rest })

export const sign = (rest: Rest<"completeStep"> = {}) =>
  step("sign", { at: on("2026-02-18"), by: byAgent, ...rest })

export const file = (rest: Rest<"completeStep"> = {}) =>
  step("file", { at: on("2026-02-20"), by: byService, ...rest })

export const refuseToSign = (
  rest: Rest<"recordSignatureRefusal"> = {},
): CommandOf<"recordSignatureRefusal"> => ({
  _tag: "recordSignatureRefusal",
  at: on("2026-02-18"),
  by: byService,
  terms,
  agent,
  date: day("2026-02-17"),
  witness: "Mme Petit, gestionnaire",
  ...rest,
})

export const comment = (rest: Rest<"addComment"> = {}): CommandOf<"addComment"> => ({
  _tag: "addComment",
  at: on("2026-02-05"),
  by: byAgent,
  terms,
  text: text("Je demande une formation."),
  ...rest,
})

export const requestRevision = (
  rest: Rest<"requestRevision"> = {},
): CommandOf<"requestRevision"> => ({
  _tag: "requestRevision",
  at: on("2026-02-05"),
  by: byAgent,
  terms,
  reason: reason("Une mission manque."),
  ...rest,
})

export const answerRevision = (rest: Rest<"answerRevision"> = {}): CommandOf<"answerRevision"> => ({
  _tag: "answerRevision",
  at: on("2026-02-10"),
  by: bySuperior,
  terms,
  accepted: false,
  reason: reason("La mission est citée."),
  ...rest,
})

export const returnReport = (rest: Rest<"returnReport"> = {}): CommandOf<"returnReport"> => ({
  _tag: "returnReport",
  at: on("2026-02-12"),
  by: byAuthority,
  terms,
  reason: reason("Un objectif est à préciser."),
  ...rest,
})

export const replace = (rest: Rest<"replaceSuperior"> = {}): CommandOf<"replaceSuperior"> => ({
  _tag: "replaceSuperior",
  at: on("2026-02-21"),
  by: byService,
  terms,
  superior: otherSuperior,
  reason: reason("Mutation du chef de bureau."),
  ...rest,
})

export const replaceAuthority = (
  rest: Rest<"replaceAuthority"> = {},
): CommandOf<"replaceAuthority"> => ({
  _tag: "replaceAuthority",
  at: on("2026-02-21"),
  by: byService,
  terms,
  authority: otherAuthority,
  reason: reason("Départ du secrétaire général."),
  ...rest,
})

export const correct = (
  rest: Rest<"correctClericalError"> = {},
): CommandOf<"correctClericalError"> => ({
  _tag: "correctClericalError",
  at: on("2026-02-23"),
  by: byService,
  terms,
  agent,
  section: section("missions"),
  text: text("Gestion des congés et des absences."),
  reason: reason("Mot oublié."),
  ...rest,
})

export const handOver = (rest: Rest<"recordHandOver"> = {}): CommandOf<"recordHandOver"> => ({
  _tag: "recordHandOver",
  at: on("2026-02-21"),
  by: bySystem,
  terms,
  ...rest,
})

export const remove = (rest: Rest<"delete"> = {}): CommandOf<"delete"> => ({
  _tag: "delete",
  at: on("2026-02-24"),
  by: byService,
  terms,
  hasOpenAppeal: false,
  acknowledged: [],
  ...rest,
})
