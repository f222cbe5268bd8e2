/** The papers that people of the scenario bring along: job descriptions, a guide to circulate. */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { DocumentRenderer, type Person, personName } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Stage } from "../stage.ts"
import { themes } from "./themes.ts"

const paper = (title: string, blocks: DocumentContent["blocks"]): DocumentContent => ({
  title,
  language: "fr",
  author: "Service des ressources humaines",
  letterhead: ["Académie d'Exemple", "Service des ressources humaines"],
  blocks,
  edition: "Édition de janvier 2026",
  pageLabel: "Page {page} sur {pages}",
})

const printed = ({ run }: Stage, content: DocumentContent): Promise<Uint8Array> =>
  run(
    Effect.orDie(
      Effect.flatMap(DocumentRenderer, (renderer) =>
        Effect.map(renderer.render(content), ({ bytes }) => bytes),
      ),
    ),
  )

/** Prints the job description of an agent of a bureau. */
export const jobDescription = (
  stage: Stage,
  agent: Person,
  bureau: { readonly theme: number; readonly superior: Person },
): Promise<Uint8Array> =>
  printed(
    stage,
    paper("Fiche de poste", [
      {
        _tag: "fields",
        rows: [
          { label: "Agent", value: personName(agent) },
          { label: "Corps", value: agent.quality },
          {
            label: "Responsable",
            value: `${personName(bureau.superior)}, ${bureau.superior.quality}`,
          },
        ],
      },
      { _tag: "heading", text: "Missions" },
      { _tag: "bullets", items: themes[bureau.theme]?.missions ?? [] },
    ]),
  )

/** Prints the guide that superiors circulate before the interviews. */
export const guide = (stage: Stage): Promise<Uint8Array> =>
  printed(
    stage,
    paper("Se préparer à l'entretien professionnel", [
      {
        _tag: "paragraph",
        text: "L'entretien professionnel est un moment d'échange entre l'agent et son supérieur direct, une fois par an.",
      },
      { _tag: "heading", text: "Avant l'entretien" },
      {
        _tag: "bullets",
        items: [
          "Relire le compte rendu de l'année précédente et sa fiche de poste.",
          "Noter les réussites de l'année, avec des exemples.",
          "Réfléchir à ses besoins de formation et à ses souhaits d'évolution.",
        ],
      },
    ]),
  )
