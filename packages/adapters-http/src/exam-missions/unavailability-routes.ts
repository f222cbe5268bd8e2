/**
 * The entry of unavailability (saisie d'indisponibilité): the periods of one person, declaring and
 * deleting one, the files of EPP, SIRHEN and other academies.
 *
 * @requirement IND-01 to IND-12
 */
import {
  declareUnavailability,
  deleteUnavailability,
  type EntryRecap,
  importUnavailabilities,
  LocalMinute,
  memberUnavailabilitiesSheet,
  OriginCode,
  readEntryRecap,
  readUnavailabilities,
  readUnavailability,
  SourceCode,
  StaffLine,
  unavailabilities,
  UnavailabilityImportReport,
  UnavailabilityLine,
  UnavailabilityPeriod,
  UnavailabilityReason,
  UnavailabilityWarning,
} from "@convoque/core/exam-missions"
import { PersonId, type Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json, nothing } from "../answer.ts"
import { stream } from "../body.ts"
import { listRoutes } from "../listing/routes.ts"
import { parameters } from "../query.ts"
import { type Input, route } from "../route.ts"
import { author, heads, management, schoolParams, schoolPath, tags } from "./parts.ts"

// 100,000 lines of convocations are some 20 megabytes.
const fileLimitBytes = 50_000_000

const personPath = `${schoolPath}/unavailability-entry/staff/:person` as const
const personParams = { ...schoolParams, person: PersonId } as const
const periodPath = `${personPath}/periods/:origin/:start/:end` as const
const periodParams = {
  ...personParams,
  origin: OriginCode,
  start: LocalMinute,
  end: LocalMinute,
} as const

const onPerson = (
  input: Pick<
    Input<{ readonly school: Uai; readonly person: PersonId }, unknown, unknown>,
    "actor" | "identity" | "params"
  >,
) => ({ ...author(input), school: input.params.school, person: input.params.person })

type PeriodParams = {
  readonly school: Uai
  readonly person: PersonId
} & Pick<Parameters<typeof readUnavailability>[0], "origin"> &
  UnavailabilityPeriod

const onPeriod = (input: Input<PeriodParams, unknown, unknown>) => {
  const { origin, start, end } = input.params
  return { ...onPerson(input), origin, period: { start, end } }
}

const refusals = ["activity.closed", "school.unknown", "person.not-in-school"] as const
const reading = {
  tag: tags.unavailability,
  capacities: [...heads, ...management],
  params: personParams,
  refusals,
} as const

const { familyName, givenName, birthDate, discipline, person } = StaffLine.fields

const RecapAnswer = Schema.Struct({
  person: Schema.Struct({ person, familyName, givenName, birthDate, discipline }),
  suggestions: Schema.Array(Schema.String),
}).annotate({ identifier: "UnavailabilityEntryRecap" })

const recapOf = ({ person: line, suggestions }: EntryRecap) => ({ person: line, suggestions })

const DeclaredAnswer = Schema.Struct({
  line: UnavailabilityLine,
  mails: Schema.Int,
  withoutAddress: Schema.Int,
  warnings: Schema.Array(UnavailabilityWarning),
}).annotate({ identifier: "DeclaredUnavailability" })

const readingRoutes = [
  route({
    ...reading,
    name: "readEntryRecap",
    method: "GET",
    path: personPath,
    summary: "Une personne dont on saisit les indisponibilités : rappel, motifs proposés",
    description: "La consultation laisse une trace.",
    requirements: ["IND-01", "IND-07"],
    answer: json(RecapAnswer),
    handle: (input) =>
      Effect.map(readEntryRecap(onPerson(input)), (recap) => ({ body: recapOf(recap) })),
  }),
  ...listRoutes({
    ...reading,
    name: "readUnavailabilities",
    path: `${personPath}/periods`,
    summary: "Les indisponibilités d'une personne, de la plus récente à la plus ancienne",
    description:
      "`deletable` : la suppression n'est proposée que pour une période que l'établissement a déclarée. La consultation laisse une trace.",
    requirements: ["IND-01", "IND-07", "IND-08", "IND-09", "IND-11", "IND-12"],
    list: unavailabilities,
    row: UnavailabilityLine,
    sheet: (input) => memberUnavailabilitiesSheet(onPerson(input)),
    page: (input) =>
      Effect.map(readUnavailabilities(onPerson(input), input.query), ({ page }) => page),
  }),
  route({
    ...reading,
    name: "readUnavailability",
    method: "GET",
    path: periodPath,
    summary: "Une indisponibilité, avec le récapitulatif de la convocation d'une autre académie",
    description: "La consultation laisse une trace.",
    params: periodParams,
    refusals: [...refusals, "unavailability.unknown"],
    requirements: ["PER-25", "IND-11"],
    answer: json(UnavailabilityLine),
    handle: (input) =>
      Effect.map(readUnavailability(onPeriod(input)), ({ line, version }) => ({
        body: line,
        version,
      })),
  }),
]

const changingRoutes = [
  route({
    name: "declareUnavailability",
    method: "POST",
    path: `${personPath}/periods`,
    tag: tags.unavailability,
    summary: "Déclarer une indisponibilité de dernière minute",
    description:
      "Acceptée même si la personne est affectée à des missions : `mails` compte les courriels envoyés aux gestionnaires des examens, `withoutAddress` ceux qui n'ont pas d'adresse. `warnings` : période déjà passée, autre indisponibilité au même moment.",
    capacities: ["school-head"],
    change: "new",
    params: personParams,
    body: Schema.Struct({
      ...UnavailabilityPeriod.fields,
      reason: UnavailabilityReason,
    }).annotate({ identifier: "DeclareUnavailability" }),
    requirements: ["IND-01", "IND-04", "IND-05", "IND-09", "IND-10"],
    answer: json(DeclaredAnswer, 201),
    refusals: [...refusals, "unavailability.end-before-start", "unavailability.duplicate"],
    handle: (input) => {
      const { start, end, reason } = input.body
      const declared = declareUnavailability({ ...onPerson(input), period: { start, end }, reason })
      return Effect.map(declared, ({ version, ...body }) => ({ body, version }))
    },
  }),
  route({
    name: "deleteUnavailability",
    method: "DELETE",
    path: periodPath,
    tag: tags.unavailability,
    summary: "Supprimer une indisponibilité que l'établissement a déclarée",
    capacities: ["school-head"],
    change: "existing",
    params: periodParams,
    requirements: ["IND-11", "IND-12"],
    answer: nothing,
    refusals: [...refusals, "unavailability.not-declared-by-you", "unavailability.unknown"],
    handle: (input) =>
      Effect.as(deleteUnavailability({ ...onPeriod(input), seen: input.seen }), {}),
  }),
]

const Truth = Schema.Literals(["true", "false"])

const importingRoutes = [
  route({
    name: "importUnavailabilities",
    method: "POST",
    path: "/unavailability-sources/:source/import",
    tag: tags.unavailability,
    summary: "Remplacer les indisponibilités d'une source par son fichier CSV, ou l'essayer",
    description:
      "Sources : `EPP`, `SIRHEN`, `academy-<code>`. Le fichier est tout ce que dit sa source : ce qu'il ne donne plus est retiré. Séparateur point-virgule, 100 000 lignes au plus ; ID_AGENT;DATE_DEBUT;HEURE_DEBUT;DATE_FIN;HEURE_FIN;MOTIF, et pour une autre académie, au lieu du motif, NUMERO_MISSION;TYPE_MISSION;EXAMEN;CENTRE;LIEU;QUALITE. Tout ou rien ; le même fichier envoyé deux fois ne change rien. `dryRun=true` dit ce qui changerait et combien de courriels partiraient, sans rien écrire. `acknowledge=import.removals-to-confirm` confirme le retrait de nombreuses périodes.",
    capacities: management,
    params: { source: SourceCode },
    query: parameters({
      dryRun: Schema.optionalKey(Truth),
      acknowledge: Schema.optionalKey(Schema.Literals(["import.removals-to-confirm"])),
    }),
    body: stream({ mediaTypes: ["text/csv"], limitBytes: fileLimitBytes }),
    requirements: ["IND-02", "IND-03", "IND-05", "PER-25"],
    answer: json(UnavailabilityImportReport),
    refusals: [
      "table.malformed",
      "import.faulty",
      "import.repeated-keys",
      "import.empty",
      "import.removals-to-confirm",
    ],
    handle: (input) => {
      const { acknowledge, dryRun } = input.query
      const imported = importUnavailabilities({
        ...author(input),
        source: input.params.source,
        bytes: input.body.bytes,
        dryRun: dryRun === "true",
        acknowledged:
          acknowledge === undefined ? [] : [{ code: acknowledge, subject: "unavailability" }],
      })
      return Effect.map(imported, (body) => ({ body }))
    },
  }),
]

/** The routes of unavailability. */
export const unavailabilityRoutes = [...readingRoutes, ...changingRoutes, ...importingRoutes]
