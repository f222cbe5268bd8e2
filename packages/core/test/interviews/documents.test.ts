/** The papers of an interview as data: the proposal, the report, the preparation, the own file. */
import { type Block, type DocumentContent, textsOf } from "@convoque/core/kernel/document"
import { decide, fold } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { InterviewCommand } from "../../src/interviews/interview/commands.ts"
import { interviewMachine as machine } from "../../src/interviews/interview/decider.ts"
import {
  blankReportDocument,
  interviewDocument,
  ownFileDocument,
  preparationDocument,
  proposalDocument,
  reportDocument,
} from "../../src/interviews/interview/documents.ts"
import type { InterviewEvent } from "../../src/interviews/interview/events.ts"
import type { Interview, OpenedInterview } from "../../src/interviews/interview/state.ts"
import { managerInterview } from "../../src/interviews/terms/procedures.ts"
import { wordingEn } from "../../src/interviews/wording.en.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import {
  comment,
  communicate,
  complete,
  correct,
  draft,
  endorse,
  lapse,
  notify,
  postpone,
  prepare,
  recordNotHeld,
  refuseToSign,
  replace,
} from "./acts.ts"
import {
  byAuthority,
  day,
  delegateOf,
  history,
  on,
  reason,
  report,
  section,
  terms,
  text,
} from "./given.ts"

type Past = ReadonlyArray<InterviewEvent>
type In<Tag extends Interview["_tag"]> = Extract<Interview, { readonly _tag: Tag }>

const after = (past: Past, ...commands: ReadonlyArray<InterviewCommand>): Past =>
  commands.reduce<Past>((events, command) => {
    const state = fold(machine, events)
    return [...events, ...Result.getOrThrow(decide(machine, command, state))]
  }, past)

const stateAs = <Tag extends Interview["_tag"]>(tag: Tag, past: Past): In<Tag> => {
  const state = fold(machine, past)
  if (state._tag !== tag) throw new Error(`${state._tag} is not ${tag}`)
  return state as In<Tag>
}
const opened = (past: Past): OpenedInterview => {
  const state = fold(machine, past)
  if (state._tag === "none") throw new Error("not opened")
  return state
}
const reportAt = (past: Past, wording = wordingFr): DocumentContent => {
  const state = opened(past)
  if (state._tag !== "held" && state._tag !== "in-circuit" && state._tag !== "closed") {
    throw new Error(state._tag)
  }
  return reportDocument(state, terms, wording)
}

const of = <Tag extends Block["_tag"]>(document: DocumentContent, tag: Tag) =>
  document.blocks.filter(
    (block): block is Extract<Block, { readonly _tag: Tag }> => block._tag === tag,
  )
/** The blocks under a heading, up to the next one. */
const under = (document: DocumentContent, heading: string): ReadonlyArray<Block> => {
  const from = document.blocks.findIndex(
    (block) => block._tag === "heading" && block.text === heading,
  )
  const rest = document.blocks.slice(from + 1)
  const to = rest.findIndex(({ _tag }) => _tag === "heading")
  return from < 0 ? [] : rest.slice(0, to < 0 ? undefined : to)
}
const valueOf = (document: DocumentContent, label: string): string | undefined =>
  of(document, "fields")
    .flatMap(({ rows }) => rows)
    .find((row) => row.label === label)?.value

const visa = "Visa de l'autorité investie du pouvoir de nomination"
const attests =
  "La signature de l'agent atteste la prise de connaissance du compte rendu et non l'accord sur son contenu."

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

describe("the report", () => {
  const closed = reportAt(history.closed)

  test("ENT-08 says whose it is, about which period, and when the interview was held", () => {
    expect(of(closed, "fields")[0]?.rows).toStrictEqual([
      { label: "Agent", value: "Éloïse Le Gall, Adjointe administrative" },
      { label: "Supérieur hiérarchique direct", value: "Marc Nguyên, Chef de bureau" },
      { label: "Autorité", value: "Luc d'Estaing, Secrétaire général" },
      { label: "Année", value: "2026" },
      {
        label: "Période de référence",
        value: "du lundi 1er septembre 2025 au lundi 31 août 2026",
      },
      { label: "Date de l'entretien", value: "lundi 26 janvier 2026" },
      { label: "Durée", value: "60 minutes" },
    ])
  })

  test("ENT-04 prints every section of the template in its order, the empty ones too", () => {
    const headings = of(closed, "heading").map((block) => block.text)
    const labels = terms.template.sections.map(({ label }) => label)
    expect(headings.slice(0, labels.length)).toStrictEqual(labels)
    expect(under(closed, "Difficultés rencontrées")).toStrictEqual([
      { _tag: "paragraph", text: "Néant" },
    ])
    expect(under(closed, "Missions et activité de l'agent")).toStrictEqual([
      { _tag: "paragraph", text: "Gestion des congés." },
    ])
  })

  test("ENT-17 ENT-18 ENT-20 objectives are a list, levels and needs are tables", () => {
    expect(under(closed, "Objectifs de la période à venir")).toStrictEqual([
      { _tag: "bullets", items: ["Dématérialiser"] },
    ])
    expect(under(closed, "Appréciation des compétences")).toStrictEqual([
      {
        _tag: "table",
        caption: "Niveau apprécié par critère",
        columns: [
          { label: "Critère", width: 40 },
          ...["Sans objet", "À acquérir", "À développer", "Maîtrise", "Expertise"].map((label) => ({
            label,
            width: 12,
          })),
        ],
        rowHeaders: 1,
        rows: [
          ["Compétences professionnelles et technicité", "", "", "", "X", ""],
          ["Contribution à l'activité du service", "", "", "", "", ""],
          ["Capacités professionnelles et relationnelles", "", "", "", "", ""],
          ["Aptitude à l'encadrement ou à la conduite de projets", "", "", "", "", ""],
        ],
      },
    ])
    expect(under(closed, "Besoins de formation")).toMatchObject([
      { _tag: "table", rows: [["Tableur", "adaptation au poste"]] },
    ])
  })

  test("ENT-17 an objective names the collective one that it serves", () => {
    const objectives = [{ text: "Former deux collègues", collective: "Polyvalence du bureau" }]
    const past = after(
      [...history.held],
      draft({
        report: {
          ...report,
          parts: [{ _tag: "objectives", section: section("objectives"), objectives }],
        },
      }),
    )
    expect(under(reportAt(past), "Objectifs de la période à venir")).toStrictEqual([
      {
        _tag: "bullets",
        items: ["Former deux collègues (objectif collectif servi\u00A0: Polyvalence du bureau)"],
      },
    ])
  })

  test("ENT-19 ENT-23 the agent's comments stand in their section, or apart", () => {
    const expectations = section("agent-expectations")
    const past = after(
      history.toComplete,
      comment({ section: expectations, text: text("Un second écran.") }),
      comment({ at: on("2026-02-06") }),
    )
    const document = reportAt(past)
    expect(under(document, "Attentes de l'agent sur le fonctionnement du service")).toStrictEqual([
      {
        _tag: "paragraph",
        text: "Observation de l'agent, le jeudi 5 février 2026\u00A0: Un second écran.",
      },
    ])
    expect(under(document, "Observations de l'agent")).toStrictEqual([
      {
        _tag: "paragraph",
        text: "Observation de l'agent, le vendredi 6 février 2026\u00A0: Je demande une formation.",
      },
    ])
  })

  test("ENT-23 an agent who wrote nothing in time is not said to have agreed", () => {
    const document = reportAt(after(history.toComplete, lapse()))
    expect(under(document, "Complément de l'agent")).toStrictEqual([
      {
        _tag: "paragraph",
        text: "Le délai a pris fin le mardi 17 février 2026 sans que l'agent ait déclaré le compte rendu complet.",
      },
    ])
    expect(under(document, "Observations de l'agent")).toStrictEqual([
      { _tag: "paragraph", text: "L'agent n'a pas formulé d'observation." },
    ])
  })

  test("ENT-24 the visa shows the observations, the name and the date, and the delegate", () => {
    expect(under(closed, visa)).toStrictEqual([
      { _tag: "paragraph", text: "Sans observation." },
      {
        _tag: "signature",
        place: "Signé le jeudi 12 février 2026",
        lines: ["Autorité investie du pouvoir de nomination", "Luc d'Estaing"],
      },
    ])
    const observed = endorse({
      by: delegateOf(byAuthority),
      name: "Zoé Çelik",
      observations: text("Avis partagé."),
    })
    expect(under(reportAt(after(history.toEndorse, observed)), visa)).toStrictEqual([
      { _tag: "paragraph", text: "Observations de l'autorité", strong: true },
      { _tag: "paragraph", text: "Avis partagé." },
      {
        _tag: "signature",
        place: "Signé le jeudi 12 février 2026",
        lines: [
          "Autorité investie du pouvoir de nomination",
          "Zoé Çelik, par délégation donnée par Luc d'Estaing",
        ],
      },
    ])
  })

  test("ENT-25 the notification shows its means, its fate and its day, after those that failed", () => {
    const failed = { means: "mail", fate: "failed", on: day("2026-02-13") } as const
    const past = after(
      history.toNotify,
      notify({ at: on("2026-02-13"), notification: failed }),
      notify(),
    )
    expect(
      under(reportAt(past), "Notification du compte rendu visé à l'agent").slice(1),
    ).toStrictEqual([
      {
        _tag: "paragraph",
        text: "Notification sans effet\u00A0: courrier électronique, échouée le vendredi 13 février 2026.",
      },
      {
        _tag: "paragraph",
        text: "Notification\u00A0: lettre recommandée avec avis de réception, reçue le samedi 14 février 2026.",
      },
    ])
  })

  test("ENT-25 the signature attests knowledge, not agreement", () => {
    expect(under(closed, "Signature de l'agent")).toStrictEqual([
      { _tag: "paragraph", text: attests },
      {
        _tag: "signature",
        place: "Signé le mercredi 18 février 2026",
        lines: ["Agent", "Éloïse Le Gall"],
      },
    ])
  })

  test("ENT-26 a refusal to sign shows its witness instead of a signature", () => {
    const document = reportAt(after(history.toSign, refuseToSign()))
    expect(under(document, "Signature de l'agent")).toStrictEqual([
      { _tag: "paragraph", text: attests },
      {
        _tag: "paragraph",
        text: "L'agent a refusé de signer le mardi 17 février 2026. Témoin\u00A0: Mme Petit, gestionnaire",
        strong: true,
      },
    ])
  })

  test("CAM-24 steps that remain leave room to sign, and say until when", () => {
    const document = reportAt(history.toComplete)
    expect(under(document, "Complément de l'agent")).toStrictEqual([
      {
        _tag: "fields",
        rows: [
          { label: "Reste à faire", value: "Agent" },
          { label: "Dernier jour du délai", value: "mardi 17 février 2026" },
        ],
      },
    ])
    expect(under(document, "Signature de l'agent").at(-1)).toStrictEqual({
      _tag: "signature",
      place: "Date et signature\u00A0:",
      lines: ["Agent", "Éloïse Le Gall"],
    })
    expect(under(document, "Observations de l'agent")).toStrictEqual([])
  })

  test("ENT-22 a late communication says so", () => {
    const past = after(history.held, communicate({ at: on("2026-03-02") }))
    expect(under(reportAt(past), "Communication du compte rendu à l'agent")[0]).toMatchObject({
      rows: [
        { label: "Par", value: "Marc Nguyên" },
        {
          label: "Le",
          value: "lundi 2 mars 2026, hors délai (dernier jour mercredi 25 février 2026)",
        },
      ],
    })
  })

  test("ENT-27 ends with the means of appeal as the template prints them", () => {
    const printed = under(closed, "Voies et délais de recours").map((block) =>
      block._tag === "paragraph" ? block.text : "",
    )
    expect(printed).toStrictEqual(terms.template.appealNotice.split("\n"))
    expect(printed.length).toBeGreaterThan(2)
    expect(closed.blocks.at(-1)).toMatchObject({ text: printed.at(-1) })
  })

  test("ENT-26 a clerical correction keeps the former text in sight", () => {
    const document = reportAt(after(history.closed, correct()))
    expect(under(document, "Missions et activité de l'agent")).toStrictEqual([
      { _tag: "paragraph", text: "Gestion des congés et des absences." },
      {
        _tag: "notice",
        title: "Erreur matérielle corrigée le lundi 23 février 2026",
        lines: ["Rédaction antérieure\u00A0: Gestion des congés.", "Motif\u00A0: Mot oublié."],
      },
    ])
    expect(document.edition).toBe("Édité le 23/02/2026 09:00")
  })

  test("ENT-22 a draft says that it is one", () => {
    const document = reportAt(history.held)
    expect(document.title).toBe("Projet de compte rendu d'entretien 2026")
    expect(of(document, "notice").map(({ title }) => title)).toStrictEqual(["Projet"])
    expect(of(closed, "notice")).toStrictEqual([])
  })

  test("CAM-25 a procedure without visa or appeal prints its own steps only", () => {
    const state = stateAs("in-circuit", history.toComplete)
    const plain = {
      ...terms,
      procedure: managerInterview,
      template: { ...terms.template, appealNotice: "" },
    }
    const headings = of(reportDocument(state, plain, wordingFr), "heading").map((one) => one.text)
    expect(headings.slice(-2)).toStrictEqual(["Signature du manager", "Signature du collaborateur"])
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
      "Missions et activité de l'agent\nmotif\u00A0: Mot oublié.",
    ])
  })

  test("CAM-19 a former superior keeps his name in the history", () => {
    const past = after(history.proposed, postpone(), replace({ at: on("2026-01-21") }))
    expect(actsOf(past).slice(1)).toStrictEqual([
      ["12/01/2026 09:00", "Date proposée", "Marc Nguyên", "lundi 26 janvier 2026"],
      [
        "20/01/2026 09:00",
        "Date reportée",
        "Marc Nguyên",
        "lundi 9 février 2026 (auparavant\u00A0: lundi 26 janvier 2026)\nmotif\u00A0: Grève des transports.",
      ],
      [
        "21/01/2026 09:00",
        "Supérieur hiérarchique direct remplacé",
        "Service RH (hr-1)",
        "Aïcha Œuvrard (auparavant\u00A0: Marc Nguyên)\nmotif\u00A0: Mutation du chef de bureau.",
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
