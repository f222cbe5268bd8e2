/** The papers of an interview as data: the proposal, the blank report, the preparation, the file. */
import { textsOf } from "@convoque/core/kernel/document"
import { describe, expect, test } from "vitest"
import {
  blankReportDocument,
  interviewDocument,
  ownFileDocument,
  preparationDocument,
  proposalDocument,
} from "../../src/interviews/interview/documents.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { complete, correct, lapse, postpone, prepare, recordNotHeld, replace } from "./acts.ts"
import { history, on, reason, terms } from "./given.ts"
import { after, of, opened, type Past, reportAt, stateAs, under, valueOf } from "./papers.ts"

const visa = "Visa de l'autorité investie du pouvoir de nomination"

describe("the proposal", () => {
  test("ENT-06 ENT-07 names the day and both documents", () => {
    expect(proposalDocument(stateAs("proposed", history.proposed), terms, wordingFr)).toStrictEqual(
      {
        title: "Proposition de date d'entretien",
        language: "fr",
        author: "Académie de Rennes",
        subject: "Éloïse Le Gall - Entretiens professionnels 2026",
        letterhead: ["Académie de Rennes"],
        addressee: ["Éloïse Le Gall", "Adjointe administrative"],
        blocks: [
          {
            _tag: "paragraph",
            text: "Campagne\u00A0: Entretiens professionnels 2026",
            strong: true,
          },
          { _tag: "paragraph", text: "Madame, Monsieur," },
          {
            _tag: "paragraph",
            text: "Dans le cadre de la campagne «\u00A0Entretiens professionnels 2026\u00A0», Marc Nguyên, Chef de bureau, votre supérieur hiérarchique direct, vous propose l'entretien suivant.",
          },
          {
            _tag: "fields",
            rows: [
              { label: "Date", value: "lundi 26 janvier 2026" },
              { label: "Durée", value: "60 minutes" },
            ],
          },
          {
            _tag: "paragraph",
            text: "L'entretien se tient entre vous et votre supérieur hiérarchique direct, sans la présence d'un tiers.",
          },
          { _tag: "heading", text: "Documents joints" },
          {
            _tag: "bullets",
            items: ["Modèle de compte rendu", "Fiche de poste\u00A0: fiche.pdf"],
          },
          { _tag: "signature", place: "Rennes", lines: ["La cheffe du service RH"] },
        ],
        edition: "Édité le 12/01/2026 09:00",
        pageLabel: "Page {page} / {pages}",
      },
    )
  })

  test("ENT-11 a postponed one says which date it replaces, and why", () => {
    const state = stateAs("proposed", after(history.proposed, postpone()))
    const letter = proposalDocument(state, terms, wordingFr)
    expect(of(letter, "notice")).toStrictEqual([
      {
        _tag: "notice",
        title: "Cette proposition remplace la précédente",
        lines: [
          "Date précédente\u00A0: lundi 26 janvier 2026. Motif du report\u00A0: Grève des transports.",
        ],
      },
    ])
    expect(valueOf(letter, "Date")).toBe("lundi 9 février 2026")
  })
})

describe("the blank report", () => {
  const blank = blankReportDocument(opened(history.proposed), terms, wordingFr)

  test("ENT-08 ENT-15 ENT-20 has room in every section, and says what is required", () => {
    expect(under(blank, "Perspectives d'évolution professionnelle")).toStrictEqual([
      {
        _tag: "notice",
        title:
          "À remplir par le supérieur hiérarchique direct. Rubrique obligatoire. Rubrique à traiter avec une attention particulière.",
        lines: ["", "", "", "", "", ""],
      },
    ])
    expect(under(blank, "Propositions de l'agent")).toMatchObject([
      { _tag: "notice", title: "À remplir par l'agent." },
    ])
    expect(under(blank, "Appréciation des compétences").at(-1)).toMatchObject({ _tag: "table" })
    expect(under(blank, "Objectifs de la période à venir").at(-1)).toMatchObject({ _tag: "table" })
    expect(blank.edition).toBe(
      "Modèle\u00A0: Compte rendu d'entretien professionnel selon la note du service RH, version du 28/07/2010",
    )
  })

  test("ENT-27 has the three signatures and the means of appeal", () => {
    expect(of(blank, "signature").map(({ lines }) => lines.at(-1))).toStrictEqual([
      "Marc Nguyên",
      "Luc d'Estaing",
      "Éloïse Le Gall",
    ])
    expect(under(blank, "Voies et délais de recours").length).toBeGreaterThan(2)
  })
})

describe("the preparation file", () => {
  const prepared = opened(after([...history["to-schedule"]], prepare()))

  test("ENT-08 a first year has no report of the year before", () => {
    const file = preparationDocument({ state: prepared, terms, former: undefined }, wordingFr)
    expect(of(file, "table")[0]?.rows).toStrictEqual([
      ["Compte rendu de l'entretien 2025 (année N-1)", "Néant"],
      ["Fiche de poste", "Néant"],
      ["Modèle vierge du compte rendu 2026", "joint au dossier"],
    ])
  })

  test("ENT-08 ENT-28 holds the report of the year before and the blank one", () => {
    const former = { content: reportAt(history.closed), fileName: "compte-rendu.pdf" }
    const state = opened(history.proposed)
    const file = preparationDocument({ state, terms, former }, wordingFr)
    expect(of(file, "table")[0]?.rows.map(([, piece]) => piece)).toStrictEqual([
      "joint au dossier",
      "fiche.pdf",
      "joint au dossier",
    ])
    const headings = of(file, "heading").map((block) => block.text)
    expect(headings).toContain("Compte rendu d'entretien 2026")
    expect(headings).toContain("Modèle de compte rendu d'entretien 2026")
    expect(textsOf(file)).toContain("Gestion des congés.")
    expect(of(file, "page-break")).toHaveLength(2)
  })

  test("ENT-09 ENT-13 lists the seven points with the notes, and the reminders", () => {
    const file = preparationDocument({ state: prepared, terms, former: undefined }, wordingFr)
    const points = of(file, "table")[1]?.rows ?? []
    expect(points).toHaveLength(7)
    expect(points[0]?.[1]).toBe("Fiche de poste à revoir")
    const [conduct] = under(file, "Rappels pour la conduite de l'entretien")
    expect(conduct).toStrictEqual({
      _tag: "bullets",
      items: [
        ...terms.template.conduct,
        "Durée minimale de l'entretien\u00A0: 45 minutes.",
        "Rubriques à traiter avec une attention particulière\u00A0: Déroulé de l'entretien, Perspectives d'évolution professionnelle, Besoins de formation.",
      ],
    })
  })
})

describe("the file", () => {
  const actsOf = (past: Past) =>
    of(ownFileDocument(opened(past), terms, wordingFr), "table")[1]?.rows ?? []

  test("CAM-24 the agent's own file has every act with its day, its author and its details", () => {
    const past = after(history.closed, correct())
    const rows = actsOf(past)
    expect(rows).toHaveLength(past.length)
    expect(rows[0]).toStrictEqual(["05/01/2026 09:00", "Entretien ouvert", "Service RH (hr-1)", ""])
    expect(rows.at(-1)).toStrictEqual([
      "23/02/2026 09:00",
      "Erreur matérielle corrigée",
      "Service RH (hr-1)",
      "Missions et activité de l'agent\nMotif\u00A0: Mot oublié.",
    ])
  })

  test("CAM-11 the file of a deleted interview shows its acts, and nothing that remains to be done", () => {
    const tables = of(ownFileDocument(opened(history.deleted), terms, wordingFr), "table")
    expect(tables.map(({ caption }) => caption)).toStrictEqual(["Actes du dossier"])
    expect(tables[0]?.rows.at(-1)?.[1]).toBe("Entretien supprimé")
  })

  test("CAM-19 a former superior keeps his name in the history", () => {
    const past = after(history.proposed, postpone(), replace({ at: on("2026-01-21") }))
    expect(actsOf(past).slice(1)).toStrictEqual([
      ["12/01/2026 09:00", "Date proposée", "Marc Nguyên", "lundi 26 janvier 2026"],
      [
        "20/01/2026 09:00",
        "Date reportée",
        "Marc Nguyên",
        "lundi 9 février 2026 (auparavant\u00A0: lundi 26 janvier 2026)\nMotif\u00A0: Grève des transports.",
      ],
      [
        "21/01/2026 09:00",
        "Supérieur hiérarchique direct remplacé",
        "Service RH (hr-1)",
        "Aïcha Œuvrard (auparavant\u00A0: Marc Nguyên)\nMotif\u00A0: Mutation du chef de bureau.",
      ],
    ])
  })

  test("ENT-23 a lapse is the scheduler's, and says so", () => {
    expect(actsOf(after(history.toComplete, lapse())).at(-1)).toStrictEqual([
      "18/02/2026 09:00",
      "Étape du circuit accomplie",
      "Traitement automatique",
      "Complément de l'agent\nLe délai a pris fin le mardi 17 février 2026 sans que l'agent ait déclaré le compte rendu complet.",
    ])
  })

  test("CAM-22 an interview is printed as its report, or as a sheet of where it stands", () => {
    const print = (past: Past) => interviewDocument(opened(past), terms, wordingFr)
    expect(print(history.closed)).toStrictEqual(reportAt(history.closed))
    const sheet = print(history.held)
    expect(sheet.title).toBe("Fiche d'entretien 2026")
    expect(textsOf(sheet)).not.toContain("Gestion des congés.")
    const missed = print(
      after(history.proposed, recordNotHeld({ details: reason("Convocation au tribunal.") })),
    )
    expect(valueOf(missed, "Entretien non tenu")).toBe("agent absent - Convocation au tribunal.")
    expect(valueOf(missed, "État")).toBe("Entretien non tenu")
  })

  test("CAM-24 the circuit shows what is done, by whom, when, and what remains", () => {
    const sheet = ownFileDocument(opened(after(history.toComplete, complete())), terms, wordingFr)
    expect(of(sheet, "table")[0]?.rows.slice(0, 3)).toStrictEqual([
      ["Communication du compte rendu à l'agent", "Marc Nguyên", "02/02/2026", "25/02/2026"],
      ["Complément de l'agent", "Éloïse Le Gall", "10/02/2026", "17/02/2026"],
      [visa, "Autorité investie du pouvoir de nomination", "à faire", ""],
    ])
  })
})

test("ENT-04 the same papers in English, with the same blocks", () => {
  const french = reportAt(history.closed)
  const english = reportAt(history.closed, wordingEn)
  expect(english.language).toBe("en")
  expect(english.blocks.map(({ _tag }) => _tag)).toStrictEqual(
    french.blocks.map(({ _tag }) => _tag),
  )
  expect(english.title).toBe("Interview report 2026")
})

test("no text of any paper is undefined, and only cells and frames to fill are empty", () => {
  const papers = [wordingFr, wordingEn].flatMap((wording) => [
    ...Object.values(history)
      .filter((past) => past.length > 0)
      .flatMap((past) => [
        interviewDocument(opened(past), terms, wording),
        ownFileDocument(opened(past), terms, wording),
        blankReportDocument(opened(past), terms, wording),
        preparationDocument({ state: opened(past), terms, former: undefined }, wording),
      ]),
    proposalDocument(stateAs("proposed", history.proposed), terms, wording),
  ])
  expect(papers.length).toBeGreaterThan(70)
  for (const paper of papers) {
    expect(textsOf(paper).filter((one) => /undefined|null|NaN|\[object/u.test(one))).toStrictEqual(
      [],
    )
    const filled = paper.blocks.filter(({ _tag }) => _tag !== "table" && _tag !== "notice")
    const texts = textsOf({ ...paper, blocks: filled })
    expect(texts.filter((one) => one.trim() === "")).toStrictEqual([])
  }
})
