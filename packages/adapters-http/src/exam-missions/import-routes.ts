/** The registers: where they stand, their blank files, and the files that replace what they hold. */
import {
  FileReport,
  importRegister,
  importStsWeb,
  RegisterState,
  registerStates,
  registerTemplate,
} from "@convoque/core/exam-missions"
import { SchoolYear } from "@convoque/core/kernel/calendar"
import { Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { csvType, file, json } from "../answer.ts"
import { type SentStream, stream } from "../body.ts"
import { parameters } from "../query.ts"
import { type Input, route } from "../route.ts"
import { author, followers, management, tags } from "./parts.ts"

// 500,000 teachings are some 60 megabytes.
const tableLimitBytes = 200_000_000
const stsWebLimitBytes = 20_000_000

const Truth = Schema.Literals(["true", "false"])

/** Removals that a file may make without being asked again. */
const Acknowledged = Schema.Literals(["import.removals-to-confirm"])

/** A number of rows. */
const Count = Schema.String.check(Schema.isPattern(/^\d{1,9}$/u, { expected: "a whole number" }))

const sending = {
  dryRun: Schema.optionalKey(Truth),
  acknowledge: Schema.optionalKey(Acknowledged),
  lostAtMost: Schema.optionalKey(Count),
} as const

const common = { tag: tags.registers, capacities: management } as const

const sentFile = (
  input: Input<
    unknown,
    {
      readonly dryRun?: typeof Truth.Type
      readonly acknowledge?: typeof Acknowledged.Type
      readonly lostAtMost?: typeof Count.Type
    },
    SentStream
  >,
  register: string,
) => {
  const { acknowledge, dryRun, lostAtMost } = input.query
  return {
    ...author(input),
    bytes: input.body.bytes,
    dryRun: dryRun === "true",
    acknowledged: acknowledge === undefined ? [] : [{ code: acknowledge, subject: register }],
    lostAtMost: lostAtMost === undefined ? undefined : Number(lostAtMost),
  }
}

const howFilesAreTaken =
  "Tout ou rien, en une transaction ; le même fichier envoyé deux fois ne change rien. `dryRun=true` dit ce qui changerait, sans rien écrire. `acknowledge=import.removals-to-confirm` confirme la disparition de nombreuses lignes, ou de valeurs dans de nombreuses lignes ; avec `lostAtMost=<nombre>`, de tant de lignes au plus, le nombre annoncé (`removed` ou `emptied`)."

/** The routes of registers and of their files. */
export const importRoutes = [
  route({
    ...common,
    capacities: followers,
    name: "registerStates",
    method: "GET",
    path: "/registers",
    summary: "Lister les registres : colonnes, révision, dernier import",
    requirements: ["PER-02"],
    params: {},
    answer: json(
      Schema.Struct({ registers: Schema.Array(RegisterState) }).annotate({
        identifier: "RegisterStates",
      }),
    ),
    handle: (input) =>
      Effect.map(registerStates(author(input)), (registers) => ({ body: { registers } })),
  }),
  route({
    ...common,
    name: "registerTemplate",
    method: "GET",
    path: "/registers/:register/template.csv",
    summary: "Télécharger le fichier vierge d'un registre : son en-tête seul",
    requirements: ["PER-02", "UI-28"],
    params: { register: Schema.String },
    answer: file(csvType),
    refusals: ["register.unknown"],
    handle: (input) =>
      Effect.map(
        registerTemplate({ ...author(input), register: input.params.register }),
        ({ fileName, text }) => ({ content: text, fileName }),
      ),
  }),
  route({
    ...common,
    name: "importRegister",
    method: "POST",
    path: "/registers/:register/import",
    summary: "Remplacer un registre par un fichier CSV, ou dire ce que le fichier changerait",
    description: `Séparateur point-virgule, première ligne d'en-tête. ${howFilesAreTaken} \`part\` ne remplace qu'un établissement, dans les registres des postes et des enseignements.`,
    requirements: ["PER-02", "PER-27", "CMP-22"],
    params: { register: Schema.String },
    query: parameters({ ...sending, part: Schema.optionalKey(Uai) }),
    body: stream({ mediaTypes: ["text/csv"], limitBytes: tableLimitBytes }),
    answer: json(FileReport),
    refusals: [
      "register.unknown",
      "register.without-parts",
      "table.malformed",
      "import.faulty",
      "import.repeated-keys",
      "import.empty",
      "import.removals-to-confirm",
    ],
    handle: (input) => {
      const { register } = input.params
      const sent = sentFile(input, register)
      return Effect.map(importRegister({ ...sent, register, part: input.query.part }), (body) => ({
        body,
      }))
    },
  }),
  route({
    ...common,
    name: "importStsWeb",
    method: "POST",
    path: "/registers/teachings/sts-web",
    summary: "Remplacer les enseignements d'un établissement par son export de STS-WEB",
    description: `Le fichier \`sts_emp_<UAI>_<année>.xml\`. Son UAI et son année doivent être ceux de la demande, et son nom aussi quand \`fileName\` le donne. ${howFilesAreTaken}`,
    requirements: ["PER-02", "PER-26", "PER-27", "CMP-22"],
    params: {},
    query: parameters({
      ...sending,
      school: Uai,
      year: SchoolYear,
      fileName: Schema.optionalKey(Schema.String),
    }),
    body: stream({ mediaTypes: ["application/xml", "text/xml"], limitBytes: stsWebLimitBytes }),
    answer: json(FileReport),
    refusals: [
      "xml.malformed",
      "sts-web.malformed",
      "sts-web.other-school",
      "sts-web.other-year",
      "sts-web.file-name",
      "import.faulty",
      "import.repeated-keys",
      "import.empty",
      "import.removals-to-confirm",
    ],
    handle: (input) => {
      const { school, year, fileName } = input.query
      return Effect.map(
        importStsWeb({ ...sentFile(input, "teachings"), school, year, fileName }),
        (body) => ({ body }),
      )
    },
  }),
] as const
