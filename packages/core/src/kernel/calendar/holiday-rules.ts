/**
 * Table of the public holidays of France by territory (jours fériés), regulations 4.
 * Days kept by custom only (21 July in Martinique and Guadeloupe, mi-carême, moving days of Mayotte) are not here:
 * a calendar adds them through `extra`.
 */
import * as Schema from "effect/Schema"

/** Territories that differ by their public holidays (territoire). */
export const Territory = Schema.Literals([
  "metropole",
  "alsace-moselle",
  "guadeloupe",
  "martinique",
  "guyane",
  "la-reunion",
  "mayotte",
  "saint-barthelemy",
  "saint-martin",
  "saint-pierre-et-miquelon",
  "nouvelle-caledonie",
  "polynesie-francaise",
  "wallis-et-futuna",
])

/** A territory with its own list of public holidays. */
export type Territory = typeof Territory.Type

/** How sure a row is: read in a source, from memory, or sources that differ. */
export const Confidence = Schema.Literals(["confirmed", "recalled", "ambiguous"])
export type Confidence = typeof Confidence.Type

/** When a holiday falls: a fixed day of the year, or a number of days after Easter Sunday. */
export type HolidayDay =
  | { readonly _tag: "fixed"; readonly month: number; readonly day: number }
  | { readonly _tag: "easter"; readonly offset: number }

/** One row of the table; `territories` is "all" for the national days, years are inclusive. */
export type HolidayRule = {
  readonly name: string
  readonly day: HolidayDay
  readonly territories: "all" | ReadonlyArray<Territory>
  readonly fromYear?: number
  readonly untilYear?: number
  readonly source: string
  readonly confidence: Confidence
}

const fixed = (month: number, day: number): HolidayDay => ({ _tag: "fixed", month, day })
const easter = (offset: number): HolidayDay => ({ _tag: "easter", offset })

const national = (name: string, day: HolidayDay): HolidayRule => ({
  name,
  day,
  territories: "all",
  source: "Code du travail, L3133-1",
  confidence: "confirmed",
})

const abolition = (day: HolidayDay, ...territories: ReadonlyArray<Territory>): HolidayRule => ({
  name: "Abolition de l'esclavage",
  day,
  territories,
  source: "Décret 83-1003 du 23 novembre 1983, modifié par le décret 2012-553",
  confidence: "confirmed",
})

const recalled = (name: string, day: HolidayDay, territory: Territory): HolidayRule => ({
  name,
  day,
  territories: [territory],
  source: "Liste locale, à vérifier",
  confidence: "recalled",
})

/** Good Friday, kept where a calendar says so. */
export const goodFridayRule: HolidayRule = {
  name: "Vendredi saint",
  day: easter(-2),
  territories: ["alsace-moselle", "guadeloupe", "martinique", "polynesie-francaise"],
  source:
    "Code du travail, L3134-13 (communes d'Alsace-Moselle à temple protestant ou église mixte) ; usages locaux",
  confidence: "ambiguous",
}

/** All the rows but Good Friday. */
export const holidayRules: ReadonlyArray<HolidayRule> = [
  national("Jour de l'An", fixed(1, 1)),
  national("Lundi de Pâques", easter(1)),
  national("Fête du Travail", fixed(5, 1)),
  national("Victoire de 1945", fixed(5, 8)),
  national("Ascension", easter(39)),
  national("Lundi de Pentecôte", easter(50)),
  national("Fête nationale", fixed(7, 14)),
  national("Assomption", fixed(8, 15)),
  national("Toussaint", fixed(11, 1)),
  national("Armistice de 1918", fixed(11, 11)),
  national("Noël", fixed(12, 25)),
  {
    name: "Saint-Étienne",
    day: fixed(12, 26),
    territories: ["alsace-moselle"],
    source: "Ordonnance du 16 août 1892 ; Code du travail, L3134-13",
    confidence: "confirmed",
  },
  abolition(fixed(5, 27), "guadeloupe"),
  { ...abolition(fixed(5, 27), "saint-martin"), untilYear: 2017 },
  {
    ...abolition(fixed(5, 28), "saint-martin"),
    fromYear: 2018,
    source: "Décret de 2017 pour Saint-Martin",
  },
  abolition(fixed(5, 22), "martinique"),
  abolition(fixed(6, 10), "guyane"),
  abolition(fixed(12, 20), "la-reunion"),
  { ...abolition(fixed(4, 27), "mayotte"), source: "Code du travail de Mayotte, L222-1" },
  abolition(fixed(10, 9), "saint-barthelemy"),
  {
    name: "Fête de la citoyenneté",
    day: fixed(9, 24),
    territories: ["nouvelle-caledonie"],
    source: "Liste locale de Nouvelle-Calédonie",
    confidence: "confirmed",
  },
  {
    name: "Arrivée de l'Évangile",
    day: fixed(3, 5),
    territories: ["polynesie-francaise"],
    source: "Liste locale de Polynésie française",
    confidence: "confirmed",
  },
  {
    name: "Fête de l'autonomie",
    day: fixed(6, 29),
    territories: ["polynesie-francaise"],
    untilYear: 2024,
    source: "Liste locale de Polynésie française",
    confidence: "confirmed",
  },
  { ...recalled("Matari'i", fixed(11, 20), "polynesie-francaise"), fromYear: 2025 },
  recalled("Saint Pierre Chanel", fixed(4, 28), "wallis-et-futuna"),
  recalled("Saints Pierre et Paul", fixed(6, 29), "wallis-et-futuna"),
  recalled("Fête du Territoire", fixed(7, 29), "wallis-et-futuna"),
]
