/** January: the campaign is opened, filled from a file, announced. */
import { PopulationReport, wordingFr } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import * as Schema from "effect/Schema"
import { pairs, staff } from "../../demonstration/interview-people.ts"
import { campaign, campaignId, incoherentTerms, termsOf } from "./opening.ts"
import { guide } from "./papers.ts"
import { codeOf, sentence } from "./portal.ts"
import { managers, nth, type World } from "./world.ts"

/** Opens the campaign, after a procedure that holds together badly was refused. */
export const open = async ({ portal, teller, done }: World): Promise<void> => {
  teller.step("5 janvier : l'administratrice ouvre la campagne")
  const administrator = portal.as(staff.administrator)
  const procedures = await administrator.get("/interview-procedures")
  done("elle choisit parmi les procédures prêtes à l'emploi", procedures)
  const path = "/interview-campaigns"
  const refused = await administrator.send("POST", path, {
    body: { campaign: campaignId, terms: incoherentTerms },
  })
  teller.tell(sentence(refused))
  teller.expect(
    "une procédure incohérente est refusée, chaque défaut nommé",
    codeOf(refused) === "campaign.incoherent-terms" && sentence(refused).length > 100,
  )
  const stranger = await portal.as(staff.service).send("POST", path, {
    body: { campaign: campaignId, terms: termsOf(2026) },
  })
  teller.expect("le service RH n'ouvre pas de campagne", stranger.status === 403)
  const opened = await administrator.send("POST", path, {
    body: { campaign: campaignId, terms: termsOf(2026) },
  })
  done("la campagne est ouverte", opened)
}

// As a French spreadsheet saves it.
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    return character === "œ" ? 0x9c : character === "’" ? 0x92 : code
  })

const header = "agent;superior;authority;Nom affiché"
const lines = pairs.map(
  ({ agent, superior }) =>
    `${agent.id};${superior.id};${staff.authority.id};"Entretien annuel de l’équipe"`,
)

/** Opens the forty interviews from a CSV file: first with mistakes, then for nothing, then for good. */
export const fill = async ({ portal, teller, done, keepFile }: World): Promise<void> => {
  teller.step("6 janvier : la population est lue dans un fichier CSV du tableur")
  const administrator = portal.as(staff.administrator)
  const send = async (text: string, query = "") =>
    administrator.send("POST", `${campaign}/population${query}`, {
      version: (await administrator.get(campaign)).version,
      bytes: windows1252(text),
      mediaType: "text/csv",
    })
  const wrong = [...lines]
  wrong[2] = wrong[2]?.replace(/^[^;]+/u, "aurelien.destree") ?? ""
  wrong[10] = wrong[9] ?? ""
  wrong[20] = nth(lines, 20).replace(/^([^;]+);[^;]+/u, "$1;$1")
  wrong[30] = nth(lines, 30).replace(staff.authority.id, "")
  const refused = await send(`${header}\r\n${wrong.join("\r\n")}\r\n`)
  teller.tell(sentence(refused))
  const faults = faultsIn(refused.body)
  teller.expect(
    "quatre fautes, chacune à sa ligne et à sa colonne",
    refused.status === 422 &&
      ["4 agent", "12 agent", "22 superior", "32 authority"].every((place) =>
        faults.some(({ line, column }) => `${line} ${column}` === place),
      ),
  )
  const list = await administrator.get(`${campaign}/interviews`)
  teller.expect("rien n'est ouvert", list.body["count"] === 0)
  const file = `${header}\r\n${lines.join("\r\n")}\r\n`
  const dry = await send(file, "?dryRun=true")
  const warnings = PopulationReport.fields.warnings
  const warned = Schema.decodeUnknownSync(warnings)(dry.body["warnings"])
  for (const { line, code } of warned) {
    teller.tell(`avertissement, ligne ${line} : ${wordingFr.exports.population.warnings[code]}`)
  }
  teller.expect(
    "à blanc : quarante lignes, aucune faute, les adresses manquantes signalées",
    dry.body["lines"] === 40 && dry.body["opened"] === 0 && warned.length === 4,
  )
  const opened = await send(file)
  teller.expect("quarante entretiens sont ouverts", opened.body["opened"] === 40)
  done("le fichier est accepté", opened)
  await teller.leave("population.csv", windows1252(file))
  await keepFile("population-compte-rendu.json", opened)
}

const faultsIn = (body: { readonly [name: string]: unknown }) => {
  const values = body["values"] as
    | {
        readonly faults?: ReadonlyArray<{
          readonly line: number
          readonly column: string
          readonly code: string
        }>
      }
    | undefined
  return values?.faults ?? []
}

/** The superiors circulate what their agents should read before. */
export const circulate = async (world: World): Promise<void> => {
  const { portal, teller, done, files } = world
  teller.step("13 janvier : les supérieurs diffusent les documents")
  await world.until("2026-01-13" as CivilDate)
  const bytes = await guide(portal.stage)
  for (const superior of managers.slice(0, 3)) {
    const visitor = portal.as(superior)
    const kept = await visitor.send("POST", `${campaign}/documents?fileName=guide-entretien.pdf`, {
      bytes,
      mediaType: "application/pdf",
    })
    const followed = await visitor.get(campaign)
    const sent = await visitor.send("POST", `${campaign}/circulations`, {
      version: followed.version,
      body: {
        to: files.filter((file) => file.superior() === superior).map(({ agent }) => agent.id),
        documents: [
          { label: "Se préparer à l'entretien professionnel", file: kept.body },
          { label: "Projet de service 2026, remis en réunion" },
        ],
      },
    })
    done(`${superior.givenName} ${superior.familyName} diffuse le guide à son équipe`, sent)
  }
  const visitor = portal.as(nth(managers, 0))
  const foreign = await visitor.send("POST", `${campaign}/circulations`, {
    version: (await visitor.get(campaign)).version,
    body: { to: [world.file(20).agent.id], documents: [{ label: "Note" }] },
  })
  teller.tell(sentence(foreign))
  teller.expect(
    "personne n'écrit à l'équipe d'un autre",
    codeOf(foreign) === "campaign.not-ones-agents",
  )
  await world.keepMail("Documents diffusés", world.file(0).agent)
}
