/** The proof of a deadline and the deadlines of a file, as printed. */
import { type Block, type DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { fold } from "@convoque/core/kernel/machine"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import {
  deadlineLabels,
  deadlineProofDocument,
  deadlinesDocument,
} from "../../src/interviews/interview/documents.ts"
import type { InterviewEvent } from "../../src/interviews/interview/events.ts"
import { deadlinesOf } from "../../src/interviews/interview/rules/deadlines.ts"
import { couldBeDone, datedActs } from "../../src/interviews/interview/rules/deadlines-possible.ts"
import type { OpenedInterview } from "../../src/interviews/interview/state.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { day, history, notified, terms } from "./given.ts"

const stateOf = (past: ReadonlyArray<InterviewEvent>): OpenedInterview => {
  const state = fold(machine, past)
  if (state._tag === "none") throw new Error("not opened")
  return state
}
const proof = (
  past: ReadonlyArray<InterviewEvent>,
  question: { readonly act: string; readonly day: string },
  wording = wordingFr,
): DocumentContent => {
  const state = stateOf(past)
  const found = couldBeDone(state, terms, { act: question.act, day: day(question.day) })
  if (found === undefined) throw new Error(question.act)
  return deadlineProofDocument(found, { state, terms, wording })
}
const of = <Tag extends Block["_tag"]>(document: DocumentContent, tag: Tag) =>
  document.blocks.filter(
    (block): block is Extract<Block, { readonly _tag: Tag }> => block._tag === tag,
  )

// Sixteen days after 28 April 2026 is Ascension Day.
const inSpring = [
  ...history.toNotify,
  { ...notified, done: { ...notified.done, on: day("2026-04-28") } },
]

describe("the proof", () => {
  test("ENT-27 shows the start, the period, the holiday met, the last day and the text", () => {
    const document = proof(inSpring, { act: "hierarchical-appeal", day: "2026-05-16" })
    expect(document.title).toBe("Justificatif de délai")
    expect(of(document, "notice")).toStrictEqual([
      {
        _tag: "notice",
        title:
          "L'acte «\u00A0recours hiérarchique\u00A0» pouvait-il être fait le samedi 16 mai 2026\u00A0?",
        lines: ["Oui, hors délai\u00A0: l'acte est fait et signalé en retard."],
      },
    ])
    const start = "Notification du compte rendu visé à l'agent, le mardi 28 avril 2026"
    expect(of(document, "fields")[1]?.rows).toStrictEqual([
      { label: "Événement qui ouvre l'acte", value: start },
      { label: "Point de départ", value: start },
      {
        label: "Délai",
        value: "15 jours francs, prorogé lorsqu'il finit un samedi, un dimanche ou un jour férié",
      },
      { label: "Premier jour compté", value: "mercredi 29 avril 2026" },
      { label: "Dernier jour avant prorogation", value: "jeudi 14 mai 2026" },
      { label: "Dernier jour", value: "vendredi 15 mai 2026" },
      { label: "Passé ce jour", value: "l'acte est fait et signalé en retard" },
      { label: "Texte", value: terms.procedure.appeal?.hierarchical.source },
      { label: "Sûreté de la lecture", value: "relevée dans une source publique" },
    ])
    expect(of(document, "table")).toMatchObject([
      {
        caption: "Jours non comptés ou passés",
        rows: [["jeudi 14 mai 2026", "Ascension"]],
      },
    ])
  })

  test("ENT-06 shows the notice as a first day, and until when this date could be proposed", () => {
    const [, fields] = of(proof(history.closed, { act: "interview", day: "2026-01-26" }), "fields")
    expect(fields?.rows).toStrictEqual([
      {
        label: "Événement qui ouvre l'acte",
        value: "Proposition de la date, le lundi 12 janvier 2026",
      },
      { label: "Point de départ", value: "Proposition de la date, le lundi 12 janvier 2026" },
      { label: "Délai", value: "8 jours calendaires, non prorogé" },
      { label: "Premier jour compté", value: "mardi 13 janvier 2026" },
      { label: "Premier jour possible", value: "mardi 20 janvier 2026" },
      { label: "Dernier jour pour proposer cette date", value: "dimanche 18 janvier 2026" },
      { label: "Texte", value: terms.procedure.notice.source },
      { label: "Sûreté de la lecture", value: "relevée dans une source publique" },
      { label: "Fait le", value: "lundi 26 janvier 2026" },
    ])
  })

  test("ENT-23 says when nothing has started the period", () => {
    const document = proof(history.held, { act: "agent-completion", day: "2026-02-10" })
    expect(of(document, "notice")[0]?.lines).toStrictEqual([
      "Non, l'événement qui ouvre cet acte n'a pas eu lieu.",
    ])
    const rows = of(document, "fields")[1]?.rows ?? []
    expect(rows[0]?.value).toBe("N'a pas eu lieu")
    expect(rows.map(({ label }) => label)).not.toContain("Dernier jour")
  })

  test("ENT-25 an act without a period has its opening event, and no last day", () => {
    const rows =
      of(proof(history.toNotify, { act: "notify", day: "2026-02-20" }), "fields")[1]?.rows ?? []
    expect(rows).toStrictEqual([
      {
        label: "Événement qui ouvre l'acte",
        value: "Visa de l'autorité investie du pouvoir de nomination, le jeudi 12 février 2026",
      },
    ])
  })

  test("CAM-24 every act of every stage prints whole, in both languages", () => {
    for (const wording of [wordingFr, wordingEn]) {
      for (const past of [history.held, history.toComplete, history.closed, inSpring]) {
        for (const act of datedActs(terms)) {
          const texts = textsOf(proof(past, { act, day: "2026-02-20" }, wording))
          expect(
            texts.filter((text) => text.trim() === "" || /undefined|null|NaN/u.test(text)),
          ).toStrictEqual([])
        }
      }
    }
  })
})

describe("the deadlines of a file", () => {
  test("CAM-24 stand in one table, in the order of the acts", () => {
    const document = deadlinesDocument(stateOf(history.toComplete), terms, { wording: wordingFr })
    const rows = of(document, "table")[0]?.rows ?? []
    expect(rows.map(([act]) => act)).toStrictEqual([
      "Entretien",
      "Communication du compte rendu à l'agent",
      "Complément de l'agent",
      "Recours hiérarchique",
      "Réponse au recours",
      "Saisine\u00A0: commission administrative paritaire",
    ])
    expect(rows[2]).toStrictEqual([
      "Complément de l'agent",
      "Communication du compte rendu à l'agent, le lundi 2 février 2026",
      `15 jours calendaires\n${terms.procedure.notice.source}`,
      "Dernier jour\n17/02/2026",
      "",
    ])
    expect(rows[3]?.slice(3)).toStrictEqual(["", ""])
  })

  test("ENT-23 the feed names the act and the agent, and tells the text", () => {
    const state = stateOf(history.toComplete)
    const labels = deadlineLabels(state, wordingFr)
    const [, , completion] = deadlinesOf(state, terms)
    if (completion === undefined) throw new Error("no deadline")
    expect(labels.name).toBe("Échéances de l'entretien 2026\u00A0: Éloïse Le Gall")
    expect(labels.summary(completion)).toBe("Complément de l'agent\u00A0: Éloïse Le Gall")
    expect(labels.description(completion)).toBe(
      `15 jours calendaires, Communication du compte rendu à l'agent, le lundi 2 février 2026\n${terms.procedure.notice.source}`,
    )
  })
})
