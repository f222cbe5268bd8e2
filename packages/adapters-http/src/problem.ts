/**
 * Refusals and failures as problem details, RFC 9457 (réponses d'erreur).
 *
 * A catalogue says for each tag its status, its sentence and its grounds; a tag that a route can
 * answer and that no catalogue holds does not compile.
 */
import type { Grounds, Refusal } from "@convoque/core/kernel/refusal"
import { type Language, preferredLanguage, type Sentences } from "./language.ts"

/** How one refusal is answered. */
export interface CatalogueEntry<R extends Refusal> {
  readonly status: number
  readonly sentence: Sentences<R>
  readonly grounds: Grounds
  // Methods, as in `Sentences`.
  /** A status that depends on the values. */
  statusOf?(refusal: R): number
  /** Headers that go with the status, such as `Retry-After`. */
  headers?(refusal: R): Readonly<Record<string, string>>
  /** The values shown, when they are not all fields of the refusal. */
  shown?(refusal: R, language: Language): Readonly<Record<string, unknown>>
  /** What goes to the log, when somebody has to look at it. */
  logged?(refusal: R): string
}

/** The refusal of one tag. */
export type OfTag<R extends Refusal, Tag> = Extract<R, { readonly _tag: Tag }>

/** One entry for each tag. */
export type RefusalCatalogue<R extends Refusal> = {
  readonly [Tag in R["_tag"]]: CatalogueEntry<OfTag<R, Tag>>
}

/** The tables from which a context makes its catalogue. */
export interface CatalogueTables<R extends Refusal> {
  readonly statuses: { readonly [Tag in R["_tag"]]: number }
  readonly grounds: { readonly [Tag in R["_tag"]]: Grounds }
  readonly fr: SentenceTable<R>
  readonly en: SentenceTable<R>
}

/** For each tag its sentence. */
export type SentenceTable<R extends Refusal> = {
  readonly [Tag in R["_tag"]]: (refusal: OfTag<R, Tag>) => string
}

/** Makes a catalogue from one table of statuses, one of grounds and one of sentences a language. */
export const refusalCatalogue = <R extends Refusal>(
  tables: CatalogueTables<R>,
): RefusalCatalogue<R> => {
  const entryOf = <Tag extends R["_tag"]>(tag: Tag): CatalogueEntry<OfTag<R, Tag>> => ({
    status: tables.statuses[tag],
    grounds: tables.grounds[tag],
    sentence: { fr: tables.fr[tag], en: tables.en[tag] },
  })
  const tags = Object.keys(tables.statuses) as ReadonlyArray<R["_tag"]>
  const entries: { [Tag in R["_tag"]]?: CatalogueEntry<OfTag<R, Tag>> } = {}
  for (const tag of tags) entries[tag] = entryOf(tag)
  return entries as RefusalCatalogue<R>
}

/** A problem as it is sent. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  readonly requirements: ReadonlyArray<string>
  readonly legalSource?: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The catalogue as the writer of problems sees it. */
export type AnyCatalogue = Readonly<Record<string, CatalogueEntry<Refusal>>>

/** What a problem is written for: the request's id and the language it asks for. */
export interface Asking {
  readonly requestId: string
  readonly acceptLanguage: string | undefined
}

/** Writes the problem of a refusal. */
export const problemOf = <R extends Refusal>(
  refusal: R,
  entry: CatalogueEntry<R>,
  asking: Asking,
): Problem => {
  const language = preferredLanguage(asking.acceptLanguage)
  const legalSource = entry.grounds.legalSource ?? ownLegalSource(refusal)
  const status = entry.statusOf?.(refusal) ?? entry.status
  return {
    type: `urn:problem-type:convoque:${refusal._tag}`,
    title: titles[language][status] ?? titles[language][500] ?? "",
    status,
    detail: entry.sentence[language](refusal),
    instance: asking.requestId,
    code: refusal._tag,
    requirements: entry.grounds.requirements,
    ...(legalSource === undefined ? {} : { legalSource }),
    values: entry.shown?.(refusal, language) ?? fieldsOf(refusal),
  }
}

// A legal text that depends on the day stands in the refusal itself.
const ownLegalSource = (refusal: Refusal): string | undefined =>
  "legalSource" in refusal && typeof refusal.legalSource === "string"
    ? refusal.legalSource
    : undefined

const fieldsOf = (refusal: Refusal): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(refusal).filter(([name]) => name !== "_tag" && name !== "legalSource"),
  )

const titles: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  fr: {
    400: "Demande incorrecte",
    401: "Identification requise",
    403: "Accès refusé",
    404: "Introuvable",
    405: "Méthode non permise",
    409: "Conflit",
    410: "Disparu",
    412: "Version dépassée",
    413: "Demande trop volumineuse",
    415: "Type de contenu non pris en charge",
    422: "Demande non recevable",
    428: "Version attendue",
    429: "Trop de demandes",
    500: "Erreur interne",
    503: "Service momentanément indisponible",
  },
  en: {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    410: "Gone",
    412: "Precondition failed",
    413: "Content too large",
    415: "Unsupported media type",
    422: "Unprocessable content",
    428: "Precondition required",
    429: "Too many requests",
    500: "Internal server error",
    503: "Service unavailable",
  },
}
