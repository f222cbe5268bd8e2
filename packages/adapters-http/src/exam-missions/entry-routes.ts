/** The entry windows of competences: where they stand, opening, validation, reopening, closing. */
import {
  closeEntry,
  entriesList,
  EntryLine,
  entryListing,
  EntryStatus,
  listEntries,
  type OnEntry,
  openEntries,
  openEntry,
  readEntry,
  reopenEntry,
  validateEntry,
} from "@convoque/core/exam-missions"
import { Instant, SchoolYear } from "@convoque/core/kernel/calendar"
import { Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { type Input, route } from "../route.ts"
import { author, management, schoolParams, schoolPath, tags } from "./parts.ts"

const EntryAnswer = Schema.Struct({
  school: Uai,
  year: SchoolYear,
  status: EntryStatus,
  since: Schema.NullOr(Instant),
}).annotate({ identifier: "CompetenceEntry" })

const OpenedAnswer = Schema.Struct({ opened: Schema.Int, kept: Schema.Int }).annotate({
  identifier: "CompetenceEntriesOpened",
})

const common = {
  tag: tags.competence,
  params: { ...schoolParams, year: SchoolYear },
  answer: json(EntryAnswer),
} as const

const path = `${schoolPath}/competence-entries/:year`

type OfEntry = Input<OnEntry["entry"], unknown, unknown>

const onEntry = (input: OfEntry): OnEntry => {
  const { school, year } = input.params
  return { ...author(input), entry: { school, year }, seen: input.seen }
}

// What was done is answered as it is read: where the window stands now.
const answered = <E, R>(
  { params: { school, year } }: OfEntry,
  acting: Effect.Effect<
    {
      readonly state: {
        readonly _tag: EntryStatus
        readonly acts: ReadonlyArray<{ readonly at: Instant }>
      }
      readonly version: number
    },
    E,
    R
  >,
) =>
  Effect.map(acting, ({ state, version }) => ({
    body: { school, year, status: state._tag, since: state.acts.at(-1)?.at ?? null },
    version,
  }))

const byManagement = {
  ...common,
  method: "POST",
  capacities: ["exams-division"],
  requirements: ["CMP-25"],
  refusals: ["competence-entry.illegal-transition"],
} as const

/** The routes of entry windows. */
export const entryRoutes = [
  ...listRoutes({
    name: "listEntries",
    path: "/competence-entries/:year/schools",
    tag: tags.competence,
    summary:
      "Les saisies des établissements d'une année scolaire : qui a validé, qui ne l'a pas fait",
    capacities: management,
    requirements: ["CMP-25"],
    params: { year: SchoolYear },
    list: entryListing,
    row: EntryLine,
    sheet: (input) => entriesList(input.params.year),
    page: (input) => listEntries({ ...author(input), year: input.params.year }, input.query),
  }),
  route({
    name: "openEntries",
    method: "POST",
    path: "/competence-entries/:year/opening",
    tag: tags.competence,
    summary: "Ouvrir la saisie à tous les établissements auxquels elle est fermée",
    capacities: ["exams-division"],
    requirements: ["CMP-25"],
    refusals: ["competence-entry.year-too-far"],
    change: "new",
    params: { year: SchoolYear },
    answer: json(OpenedAnswer),
    handle: (input) =>
      Effect.map(openEntries({ ...author(input), year: input.params.year }), (body) => ({ body })),
  }),
  route({
    ...common,
    name: "readEntry",
    method: "GET",
    path,
    summary: "Où en est la saisie d'un établissement",
    capacities: ["school-head", ...management],
    requirements: ["CMP-24", "CMP-26"],
    refusals: ["school.unknown", "activity.closed"],
    handle: (input) =>
      Effect.map(readEntry(onEntry(input)), ({ version, ...body }) => ({ body, version })),
  }),
  route({
    ...byManagement,
    name: "openEntry",
    path: `${path}/opening`,
    summary: "Ouvrir la saisie à un établissement",
    refusals: [...byManagement.refusals, "school.unknown", "competence-entry.year-too-far"],
    handle: (input) => answered(input, openEntry(onEntry(input))),
  }),
  route({
    ...common,
    name: "validateEntry",
    method: "POST",
    path: `${path}/validation`,
    summary: "Déclarer la saisie terminée ; elle n'est plus modifiable ensuite",
    capacities: ["school-head"],
    requirements: ["CMP-23", "CMP-24", "CMP-27"],
    body: Schema.Struct({ statement: Schema.Boolean }).annotate({ identifier: "ValidateEntry" }),
    refusals: [
      "activity.closed",
      "competence-entry.statement-required",
      "competence-entry.locked",
      "competence-entry.closed",
    ],
    handle: (input) =>
      answered(input, validateEntry({ ...onEntry(input), statement: input.body.statement })),
  }),
  route({
    ...byManagement,
    name: "reopenEntry",
    path: `${path}/reopening`,
    summary: "Rouvrir une saisie validée",
    handle: (input) => answered(input, reopenEntry(onEntry(input))),
  }),
  route({
    ...byManagement,
    name: "closeEntry",
    path: `${path}/closing`,
    summary: "Fermer la saisie à un établissement, validée ou non",
    handle: (input) => answered(input, closeEntry(onEntry(input))),
  }),
]
