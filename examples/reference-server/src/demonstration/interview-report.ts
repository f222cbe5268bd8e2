/** The report of the interviews of the demonstration: something in every section of the superior. */
import type { Report, ReportPart, ReportTemplate, Section } from "@convoque/core/interviews"

/** Gives a made-up report in the form of a template. */
export const demonstrationReport = (template: ReportTemplate): Report => ({
  parts: template.sections
    .filter(({ writtenBy }) => writtenBy === "superior")
    .map((section) => partOf(section, template)),
  attachments: [],
})

const partOf = ({ section, kind }: Section, template: ReportTemplate): ReportPart => {
  switch (kind) {
    case "text":
      return { _tag: "text", section, text: "Échange sur l'activité de l'année, avec exemples." }
    case "objectives":
      return {
        _tag: "objectives",
        section,
        objectives: [
          { text: "Dématérialiser les dossiers d'inscription avant la prochaine session." },
          { text: "Former un second agent à la tenue du calendrier." },
        ],
      }
    case "training-needs":
      return { _tag: "training-needs", section, needs: [{ text: "Tableur", purpose: "post" }] }
    case "criteria": {
      const level = template.levels.at(-2)?.level
      const ratings = template.criteria.flatMap(({ criterion }) =>
        level === undefined ? [] : [{ criterion, level }],
      )
      return { _tag: "criteria", section, ratings }
    }
    default:
      return kind satisfies never
  }
}
