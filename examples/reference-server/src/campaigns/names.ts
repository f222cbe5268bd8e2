/** What addresses and forms name: campaigns, agents, statuses, managers, places in a list. */
import { cursorFromText } from "@convoque/adapters-http"
import { ExportId, Status } from "@convoque/core/interviews"
import { CampaignId, PersonId } from "@convoque/core/kernel/identity"
import type { Cursor } from "@convoque/core/kernel/listing"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** The refusal of an address that names nothing. */
export const unknownPage: Refusal = { _tag: "page.unknown" }

const reader =
  <A extends string>(is: (value: unknown) => value is A) =>
  (text: string): Effect.Effect<A, Refusal> =>
    is(text) ? Effect.succeed(text) : Effect.fail(unknownPage)

/** Tells whether a text can be the name of a campaign. */
export const isCampaign = Schema.is(CampaignId)

/** Reads the name of a campaign. */
export const campaignNamed = reader(isCampaign)

/** Reads the name of a person. */
export const personNamed = reader(Schema.is(PersonId))

/** Reads the name of an export. */
export const exportNamed = reader(Schema.is(ExportId))

/** Tells whether a text is a status of interviews. */
export const isStatus = Schema.is(Status)

/** Tells whether a text can be the id of a person. */
export const isPerson = Schema.is(PersonId)

/** Tells whether a text can be searched, compared and stored: no U+0000, no half of a character. */
export const isReadable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed()

/** Gives a field of an address or a form without the spaces around it; nothing when it is empty. */
export const given = (fields: URLSearchParams, name: string): string | undefined =>
  fields.get(name)?.trim() || undefined

/** Reads the place after which a page begins; nothing when none is given or it is malformed. */
export const placeIn = (query: URLSearchParams): Cursor | undefined => {
  const text = given(query, "after")
  return text === undefined ? undefined : cursorFromText(text)
}

/** What is told of a place that cannot be read. */
export const lostPlace = fr`Cette page de la liste n'existe pas : voici la première.`

/** Gives an address with some of its fields changed; `undefined` takes a field away. */
export const addressWith = (
  path: string,
  fields: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): string => {
  const next = new URLSearchParams(fields)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === "" ? path : `${path}?${text}`
}
