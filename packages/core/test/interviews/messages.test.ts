/** Which mails leave on which events of an interview, and what they hold. */
import type { MessageContent } from "@convoque/core/kernel/message"
import { decide, fold } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import type { InterviewEvent } from "../../src/interviews/interview/events.ts"
import { messagesOf } from "../../src/interviews/interview/policies.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import {
  comment,
  communicate,
  complete,
  correct,
  draft,
  endorse,
  file,
  handOver,
  lapse,
  notify,
  openInterview,
  postpone,
  prepare,
  propose,
  recordHeld,
  recordNotHeld,
  refuseToSign,
  remove,
  replace,
  returnReport,
  sign,
  unplan,
} from "./acts.ts"
import { agent, day, history, on, opened, otherSuperior, superior, terms } from "./given.ts"

type Past = ReadonlyArray<InterviewEvent>

const play = (past: Past, command: InterviewCommand) => {
  const state = fold(machine, past)
  const events = Result.getOrThrow(decide(machine, command, state))
  return { events, state: fold(machine, events, state) }
}
const mailsOf = (
  past: Past,
  command: InterviewCommand,
  rest: { readonly managersTold?: boolean; readonly wording?: typeof wordingFr } = {},
): ReadonlyArray<MessageContent> => {
  const { state, events } = play(past, command)
  return messagesOf(state, events, { wording: wordingFr, terms, fileUid, ...rest })
}
const after = (past: Past, ...commands: ReadonlyArray<InterviewCommand>): Past =>
  commands.reduce<Past>((events, command) => [...events, ...play(events, command).events], past)
const only = (mails: ReadonlyArray<MessageContent>): MessageContent => {
  const [mail, ...others] = mails
  if (mail === undefined || others.length > 0) throw new Error(`${mails.length} mails`)
  return mail
}
const filesOf = (mail: MessageContent) => mail.documents.map(({ fileName }) => fileName)
const fileUid = "convoque/academie/interviews/professional-interview/2026/agent-1"
const toAgent = { name: "Éloïse Le Gall", address: "agent-1@academie.example" }
const bye = "Cordialement,\nService RH"
const hello = "Bonjour Éloïse Le Gall,"

describe("CAM-24 nobody is written to", () => {
  const silent: ReadonlyArray<readonly [string, Past, InterviewCommand]> = [
    ["an interview is opened", [], openInterview()],
    ["the superior prepares", history["to-schedule"], prepare()],
    ["the interview is held", history.proposed, recordHeld()],
    ["the interview is not held", history.proposed, recordNotHeld()],
    ["the report is drafted", history.held, draft()],
    ["the agent comments", history.toComplete, comment()],
    ["the agent declares the report complete", history.toComplete, complete()],
    ["the agent's period lapses", history.toComplete, lapse()],
    ["the authority endorses", history.toEndorse, endorse()],
    ["the notification reached the agent", history.toNotify, notify()],
    ["the agent signs", history.toSign, sign()],
    ["the agent refuses to sign", history.toSign, refuseToSign()],
    ["the report is handed over", history.closed, handOver()],
    ["an interview without a date is deleted", history["to-schedule"], remove()],
    ["an interview that was not held is deleted", history["not-held"], remove()],
    ["an interview that was held is deleted", history.held, remove({ at: on("2026-01-29") })],
  ]

  test.each(silent)("when %s", (_, past, command) => {
    expect(mailsOf(past, command)).toStrictEqual([])
  })
})

describe("the date", () => {
  test("ENT-06 ENT-07 the proposal goes to the agent with the template and the job description", () => {
    const mail = only(mailsOf(history["to-schedule"], propose()))
    const { documents: _, ...rest } = mail
    expect(rest).toStrictEqual({
      kind: "interview-proposed",
      to: toAgent,
      language: "fr",
      subject: "Proposition de date pour votre entretien",
      paragraphs: [
        hello,
        "Dans le cadre de la campagne «\u00A0Entretiens professionnels 2026\u00A0», Marc Nguyên vous propose l'entretien suivant.",
        "Date\u00A0: lundi 26 janvier 2026\nDurée\u00A0: 60 minutes",
        "Documents joints\u00A0: Modèle de compte rendu, Fiche de poste\u00A0: fiche.pdf.",
        bye,
      ],
      files: [{ fileName: "fiche.pdf", key: "fiches/agent-1" }],
      calendar: [],
      thread: "meeting",
      uselessAfter: "2026-01-26T23:00:00.000Z",
    })
    expect(filesOf(mail)).toStrictEqual([
      "proposition-entretien-agent-1-2026.pdf",
      "modele-compte-rendu-2026.pdf",
    ])
  })

  test("ENT-11 a postponement replaces the proposal and carries all of it again", () => {
    const mail = only(mailsOf(history.proposed, postpone()))
    expect(mail).toMatchObject({
      kind: "interview-postponed",
      to: toAgent,
      thread: "meeting",
      uselessAfter: "2026-02-09T23:00:00.000Z",
      files: [{ fileName: "fiche.pdf" }],
    })
    expect(mail.paragraphs).toStrictEqual([
      hello,
      "La date de votre entretien de la campagne «\u00A0Entretiens professionnels 2026\u00A0» change. Marc Nguyên vous propose l'entretien suivant, qui remplace le précédent.",
      "Date\u00A0: lundi 9 février 2026\nDurée\u00A0: 60 minutes",
      "Date précédente\u00A0: lundi 26 janvier 2026",
      "Motif\u00A0: Grève des transports.",
      "Documents joints\u00A0: Modèle de compte rendu, Fiche de poste\u00A0: fiche.pdf.",
      bye,
    ])
    expect(filesOf(mail)).toHaveLength(2)
  })

  test("CAM-06 a withdrawn date is told, and replaces a proposal that has not left", () => {
    expect(only(mailsOf(history.proposed, unplan()))).toStrictEqual({
      kind: "interview-unplanned",
      to: toAgent,
      language: "fr",
      subject: "Date de votre entretien annulée",
      paragraphs: [
        hello,
        "L'entretien du lundi 26 janvier 2026, proposé par Marc Nguyên, n'aura pas lieu à cette date. Une autre date vous sera proposée.",
        "Motif\u00A0: Congé de maladie.",
        bye,
      ],
      documents: [],
      calendar: [],
      thread: "meeting",
    })
  })

  test("ENT-06 mails go to the address that the directory gives that day", () => {
    const moved = { ...agent, email: "eloise@autre.example" }
    expect(only(mailsOf(history["to-schedule"], propose({ agent: moved }))).to.address).toBe(
      "eloise@autre.example",
    )
  })

  test.each([undefined, " ", "a@b.fr\r\nBcc: c@d.fr"])(
    "ENT-06 nobody writes to the address %j",
    (email) => {
      const { email: _, ...known } = agent
      const silent = email === undefined ? known : { ...known, email }
      expect(mailsOf([{ ...opened, agent: silent }], propose({ agent: silent }))).toStrictEqual([])
    },
  )
})

describe("the report", () => {
  test("ENT-22 ENT-23 the communication carries the report and tells the last day to complete it", () => {
    const mail = only(mailsOf(history.held, communicate()))
    expect(mail).toMatchObject({
      kind: "report-communicated",
      to: toAgent,
      thread: "report-communicated",
    })
    expect(mail.paragraphs).toStrictEqual([
      hello,
      "Marc Nguyên vous communique le compte rendu de votre entretien, joint à ce message.",
      "Vous disposez de 15 jours calendaires pour compléter ce compte rendu\u00A0; le dernier jour est le mardi 17 février 2026 inclus.",
      bye,
    ])
    expect(filesOf(mail)).toStrictEqual(["compte-rendu-agent-1-2026.pdf"])
    expect(mail.documents[0]?.content.title).toBe("Compte rendu d'entretien 2026")
  })

  test("ENT-25 a notification by mail is the mail: it carries the endorsed report", () => {
    const sent = { means: "mail", fate: "sent", on: day("2026-02-13") } as const
    const mail = only(mailsOf(history.toNotify, notify({ notification: sent })))
    expect(mail).toMatchObject({ kind: "report-notified", to: toAgent })
    expect(mail.paragraphs[1]).toContain("visé par Luc d'Estaing, vous est notifié")
    expect(filesOf(mail)).toStrictEqual(["compte-rendu-agent-1-2026.pdf"])
    const failed = { ...sent, fate: "failed" } as const
    expect(mailsOf(history.toNotify, notify({ notification: failed }))).toStrictEqual([])
    const letter = { ...sent, means: "registered-letter" } as const
    expect(mailsOf(history.toNotify, notify({ notification: letter }))).toStrictEqual([])
  })

  test("CAM-24 a returned report is told to the superior, with who and why", () => {
    const returnable = {
      ...terms,
      procedure: {
        ...terms.procedure,
        steps: terms.procedure.steps.map((step) => ({
          ...step,
          returnable: true,
        })) as never,
      },
    }
    const mail = only(mailsOf(history.toEndorse, returnReport({ terms: returnable })))
    expect(mail).toMatchObject({
      kind: "report-returned",
      to: { name: "Marc Nguyên", address: "superior-1@academie.example" },
      subject: "Compte rendu à reprendre\u00A0: Éloïse Le Gall",
    })
    expect(mail.paragraphs.slice(1, -1)).toStrictEqual([
      "Le compte rendu de l'entretien de l'agent Éloïse Le Gall vous est renvoyé par Luc d'Estaing. Il doit être repris puis communiqué de nouveau.",
      "Motif\u00A0: Un objectif est à préciser.",
    ])
  })

  test("ENT-26 the agent is told that the circuit is over", () => {
    const mail = only(mailsOf(history.toFile, file()))
    expect(mail).toMatchObject({ kind: "interview-closed", to: toAgent })
    expect(mail.paragraphs[1]).toContain("est terminé depuis le vendredi 20 février 2026")
    expect(filesOf(mail)).toStrictEqual(["compte-rendu-agent-1-2026.pdf"])
  })

  test("ENT-26 the agent gets the report with its clerical correction", () => {
    const mail = only(mailsOf(history.closed, correct()))
    expect(mail).toMatchObject({ kind: "report-corrected", to: toAgent })
    expect(mail.paragraphs.slice(1, -1)).toStrictEqual([
      "Une erreur matérielle est corrigée dans la rubrique «\u00A0Missions et activité de l'agent\u00A0» du compte rendu de votre entretien. Le compte rendu joint porte la correction et la rédaction antérieure.",
      "Motif\u00A0: Mot oublié.",
    ])
    const text = JSON.stringify(mail.documents[0]?.content.blocks)
    expect(text).toContain("Gestion des congés et des absences.")
    expect(text).toContain("Rédaction antérieure\u00A0: Gestion des congés.")
  })
})

describe("CAM-19 another superior", () => {
  const early = replace({ at: on("2026-01-09") })

  test("the agent and both managers are told", () => {
    const mails = mailsOf(history["to-schedule"], early)
    expect(mails.map(({ to }) => to.name)).toStrictEqual([
      "Éloïse Le Gall",
      "Marc Nguyên",
      "Aïcha Œuvrard",
    ])
    expect(mails.map(({ paragraphs }) => paragraphs[1])).toStrictEqual([
      "Votre entretien a désormais pour responsable Aïcha Œuvrard.",
      "L'entretien de l'agent Éloïse Le Gall a désormais pour responsable Aïcha Œuvrard.",
      "L'entretien de l'agent Éloïse Le Gall, jusqu'ici confié à Marc Nguyên, vous est confié.",
    ])
    expect(mails[1]?.paragraphs[2]).toBe("Motif\u00A0: Mutation du chef de bureau.")
  })

  test("the campaign tells the managers itself when it moves many interviews", () => {
    const mails = mailsOf(history["to-schedule"], early, { managersTold: false })
    expect(mails.map(({ to }) => to.name)).toStrictEqual(["Éloïse Le Gall"])
  })

  test("one without an address is left out, the others are told", () => {
    const { email: _, ...silent } = otherSuperior
    const mails = mailsOf(
      history["to-schedule"],
      replace({ at: on("2026-01-09"), superior: silent }),
    )
    expect(mails.map(({ to }) => to.name)).toStrictEqual(["Éloïse Le Gall", "Marc Nguyên"])
  })

  test("the proposal then comes in the name of the new superior", () => {
    const past = after(history["to-schedule"], early)
    const by = { person: otherSuperior.id, capacity: "superior" } as const
    const mail = only(mailsOf(past, propose({ by })))
    expect(mail.paragraphs[1]).toContain("Aïcha Œuvrard vous propose")
    expect(mail.paragraphs.join("\n")).not.toContain(superior.familyName)
  })
})

test("ENT-22 English mails hold no French words of ours", () => {
  const mails = [
    ...mailsOf(history["to-schedule"], propose(), { wording: wordingEn }),
    ...mailsOf(history.proposed, postpone(), { wording: wordingEn }),
    ...mailsOf(history.held, communicate(), { wording: wordingEn }),
    ...mailsOf(history.toFile, file(), { wording: wordingEn }),
  ]
  expect(mails.map(({ language }) => language)).toStrictEqual(["en", "en", "en", "en"])
  expect(mails.flatMap(({ paragraphs }) => paragraphs).join("\n")).not.toMatch(
    /Bonjour|votre|entretien de|compte rendu(?! )/u,
  )
})

test("no text of any mail is empty or undefined", () => {
  const mails = [
    ...mailsOf(history["to-schedule"], propose()),
    ...mailsOf(history.proposed, postpone()),
    ...mailsOf(history.proposed, unplan()),
    ...mailsOf(history.held, communicate()),
    ...mailsOf(history.toFile, file()),
    ...mailsOf(history.closed, correct()),
    ...mailsOf(history["to-schedule"], replace({ at: on("2026-01-09") })),
  ]
  expect(mails).toHaveLength(9)
  for (const { subject, paragraphs } of mails) {
    const bad = [subject, ...paragraphs].filter(
      (text) => text.trim() === "" || /undefined|null|NaN|\[object/u.test(text),
    )
    expect(bad).toStrictEqual([])
  }
})
