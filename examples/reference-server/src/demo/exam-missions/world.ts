/** What the steps of the scenario share: who plays, the portal, what is expected of an answer. */
import type { Uai } from "@convoque/core/kernel/identity"
import { at } from "../../demonstration/exam-missions/names.ts"
import {
  type DemonstrationPerson,
  demonstrationPosts,
  demonstrationStaff,
} from "../../demonstration/exam-missions/staff.ts"
import {
  demonstrationUai,
  examServiceAccounts,
  schoolAccounts,
} from "../../exam-missions/accounts.ts"
import type { Teller } from "../account.ts"
import type { Seen } from "../browser.ts"
import { leaveMail } from "../leave-mail.ts"
import type { Received } from "../stage.ts"
import type { Portal } from "./portal.ts"

/** Those who sign in. */
export const cast = {
  lyceeHead: at(schoolAccounts, 0),
  lyceeDeputy: at(schoolAccounts, 1),
  collegeHead: at(schoolAccounts, 2),
  vocationalHead: at(schoolAccounts, 3),
  centreHead: at(schoolAccounts, 4),
  division: at(examServiceAccounts, 0),
  manager: at(examServiceAccounts, 1),
  administrator: at(examServiceAccounts, 2),
  agent: at(examServiceAccounts, 3),
} as const

/** The schools. */
export const { college, lycee, vocational } = demonstrationUai

/** Gives somebody of the personnel by number. */
export const member = (index: number): DemonstrationPerson["member"] =>
  at(demonstrationStaff, index).member

/** Gives the ids of those who work in a school, as main or secondary assignment. */
export const staffOf = (school: Uai): ReadonlySet<string> =>
  new Set(demonstrationPosts.filter((post) => post.school === school).map(({ person }) => person))

/** The scenario on its way. */
export interface World {
  readonly portal: Portal
  readonly teller: Teller
  /** Checks that an act was done, and tells the refusal otherwise. */
  readonly done: (what: string, answer: Seen) => boolean
  /** Checks that an act was refused by a code and a sentence, which is told. */
  readonly refused: (what: string, answer: Seen, code: string, sentence?: string) => void
  /** Checks that a value is the expected one, and tells both otherwise. */
  readonly same: (what: string, found: unknown, expected: unknown) => void
  /** Leaves a file of an answer that went well. */
  readonly keepFile: (fileName: string, answer: Seen) => Promise<void>
  /** Leaves a mail in the folder. */
  readonly keepMail: (name: string, mail: Received | undefined) => Promise<void>
}

/** Makes the world of the scenario. */
export const makeWorld = (portal: Portal, teller: Teller): World => {
  let mails = 0
  const isDone = ({ status }: Seen): boolean => status >= 200 && status < 300
  return {
    portal,
    teller,
    done: (what, answer) => {
      if (!isDone(answer)) teller.tell(`${answer.status} ${sentenceOf(answer)}`)
      teller.expect(what, isDone(answer))
      return isDone(answer)
    },
    refused: (what, answer, code, sentence) => {
      const found = sentenceOf(answer)
      teller.tell(`« ${found} »`)
      const isSo =
        answer.body["code"] === code && (sentence === undefined || plain(found) === sentence)
      teller.expect(`${what} (${code})`, isSo)
    },
    same: (what, found, expected) => {
      const isSo = text(found) === text(expected)
      if (!isSo) teller.tell(`trouvé ${text(found)}, attendu ${text(expected)}`)
      teller.expect(what, isSo)
    },
    keepFile: async (fileName, answer) => {
      if (isDone(answer)) await teller.leave(fileName, answer.bytes)
      else teller.expect(`${fileName} : ${sentenceOf(answer)}`, false)
    },
    keepMail: async (name, received) => {
      teller.expect(`un courriel est parti (${name})`, received !== undefined)
      if (received === undefined) return
      mails += 1
      await leaveMail(received, `courriels/${String(mails).padStart(2, "0")} ${name}`, teller)
    },
  }
}

/** Gives the sentence of a refusal. */
export const sentenceOf = ({ body, status }: Seen): string =>
  typeof body["detail"] === "string" ? body["detail"] : `${status} ${JSON.stringify(body)}`

/** Gives a text with ordinary spaces where French typography has no-break ones. */
export const plain = (found: string): string => found.replace(/[\u00a0\u202f]/gu, " ")

/** Gives the field of an answer as a list of objects. */
export const listIn = (found: unknown): ReadonlyArray<Fields> =>
  Array.isArray(found) ? (found as ReadonlyArray<Fields>) : []

/** Gives the field of an answer as a list of texts. */
export const textsIn = (found: unknown): ReadonlyArray<string> =>
  Array.isArray(found) ? found.map(told) : []

/** Gives a value of an answer as it is told. */
export const told = (value: unknown): string =>
  typeof value === "string"
    ? value
    : value === undefined || value === null
      ? ""
      : JSON.stringify(value)

/** Gives texts in their order, whatever the order in which they came. */
export const ordered = (texts: Iterable<unknown>): ReadonlyArray<string> =>
  [...texts].map(told).toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))

/** Gives the field of an answer as an object. */
export const fieldsIn = (found: unknown): Fields =>
  typeof found === "object" && found !== null ? (found as Fields) : {}

/** An object of an answer. */
export type Fields = { readonly [name: string]: unknown }

/** Gives the rows of a page. */
export const rowsOf = ({ body }: Seen): ReadonlyArray<Fields> =>
  listIn(body["rows"]).map(({ row }) => fieldsIn(row))

const text = (value: unknown): string =>
  typeof value === "string" ? plain(value) : JSON.stringify(value)
