/** The papers and the mails of an appeal. */
import { type Block, type DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { fold } from "@convoque/core/kernel/machine"
import { describe, expect, test } from "vitest"
import { appealMachine as machine } from "../../src/interviews/appeal/decider.ts"
import {
  appealDocument,
  finalReportDocument,
  isRevised,
} from "../../src/interviews/appeal/documents.ts"
import type { AppealEvent } from "../../src/interviews/appeal/events.ts"
import { lastRevised } from "../../src/interviews/appeal/rules/final-reports.ts"
import { appealMessages } from "../../src/interviews/appeal/policies.ts"
import type { LodgedAppeal } from "../../src/interviews/appeal/state.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import {
  acknowledged,
  agent,
  answeredEvent,
  authority,
  byService,
  day,
  decidedEvent,
  endOfDuties,
  type EventOf,
  history,
  lodged,
  notified,
  on,
  opinionRecorded,
  partlyGranted,
  referredEvent,
} from "./appeal/given.ts"
import { terms } from "./given.ts"

type Past = ReadonlyArray<AppealEvent>

const stateOf = (past: Past): LodgedAppeal => {
  const state = fold(machine, past)
  if (state._tag === "none") throw new Error("not lodged")
  return state
}
const finalOf = (past: Past, wording = wordingFr): DocumentContent => {
  const state = stateOf(past)
  if (!isRevised(state)) throw new Error("not revised")
  return finalReportDocument(state, terms, wording)
}
/** The mails of the last event of a history. */
const mailsOf = (past: Past, wording = wordingFr) =>
  appealMessages(stateOf(past), past.slice(-1), { wording, terms })
const bodyOf = (past: Past) => mailsOf(past).map(({ paragraphs }) => paragraphs.slice(1, -1))
const of = <Tag extends Block["_tag"]>(document: DocumentContent, tag: Tag) =>
  document.blocks.filter(
    (block): block is Extract<Block, { readonly _tag: Tag }> => block._tag === tag,
  )

const tried = (fate: "sent" | "failed"): EventOf<"FinalReportNotificationTried"> => ({
  _tag: "FinalReportNotificationTried",
  at: on("2026-03-18"),
  by: byService,
  agent,
  notification: { means: "mail", fate, on: day("2026-03-18") },
})

describe("the final report", () => {
  test("ENT-27 says that it replaces the former one, after which decision", () => {
    expect(of(finalOf(history.decided), "notice")).toStrictEqual([
      {
        _tag: "notice",
        title: "Compte rendu définitif après recours",
        lines: [
          "Ce compte rendu remplace le précédent à la suite du recours de l'agent. Décision du lundi 16 mars 2026\u00A0: recours accueilli.",
        ],
      },
    ])
    expect(finalOf([lodged, partlyGranted]).blocks[1]).toMatchObject({
      lines: [expect.stringContaining("recours accueilli en partie")],
    })
  })

  test("ENT-27 holds the revised parts, the notification and the acknowledgement", () => {
    const document = finalOf(history.concluded)
    const texts = textsOf(document)
    expect(document.title).toBe("Compte rendu définitif d'entretien 2025")
    expect(texts).toContain("Objectifs dépassés.")
    expect(texts).toContain("Compte rendu révisé par Aïcha Œuvrard.")
    expect(texts).toContain(
      "Notification\u00A0: lettre recommandée avec avis de réception, reçue le jeudi 19 mars 2026.",
    )
    expect(texts).toContain(
      "L'agent a accusé réception du compte rendu définitif le lundi 23 mars 2026.",
    )
    expect(texts).toContain("Voies et délais de recours")
    expect(texts).not.toContain("Propositions de l'agent")
  })
})

describe("the file of an appeal", () => {
  test("ENT-27 tells each step with its last day", () => {
    const document = appealDocument(stateOf(history.concluded), terms, wordingFr)
    expect(of(document, "heading").map(({ text }) => text)).toStrictEqual([
      "Recours hiérarchique",
      "Réponse de l'autorité",
      "CAP",
      "Décision de l'autorité après l'avis",
      "Compte rendu définitif",
    ])
    expect(
      of(document, "fields")
        .slice(1, 4)
        .map(({ rows }) => rows),
    ).toStrictEqual([
      [
        { label: "Compte rendu notifié le", value: "lundi 5 janvier 2026" },
        { label: "Dernier jour du délai", value: "mercredi 21 janvier 2026" },
        { label: "Reçu par l'autorité le", value: "lundi 12 janvier 2026" },
      ],
      [
        { label: "Dernier jour pour répondre", value: "mercredi 28 janvier 2026" },
        { label: "Reçue par l'agent le", value: "mardi 20 janvier 2026" },
        { label: "Sens", value: "recours rejeté" },
      ],
      [
        { label: "Dernier jour pour la saisir", value: "vendredi 20 février 2026" },
        { label: "Saisie le", value: "lundi 2 février 2026" },
      ],
    ])
  })

  test("ENT-27 no answer is an outcome, a late appeal says that it is", () => {
    const silent = textsOf(appealDocument(stateOf(history.unanswered), terms, wordingFr))
    expect(silent).toContain(
      "Aucune réponse n'est parvenue à l'agent dans le délai de l'autorité, qui a pris fin le mercredi 28 janvier 2026.",
    )
    const late = { ...lodged, at: on("2026-01-26"), on: day("2026-01-26"), late: true }
    expect(textsOf(appealDocument(stateOf([late]), terms, wordingFr))).toContain(
      "lundi 26 janvier 2026, hors délai",
    )
  })

  test("ENT-27 an act written down on another day than its own tells both", () => {
    const written = { ...lodged, at: on("2026-01-15") }
    expect(textsOf(appealDocument(stateOf([written]), terms, wordingFr))).toContain(
      "lundi 12 janvier 2026 (enregistré le jeudi 15 janvier 2026)",
    )
    expect(textsOf(appealDocument(stateOf([lodged]), terms, wordingFr))).toContain(
      "lundi 12 janvier 2026",
    )
  })

  test("ENT-27 no text is empty in any state, in both languages", () => {
    for (const wording of [wordingFr, wordingEn]) {
      for (const past of Object.values(history).filter(({ length }) => length > 0)) {
        const texts = textsOf(appealDocument(stateOf(past), terms, wording))
        expect(
          texts.filter((text) => text.trim() === "" || /undefined|null|NaN/u.test(text)),
        ).toStrictEqual([])
      }
    }
  })
})

describe("a final report that is over", () => {
  const past: ReadonlyArray<AppealEvent> = [lodged, partlyGranted, notified, acknowledged]
  const maintained: ReadonlyArray<AppealEvent> = [
    ...past,
    { ...referredEvent, on: day("2026-03-24"), late: true },
    { ...opinionRecorded, on: day("2026-04-10") },
    {
      _tag: "AppealDecided",
      at: on("2026-04-16"),
      by: byService,
      agent,
      on: day("2026-04-16"),
      outcome: "rejected",
    },
  ]

  test("ENT-27 is still the last one when the decision maintains it", () => {
    const revised = lastRevised(stateOf(maintained))
    if (revised === undefined) throw new Error("not revised")
    const { acts: _, ...printed } = revised
    const { acts: __, ...concluded } = stateOf(past)
    // The month of the committee is of the state that was left.
    expect({ ...concluded, ...printed }).toStrictEqual(concluded)
    const asBefore = (document: DocumentContent) =>
      textsOf(document).filter((text) => !text.startsWith("Édité le"))
    expect(asBefore(finalReportDocument(revised, terms, wordingFr))).toStrictEqual(
      asBefore(finalOf(past)),
    )
    const file = textsOf(appealDocument(stateOf(maintained), terms, wordingFr)).join("\n")
    expect(file).toContain("Réception attestée le")
  })

  test("ENT-27 tells what the HR service noted of an agent who did not acknowledge it", () => {
    const refused: ReadonlyArray<AppealEvent> = [
      ...history.decided,
      notified,
      {
        _tag: "FinalReportAcknowledgementRefused",
        at: on("2026-03-24"),
        by: byService,
        on: day("2026-03-24"),
        witness: "Refus constaté par Mme Martin.",
      },
    ]
    for (const printed of [finalOf(refused), appealDocument(stateOf(refused), terms, wordingFr)]) {
      const texts = textsOf(printed).join("\n")
      expect(texts).toContain("Refus constaté par Mme Martin.")
      expect(texts).not.toContain("Réception attestée le")
    }
    expect(textsOf(finalOf(refused, wordingEn)).join("\n")).toContain("did not acknowledge")
  })
})

describe("the mails", () => {
  test("ENT-27 another authority: the former one and the new one are told, with the last day", () => {
    const successor = { ...authority, familyName: "Sørensen", email: "s@academie.example" }
    const replaced: AppealEvent = {
      _tag: "AppealAuthorityReplaced",
      at: on("2026-01-15"),
      by: byService,
      former: authority,
      authority: successor,
      reason: endOfDuties,
    }
    const mails = mailsOf([lodged, replaced])
    expect(mails.map(({ kind, to }) => [kind, to.address])).toStrictEqual([
      ["appeal-authority-replaced", authority.email],
      ["appeal-authority-replaced", successor.email],
    ])
    const [toFormer, toAuthority] = mails.map(({ paragraphs }) => paragraphs.join("\n"))
    expect(toFormer).toContain("Sørensen")
    expect(toFormer).toContain(endOfDuties)
    expect(toAuthority).toContain(endOfDuties)
    expect(toAuthority).toContain("28 janvier 2026")
    const [, english] = mailsOf([...history.answered, replaced], wordingEn)
    expect(english?.paragraphs.join("\n")).toContain("instead of")
    expect(english?.paragraphs.join("\n")).not.toContain("Your answer is to reach")
  })

  test("ENT-27 the authority is told of the appeal, without its grounds", () => {
    expect(mailsOf(history.lodged)).toStrictEqual([
      {
        kind: "appeal-lodged",
        to: { name: "Aïcha Œuvrard", address: "authority-1@academie.example" },
        language: "fr",
        subject: "Recours hiérarchique\u00A0: Zoé Le Goff",
        paragraphs: [
          "Bonjour Aïcha Œuvrard,",
          "Zoé Le Goff a formé un recours hiérarchique contre le compte rendu de son entretien. Ce recours vous est parvenu le lundi 12 janvier 2026.",
          "Votre réponse doit parvenir à l'agent au plus tard le mercredi 28 janvier 2026 inclus.",
          "Cordialement,\nService RH",
        ],
        documents: [],
        calendar: [],
      },
    ])
  })

  test("ENT-27 a late appeal is told as late, and is still to be answered", () => {
    const late = { ...lodged, at: on("2026-01-26"), on: day("2026-01-26"), late: true }
    expect(bodyOf([late])[0]?.[1]).toBe(
      "Le délai de recours a pris fin le mercredi 21 janvier 2026\u00A0: le recours est enregistré hors délai, il vous appartient d'y répondre.",
    )
  })

  test("ENT-27 the agent gets the answer, its reasons, and the way to the committee", () => {
    const [mail] = mailsOf(history.answered)
    expect(mail?.to.address).toBe(answeredEvent.agent.email)
    expect(bodyOf(history.answered)).toStrictEqual([
      [
        "Réponse du mardi 20 janvier 2026 à votre recours contre le compte rendu de votre entretien\u00A0: recours rejeté.",
        "Motifs\u00A0: Le compte rendu est complété.",
        "Vous pouvez demander la révision du compte rendu devant l'instance compétente (CAP) jusqu'au vendredi 20 février 2026 inclus.",
      ],
    ])
    const { committeeBy: _, ...without } = answeredEvent
    expect(bodyOf([lodged, without])[0]).toHaveLength(2)
  })

  test("ENT-27 the agent gets the decision after the opinion", () => {
    expect(bodyOf(history.decided)).toStrictEqual([
      [
        "Décision du lundi 16 mars 2026, après l'avis de la commission, sur le compte rendu de votre entretien\u00A0: recours accueilli.",
      ],
    ])
  })

  test("ENT-27 the final report goes to the agent once: by its notification by mail, or as a copy", () => {
    const [copy, ...others] = mailsOf([...history.decided, notified])
    expect(others).toStrictEqual([])
    expect(copy).toMatchObject({ kind: "final-report-notified", to: { name: "Zoé Le Goff" } })
    expect(copy?.documents.map(({ fileName }) => fileName)).toStrictEqual([
      "compte-rendu-definitif-agent-1-2025.pdf",
    ])
    expect(mailsOf([...history.decided, tried("sent")])).toHaveLength(1)
    expect(mailsOf([...history.decided, tried("failed")])).toStrictEqual([])
    expect(mailsOf([...history.decided, tried("sent"), notified])).toStrictEqual([])
    expect(mailsOf([...history.decided, tried("failed"), notified])).toHaveLength(1)
  })

  test.each(["unanswered", "referred", "concluded"] as const)(
    "ENT-27 nobody is written to when the appeal is %s",
    (state) => {
      expect(mailsOf(history[state])).toStrictEqual([])
    },
  )

  test("ENT-27 whoever has no possible address gets none", () => {
    const { email: _, ...silent } = decidedEvent.agent
    const past = [...history.decided.slice(0, -1), { ...decidedEvent, agent: silent }]
    expect(mailsOf(past)).toStrictEqual([])
    expect(mailsOf([{ ...lodged, authority: { ...lodged.authority, email: " " } }])).toStrictEqual(
      [],
    )
  })
})
