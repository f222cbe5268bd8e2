/** The registers: blank files, a file full of mistakes, imports tried, done and done again. */
import { registerFiles } from "../../demonstration/exam-missions/files.ts"
import { readCsv, windows1252Of } from "./reading.ts"
import { cast, type Fields, fieldsIn, listIn, told, type World } from "./world.ts"
import type { Seen } from "../browser.ts"

const csv = "text/csv"

/** The CSV files of the demonstration, by register. */
export const files: ReadonlyMap<string, string> = new Map(
  registerFiles(2025).map((file) => [file.register, file.csv]),
)

const send = (
  { portal }: World,
  register: string,
  bytes: string | Uint8Array,
  query = "",
): Promise<Seen> =>
  portal
    .as(cast.division)
    .send("POST", `/registers/${register}/import${query}`, { bytes, mediaType: csv })

const figures = ({ body }: Seen): ReadonlyArray<unknown> =>
  ["read", "added", "changed", "unchanged", "removed", "written"].map((name) => body[name])

/** The exams division looks at the registers and their blank files. */
export const blank = async (world: World): Promise<void> => {
  const { portal, teller, same, keepFile } = world
  teller.step("Les registres et leurs fichiers vierges")
  const division = portal.as(cast.division)
  const states = listIn((await division.get("/registers")).body["registers"])
  same(
    "neuf registres, dans l'ordre où un portail neuf les importe",
    states.map(({ name }) => name),
    [...files.keys()],
  )
  same(
    "aucun n'a encore été rempli",
    states.filter(({ lastImport }) => lastImport !== null).length,
    0,
  )
  const headers: Array<string> = []
  for (const register of files.keys()) {
    const template = await division.get(`/registers/${register}/template.csv`)
    await keepFile(`registres/${register}.csv`, template)
    const [header = []] = readCsv(template.bytes)
    headers.push(header.join(";"))
  }
  same(
    "les en-têtes sont ceux des fichiers à importer",
    headers,
    [...files.values()].map((file) => file.split("\r\n")[0]),
  )
  const stranger = await portal.as(cast.agent).get("/registers")
  same("une enseignante n'y a pas accès", stranger.status, 403)
}

const faultyPeople = [
  "ID_AGENT;NUMEN;CIVILITE;NOM;PRENOM;DATE_NAISSANCE",
  "epp-1;;Mme;Bérenger;Zoé;31/02/1980",
  "epp-2;;M.;;Gaël;17/06/1975",
  "epp-3;16E12345ABC;M.;Œuvrard;Noé;17/06/1975",
  "epp-4;;Mme;Quéré;Hélène;17/06/1975",
  "",
].join("\r\n")

/** A file full of mistakes: where they are, and nothing written. */
export const faulty = async (world: World): Promise<void> => {
  const { portal, teller, same, refused } = world
  teller.step("Un fichier de personnels plein de fautes, en Windows-1252 : rien n'est écrit")
  const answer = await send(world, "people", windows1252Of(faultyPeople.replaceAll("Œ", "O")))
  refused("le fichier est refusé en entier", answer, "import.faulty")
  const found = listIn(fieldsIn(answer.body["values"])["faults"])
  for (const { sentence } of found) teller.tell(told(sentence))
  same(
    "trois fautes, chacune à sa ligne et à sa colonne",
    found.map(({ line, column, code }) => [line, column, code]),
    [
      [2, "DATE_NAISSANCE", "format"],
      [3, "NOM", "missing"],
      [4, "NUMEN", "format"],
    ],
  )
  teller.expect(
    "le NUMEN mal formé n'est pas répété",
    !Buffer.from(answer.bytes).includes("16E12345ABC"),
  )
  const commas = await send(world, "people", faultyPeople.replaceAll(";", ","))
  refused(
    "le même, séparé par des virgules, n'est pas un tableau",
    commas,
    "table.malformed",
    "Le fichier ne se lit pas : ligne 1, colonne 1, les colonnes sont séparées par des virgules, et non par des points-virgules.",
  )
  const states = listIn((await portal.as(cast.division).get("/registers")).body["registers"])
  same(
    "rien n'a été écrit",
    states.map(({ revision }) => revision),
    states.map(() => 0),
  )
}

/** Schools and people, tried first; then all registers, and the same files again. */
export const filled = async (world: World): Promise<void> => {
  const { portal, teller, same } = world
  teller.step("Établissements et personnels : essai à blanc, import, et le même fichier encore")
  const schoolFile = windows1252Of(files.get("schools") ?? "")
  same(
    "trois établissements, d'un fichier en Windows-1252",
    figures(await send(world, "schools", schoolFile)),
    [3, 3, 0, 0, 0, true],
  )
  const peopleFile = files.get("people") ?? ""
  const tried = await send(world, "people", peopleFile, "?dryRun=true")
  same("l'essai annonce 400 ajouts et n'écrit rien", figures(tried), [400, 400, 0, 0, 0, false])
  const samples = listIn(tried.body["samples"])
  const [cells] = samples.map(({ cells: all }) => listIn(all))
  teller.tell(
    (cells ?? [])
      .map(({ column, after }) => `${told(column)}=${typeof after === "string" ? after : ""}`)
      .join(" ; "),
  )
  same("cinq lignes en exemple", samples.length, 5)
  teller.expect(
    "où le NUMEN est masqué",
    samples.every(({ cells: all }) => masked(listIn(all))),
  )
  same("l'import écrit 400 personnes", figures(await send(world, "people", peopleFile)), [
    400,
    400,
    0,
    0,
    0,
    true,
  ])
  same("le même fichier ne change rien", figures(await send(world, "people", peopleFile)), [
    400,
    0,
    0,
    400,
    0,
    true,
  ])
  const others: ReadonlyArray<readonly [string, number]> = [
    ["posts", 414],
    ["exam-options", 24],
    ["exam-managers", 7],
    ["correspondences", 32],
    ["missions", 60],
    ["assignments", 300],
  ]
  for (const [register, count] of others) {
    const answer = await send(world, register, files.get(register) ?? "")
    same(
      `${register} : ${count} lignes, sans référence inconnue`,
      [...figures(answer), answer.body["unresolved"]],
      [count, count, 0, 0, 0, true, 0],
    )
  }
  const states = listIn((await portal.as(cast.division).get("/registers")).body["registers"])
  same(
    "chaque registre tient ce que son fichier dit",
    states.map(({ rows }) => rows),
    [3, 400, 414, null, 24, 7, 32, 60, 300],
  )
}

const masked = (cells: ReadonlyArray<Fields>): boolean => {
  const numen = cells.find(({ column }) => column === "NUMEN")
  return typeof numen?.["after"] === "string" && numen["after"].includes("•")
}
