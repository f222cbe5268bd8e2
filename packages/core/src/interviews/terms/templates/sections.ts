/**
 * The sections, criteria, reminders and notices that report templates share (rubriques du compte
 * rendu).
 *
 * @requirement ENT-09
 * @requirement ENT-13
 */
import type { Criterion, Level, ReportTemplate, Section } from "../model/report-template.ts"

type Marks = Partial<Omit<Section, "section" | "label" | "about">>

/** Makes a section: a text of the superior, that may stay empty, unless marked otherwise. */
export const section = (
  name: string,
  about: Section["about"],
  { label, ...marks }: Marks & { readonly label: string },
): Section => ({
  section: name as Section["section"],
  label,
  kind: "text",
  about,
  writtenBy: "superior",
  required: false,
  attention: false,
  appraisal: false,
  ...marks,
})

/** Makes a section that the agent writes in, by his comments. */
export const agentSection = (name: string, label: string): Section =>
  section(name, "agent-expression", { label, writtenBy: "agent" })

/** Career prospects, which must be filled. */
export const prospects = (label: string): Section =>
  section("career-prospects", "prospects", { label, required: true, attention: true })

/** Training needs, which must be filled and feed the training plan. */
export const training = (label: string): Section =>
  section("training-needs", "training", {
    label,
    kind: "training-needs",
    required: true,
    attention: true,
    guidance:
      "Préciser pour chaque besoin s'il concerne le poste actuel, l'évolution du métier ou un projet de l'agent.",
  })

/** The objectives of the period that begins. */
export const objectives = (label: string): Section =>
  section("objectives", "objectives", {
    label,
    kind: "objectives",
    required: true,
    guidance:
      "Des objectifs clairs, précis, réalisables et en nombre raisonnable. Chacun est individuel et peut servir un objectif collectif.",
  })

const criterion = (name: string, label: string): Criterion => ({
  criterion: name as Criterion["criterion"],
  label,
})

/**
 * Four families of criteria, as ministerial orders use them with small differences; a ministry's
 * own list replaces them.
 */
export const criteria: ReadonlyArray<Criterion> = [
  criterion("technical-skills", "Compétences professionnelles et technicité"),
  criterion("contribution", "Contribution à l'activité du service"),
  criterion("relational-skills", "Capacités professionnelles et relationnelles"),
  criterion("leadership", "Aptitude à l'encadrement ou à la conduite de projets"),
]

const level = (name: string, label: string): Level => ({ level: name as Level["level"], label })

/** The levels of a criterion, lowest first. */
export const levels: ReadonlyArray<Level> = [
  level("not-applicable", "Sans objet"),
  level("to-acquire", "À acquérir"),
  level("to-develop", "À développer"),
  level("mastered", "Maîtrise"),
  level("expert", "Expertise"),
]

/** The seven points of the superior's preparation notes. */
export const preparation: ReportTemplate["preparation"] = [
  "L'évolution et l'actualisation de la fiche de poste",
  "L'activité globale de l'agent",
  "La réalisation des objectifs de l'année précédente, au regard du contexte du service",
  "Les points à améliorer, les besoins de formation et les perspectives d'évolution professionnelle",
  "L'analyse de l'écart entre les objectifs fixés et les objectifs atteints",
  "La clarification des attentes du supérieur",
  "L'identification des voies de progression possibles",
]

/** The reminders of conduct. */
export const conduct: ReportTemplate["conduct"] = [
  "Ne pas reporter la date de l'entretien",
  "Être dans une attitude d'accueil, d'écoute active et de compréhension",
  "Faire preuve de neutralité et de bienveillance",
  "Se consacrer pleinement à l'entretien",
  "Prendre le temps nécessaire et définir clairement les objectifs",
  "Laisser la place au dialogue, sans monopoliser la parole, en laissant l'agent s'exprimer, en acceptant les silences et en apaisant les tensions s'il le faut",
  "Reformuler les points clés de l'entretien",
]

const judge =
  "Ces démarches ne sont pas un préalable obligatoire à la saisine du juge administratif."

/**
 * The appeal notice of an interview under the State's rules, one paragraph a line. It gives no
 * period to go to court: the sources of the shipped procedures say none.
 */
export const appealNotice = (text: string, committee: string, answer: string): string =>
  [
    `L'agent peut demander à l'autorité hiérarchique la révision de ce compte rendu, dans un délai de quinze jours francs à compter de sa notification (${text}).`,
    `L'autorité hiérarchique notifie sa réponse dans un délai de ${answer} à compter de la réception de cette demande.`,
    `L'agent qui a fait cette demande peut ensuite saisir la ${committee}, dans un délai d'un mois à compter de la notification de la réponse.`,
    judge,
  ].join("\n")
