/**
 * Who may import whom, as data: packages, the rooms of a context, the modules of Effect.
 *
 * `docs/explanation/architecture.md` draws this table; `docs/test/lint.test.ts` proves that the
 * linter reports each kind of breach.
 */

/** The rooms of a context, named by their first path segment without extension. */
export type Room =
  | "model"
  | "events"
  | "commands"
  | "refusals"
  | "registers"
  | "state"
  | "rules"
  | "decider"
  | "documents"
  | "views"
  | "policies"
  | "wording"
  | "language"
  | "ports"
  | "aggregates"
  | "application"
  | "index"

/**
 * What each room imports inside its context; a room always imports itself and the kernel.
 * `language` is a complete file of labels (`wording.fr.ts`); only the door imports it.
 */
export const rooms: Readonly<Record<Room, ReadonlyArray<Room>>> = {
  model: [],
  events: ["model"],
  commands: ["model", "events"],
  refusals: ["model", "commands"],
  registers: ["model"],
  state: ["model", "events"],
  rules: ["model", "commands", "refusals", "registers", "state"],
  decider: ["model", "events", "commands", "refusals", "state", "rules"],
  documents: ["model", "events", "state", "rules", "wording"],
  views: ["model", "events", "commands", "state", "rules"],
  policies: ["model", "events", "commands", "state", "rules", "views", "documents", "wording"],
  wording: ["model", "events", "commands", "refusals", "state"],
  language: ["model", "refusals", "wording"],
  ports: ["model", "events", "wording"],
  aggregates: ["model", "events", "state", "decider", "views"],
  application: [
    "model",
    "events",
    "commands",
    "refusals",
    "registers",
    "state",
    "rules",
    "decider",
    "documents",
    "views",
    "policies",
    "wording",
    "ports",
    "aggregates",
  ],
  index: [
    "model",
    "events",
    "commands",
    "refusals",
    "registers",
    "state",
    "rules",
    "decider",
    "documents",
    "views",
    "policies",
    "wording",
    "language",
    "ports",
    "aggregates",
    "application",
  ],
}

/** Files that bear another name than their room's. */
export const roomOfFile: Readonly<Record<string, Room>> = {
  eligibility: "rules",
  templates: "model",
  procedures: "model",
  regulation: "model",
}

/** The contexts of the core that hold several aggregates: a folder imports those to its left. */
export const aggregatesOf: Readonly<Record<string, ReadonlyArray<string>>> = {
  "career-appointments": ["campaign", "appointment-set"],
  interviews: ["terms", "delegation", "interview", "appeal", "export", "campaign"],
  "exam-missions": [
    "activity",
    "staff-directory",
    "unavailability",
    "competence-entry",
    "competence",
    "mission",
    "consultation",
  ],
}

/** The modules of Effect that any file of the core imports. */
export const pureModules: ReadonlyArray<string> = [
  "Schema",
  "SchemaGetter",
  "Result",
  "Option",
  "Match",
  "Array",
  "Order",
  "Predicate",
]

/** The modules of Effect that ports, use cases and the runner of commands import besides. */
export const effectModules: ReadonlyArray<string> = [
  "Effect",
  "Layer",
  "Context",
  "Clock",
  "DateTime",
  "Duration",
  "Schedule",
  "Stream",
]

/** Single files of the core that import more than the others, each with its reason beside it. */
export const exceptions: Readonly<Record<string, ReadonlyArray<string>>> = {
  // Local time to instant is computed here and nowhere else.
  "kernel/calendar/zone.ts": ["effect/DateTime"],
  // French long forms come from date-fns and its locale, here and nowhere else.
  "kernel/calendar/french-forms.ts": [
    "@date-fns/utc/date/mini",
    "date-fns/locale/fr",
    "date-fns/format",
  ],
}

/** The packages of ours that the sources of each package import. */
export const packagesOf = (name: string): ReadonlyArray<string> => {
  if (name === "core") return []
  if (name === "testing" || name.startsWith("adapters-")) return ["core"]
  return ["core", "testing", "adapters-sql", "adapters-http", "adapters-mail", "adapters-documents"]
}
