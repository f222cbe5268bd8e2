/** What the steps of the scenario share: the portal, the forty interviews, their agenda, the mails. */
import type { CampaignTerms } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { Person } from "@convoque/core/kernel/ports"
import { pairs, superiors } from "../../demonstration/interview-people.ts"
import type { ReadMail } from "../../mailbox/read-mail.ts"
import type { Teller } from "../account.ts"
import type { Seen } from "../browser.ts"
import { type Agenda, makeAgenda } from "./agenda.ts"
import { type File, fileOf } from "./file.ts"
import type { Mail, Portal } from "./portal.ts"

/** The scenario on its way. */
export interface World {
  readonly portal: Portal
  readonly teller: Teller
  readonly terms: CampaignTerms
  readonly agenda: Agenda
  /** The interview of the nth agent, in the order of the demonstration. */
  readonly file: (index: number) => File
  readonly files: ReadonlyArray<File>
  /** Does what the agenda has until a day, then goes to it. */
  readonly until: (day: CivilDate) => Promise<void>
  /** Checks that an act was done, and tells the refusal otherwise. */
  readonly done: (what: string, answer: Seen) => void
  /** Sends what waits, checks that somebody got a mail, and leaves it among the mails. */
  readonly keepMail: (
    name: string,
    to: Person,
    which?: (mail: ReadMail) => boolean,
  ) => Promise<Mail | undefined>
  /** Leaves a file of an answer that went well. */
  readonly keepFile: (fileName: string, answer: Seen) => Promise<void>
}

/** The superiors, as people. */
export const managers: ReadonlyArray<Person> = superiors.map(({ person }) => person)

/** Gives somebody of a list who must be there. */
export const nth = <Value>(values: ReadonlyArray<Value>, index: number): Value => {
  const value = values[index]
  if (value === undefined) throw new Error(`Nothing at ${index}`)
  return value
}

/** Makes the world of a campaign. */
export const makeWorld = (portal: Portal, teller: Teller, terms: CampaignTerms): World => {
  const files = pairs.map(({ agent, superior }, index) =>
    fileOf(portal, { agent, superior, terms, index, theme: managers.indexOf(superior) }),
  )
  const agenda = makeAgenda(portal, terms)
  const done = (what: string, answer: Seen): void => {
    const isDone = answer.status >= 200 && answer.status < 300
    if (!isDone) teller.tell(`${answer.status} ${JSON.stringify(answer.body)}`)
    teller.expect(what, isDone)
  }
  let kept = 0
  return {
    portal,
    teller,
    terms,
    agenda,
    files,
    done,
    file: (index) => nth(files, index),
    until: async (day) => {
      await agenda.until(day)
      await portal.goTo(day)
    },
    keepMail: async (name, to, which = () => true) => {
      await portal.deliver()
      const mail = portal.mails.findLast(
        (one) => one.mail.to.includes(`<${to.email}>`) && which(one.mail),
      )
      teller.expect(`${name} : un courriel à ${to.givenName} ${to.familyName}`, mail !== undefined)
      if (mail === undefined) return undefined
      kept += 1
      teller.tell(`« ${mail.mail.subject} »`)
      await teller.leave(
        `courriels/${String(kept).padStart(2, "0")}-${fileName(name)}.eml`,
        mail.bytes,
      )
      return mail
    },
    keepFile: async (name, answer) => {
      done(name, answer)
      if (answer.status === 200) await teller.leave(name, answer.bytes)
    },
  }
}

const fileName = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/gu, "-")
    .toLowerCase()
