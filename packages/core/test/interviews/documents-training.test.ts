/** The synthesis of the training needs of a campaign. */
import type { Block } from "@convoque/core/kernel/document"
import { describe, expect, test } from "vitest"
import {
  countedNeeds,
  type ExpressedNeed,
  trainingNeedsDocument,
} from "../../src/interviews/interview/documents.ts"
import { wordingFr } from "../../src/interviews/wording.fr.ts"
import { id, on, terms } from "./given.ts"

const expressed = (
  agent: string,
  superior: string,
  need: ExpressedNeed["need"],
): ExpressedNeed => ({
  agent: { id: id(agent) },
  superior: { id: id(superior === "Nguyên" ? "s-1" : "s-2"), name: superior },
  need,
})

const rows: ReadonlyArray<ExpressedNeed> = [
  expressed("a-1", "Œuvrard", { text: "Tableur", purpose: "post" }),
  expressed("a-2", "Nguyên", { text: "TABLEUR", purpose: "post" }),
  expressed("a-2", "Nguyên", { text: "tableur", purpose: "post" }),
  expressed("a-3", "Nguyên", { text: "Marchés publics", purpose: "post" }),
  expressed("a-3", "Nguyên", { text: "Tableur", purpose: "project" }),
]

const document = trainingNeedsDocument(rows, { terms, wording: wordingFr, at: on("2026-06-01") })
const tables = document.blocks.filter(
  (block): block is Extract<Block, { readonly _tag: "table" }> => block._tag === "table",
)

describe("ENT-21 the synthesis", () => {
  test("counts each agent of a need once, whatever the case of its letters", () => {
    expect(countedNeeds(rows, { byManager: false })).toStrictEqual([
      { need: "Tableur", purpose: "post", agents: 2 },
      { need: "Marchés publics", purpose: "post", agents: 1 },
      { need: "Tableur", purpose: "project", agents: 1 },
    ])
  })

  test("does not depend on the order of the rows, but for the writing that is kept", () => {
    const counts = (needs: ReadonlyArray<ExpressedNeed>) =>
      countedNeeds(needs, { byManager: true })
        .map(({ need, purpose, superior, agents }) =>
          [need.toLowerCase(), purpose, superior, agents].join("|"),
        )
        .toSorted()
    expect(counts(rows.toReversed())).toStrictEqual(counts(rows))
  })

  test("has one table a purpose, then one by manager", () => {
    expect(tables.map(({ caption, rows: printed }) => [caption, printed])).toStrictEqual([
      [
        "Adaptation au poste",
        [
          ["Tableur", "2"],
          ["Marchés publics", "1"],
        ],
      ],
      ["Évolution des métiers", [["Néant", "0"]]],
      ["Projet professionnel", [["Tableur", "1"]]],
      [
        "Besoins exprimés par responsable",
        [
          ["Nguyên", "Marchés publics", "Adaptation au poste", "1"],
          ["Nguyên", "TABLEUR", "Adaptation au poste", "1"],
          ["Nguyên", "Tableur", "Projet professionnel", "1"],
          ["Œuvrard", "Tableur", "Adaptation au poste", "1"],
        ],
      ],
    ])
    expect(document.blocks[1]).toStrictEqual({
      _tag: "paragraph",
      text: "Besoins exprimés dans les comptes rendus communiqués\u00A0: 5\u00A0; agents concernés\u00A0: 3.",
    })
  })

  test("of a campaign without any need says so", () => {
    const empty = trainingNeedsDocument([], { terms, wording: wordingFr, at: on("2026-06-01") })
    expect(empty.blocks.at(-1)).toStrictEqual({ _tag: "paragraph", text: "Néant" })
    expect(empty.edition).toContain("01/06/2026")
  })
})
