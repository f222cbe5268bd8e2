/** Status, sentence and grounds of what the HTTP layer refuses itself (refus de la couche HTTP). */
import { type FormatWording, writtenViolation } from "./violation-wording.ts"
import type { CatalogueEntry, RefusalCatalogue } from "./problem.ts"
import type {
  AccessRefusal,
  AuthenticationUnavailable,
  HttpRefusal,
  PreconditionRefusal,
  RequestRefusal,
  SessionRefusal,
} from "./refusals.ts"
import { sessionEntries } from "./sessions/catalogue.ts"

/** Gives the catalogue of this package; `formats` words the named formats of the schemas. */
export const httpCatalogue = (formats: FormatWording): RefusalCatalogue<HttpRefusal> => ({
  "request.invalid": invalidEntry(formats),
  ...requestEntries,
  ...accessEntries,
  ...sessionEntries,
  ...preconditionEntries,
  ...kernelEntries,
})

const none = { requirements: [] }
const soon = { "retry-after": "1" }
const challenge = { "www-authenticate": "Bearer" }

const plain = (status: number, fr: string, en: string): CatalogueEntry<never> => ({
  status,
  grounds: none,
  sentence: { fr: () => fr, en: () => en },
})

const invalidEntry = (
  formats: FormatWording,
): RefusalCatalogue<RequestRefusal>["request.invalid"] => ({
  status: 400,
  grounds: none,
  sentence: {
    fr: ({ violations: { length } }) =>
      length === 1 ? "La demande comporte une erreur." : `La demande comporte ${length} erreurs.`,
    en: ({ violations: { length } }) =>
      length === 1 ? "The request holds one error." : `The request holds ${length} errors.`,
  },
  shown: ({ violations }, language) => ({
    violations: violations.map((violation) => writtenViolation(violation, language, formats)),
  }),
})

const requestEntries: Omit<RefusalCatalogue<RequestRefusal>, "request.invalid"> = {
  "request.malformed-json": plain(
    400,
    "Le corps de la demande est vide, ou n'est pas du JSON en UTF-8.",
    "The body of the request is empty, or is not JSON in UTF-8.",
  ),
  "request.incomplete": plain(
    400,
    "Le corps de la demande n'est pas arrivé en entier.",
    "The body of the request did not arrive whole.",
  ),
  "request.unsupported-media-type": {
    status: 415,
    grounds: none,
    sentence: {
      fr: ({ expected }) => `Le corps de la demande doit être envoyé en ${expected}.`,
      en: ({ expected }) => `The body of the request must be sent as ${expected}.`,
    },
  },
  "request.not-of-media-type": {
    status: 415,
    grounds: none,
    sentence: {
      fr: ({ mediaType }) => `Le corps de la demande n'est pas un fichier ${mediaType}.`,
      en: ({ mediaType }) => `The body of the request is not a file of type ${mediaType}.`,
    },
  },
  "request.too-large": {
    status: 413,
    grounds: none,
    sentence: {
      fr: ({ limitBytes }) => `Le corps de la demande dépasse ${limitBytes} octets.`,
      en: ({ limitBytes }) => `The body of the request exceeds ${limitBytes} bytes.`,
    },
  },
  "rate-limit.exceeded": {
    status: 429,
    grounds: none,
    sentence: {
      fr: ({ retryAfterSeconds }) =>
        `Trop de demandes en peu de temps ; réessayez dans ${retryAfterSeconds} secondes.`,
      en: ({ retryAfterSeconds }) =>
        `Too many requests in a short time; try again in ${retryAfterSeconds} seconds.`,
    },
    headers: ({ retryAfterSeconds }) => ({ "retry-after": String(retryAfterSeconds) }),
  },
  "not-found": plain(404, "Cette adresse ne désigne rien.", "This address names nothing."),
  "method-not-allowed": {
    status: 405,
    grounds: none,
    sentence: {
      fr: ({ allowed }) => `Cette adresse n'admet que ${allowed.join(", ")}.`,
      en: ({ allowed }) => `This address only takes ${allowed.join(", ")}.`,
    },
    headers: ({ allowed }) => ({ allow: allowed.join(", ") }),
  },
}

const accessEntries: RefusalCatalogue<AccessRefusal | AuthenticationUnavailable> = {
  "session.required": {
    ...plain(401, "Identifiez-vous pour continuer.", "Sign in to continue."),
    headers: () => challenge,
  },
  "session.expired": {
    ...plain(
      401,
      "Votre session est terminée ; identifiez-vous de nouveau.",
      "Your session has ended; sign in again.",
    ),
    grounds: { requirements: ["UI-04"] },
    headers: () => challenge,
  },
  "session.invalid-token": {
    ...plain(
      401,
      "Le jeton d'accès n'est pas valable ; identifiez-vous de nouveau.",
      "The access token is not valid; sign in again.",
    ),
    headers: () => ({ "www-authenticate": 'Bearer error="invalid_token"' }),
  },
  "origin.foreign": plain(
    403,
    "La demande ne vient pas d'une page de ce service : son en-tête Origin manque ou nomme un autre site.",
    "The request does not come from a page of this service: its Origin header is missing or names another site.",
  ),
  "actor.not-allowed": plain(
    403,
    "Votre qualité ne permet pas cette action.",
    "Your capacity does not allow this action.",
  ),
  "delegation.not-admitted": plain(
    403,
    "Cette action ne se fait pas au nom de quelqu'un d'autre : retirez l'en-tête On-Behalf-Of.",
    "This is not done on somebody else's behalf: leave out the header On-Behalf-Of.",
  ),
  "authentication.unavailable": {
    ...plain(
      503,
      "Votre identité ne peut pas être vérifiée pour le moment ; réessayez dans un instant.",
      "Your identity cannot be checked for the moment; try again shortly.",
    ),
    headers: () => soon,
    shown: () => ({}),
    logged: ({ reason }) => reason,
  },
}

const preconditionEntries: RefusalCatalogue<PreconditionRefusal> = {
  "precondition.required": plain(
    428,
    "Indiquez dans l'en-tête If-Match la version que vous avez lue.",
    "Give the version that you have read in the header If-Match.",
  ),
  "precondition.malformed": plain(
    400,
    `L'en-tête If-Match doit reprendre l'ETag lu, comme "v3".`,
    'The header If-Match must repeat the ETag read, such as "v3".',
  ),
  "idempotency.key-required": plain(
    400,
    "Donnez dans l'en-tête Idempotency-Key une clé nouvelle pour chaque action.",
    "Give a new key for each action in the header Idempotency-Key.",
  ),
  "idempotency.key-malformed": plain(
    400,
    "La clé Idempotency-Key doit compter de 1 à 128 lettres, chiffres ou signes - _ . :",
    "The key Idempotency-Key must be 1 to 128 letters, digits or signs - _ . :",
  ),
  "idempotency.other-request": plain(
    422,
    "Cette clé Idempotency-Key a déjà servi pour une autre demande.",
    "This Idempotency-Key has already served for another request.",
  ),
  "idempotency.in-progress": {
    ...plain(
      409,
      "La même demande est en cours de traitement ; réessayez dans un instant.",
      "The same request is being processed; try again shortly.",
    ),
    headers: () => soon,
  },
}

type KernelRefusal = Exclude<
  HttpRefusal,
  RequestRefusal | AccessRefusal | SessionRefusal | PreconditionRefusal | AuthenticationUnavailable
>

const kernelEntries: RefusalCatalogue<KernelRefusal> = {
  "conflict.stale-version": {
    ...plain(
      412,
      "Ces données ont changé depuis que vous les avez lues ; relisez-les, puis recommencez.",
      "These data have changed since you read them; read them again, then start over.",
    ),
    statusOf: ({ seen }) => (seen === undefined ? 409 : 412),
    headers: ({ current }) => ({ etag: `"v${current}"` }),
  },
  "list.unknown-sort-key": {
    status: 400,
    grounds: { requirements: ["UI-23"] },
    sentence: {
      fr: ({ key, known }) =>
        `La liste ne se trie pas sur « ${key} », mais sur ${known.join(", ")}.`,
      en: ({ key, known }) => `The list is not sorted on "${key}", but on ${known.join(", ")}.`,
    },
  },
  "list.unknown-filter": {
    status: 400,
    grounds: { requirements: ["UI-21"] },
    sentence: {
      fr: ({ filter, known }) =>
        `La liste ne se filtre pas sur « ${filter} »${known.length === 0 ? ", ni sur aucune colonne" : `, mais sur ${known.join(", ")}`}.`,
      en: ({ filter, known }) =>
        `The list is not filtered on "${filter}"${known.length === 0 ? ", nor on any column" : `, but on ${known.join(", ")}`}.`,
    },
  },
  "list.too-long-to-print": {
    status: 422,
    grounds: { requirements: ["UI-29"] },
    sentence: {
      fr: ({ count, limit }) =>
        `La liste compte ${count} lignes, et ne s'imprime pas au-delà de ${limit} : filtrez-la, ou prenez-la en CSV.`,
      en: ({ count, limit }) =>
        `The list has ${count} lines, and is not printed beyond ${limit}: filter it, or take it as CSV.`,
    },
  },
  StorageUnavailable: {
    ...plain(
      503,
      "Le service est momentanément indisponible ; réessayez dans un instant.",
      "The service is unavailable for the moment; try again shortly.",
    ),
    headers: () => soon,
    shown: ({ safeToRetry }) => ({ safeToRetry }),
    logged: ({ reason }) => reason,
  },
}
