/** What all papers of an interview share: their frame, their people, their first lines. */
import type { Instant } from "../../../kernel/calendar.ts"
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { Actor, Capacity, PersonId } from "../../../kernel/identity.ts"
import { type Person, personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { StepKind } from "../../terms/model/procedure.ts"
import type { Wording } from "../../wording.ts"
import type { Meeting } from "../model.ts"
import { isReported, type OpenedInterview } from "../state.ts"

/** An interview, or an appeal against its report, with what its papers are made with. */
export interface Paper<File = OpenedInterview> {
  readonly state: File
  readonly terms: CampaignTerms
  readonly wording: Wording
}

/** What a paper needs to know of any file: its people, its year, its dated acts. */
export interface FileOfAgent {
  readonly year: number
  readonly agent: Person
  readonly superior: Person
  readonly authority: Person
  readonly acts: readonly [{ readonly at: Instant }, ...ReadonlyArray<{ readonly at: Instant }>]
}

/** A block of labelled values. */
export type Row = { readonly label: string; readonly value: string }

/**
 * Gives a document in the frame of the campaign. Its edition is that of the last act, so that the
 * same file always gives the same document.
 */
export const framed = (
  { state, terms, wording }: Paper<FileOfAgent>,
  title: string,
  blocks: ReadonlyArray<Block>,
): DocumentContent => ({
  title,
  language: wording.language,
  author: terms.letterhead[0] ?? terms.organizer.name,
  subject: `${personName(state.agent)} - ${terms.label}`,
  letterhead: terms.letterhead,
  blocks: [
    { _tag: "paragraph", text: wording.documents.common.reference(terms.label), strong: true },
    ...blocks,
  ],
  edition: wording.documents.common.edition(
    wording.dates.moment((state.acts.at(-1) ?? state.acts[0]).at, terms.zone),
  ),
  pageLabel: wording.documents.common.pageLabel,
})

/** Gives a person with the quality that is printed after the name. */
export const qualifiedName = (person: Person): string =>
  person.quality === "" ? personName(person) : `${personName(person)}, ${person.quality}`

/** Gives the lines that address a paper to somebody. */
export const addressee = (person: Person): ReadonlyArray<string> =>
  [personName(person), person.quality].filter((line) => line !== "")

/** Gives who the interview is of and about, as labelled values. */
export const identityRows = ({ state, terms, wording }: Paper<FileOfAgent>): ReadonlyArray<Row> => {
  const words = wording.documents.common
  const { from, until } = terms.referencePeriod
  const { long } = wording.dates
  return [
    { label: words.agent, value: qualifiedName(state.agent) },
    { label: words.superior, value: qualifiedName(state.superior) },
    { label: words.authority, value: qualifiedName(state.authority) },
    { label: words.year, value: String(state.year) },
    { label: words.referencePeriod, value: words.period(long(from), long(until)) },
  ]
}

/** Gives when the interview took place and how long, once it did. */
export const heldRows = ({ state, terms, wording }: Paper): ReadonlyArray<Row> => {
  if (state._tag !== "held" && !isReported(state)) return []
  const words = wording.documents.common
  const { date, durationMinutes, superior, late } = state.held
  const day = wording.dates.long(date)
  return [
    {
      label: words.interviewDate,
      value: late ? words.late(day, wording.dates.long(terms.interviewsBefore)) : day,
    },
    { label: words.duration, value: wording.dates.minutes(durationMinutes) },
    {
      label: words.participants,
      value: [state.agent, superior].map((person) => personName(person)).join(", "),
    },
  ]
}

/** Gives a file with the people who signed its report, whoever has their places since. */
export const asSigned = <File extends OpenedInterview>(state: File): File => {
  if (!isReported(state)) return state
  const signatory = (kind: StepKind): Person | undefined =>
    state.done.findLast((done) => done.kind === kind)?.signatory
  return {
    ...state,
    superior: signatory("communicate") ?? state.superior,
    authority: signatory("endorse") ?? state.authority,
  }
}

/** Gives a date as proposed, as labelled values: only what is known of it. */
export const meetingRows = (meeting: Meeting, wording: Wording): ReadonlyArray<Row> => {
  const { common } = wording.documents
  const { date, time, place, durationMinutes } = meeting
  return [
    { label: common.date, value: wording.dates.long(date) },
    ...(time === undefined ? [] : [{ label: common.time, value: wording.dates.time(time) }]),
    ...(place === undefined ? [] : [{ label: common.place, value: place }]),
    ...(durationMinutes === undefined
      ? []
      : [{ label: common.duration, value: wording.dates.minutes(durationMinutes) }]),
  ]
}

/** Gives the name of who acted, as far as the file knows it; on whose behalf when it was. */
export const authorName = (
  by: Actor,
  { state, wording }: Pick<Paper, "state" | "wording">,
  name?: string,
): string => {
  const { capacities, documents } = wording
  if (by.capacity === "system") return capitalised(capacities.system)
  const known = namesIn(state)
  const unknown = (id: PersonId) =>
    documents.file.unknownPerson(capitalised(capacities[by.capacity]), id)
  const hand = name ?? known.get(by.person) ?? unknown(by.person)
  return by.onBehalfOf === undefined
    ? hand
    : documents.steps.onBehalfOf(hand, known.get(by.onBehalfOf) ?? unknown(by.onBehalfOf))
}

/** Gives the label of a capacity at the head of a line. */
export const roleLabel = (capacity: Capacity, wording: Wording): string =>
  capitalised(wording.capacities[capacity])

/** Gives a label with a capital, for the beginning of a line. */
export const capitalised = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase("fr")}${text.slice(1)}`

const namesIn = (state: OpenedInterview): ReadonlyMap<PersonId, string> => {
  const former = state.acts.flatMap((act) =>
    act._tag === "SuperiorReplaced" || act._tag === "AuthorityReplaced" ? [act.former] : [],
  )
  const people = [...former, state.authority, state.superior, state.agent]
  return new Map(people.map((person) => [person.id, personName(person)]))
}
