/** Which mails leave on which events, and what they hold: the e-mail table of the catalogue. */
import {
  type AppointmentSetCommand,
  type AppointmentSetEvent,
  appointmentSetMachine,
  messagesOf,
  wordingFr,
} from "@convoque/core/career-appointments"
import { decide, fold } from "@convoque/core/kernel/machine"
import { type MessageContent } from "@convoque/core/kernel/message"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  accept,
  agent,
  answer,
  byInspector,
  cancel,
  confirmed,
  evaluators,
  facts,
  head,
  headInterview,
  headItem,
  headRole,
  history,
  inspectorRole,
  interview,
  modify,
  openSet,
  reason,
  recordOutcome,
  replace,
  request,
  requested,
  setByHead,
  setByInspector,
  terms,
  visit,
  visitItem,
} from "../given.ts"

const correspondence = { wording: wordingFr, fileUid: "convoque/rennes/2026-certifies/agent-1" }

/** Gives the mails of a command after some events. */
const mailsOf = (
  past: ReadonlyArray<AppointmentSetEvent>,
  command: AppointmentSetCommand,
  rest: { readonly informEvaluators?: boolean } = {},
): ReadonlyArray<MessageContent> => {
  const state = fold(appointmentSetMachine, past)
  const events = Result.getOrThrow(decide(appointmentSetMachine, command, state))
  return messagesOf(fold(appointmentSetMachine, events, state), events, {
    ...correspondence,
    ...rest,
  })
}
const after = (
  past: ReadonlyArray<AppointmentSetEvent>,
  ...commands: ReadonlyArray<AppointmentSetCommand>
): ReadonlyArray<AppointmentSetEvent> =>
  commands.reduce<ReadonlyArray<AppointmentSetEvent>>((events, command) => {
    const state = fold(appointmentSetMachine, events)
    return [...events, ...Result.getOrThrow(decide(appointmentSetMachine, command, state))]
  }, past)
const only = (mails: ReadonlyArray<MessageContent>): MessageContent => {
  const [mail, ...others] = mails
  if (mail === undefined || others.length > 0) throw new Error(`${mails.length} mails`)
  return mail
}

const completing = setByHead({ acknowledged: [confirmed] })
const issue = () => only(mailsOf(history["partially-set"], completing))
const reissue = () => only(mailsOf(history.convened, modify()))

describe("RDC-08 nobody is written to", () => {
  const silent: ReadonlyArray<
    readonly [string, ReadonlyArray<AppointmentSetEvent>, AppointmentSetCommand]
  > = [
    ["a file is opened", [], openSet()],
    ["the first evaluator saves", history["nothing-set"], setByInspector()],
    ["an evaluator corrects his items", history["partially-set"], setByInspector()],
    ["an evaluator is replaced", history.convened, replace()],
    ["the agent accepts", history.convened, accept()],
    ["the agent asks for a postponement", history.convened, request()],
    ["one of several requests is answered", history["postponement-requested"], answer()],
    ["an outcome is recorded", history.convened, recordOutcome()],
    ["a file that was never issued is cancelled", history["partially-set"], cancel()],
  ]

  test.each(silent)("when %s", (_, past, command) => {
    expect(mailsOf(past, command)).toStrictEqual([])
  })
})

describe("the convocation", () => {
  test("RDC-13 goes to the agent once, with every appointment of every evaluator", () => {
    const mail = issue()
    expect(mail).toMatchObject({
      kind: "convocation-issued",
      to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
      language: "fr",
      subject: "Convocation à vos rendez-vous de carrière",
    })
    expect(mail.paragraphs).toStrictEqual([
      "Bonjour Éloïse Le Gall,",
      "Vos 3 rendez-vous de carrière sont fixés. Votre convocation est jointe à ce message, avec une invitation par rendez-vous pour votre agenda.",
      "Visite d'inspection en situation professionnelle (Marc Nguyên, IA-IPR d'histoire)\u00A0: mardi 1er décembre 2026, de 10:00 à 11:00 (heure de Paris), Lycée Émile-Zola, bâtiment B",
      "Entretien avec l'IA-IPR (Marc Nguyên, IA-IPR d'histoire)\u00A0: mardi 1er décembre 2026, de 11:15 à 12:00 (heure de Paris), Lycée Émile-Zola, bâtiment B",
      "Entretien avec le chef d'établissement (Aïcha Œuvrard, Proviseure)\u00A0: mardi 8 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B",
      "Cordialement,\nBureau des rendez-vous de carrière",
    ])
    expect(mail.documents.map(({ fileName }) => fileName)).toStrictEqual([
      "convocation-agent-1.pdf",
    ])
  })

  test("RDC-13 goes to the address that the directory gives that day", () => {
    const moved = { ...agent, email: "eloise@autre.example" }
    const mail = only(
      mailsOf(
        history["partially-set"],
        setByHead({ acknowledged: [confirmed], facts: { ...facts, agent: moved } }),
      ),
    )
    expect(mail.to.address).toBe("eloise@autre.example")
  })

  test("RDC-13 is useless once the last appointment is over", () => {
    expect(issue().uselessAfter).toBe("2026-12-08T14:00:00.000Z")
    const early = modify({
      by: byInspector,
      role: inspectorRole,
      item: { ...visitItem, date: "2026-11-30" },
    })
    expect(only(mailsOf(history.convened, early)).uselessAfter).toBe("2026-12-08T14:00:00.000Z")
  })

  test("RDC-20 a new edition replaces the former, and says so", () => {
    const mail = reissue()
    expect(mail).toMatchObject({
      kind: "convocation-reissued",
      subject: "Convocation modifiée\u00A0: vos rendez-vous de carrière",
      uselessAfter: "2026-12-10T14:00:00.000Z",
    })
    expect(mail.documents.map(({ fileName }) => fileName)).toStrictEqual([
      "convocation-agent-1-edition-2.pdf",
    ])
    expect(mail.paragraphs.join("\n")).toContain("jeudi 10 décembre 2026, de 14:00 à 15:00")
    expect(mail.paragraphs.join("\n")).not.toContain("mardi 8 décembre")
  })
})

describe("the invitations", () => {
  const uids = (mail: MessageContent) => mail.calendar.map(({ entry }) => entry.uid)
  const sequences = (mail: MessageContent) => mail.calendar.map(({ entry }) => entry.sequence)

  test("RDC-13 one for each appointment, in the hours and the zone of its place", () => {
    expect(issue().calendar[2]).toStrictEqual({
      fileName: "entretien-avec-le-chef-d-etablissement.ics",
      method: "REQUEST",
      entry: {
        uid: "convoque/rennes/2026-certifies/agent-1/school-head-interview",
        sequence: 0,
        startsAt: "2026-12-08T13:00:00.000Z",
        endsAt: "2026-12-08T14:00:00.000Z",
        zone: "Europe/Paris",
        summary: "Rendez-vous de carrière\u00A0: Entretien avec le chef d'établissement",
        description:
          "Entretien avec le chef d'établissement (Aïcha Œuvrard, Proviseure)\u00A0: mardi 8 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B",
        location: "Lycée Émile-Zola, bâtiment B",
        organizer: terms.organizer,
      },
    })
    expect(issue().calendar.map(({ entry }) => entry.uid.split("/").at(-1))).toStrictEqual([
      visit,
      interview,
      headInterview,
    ])
  })

  test("RDC-20 the same identifiers and a higher sequence at each edition", () => {
    const third = only(
      mailsOf(
        after(history.convened, modify()),
        modify({ item: { ...headItem, date: "2026-12-11" } }),
      ),
    )
    expect([uids(reissue()), uids(third)]).toStrictEqual([uids(issue()), uids(issue())])
    expect([issue(), reissue(), third].map(sequences)).toStrictEqual([
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ])
  })

  test.each([
    ["convened", 1],
    ["accepted", 1],
    ["postponement-requested", 1],
  ] as const)(
    "RDC-10 a cancellation from %s withdraws them, above the last sequence",
    (state, sequence) => {
      const mail = only(mailsOf(history[state], cancel()))
      expect(mail).toMatchObject({
        kind: "set-cancelled",
        to: { address: agent.email },
        documents: [],
      })
      expect(mail.calendar.map(({ method }) => method)).toStrictEqual([
        "CANCEL",
        "CANCEL",
        "CANCEL",
      ])
      expect(uids(mail)).toStrictEqual(uids(issue()))
      expect(sequences(mail)).toStrictEqual([sequence, sequence, sequence])
      expect(mail.paragraphs.join("\n")).toContain("Motif\u00A0: Mutation de l'agent.")
    },
  )

  test("RDC-10 RDC-20 an edition and the cancellation replace the one before; an answer does not", () => {
    const cancelled = only(mailsOf(history.convened, cancel()))
    expect([issue(), reissue(), cancelled].map(({ thread }) => thread)).toStrictEqual([
      "convocation",
      "convocation",
      "convocation",
    ])
    const asked = [...history.convened, requested(headInterview)]
    expect(only(mailsOf(asked, answer()))).not.toHaveProperty("thread")
  })

  test("RDC-10 RDC-18 a cancellation and an answer go to the address of that day", () => {
    const moved = { ...agent, email: "eloise@autre.example" }
    const last = [...history.convened, requested(headInterview)]
    const mails = [
      only(mailsOf(history.convened, cancel({ agent: moved }))),
      only(mailsOf(last, answer({ agent: moved }))),
    ]
    expect(mails.map(({ to }) => to.address)).toStrictEqual([moved.email, moved.email])
  })

  test("RDC-10 after two editions the cancellation is the third", () => {
    const mail = only(mailsOf(after(history.convened, modify()), cancel()))
    expect(sequences(mail)).toStrictEqual([2, 2, 2])
    expect(mail.calendar[2]?.entry.startsAt).toBe("2026-12-10T13:00:00.000Z")
  })
})

describe("the answers to a postponement", () => {
  const pending = [...history.convened, requested(headInterview, visit, interview)]
  const kept = (slot: typeof visit, why: string) =>
    answer({
      slot,
      reason: reason(why),
      ...(slot === headInterview ? {} : { by: byInspector }),
    })
  const reasons = (mail: MessageContent) =>
    mail.paragraphs.flatMap((text) => /Motif\u00A0: (.*)$/u.exec(text)?.[1] ?? [])

  test("RDC-18 the last answer tells all of them, with their reasons", () => {
    const mail = only(
      mailsOf(after(pending, kept(visit, "A"), kept(interview, "B")), kept(headInterview, "C")),
    )
    expect(mail).toMatchObject({ kind: "postponement-answered", documents: [], calendar: [] })
    expect(reasons(mail)).toStrictEqual(["A", "B", "C"])
  })

  test("RDC-18 a second request does not swallow an answer given before it", () => {
    const past = after(pending, kept(visit, "A"), request({ slots: [headInterview] }))
    const mail = only(mailsOf(after(past, kept(interview, "B")), kept(headInterview, "C")))
    expect(reasons(mail)).toStrictEqual(["A", "B", "C"])
  })

  test("RDC-20 a new edition that ends the request tells what was maintained", () => {
    const mail = only(mailsOf(after(pending, kept(visit, "A"), kept(interview, "B")), modify()))
    expect(mail.kind).toBe("convocation-reissued")
    expect(reasons(mail)).toStrictEqual(["A", "B"])
  })

  test("RDC-18 what an edition told is not told again", () => {
    const past = after(pending, kept(visit, "A"), modify())
    expect(reasons(only(mailsOf(past, kept(interview, "B"))))).toStrictEqual(["B"])
  })

  test("RDC-18 nor is an earlier request, answered or withdrawn", () => {
    const first = after([...history.convened, requested(visit)], kept(visit, "A"))
    expect(reasons(only(mailsOf(first, modify())))).toStrictEqual([])
    const again = after(first, request({ slots: [headInterview] }))
    expect(reasons(only(mailsOf(again, kept(headInterview, "B"))))).toStrictEqual(["B"])
    const withdrawn = after(pending, kept(visit, "A"), accept(), request({ slots: [interview] }))
    expect(reasons(only(mailsOf(withdrawn, kept(interview, "B"))))).toStrictEqual(["B"])
  })
})

describe("evaluators informed", () => {
  const informed = { informEvaluators: true }

  test("RDC-18 each gets the slots by their labels and the reason, if there is one", () => {
    const mails = mailsOf(
      history.convened,
      request({ slots: [visit, headInterview], reason: reason("Stage.") }),
      informed,
    )
    expect(mails.map(({ to }) => to.name)).toStrictEqual(["Marc Nguyên", "Aïcha Œuvrard"])
    expect(mails[0]?.paragraphs[1]).toBe(
      "L'agent demande le report de\u00A0: Visite d'inspection en situation professionnelle, Entretien avec le chef d'établissement. Motif\u00A0: Stage.",
    )
    const [without] = mailsOf(history.convened, request(), informed)
    expect(without?.paragraphs[1]).toBe(
      "L'agent demande le report de\u00A0: Entretien avec le chef d'établissement.",
    )
  })

  test("RDC-17 accepting after a request informs once", () => {
    expect(mailsOf(history["postponement-requested"], accept(), informed)).toHaveLength(2)
  })

  test("RDC-17 a person with two roles gets one mail, one without address none", () => {
    const { email: _, ...silent } = head
    const play = (people: typeof evaluators) =>
      mailsOf(
        history.convened.map((event) =>
          "evaluators" in event ? { ...event, evaluators: people } : event,
        ),
        accept(),
        informed,
      )
    expect(play({ [inspectorRole]: head, [headRole]: head })).toHaveLength(1)
    expect(play({ ...evaluators, [headRole]: silent })).toHaveLength(1)
    expect(play({ ...evaluators, [headRole]: { ...head, email: " " } })).toHaveLength(1)
  })
})

test("no text of any mail is empty or undefined", () => {
  const mails = [
    issue(),
    reissue(),
    only(mailsOf(history.convened, cancel())),
    ...mailsOf(history.convened, request(), { informEvaluators: true }),
    only(mailsOf([...history.convened, requested(headInterview)], answer())),
  ]
  for (const mail of mails) {
    const texts = [
      mail.subject,
      ...mail.paragraphs,
      ...mail.calendar.map(({ fileName }) => fileName),
    ]
    expect(
      texts.filter((text) => text.trim() === "" || /undefined|null|NaN/u.test(text)),
    ).toStrictEqual([])
  }
})
