/**
 * One interview of the scenario and what its people do with it through the API. Each act uses the
 * version that the last answer gave; the scheduler's acts in between make it read again.
 */
import type { CampaignTerms, Report } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { Person } from "@convoque/core/kernel/ports"
import { staff } from "../../demonstration/interview-people.ts"
import type { Seen } from "../browser.ts"
import { jobDescription } from "./papers.ts"
import type { Portal, Sent } from "./portal.ts"
import { commentOf, reportOf } from "./reports.ts"

/** How a notification is made and what became of it. */
interface Notified {
  readonly means: "mail" | "portal" | "registered-letter" | "handed-over"
  readonly fate: "sent" | "delivered" | "opened" | "failed"
}

/** An interview; its acts give what the API answered. */
export interface File {
  readonly agent: Person
  readonly superior: () => Person
  readonly path: string
  readonly key: string
  readonly report: Report
  readonly read: (who: Person, rest?: string) => Promise<Seen>
  readonly act: (
    who: Person,
    rest: string,
    sent?: Sent & { method?: "POST" | "PUT" },
  ) => Promise<Seen>
  readonly propose: (date: CivilDate, time?: string) => Promise<Seen>
  readonly hold: (minutes?: number, acknowledged?: ReadonlyArray<unknown>) => Promise<Seen>
  readonly draft: (report?: Report) => Promise<Seen>
  readonly communicate: () => Promise<Seen>
  readonly complete: () => Promise<Seen>
  readonly endorse: (observations?: string, delegate?: Person) => Promise<Seen>
  readonly notify: (how?: Notified, by?: Person) => Promise<Seen>
  readonly sign: () => Promise<Seen>
  readonly file: () => Promise<Seen>
  /** Gives the interview to another superior, as the portal did. */
  readonly moveTo: (superior: Person) => void
}

interface Opened {
  readonly agent: Person
  readonly superior: Person
  readonly theme: number
  readonly index: number
  readonly terms: CampaignTerms
}

/** Gives an interview of a campaign. */
export const fileOf = (portal: Portal, opened: Opened): File => {
  const { agent, index, terms } = opened
  let superior = opened.superior
  const key = `${terms.procedure.type}/${terms.year}/${agent.id}`
  const path = `/interviews/${key}`
  const read = (who: Person, more = ""): Promise<Seen> => portal.as(who).get(`${path}${more}`)
  const act = actsOn(portal, path, () => read(superior))
  const step: Step = (who, name, sent = {}) => act(who, `steps/${name}`, { body: {}, ...sent })
  const report = reportOf(terms, opened)
  const current = () => ({ ...opened, superior })
  return {
    agent,
    superior: () => superior,
    path,
    key,
    report,
    read,
    act,
    ...steps(step, current, { portal, act }),
    propose: async (date, time = "10:00") =>
      act(superior, "proposal", {
        method: "PUT",
        body: await proposal(portal, path, { ...current(), meeting: { date, time } }),
      }),
    hold: (durationMinutes = 60 + (index % 3) * 15, acknowledged = []) =>
      act(superior, "holding", {
        body: {
          date: portal.today(),
          durationMinutes,
          participants: [agent.id, superior.id],
          discussed: terms.template.sections.map(({ section }) => section),
          acknowledged,
        },
      }),
    draft: (written = report) =>
      act(superior, "draft", { method: "PUT", body: { report: written } }),
    moveTo: (other) => {
      superior = other
    },
  }
}

type Step = (
  who: Person,
  name: string,
  sent?: { readonly body?: object; readonly onBehalfOf?: string },
) => Promise<Seen>

// What is done with the version that the last answer gave, read again when it has become stale.
const actsOn = (portal: Portal, path: string, read: () => Promise<Seen>): File["act"] => {
  let version: string | undefined
  return async (who, more, { method = "POST", ...sent } = {}) => {
    version ??= (await read()).version
    const send = () => portal.as(who).send(method, `${path}/${more}`, { ...sent, version })
    let answer = await send()
    if (answer.status === 412) {
      version = (await read()).version
      answer = await send()
    }
    version = answer.version ?? version
    return answer
  }
}

const steps = (
  step: Step,
  current: () => Opened,
  { portal, act }: { readonly portal: Portal; readonly act: File["act"] },
): Pick<File, "communicate" | "complete" | "endorse" | "notify" | "sign" | "file"> => ({
  communicate: () => step(current().superior, "communicate"),
  complete: async () => {
    const { agent, index } = current()
    const comment = commentOf(index)
    if (comment !== undefined) await act(agent, "comments", { body: comment })
    return step(agent, "agent-completion")
  },
  endorse: (observations, delegate) =>
    step(delegate ?? staff.authority, "endorse", {
      body: observations === undefined ? {} : { observations },
      ...(delegate === undefined ? {} : { onBehalfOf: staff.authority.id }),
    }),
  notify: (how = { means: "handed-over", fate: "delivered" }, by = current().superior) =>
    step(by, "notify", { body: { notification: { ...how, on: portal.today() } } }),
  sign: () => step(current().agent, "sign"),
  file: () => step(staff.service, "file"),
})

const proposal = async (
  portal: Portal,
  path: string,
  { meeting, ...opened }: Opened & { readonly meeting: object },
) => {
  const { agent, superior } = opened
  const bytes = await jobDescription(portal.stage, agent, opened)
  const sent = { bytes, mediaType: "application/pdf" }
  const kept = await portal
    .as(superior)
    .send("PUT", `${path}/job-description?fileName=fiche-de-poste.pdf`, sent)
  return {
    meeting: { ...meeting, place: "Bureau de la direction, 2e étage", durationMinutes: 60 },
    enclosures: [{ kind: "report-template" }, { kind: "job-description", file: kept.body }],
  }
}
