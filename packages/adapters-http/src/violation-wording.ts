/** The sentences of violations, in French and English (libellés des erreurs de saisie). */
import type { Language, Sentences } from "./language.ts"
import type { Violation, ViolationCode } from "./violations.ts"

/**
 * What each named format asks for; contexts add theirs under the identifier of the schema, or the
 * `expected` text of a check.
 */
export type FormatWording = Readonly<Record<string, Readonly<Record<Language, string>>>>

/** The formats of the kernel. */
export const kernelFormats: FormatWording = {
  CivilDate: { fr: "une date AAAA-MM-JJ qui existe", en: "an existing date YYYY-MM-DD" },
  CivilTime: {
    fr: "une heure HH:mm, de 00:00 à 23:59",
    en: "a time HH:mm, from 00:00 to 23:59",
  },
  Instant: {
    fr: "un instant AAAA-MM-JJTHH:mm:ss.sssZ",
    en: "an instant YYYY-MM-DDTHH:mm:ss.sssZ",
  },
  Zone: { fr: "un fuseau horaire, comme Europe/Paris", en: "a time zone such as Europe/Paris" },
  SchoolYear: {
    fr: "une année scolaire, comme 2025-2026",
    en: "a school year such as 2025-2026",
  },
  Uai: { fr: "sept chiffres et une lettre", en: "seven digits and a letter" },
  Ine: { fr: "onze chiffres ou lettres", en: "eleven digits or letters" },
  Numen: { fr: "un NUMEN de treize caractères", en: "a NUMEN of thirteen characters" },
  Cents: { fr: "un nombre entier de centimes", en: "a whole number of cents" },
  Minutes: { fr: "un nombre entier de minutes", en: "a whole number of minutes" },
  "an e-mail address": { fr: "une adresse électronique", en: "an e-mail address" },
  "1 to 64 letters, digits, dots, underscores or hyphens": {
    fr: "un identifiant de 1 à 64 lettres, chiffres, points, tirets ou soulignés",
    en: "1 to 64 letters, digits, dots, underscores or hyphens",
  },
}

/** A violation as the caller reads it. */
export interface WrittenViolation extends Violation {
  readonly message: string
}

/** Writes the sentence of a violation. */
export const writtenViolation = (
  violation: Violation,
  language: Language,
  formats: FormatWording = kernelFormats,
): WrittenViolation => {
  const format = formats[String(violation.values["format"])]?.[language]
  const values = format === undefined ? violation.values : { ...violation.values, expected: format }
  return { ...violation, message: wording[violation.code][language](values) }
}

type Values = Readonly<Record<string, unknown>>

const wording: Readonly<Record<ViolationCode, Sentences<Values>>> = {
  missing: { fr: () => "champ obligatoire", en: () => "required field" },
  "unknown-field": { fr: () => "champ inconnu", en: () => "unknown field" },
  repeated: { fr: () => "donné plusieurs fois", en: () => "given several times" },
  "wrong-type": {
    fr: ({ expected }) => `doit être ${frenchTypes[String(expected)] ?? "d'un autre type"}`,
    en: ({ expected }) => `must be ${englishTypes[String(expected)] ?? "of another type"}`,
  },
  "not-one-of": {
    fr: ({ allowed }) => `doit être l'une des valeurs ${listed(allowed)}`,
    en: ({ allowed }) => `must be one of ${listed(allowed)}`,
  },
  "too-short": {
    fr: ({ min }) => (min === 1 ? "ne peut pas être vide" : `au moins ${text(min)} caractères`),
    en: ({ min }) => (min === 1 ? "must not be empty" : `at least ${text(min)} characters`),
  },
  "too-long": {
    fr: ({ max }) => `au plus ${text(max)} caractères`,
    en: ({ max }) => `at most ${text(max)} characters`,
  },
  "out-of-range": {
    fr: ({ min, max, of }) => range(min, max, frenchRange) + (of === "length" ? " caractères" : ""),
    en: ({ min, max, of }) =>
      range(min, max, englishRange) + (of === "length" ? " characters" : ""),
  },
  "not-an-integer": {
    fr: () => "doit être un nombre entier",
    en: () => "must be a whole number",
  },
  "forbidden-character": {
    fr: () => "contient un caractère interdit",
    en: () => "holds a forbidden character",
  },
  format: {
    fr: ({ expected }) =>
      expected === undefined ? "forme incorrecte" : `doit être ${text(expected)}`,
    en: ({ expected, format }) => `must be ${text(expected ?? format)}`,
  },
  invalid: {
    fr: ({ message }) => (message === undefined ? "valeur incorrecte" : text(message)),
    en: ({ message }) => (message === undefined ? "incorrect value" : text(message)),
  },
}

const text = (value: unknown): string => String(value)

const listed = (allowed: unknown): string => (Array.isArray(allowed) ? allowed.join(", ") : "")

interface RangeWords {
  readonly between: (min: string, max: string) => string
  readonly atLeast: (min: string) => string
  readonly atMost: (max: string) => string
}

const frenchRange: RangeWords = {
  between: (min, max) => `de ${min} à ${max}`,
  atLeast: (min) => `au moins ${min}`,
  atMost: (max) => `au plus ${max}`,
}

const englishRange: RangeWords = {
  between: (min, max) => `from ${min} to ${max}`,
  atLeast: (min) => `at least ${min}`,
  atMost: (max) => `at most ${max}`,
}

const range = (min: unknown, max: unknown, words: RangeWords): string => {
  if (min === undefined) return words.atMost(text(max))
  return max === undefined ? words.atLeast(text(min)) : words.between(text(min), text(max))
}

const frenchTypes: Readonly<Record<string, string>> = {
  object: "un objet",
  array: "une liste",
  string: "un texte",
  number: "un nombre",
  boolean: "true ou false",
  null: "null",
}

const englishTypes: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  boolean: "true or false",
  null: "null",
}
