/** The report as data: every section, every step, what was corrected, the means of appeal. */
import { describe, expect, test } from "vitest"
import { reportDocument } from "../../src/interviews/interview/documents.ts"
import { managerInterview } from "../../src/interviews/terms/procedures.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import {
  comment,
  communicate,
  correct,
  draft,
  endorse,
  lapse,
  notify,
  refuseToSign,
} from "./acts.ts"
import { byAuthority, day, delegateOf, history, on, report, section, terms, text } from "./given.ts"
import { after, of, reportAt, stateAs, under } from "./papers.ts"

const visa = "Visa de l'autorité investie du pouvoir de nomination"
const attests =
  "La signature de l'agent atteste la prise de connaissance du compte rendu et non l'accord sur son contenu."

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
      { label: "Présents à l'entretien", value: "Éloïse Le Gall, Marc Nguyên" },
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

  test("ENT-21 says that no training need was expressed", () => {
    const parts = report.parts.map((part) =>
      part._tag === "training-needs" ? { ...part, needs: [], none: true as const } : part,
    )
    const written = reportAt(after(history.held, draft({ report: { ...report, parts } })))
    expect(under(written, "Besoins de formation")).toStrictEqual([
      { _tag: "paragraph", text: "L'agent n'a exprimé aucun besoin de formation." },
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
          { label: "Critère", width: 26 },
          ...["Sans objet", "À acquérir", "À développer", "Maîtrise", "Expertise"].map((label) => ({
            label,
            width: 14.8,
          })),
        ],
        rowHeaders: 1,
        rows: [
          ["Compétences professionnelles et technicité", "", "", "", "X", ""],
          ["Contribution à l'activité du service", "", "", "", "", "X"],
          ["Capacités professionnelles et relationnelles", "", "", "X", "", ""],
          ["Aptitude à l'encadrement ou à la conduite de projets", "X", "", "", "", ""],
        ],
      },
    ])
    expect(under(closed, "Besoins de formation")).toMatchObject([
      { _tag: "table", caption: "Besoins exprimés", rows: [["Tableur", "Adaptation au poste"]] },
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

  test("ENT-23 says nothing apart when all that the agent wrote stands in his own sections", () => {
    const expectations = section("agent-expectations")
    const past = after(
      history.toComplete,
      comment({ section: expectations, text: text("Un second écran.") }),
      lapse(),
    )
    const headings = of(reportAt(past), "heading").map((block) => block.text)
    expect(headings).toContain("Attentes de l'agent sur le fonctionnement du service")
    expect(headings).not.toContain("Observations de l'agent")
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
          { label: "À faire par", value: "Agent" },
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
