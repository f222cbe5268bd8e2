/** The state of each requirement of the catalogues, and what keeps it from being honest. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./run.ts"

/** Where the catalogues are. */
export const catalogueFolder = join(root, "docs", "requirements")

const idShape = /\b(?:RDC|ENT|CAM|UI|PER|IND|CMP|MIS|CVM|CSF|SIG|ICC|ACA|CAN)-\d{2}\b/g

/** Gives the requirement ids that a text cites, each once. */
export const citedIds = (text: string): ReadonlyArray<string> => [
  ...new Set(text.match(idShape) ?? []),
]

/** Gives the ids that the catalogues define: those at the head of a row. */
export const definedIds = (): ReadonlyArray<string> =>
  readdirSync(catalogueFolder)
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .flatMap((name) =>
      Array.from(
        readFileSync(join(catalogueFolder, name), "utf8").matchAll(/^\| *([A-Z]{2,3}-\d{2}) *\|/gm),
        ([, id]) => id ?? "",
      ),
    )

/** `tested`, `later: <reason>` or `reason: <why it will not be, or not here>`. */
export type Status = string

/** Reads `status.json`. */
export const readStatus = (): Readonly<Record<string, Status>> =>
  JSON.parse(readFileSync(join(catalogueFolder, "status.json"), "utf8")) as Record<string, Status>

/** Gives what is wrong between ids and statuses, whatever the tests are. */
export const statusFaults = (
  ids: ReadonlyArray<string>,
  status: Readonly<Record<string, Status>>,
): ReadonlyArray<string> => [
  ...ids.filter((id) => !Object.hasOwn(status, id)).map((id) => `${id} has no status`),
  ...Object.keys(status)
    .filter((id) => !ids.includes(id))
    .map((id) => `${id} is in no catalogue`),
  ...Object.entries(status)
    .filter(([, said]) => !/^(?:tested|later: \S.+|reason: \S.+)$/.test(said))
    .map(([id, said]) => `${id}: "${said}" is no status`),
]

/** Gives the ids said to be tested that no passed test cites. */
export const untested = (
  status: Readonly<Record<string, Status>>,
  titles: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const cited = new Set(titles.flatMap(citedIds))
  return Object.keys(status).filter((id) => status[id] === "tested" && !cited.has(id))
}

/** Gives one line per family: how many requirements are tested, later, or have a reason. */
export const countsByFamily = (
  status: Readonly<Record<string, Status>>,
): ReadonlyArray<{ family: string; tested: number; later: number; reason: number }> => {
  const families = Object.groupBy(Object.entries(status), ([id]) => id.replace(/-.*/, ""))
  return Object.entries(families).map(([family, rows = []]) => {
    const count = (word: string) => rows.filter(([, said]) => said.startsWith(word)).length
    return {
      family,
      tested: count("tested"),
      later: count("later"),
      reason: count("reason"),
    }
  })
}
