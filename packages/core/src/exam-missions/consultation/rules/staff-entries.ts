/**
 * The lines of the personnel, made of what the registers and the lists know: what every directory
 * must answer, whatever its tables.
 *
 * @requirement PER-01
 * @requirement PER-03
 * @requirement PER-09
 */
import { shortDate } from "../../../kernel/calendar.ts"
import type { PersonId, Uai } from "../../../kernel/identity.ts"
import type { KeyedEntry, ListRefusal, Sort } from "../../../kernel/listing.ts"
import { foldedKey } from "../../../kernel/text.ts"
import type { Assignment } from "../../mission/model.ts"
import type { Post, StaffMember } from "../../staff-directory/model.ts"
import type { StaffColumns, StaffLine, StaffPeriod, StaffSort } from "../model.ts"
import { isConvenedIn, lastConvenedOn, type TimeRange, touchesDays } from "./periods.ts"

/**
 * What is known of the personnel of an academy; `competent` are the people whose competences are
 * defined.
 */
export interface StaffSources {
  readonly people: ReadonlyArray<StaffMember>
  readonly posts: ReadonlyArray<Post>
  readonly unavailabilities: ReadonlyArray<TimeRange & { readonly person: PersonId }>
  readonly assignments: ReadonlyArray<Assignment>
  readonly competent: ReadonlySet<PersonId>
}

/** Which lines: of one school or, without school, of the academy; which columns they show. */
export interface StaffSelection {
  readonly school?: Uai
  readonly period?: StaffPeriod
  readonly columns: StaffColumns
}

/** The filter under which a line tells by label whether competences are defined: `yes` or `no`. */
export const definedFilter = "competences-defined"

/**
 * Gives the text by which people are sorted: family name, then given name, folded.
 * @example fullNameKey({ familyName: "Éboué", givenName: "Zoé" }) // => "eboue\tzoe"
 */
export const fullNameKey = ({
  familyName,
  givenName,
}: Pick<StaffMember, "familyName" | "givenName">): string =>
  `${foldedKey(familyName)}\t${foldedKey(givenName)}`

/**
 * Gives the entries of a list of personnel, in no order. Somebody without a post, or unknown to the
 * register of people, has none. In the academy a person is one line, that of the main post; of
 * several posts alike, that of the first school.
 */
export const staffEntries = (
  { people, posts, unavailabilities, assignments, competent }: StaffSources,
  selection: StaffSelection,
): ReadonlyArray<KeyedEntry<StaffLine>> => {
  const { columns } = selection
  const byPerson = new Map(people.map((one) => [one.person, one]))
  const rangesOf = grouped(unavailabilities)
  const assignmentsOf = grouped(assignments)
  return shownPosts(posts, selection).flatMap((post) => {
    const member = byPerson.get(post.person)
    if (member === undefined) return []
    const assigned = assignmentsOf.get(post.person) ?? []
    const ranges = rangesOf.get(post.person) ?? []
    if (!isInPeriod(assigned, ranges, selection.period)) return []
    const line: StaffLine = {
      person: member.person,
      familyName: member.familyName,
      givenName: member.givenName,
      birthDate: member.birthDate,
      discipline: post.discipline,
      kind: post.kind,
      lastConvenedOn: columns.includes("last-convened-on") ? lastConvenedOn(assigned) : null,
      competencesDefined: columns.includes("competences-defined") && competent.has(member.person),
    }
    return [entryOf(line, columns)]
  })
}

/** Gives the refusal of a sort by a column that a list does not show, if it is one. */
export const staffSortRefusal = (
  columns: ReadonlyArray<string>,
  { column }: Pick<Sort, "column">,
): ListRefusal | undefined =>
  columns.includes(column)
    ? undefined
    : { _tag: "list.unknown-sort-key", key: column, known: columns }

const grouped = <One extends { readonly person: PersonId }>(
  all: ReadonlyArray<One>,
): ReadonlyMap<PersonId, ReadonlyArray<One>> => Map.groupBy(all, ({ person }) => person)

const shownPosts = (
  posts: ReadonlyArray<Post>,
  { school }: StaffSelection,
): ReadonlyArray<Post> => {
  if (school !== undefined) return posts.filter((post) => post.school === school)
  const first = new Map<PersonId, Post>()
  for (const post of posts) {
    const other = first.get(post.person)
    if (other === undefined || rank(post) < rank(other)) first.set(post.person, post)
  }
  return [...first.values()]
}

// "main" comes before "secondary".
const rank = ({ kind, school }: Post): string => `${kind} ${school}`

const isInPeriod = (
  assignments: ReadonlyArray<Assignment>,
  ranges: ReadonlyArray<TimeRange>,
  period: StaffPeriod | undefined,
): boolean => {
  if (period === undefined) return true
  return period.kind === "available"
    ? !ranges.some((range) => touchesDays(range, period))
    : assignments.some((assignment) => isConvenedIn(assignment, period))
}

const entryOf = (line: StaffLine, columns: StaffColumns): KeyedEntry<StaffLine> => ({
  scope: "",
  key: line.person,
  part: "",
  sorts: {
    "family-name": fullNameKey(line),
    "given-name": foldedKey(line.givenName),
    "birth-date": line.birthDate ?? "",
    discipline: foldedKey(line.discipline ?? ""),
    "last-convened-on": line.lastConvenedOn ?? "",
    "competences-defined": line.competencesDefined ? "1" : "0",
  } satisfies Record<StaffSort, string>,
  filters: columns.includes("competences-defined")
    ? { [definedFilter]: [line.competencesDefined ? "yes" : "no"] }
    : {},
  search: columns.map((column) => shownText(line, column)).join("\n"),
  row: line,
})

// What a column shows, folded; the label of a mark is told with the query.
const shownText = (line: StaffLine, column: StaffSort): string => {
  switch (column) {
    case "family-name":
      return foldedKey(line.familyName)
    case "given-name":
      return foldedKey(line.givenName)
    case "discipline":
      return foldedKey(line.discipline ?? "")
    case "birth-date":
      return line.birthDate === null ? "" : shortDate(line.birthDate)
    case "last-convened-on":
      return line.lastConvenedOn === null ? "" : shortDate(line.lastConvenedOn)
    case "competences-defined":
      return ""
    default:
      return column satisfies never
  }
}
