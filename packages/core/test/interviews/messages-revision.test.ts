/** The mails about a request of revision, in the one procedure that knows them. */
import { decide, fold } from "@convoque/core/kernel/machine"
import type { MessageContent } from "@convoque/core/kernel/message"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import { messagesOf } from "../../src/interviews/interview/policies.ts"
import type { CampaignTerms } from "../../src/interviews/terms/model/campaign-terms.ts"
import { economyFinance } from "../../src/interviews/terms/procedures.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { answerRevision, requestRevision } from "./acts.ts"
import { delegateOf, bySuperior, communicated, day, history, next, terms } from "./given.ts"
import { after, type Past } from "./papers.ts"

const finance: CampaignTerms = { ...terms, procedure: economyFinance }
const toComplete: Past = [
  ...history.held,
  { ...communicated, next: next("agent-completion", { due: day("2026-02-17"), late: "lapse" }) },
]
const asked = after(toComplete, requestRevision({ terms: finance }))

const mailsOf = (
  past: Past,
  command: InterviewCommand,
  wording = wordingFr,
): ReadonlyArray<MessageContent> => {
  const state = fold(machine, past)
  const events = Result.getOrThrow(decide(machine, command, state))
  return messagesOf(fold(machine, events, state), events, {
    wording,
    terms: finance,
    fileUid: "interview",
  })
}

describe("ENT-23 a request of revision", () => {
  test("ENT-23 the superior learns why, and until when the agent's period is stopped", () => {
    expect(mailsOf(toComplete, requestRevision({ terms: finance }))).toStrictEqual([
      {
        kind: "revision-requested",
        to: { name: "Marc Nguyên", address: "superior-1@academie.example" },
        language: "fr",
        subject: "Demande de révision du compte rendu\u00A0: Éloïse Le Gall",
        paragraphs: [
          "Bonjour Marc Nguyên,",
          "L'agent Éloïse Le Gall vous demande de réviser le compte rendu de son entretien. Vous pouvez le reprendre ou le maintenir en indiquant le motif.",
          "Motif\u00A0: Une mission manque.",
          "Le délai dont l'agent dispose pour compléter le compte rendu est suspendu jusqu'à votre réponse, et au plus tard jusqu'au jeudi 19 février 2026 inclus.",
          "Cordialement,\nService RH",
        ],
        documents: [],
        calendar: [],
      },
    ])
  })

  test("ENT-23 declined, the agent learns why and the new last day", () => {
    expect(mailsOf(asked, answerRevision({ terms: finance }))).toStrictEqual([
      {
        kind: "revision-declined",
        to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
        language: "fr",
        subject: "Réponse à votre demande de révision",
        paragraphs: [
          "Bonjour Éloïse Le Gall,",
          "À la suite de votre demande de révision, le compte rendu de votre entretien est maintenu par Marc Nguyên.",
          "Motif\u00A0: La mission est citée.",
          "Vous pouvez compléter ce compte rendu jusqu'au lundi 23 février 2026 inclus.",
          "Cordialement,\nService RH",
        ],
        documents: [],
        calendar: [],
      },
    ])
  })

  test("ENT-23 accepted, the agent learns that the report will come again", () => {
    expect(mailsOf(asked, answerRevision({ terms: finance, accepted: true }))).toStrictEqual([
      {
        kind: "revision-granted",
        to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
        language: "fr",
        subject: "Votre demande de révision est acceptée",
        paragraphs: [
          "Bonjour Éloïse Le Gall,",
          "À la suite de votre demande de révision, Marc Nguyên reprend le compte rendu de votre entretien. Il vous sera communiqué de nouveau\u00A0; vos observations sont conservées.",
          "Motif\u00A0: La mission est citée.",
          "Cordialement,\nService RH",
        ],
        documents: [],
        calendar: [],
      },
    ])
  })

  test("ENT-23 a delegate who declines is named with the superior", () => {
    const by = delegateOf(bySuperior)
    const [mail] = mailsOf(asked, answerRevision({ terms: finance, by }))
    expect(mail?.paragraphs[1]).toContain("Marc Nguyên")
  })

  test("ENT-23 in English", () => {
    const texts = [
      ...mailsOf(toComplete, requestRevision({ terms: finance }), wordingEn),
      ...mailsOf(asked, answerRevision({ terms: finance }), wordingEn),
    ].map(({ paragraphs }) => paragraphs.slice(1, -1))
    expect(texts).toStrictEqual([
      [
        "Éloïse Le Gall asks you to revise the report of the interview. You can take it back, or maintain it and say why.",
        "Reason: Une mission manque.",
        "The period in which the agent completes the report is stopped until your answer, and up to and including Thursday 19 February 2026 at the latest.",
      ],
      [
        "Following your request of revision, the report of your interview is maintained by Marc Nguyên.",
        "Reason: La mission est citée.",
        "You can complete this report up to and including Monday 23 February 2026.",
      ],
    ])
  })
})
