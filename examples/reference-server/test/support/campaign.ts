/**
 * A campaign of the tests, made over HTTP: file number 7 is that of `agent-7`, evaluated by
 * `inspector-7` (two appointments) and `head-7` (one), so that no evaluator is booked twice.
 * The days are far enough to come after any day on which the tests run.
 */
import type { TenantId } from "@convoque/core/kernel/identity"
import { demonstrationTerms } from "../../src/demonstration/campaign.ts"
import type { Office } from "./office.ts"
import { academy } from "./people.ts"
import type { Door, Seen, Visitor } from "./visitor.ts"

/** The days of the appointments. */
export const days = { visit: "2060-04-20", head: "2060-04-27", moved: "2060-05-04" } as const

/** What is sent to confirm that a convocation leaves. */
export const confirmed = (agent: string) => [
  { code: "convocation.confirmation-required", subject: agent },
]

/** One appointment as an evaluator types it. */
export const item = (slot: string, changes: Readonly<Record<string, string>> = {}) => ({
  slot,
  date: days.visit,
  start: "08:00",
  end: "09:00",
  place: "Salle B 204",
  zone: "Europe/Paris",
  ...changes,
})

/** The appointments of the inspector. */
export const inspectorItems = (changes: Readonly<Record<string, string>> = {}) => [
  item("inspection-visit", changes),
  item("regional-inspector-interview", { start: "09:15", end: "10:00" }),
]

/** The appointment of the head of school. */
export const headItems = (changes: Readonly<Record<string, string>> = {}) => [
  item("school-head-interview", { date: days.head, start: "14:00", end: "15:00", ...changes }),
]

/** The two evaluators of a file and its addresses. */
export interface File {
  readonly agent: string
  readonly path: string
  readonly inspector: Visitor
  readonly head: Visitor
  readonly setInspector: string
  readonly setHead: string
}

/** Creates a campaign and gives the manager. */
export const createCampaign = async (
  office: Office,
  campaign: string,
  options: { readonly tenant?: TenantId; readonly managers?: ReadonlyArray<string> } = {},
): Promise<Visitor> => {
  const { tenant = academy, managers = ["manager-1"] } = options
  const manager = await office.signIn(managers[0] ?? "", ["campaign-manager"], tenant)
  await succeeded(
    manager.send("POST", "/career-campaigns", {
      body: { campaign, schoolYear: "2059-2060", managers, terms: demonstrationTerms },
    }),
  )
  return manager
}

/** Creates a campaign and enrols agents by number from a file, and signs their evaluators in. */
export const openFiles = async (
  office: Office,
  campaign: string,
  numbers: ReadonlyArray<number>,
): Promise<ReadonlyArray<File>> => {
  const manager = await createCampaign(office, campaign)
  const lines = numbers.map((number) => `agent-${number};inspector-${number};head-${number}`)
  await succeeded(
    manager.send("POST", `/career-campaigns/${campaign}/enrolments`, {
      body: { csv: ["agent;regional-inspector;school-head", ...lines, ""].join("\n") },
    }),
  )
  return Promise.all(numbers.map((number) => fileOf(office, campaign, number)))
}

/** Gives the file of an agent by number. */
export const fileOf = async (office: Office, campaign: string, number: number): Promise<File> => {
  const agent = `agent-${number}`
  const path = `/career-campaigns/${campaign}/files/${agent}`
  return {
    agent,
    path,
    inspector: await office.signIn(`inspector-${number}`, ["evaluator"]),
    head: await office.signIn(`head-${number}`, ["evaluator"]),
    setInspector: `${path}/roles/regional-inspector/appointments`,
    setHead: `${path}/roles/school-head/appointments`,
  }
}

/** Has the inspector set his appointments; gives what he then sees. */
export const setFirst = async ({ inspector, path, setInspector }: File): Promise<Seen> => {
  const { version } = await inspector.get(path)
  return succeeded(
    inspector.send("PUT", setInspector, { version, body: { items: inspectorItems() } }),
  )
}

/** Has both evaluators set their appointments, so that the convocation is issued. */
export const issue = async (file: File): Promise<Seen> => {
  const { version } = await setFirst(file)
  const body = { items: headItems(), acknowledged: confirmed(file.agent) }
  return succeeded(file.head.send("PUT", file.setHead, { version, body }))
}

/** The same file through another door. */
export const through = (file: File, door: Door): File => ({
  ...file,
  inspector: file.inspector.through(door),
  head: file.head.through(door),
})

/** Gives an answer that must be a success. */
export const succeeded = async (asked: Promise<Seen>): Promise<Seen> => {
  const answer = await asked
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}
