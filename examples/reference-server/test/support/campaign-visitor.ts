/** Somebody who follows campaigns by their pages: reads them, sends their forms as a browser does. */
import type { Capacity } from "@convoque/core/kernel/identity"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import {
  openInterviewDemonstration,
  interviewCampaign,
} from "../../src/demonstration/interviews.ts"
import { type Office, origin } from "./office.ts"

/** The day of the tests: the demonstration began twelve weeks before, on a Monday. */
export const today = "2026-03-30" as CivilDate

/** The address of the demonstration's campaign. */
export const campaignPath = `/campaigns/${interviewCampaign}`

/** A page as read. */
export interface Read {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

/** The fields of a form, in their order; one name may come several times. */
export type Fields = ReadonlyArray<readonly [name: string, value: string]>

/** A reader of pages. */
export interface CampaignVisitor {
  readonly get: (path: string) => Promise<Read>
  readonly post: (path: string, fields: Fields, from?: string) => Promise<Read>
}

/** Opens the demonstration's campaign on the day of the tests. */
export const openCampaignOf = (office: Office): Promise<void> =>
  office.run(openInterviewDemonstration(today))

/** Gives a reader who is signed in, or one who is not. */
export const campaignVisitor = async (
  office: Office,
  person?: string,
  capacities: ReadonlyArray<Capacity> = [],
): Promise<CampaignVisitor> => {
  const cookie = person === undefined ? "" : await office.cookie(person, capacities)
  return readerWith(office, cookie)
}

/** Gives a reader who shows a cookie. */
export const readerWith = (office: Office, cookie: string): CampaignVisitor => {
  const ask = async (path: string, init: RequestInit): Promise<Read> => {
    const answer = await office.server.request(path, init)
    return {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get("location"),
      headers: answer.headers,
    }
  }
  return {
    get: (path) => ask(path, { headers: { cookie, accept: "text/html" } }),
    post: (path, fields, from = origin) =>
      ask(path, {
        method: "POST",
        headers: {
          cookie,
          origin: from,
          accept: "text/html",
          "content-type": "application/x-www-form-urlencoded",
        },
        body: bodyOf(fields),
      }),
  }
}

const bodyOf = (fields: Fields): string => {
  const form = new URLSearchParams()
  for (const [name, value] of fields) form.append(name, value)
  return form.toString()
}

/** Gives the hidden fields and the checked boxes of the form that a page sends to an address. */
export const fieldsOf = (text: string, action: string): Fields => {
  const form = text.split("<form").find((part) => part.includes(`action="${action}"`)) ?? ""
  const inputs = [...(form.split("</form>")[0] ?? "").matchAll(/<input[^>]*>/gu)].map(
    ([tag]) => tag,
  )
  return inputs
    .filter((tag) => /type="hidden"/u.test(tag) || /\schecked/u.test(tag))
    .map((tag) => [attribute(tag, "name"), attribute(tag, "value")])
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? ""

/** Gives the texts of a page that French typography governs: its text nodes, mails apart. */
export const textsOf = (text: string): ReadonlyArray<string> =>
  text
    .replaceAll(/<(pre|svg|style|code)\b.*?<\/\1>/gsu, "<hr>")
    .split(/<[^>]*>/u)
    .map((one) => one.replaceAll(/&#?\w+;/gu, "x"))
    .filter((one) => one.trim() !== "")

/** A plain space where French asks for one that does not break. */
export const looseSpace = /[ \n](?=[:;!?»%])|«(?=[ \n])/u
