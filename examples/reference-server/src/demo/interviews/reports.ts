/** The reports of the scenario, section by section of the memo's template. */
import { type CampaignTerms, Report } from "@convoque/core/interviews"
import * as Schema from "effect/Schema"
import { themes } from "./themes.ts"

const decode = Schema.decodeUnknownSync(Report)

const pick = <Value>(values: ReadonlyArray<Value>, index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error("Nothing to pick from")
  return value
}

const prospects: ReadonlyArray<string> = [
  "Souhaite rester sur son poste une année encore, puis rejoindre un service à caractère budgétaire.",
  "Prépare le concours interne d'attaché d'administration ; le service l'y encourage et aménagera son temps de travail pendant les épreuves.",
  "Envisage une mobilité vers un établissement scolaire à la rentrée 2027. Un entretien avec la conseillère mobilité carrière est proposé.",
  "Pas de projet de mobilité exprimé. L'agent accepterait de tutorer un nouveau collègue.",
]

const strengths: ReadonlyArray<string> = [
  "Rigueur, sens du service public et qualité des relations avec les établissements, que plusieurs chefs de centre ont soulignés par écrit.",
  "Capacité à expliquer simplement des règles complexes. A pris en charge l'intégration de deux collègues.",
  "Réactivité et discrétion. Force de proposition : deux de ses suggestions ont été retenues par le bureau.",
]

const improvements: ReadonlyArray<string> = [
  "Alerter plus tôt lorsque la charge dépasse ce que le calendrier permet.",
  "Laisser une trace écrite des procédures, qui reposent encore trop sur la mémoire de chacun.",
  "Participer davantage aux réunions du bureau, où son avis est utile.",
]

const levels = ["mastered", "expert", "to-develop", "mastered"] as const

/** Gives the superior's part of a report: that of the `index`th agent, in the bureau `theme`. */
export const reportOf = (
  { template }: Pick<CampaignTerms, "template">,
  { theme: number, index }: { readonly theme: number; readonly index: number },
): Report => {
  const theme = pick(themes, number)
  const text = (section: string, value: string) => ({ _tag: "text", section, text: value })
  return decode({
    parts: [
      text(
        "course",
        "Entretien conduit en tête à tête, dans le bureau de la direction. Chaque rubrique a été abordée ; l'agent avait reçu le modèle de compte rendu et sa fiche de poste.",
      ),
      text("missions", pick(theme.missions, index)),
      text("results", `${pick(theme.results, index)}\n${pick(theme.results, index + 1)}`),
      text("strengths", pick(strengths, index)),
      text("difficulties", pick(theme.difficulties, index)),
      text("improvements", pick(improvements, index + number)),
      {
        _tag: "criteria",
        section: "competences",
        ratings: template.criteria.map(({ criterion }, place) => ({
          criterion,
          level: place === 3 && index % 3 !== 0 ? "not-applicable" : pick(levels, index + place),
        })),
      },
      {
        _tag: "objectives",
        section: "objectives",
        objectives: theme.objectives
          .slice(0, 2 + (index % 2))
          .map((objective, place) =>
            place === 0 ? { text: objective, collective: theme.collective } : { text: objective },
          ),
      },
      text("career-prospects", pick(prospects, index)),
      {
        _tag: "training-needs",
        section: "training-needs",
        needs: theme.needs.slice(0, 1 + (index % theme.needs.length)),
      },
    ],
    attachments: [],
  })
}

/** Gives a report without some of its sections, as somebody leaves it who is interrupted. */
export const without = (report: Report, ...sections: ReadonlyArray<string>): Report => ({
  ...report,
  parts: report.parts.filter(({ section }) => !sections.includes(section)),
})

/** What agents write in their own sections; some write nothing. */
export const commentOf = (
  index: number,
): { readonly section: string; readonly text: string } | undefined => {
  const comments = [
    {
      section: "agent-expectations",
      text: "Je souhaite que le calendrier des sessions soit connu dès septembre, pour organiser mes congés.",
    },
    undefined,
    {
      section: "agent-proposals",
      text: "Je propose une réunion d'une heure après chaque session, pour noter ce qui est à changer.",
    },
  ]
  return comments[index % comments.length]
}
