/** The convocation as a document: what it holds, and what a new edition says. */
import {
  type AppointmentSet,
  type AppointmentSetCommand,
  appointmentSetMachine,
  convocationDocument,
  isIssued,
  type Wording,
  wordingEn,
  wordingFr,
} from "@convoque/core/career-appointments"
import { type DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { decide, fold } from "@convoque/core/kernel/machine"
import { personName } from "@convoque/core/kernel/ports"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  agent,
  answer,
  appointment,
  byInspector,
  evaluators,
  facts,
  head,
  headItem,
  headRole,
  headSet,
  history,
  inspectorRole,
  inspectorSet,
  instant,
  interview,
  issued,
  modify,
  otherHead,
  replace,
  request,
  setOpened,
  terms,
  under,
  visitItem,
  zone,
} from "../given.ts"

const documentOf = (state: AppointmentSet, wording = wordingFr): DocumentContent => {
  if (!isIssued(state)) throw new Error(`not issued: ${state._tag}`)
  return convocationDocument(state, wording)
}
const convened = fold(appointmentSetMachine, history.convened)
const after = (past: AppointmentSet, command: AppointmentSetCommand): AppointmentSet =>
  fold(appointmentSetMachine, Result.getOrThrow(decide(appointmentSetMachine, command, past)), past)
const moved = (command = modify(), past = convened) => after(past, command)
const noticeOf = (state: AppointmentSet, wording?: Wording): ReadonlyArray<string> =>
  documentOf(state, wording).blocks.flatMap((block) => (block._tag === "notice" ? block.lines : []))

test("RDC-13 the first edition, whole", () => {
  expect(documentOf(convened)).toStrictEqual({
    title: "Convocation aux rendez-vous de carrière",
    language: "fr",
    author: "Académie de Rennes",
    subject: "Éloïse Le Gall - Rendez-vous de carrière 2026-2027",
    letterhead: terms.letterhead,
    addressee: ["Éloïse Le Gall", "Professeure certifiée d'histoire"],
    blocks: [
      {
        _tag: "paragraph",
        text: "Campagne\u00A0: Rendez-vous de carrière 2026-2027",
        strong: true,
      },
      { _tag: "paragraph", text: "Madame, Monsieur," },
      {
        _tag: "paragraph",
        text: "Dans le cadre de la campagne «\u00A0Rendez-vous de carrière 2026-2027\u00A0», vous êtes convoqué(e) aux rendez-vous ci-dessous, fixés par l'ensemble de vos évaluateurs.",
      },
      {
        _tag: "table",
        caption: "Rendez-vous fixés par les évaluateurs",
        columns: [
          { label: "Rendez-vous", width: 24 },
          { label: "Évaluateur", width: 20 },
          { label: "Date", width: 17 },
          { label: "Horaires", width: 18 },
          { label: "Lieu", width: 21 },
        ],
        rowHeaders: 1,
        rows: [
          [
            "Visite d'inspection en situation professionnelle",
            "Marc Nguyên, IA-IPR d'histoire",
            "mardi 1er décembre 2026",
            "de 10:00 à 11:00 (heure de Paris)",
            "Lycée Émile-Zola, bâtiment B",
          ],
          [
            "Entretien avec l'IA-IPR",
            "Marc Nguyên, IA-IPR d'histoire",
            "mardi 1er décembre 2026",
            "de 11:15 à 12:00 (heure de Paris)",
            "Lycée Émile-Zola, bâtiment B",
          ],
          [
            "Entretien avec le chef d'établissement",
            "Aïcha Œuvrard, Proviseure",
            "mardi 8 décembre 2026",
            "de 14:00 à 15:00 (heure de Paris)",
            "Lycée Émile-Zola, bâtiment B",
          ],
        ],
      },
      { _tag: "paragraph", text: "Les horaires sont ceux du lieu du rendez-vous." },
      {
        _tag: "paragraph",
        text: "Vous pouvez accepter ces rendez-vous, ou demander le report d'un ou de plusieurs d'entre eux, depuis le portail agent.",
      },
      {
        _tag: "signature",
        place: "Rennes",
        lines: ["Pour le recteur,", "la cheffe de bureau"],
      },
    ],
    edition: "Édité le 03/11/2026 10:00",
    pageLabel: "Page {page} / {pages}",
  })
})

test("RDC-13 read again after an answer, it is the one that was sent", () => {
  const known = { ...agent, familyName: "Le Gall-Morvan", quality: "Agrégée" }
  const asked = after(convened, request())
  expect(documentOf(after(asked, answer({ agent: known })))).toStrictEqual(documentOf(convened))
})

describe("RDC-20 a new edition", () => {
  test("says what changed, before and after", () => {
    const { blocks, edition } = documentOf(moved())
    expect(blocks[1]).toStrictEqual({
      _tag: "notice",
      title: "Cette convocation (édition 2) remplace la précédente",
      lines: [
        "Entretien avec le chef d'établissement\u00A0: jeudi 10 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B (auparavant\u00A0: mardi 8 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B).",
      ],
    })
    expect(edition).toBe("Édité le 04/11/2026 10:00")
  })

  test("RDC-13 says which evaluator took over since the former edition, and only once", () => {
    const otherHeads = { person: otherHead.id, capacity: "evaluator" as const }
    const taken = { ...facts, evaluators: { ...evaluators, [headRole]: otherHead } }
    const replaced = after(convened, replace())
    const second = after(replaced, modify({ by: otherHeads, facts: taken }))
    expect(noticeOf(second)).toStrictEqual([
      "Entretien avec le chef d'établissement\u00A0: jeudi 10 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B (auparavant\u00A0: mardi 8 décembre 2026, de 14:00 à 15:00 (heure de Paris), Lycée Émile-Zola, bâtiment B).",
      "Évaluateur (le chef d'établissement)\u00A0: Luc Petit, Proviseur (auparavant\u00A0: Aïcha Œuvrard, Proviseure).",
    ])
    expect(noticeOf(second, wordingEn)[1]).toBe(
      "Evaluator (le chef d'établissement): Luc Petit, Proviseur (formerly: Aïcha Œuvrard, Proviseure).",
    )
    const again = modify({ by: otherHeads, facts: taken, item: { ...headItem, place: "Annexe" } })
    expect(noticeOf(after(second, again))).toHaveLength(1)
    const renamed = {
      ...facts,
      evaluators: { ...evaluators, [headRole]: { ...head, quality: "" } },
    }
    expect(noticeOf(after(convened, modify({ facts: renamed })))).toHaveLength(1)
  })

  test("speaks of the last change only, at the third edition", () => {
    const third = moved(modify({ item: { ...headItem, place: "Collège Simone-Veil" } }), moved())
    const notice = documentOf(third).blocks[1]
    expect(notice).toMatchObject({
      title: "Cette convocation (édition 3) remplace la précédente",
    })
    expect(notice?._tag === "notice" && notice.lines[0]).toContain(
      "Collège Simone-Veil (auparavant",
    )
  })

  test("RDC-13 lists the appointments by their beginning, whatever the template's order", () => {
    const late = modify({
      by: byInspector,
      role: inspectorRole,
      item: { ...visitItem, slot: interview, date: "2026-12-15" },
    })
    const table = documentOf(moved(late)).blocks.find((block) => block._tag === "table")
    expect(table?._tag === "table" && table.rows.map(([label]) => label)).toStrictEqual([
      "Visite d'inspection en situation professionnelle",
      "Entretien avec le chef d'établissement",
      "Entretien avec l'IA-IPR",
    ])
  })
})

describe("RDC-13 hours are printed with the words of their zone", () => {
  test.each([
    ["Indian/Reunion", "+04:00", "heure de La Réunion"],
    ["America/Martinique", "-04:00", "heure de la Martinique"],
    ["America/Miquelon", "-03:00", "heure de Saint-Pierre-et-Miquelon"],
    ["Pacific/Marquesas", "-09:30", "heure des Marquises"],
    ["Asia/Tokyo", "+09:00", "Asia/Tokyo"],
  ])("%s", (name, offset, words) => {
    const there = { ...headSet, appointments: [appointment({ ...headItem, zone: name }, offset)] }
    const state = fold(appointmentSetMachine, [
      setOpened,
      inspectorSet,
      { ...headSet, appointments: [there.appointments[0] ?? headSet.appointments[0]] },
      issued,
    ])
    expect(textsOf(documentOf(state))).toContain(`de 14:00 à 15:00 (${words})`)
  })

  test("the edition is dated by the zone of the campaign", () => {
    const past = under({ ...terms, zone: zone("Pacific/Noumea") }, [
      ...history["partially-set"],
      headSet,
      { ...issued, at: instant("2026-11-03T15:30:00.000Z") },
    ])
    expect(documentOf(fold(appointmentSetMachine, past)).edition).toBe("Édité le 04/11/2026 02:30")
  })
})

test("a person without a quality has no comma, without a given name no leading space", () => {
  expect(personName({ ...issued.agent, givenName: "" })).toBe("Le Gall")
  const plain = { ...issued, agent: { ...issued.agent, quality: "" } }
  const state = fold(appointmentSetMachine, [...history["partially-set"], headSet, plain])
  expect(documentOf(state).addressee).toStrictEqual(["Éloïse Le Gall"])
})

test("no text of the convocation is empty or undefined", () => {
  for (const state of [convened, moved()]) {
    const texts = textsOf(documentOf(state))
    expect(
      texts.filter((text) => text.trim() === "" || /undefined|null/u.test(text)),
    ).toStrictEqual([])
  }
})
