/**
 * The agenda of the scenario: what ordinary interviews do on their days, in the order of the days,
 * so that the days of the months to be told come in between.
 */
import type { CampaignTerms } from "@convoque/core/interviews"
import { addDays, type CivilDate, isPublicHoliday, weekday } from "@convoque/core/kernel/calendar"
import type { Seen } from "../browser.ts"
import type { File } from "./file.ts"
import type { Portal } from "./portal.ts"

/** The acts of an interview, in their order. */
const acts = [
  "propose",
  "hold",
  "draft",
  "communicate",
  "complete",
  "endorse",
  "notify",
  "sign",
  "file",
] as const
type ActName = (typeof acts)[number]

/** What to do with an interview: from one act to another, on days of its own where they are given. */
interface Course {
  readonly meeting: CivilDate
  readonly from?: ActName
  readonly until?: ActName
  readonly on?: Partial<Record<ActName, CivilDate>>
}

/** The agenda; `refusals` are the answers that were not expected. */
export interface Agenda {
  readonly add: (file: File, course: Course) => void
  readonly until: (day: CivilDate) => Promise<void>
  readonly refusals: ReadonlyArray<string>
  /** Says how the visa is given from a day to another, instead of by the authority. */
  readonly delegate: (delegation: Delegated) => void
}

interface Delegated {
  readonly from: CivilDate
  readonly until: CivilDate
  readonly endorse: (file: File) => Promise<Seen> | undefined
}

// Days between an act and the one before it.
const gaps: Readonly<Record<ActName, number>> = {
  propose: 0,
  hold: 0,
  draft: 2,
  communicate: 7,
  complete: 6,
  endorse: 5,
  notify: 3,
  sign: 4,
  file: 7,
}

interface Entry {
  readonly day: CivilDate
  readonly file: File
  readonly act: ActName
  readonly meeting: CivilDate
}

/** Makes an empty agenda. */
export const makeAgenda = (portal: Portal, terms: CampaignTerms): Agenda => {
  let entries: ReadonlyArray<Entry> = []
  let delegated: Delegated | undefined
  const refusals: Array<string> = []
  const workday = (date: CivilDate): CivilDate =>
    weekday(date) > 5 || isPublicHoliday(date, terms.holidays) ? workday(addDays(date, 1)) : date
  const doneOf = async (entry: Entry): Promise<Seen> => {
    const { file, act, meeting, day } = entry
    if (act === "propose") return file.propose(meeting, day < "2026-02-01" ? "09:30" : "14:00")
    if (act === "endorse" && delegated !== undefined) {
      const { from, until, endorse } = delegated
      if (day >= from && day <= until) return (await endorse(file)) ?? file.endorse()
    }
    return file[act]()
  }
  return {
    refusals,
    add: (file, { meeting, from = "propose", until = "file", on = {} }) => {
      const wanted = acts.slice(acts.indexOf(from), acts.indexOf(until) + 1)
      let day = meeting
      for (const act of acts) {
        const usual = act === "propose" ? addDays(meeting, -15) : addDays(day, gaps[act])
        const date = on[act] ?? (act === "hold" ? meeting : workday(usual))
        if (act !== "propose") day = date
        if (wanted.includes(act)) entries = [...entries, { day: date, file, act, meeting }]
      }
    },
    delegate: (delegation) => {
      delegated = delegation
    },
    until: async (day) => {
      const due = entries
        .filter((entry) => entry.day <= day)
        .toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
      entries = entries.filter((entry) => entry.day > day)
      for (const entry of due) {
        await portal.goTo(entry.day)
        const answer = await doneOf(entry)
        if (answer.status >= 300) {
          refusals.push(
            `${entry.day} ${entry.act} ${entry.file.agent.id} : ${answer.status} ${JSON.stringify(answer.body)}`,
          )
        }
      }
    },
  }
}
