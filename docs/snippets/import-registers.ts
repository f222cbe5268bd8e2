/** An empty service of exam missions, loaded from files over HTTP until a school reads its personnel. */
import {
  layerPdf,
  layerSheets,
  layerTableReader,
  layerXmlReader,
} from "@convoque/adapters-documents"
import {
  type Authentication,
  examMissionsCatalogue,
  examMissionsRoutes,
  makeApp,
} from "@convoque/adapters-http"
import {
  ExamMissionsSetup,
  usualExamOffer,
  wordingEn,
  wordingFr,
} from "@convoque/core/exam-missions"
import { Zone } from "@convoque/core/kernel/calendar"
import { type Capacity, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import {
  layerIdempotencyKeysMemory,
  layerMemory,
  layerSettingsMemory,
  layerStaffDirectoryMemory,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"

// A header stands for your sign-in.
const authentication: Authentication = {
  schemes: { demo: { type: "apiKey", in: "header", name: "x-as" } },
  identify: ({ headers }) =>
    Effect.succeed({
      tenant: TenantId.make("toulouse"),
      person: PersonId.make("p-1"),
      capacities: [(headers.get("x-as") ?? "agent") as Capacity],
      school: Uai.make("0310001H"),
    }),
}

// #region service
const setup = ExamMissionsSetup.of({
  wording: wordingFr,
  zone: Zone.make("Europe/Paris"),
  academy: "Toulouse",
  managementService: { name: "DEC", address: "dec@academie.example" },
  examOffer: usualExamOffer,
})

const ports = Layer.mergeAll(
  // Those of @convoque/adapters-sql, or your own tables.
  Layer.provideMerge(layerStaffDirectoryMemory, layerMemory),
  layerSettingsMemory,
  layerIdempotencyKeysMemory,
  layerTableReader, // CSV, from @convoque/adapters-documents
  layerXmlReader, // exports of STS-WEB
  layerSheets,
  layerPdf,
  Layer.succeed(ExamMissionsSetup, setup),
)
// #endregion

const runtime = ManagedRuntime.make(ports)

const api = makeApp({
  routes: examMissionsRoutes,
  catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingEn }),
  authentication,
  run: runtime.runPromise,
  log: (failure) => console.error(failure),
  title: "Missions d'examen",
  version: "1.0.0",
})

let requests = 0
const asks = (as: Capacity, method: string, path: string, init: RequestInit = {}) => {
  requests += 1
  const headers = {
    "x-as": as,
    "idempotency-key": `request-${requests}`,
    ...(init.headers as Record<string, string> | undefined),
  }
  return Promise.resolve(api.request(path, { method, ...init, headers }))
}

const files = {
  schools:
    "UAI;DENOMINATION;CATEGORIE;COMMUNE\r\n0310001H;CLG ARMAND LATOUR;CLG;ASPET\r\n" +
    "0120006S;LYCEE LA DECOUVERTE;LGT;DECAZEVILLE\r\n",
  people: "ID_AGENT;NOM;PRENOM\r\nepp-1;BLEUX;Agnès\r\nepp-2;ZOLA;Émile\r\n",
  posts: "ID_AGENT;UAI;TITRE;DISCIPLINE_POSTE\r\nepp-1;0310001H;PRINCIPAL;ANGLAIS\r\n",
  "exam-options":
    "EPREUVE_OPTION;CODE_EXAMEN;SIGLE_EXAMEN;LIBELLE_EXAMEN;FAMILLE_EXAMEN;SPECIALITE;LIBELLE_EPREUVE_OPTION\r\n" +
    "4A.DNB.ANG;4A;DNB;DIPLOME NATIONAL DU BREVET;DNB;SERIE GENERALE;ANGLAIS\r\n",
  correspondences: "LIGNE;EPREUVE_OPTION;CODE_MATIERE\r\nL1;4A.DNB.ANG;030201\r\n",
} as const

const stsWeb = `<STS_EDT><PARAMETRES><UAJ CODE="0310001H"/><ANNEE_SCOLAIRE ANNEE="2026"/></PARAMETRES>
<DONNEES><STRUCTURE><DIVISIONS><DIVISION CODE="3A"><SERVICES>
<SERVICE CODE_MATIERE="030201" CODE_MOD_COURS="CG"><ENSEIGNANTS><ENSEIGNANT ID="1" TYPE="epp"/></ENSEIGNANTS></SERVICE>
</SERVICES></DIVISION></DIVISIONS></STRUCTURE></DONNEES></STS_EDT>`

interface Report {
  readonly added: number
  readonly written: boolean
  readonly competences: { readonly marked: number } | null
}

// #region files
const send = async (path: string, content: string, type = "text/csv"): Promise<Report> => {
  const headers = { "content-type": type }
  const answer = await asks("exams-division", "POST", path, { headers, body: content })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Report
}

const tried = await send("/registers/people/import?dryRun=true", files.people)
// tried: { added: 2, written: false, … }: what the file would change, with samples

for (const register of ["schools", "people", "posts", "exam-options", "correspondences"] as const) {
  await send(`/registers/${register}/import`, files[register])
}

const taught = await send(
  "/registers/teachings/sts-web?school=0310001H&year=2026-2027",
  stsWeb,
  "application/xml",
)
// taught.competences: { marked: 1, … }: the teaching and the correspondence table yield SYS (C)
// #endregion

// #region faults
const faulty = await asks("exams-division", "POST", "/registers/posts/import", {
  headers: { "content-type": "text/csv", "accept-language": "fr" },
  body: "ID_AGENT;UAI;TITRE\r\nepp-1;0310001H;PREMIER\r\n",
})
const problem = (await faulty.json()) as {
  readonly code: string
  readonly values: { readonly faults: ReadonlyArray<{ line: number; column: string }> }
}
// problem.code: "import.faulty"; problem.values.faults: [{ line: 2, column: "TITRE", sentence: … }]
// #endregion

// #region opening
const activity = "/exam-service/activities/staff-consultation"
const { version } = await asks("exams-division", "GET", activity).then((answer) => ({
  version: answer.headers.get("etag") ?? "",
}))
await asks("exams-division", "POST", `${activity}/opening`, { headers: { "if-match": version } })

const page = await asks("school-head", "GET", "/schools/0310001H/staff?q=bleux")
const { count, rows } = (await page.json()) as {
  readonly count: number
  readonly rows: ReadonlyArray<{ readonly row: { readonly familyName: string } }>
}
// count: 1, rows: [{ key: "epp-1", row: { familyName: "BLEUX", … } }]
// #endregion

await runtime.dispose()
const [fault] = problem.values.faults
if (
  tried.added === 2 &&
  !tried.written &&
  taught.competences?.marked === 1 &&
  problem.code === "import.faulty" &&
  fault?.line === 2 &&
  fault.column === "TITRE" &&
  count === 1 &&
  rows[0]?.row.familyName === "BLEUX"
) {
  console.log("ok")
}
