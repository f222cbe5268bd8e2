/**
 * Academies with their departments and time zones (académies), regulations 7.3.
 */
import type { Confidence, Territory } from "./holiday-rules.ts"
import type { Zone } from "./zone.ts"

/**
 * An academy (académie): its two-digit code, the departments it covers, and the zones of its places, the usual one
 * first. `formerCodes` are codes of merged academies, still met in old NUMEN.
 */
export type Academy = {
  readonly code: string
  readonly name: string
  readonly departments: ReadonlyArray<string>
  readonly zones: readonly [Zone, ...ReadonlyArray<Zone>]
  readonly formerCodes: ReadonlyArray<string>
  readonly source: string
  readonly confidence: Confidence
}

const codeSource = "Code de l'éducation, R222-2 ; codes d'académie publiés"

const metropolitan = (code: string, name: string, departments: string): Academy => ({
  code,
  name,
  departments: departments.split(" "),
  zones: ["Europe/Paris" as Zone],
  formerCodes: [],
  source: codeSource,
  confidence: "confirmed",
})

type Overseas = {
  readonly code: string
  readonly name: string
  readonly departments: ReadonlyArray<string>
}

const overseas = (row: Overseas, zone: string, ...others: ReadonlyArray<string>): Academy => ({
  ...row,
  zones: [zone as Zone, ...others.map((other) => other as Zone)],
  formerCodes: [],
  source: codeSource,
  confidence: "confirmed",
})

const vice = (
  code: string,
  name: string,
  zones: readonly [string, ...ReadonlyArray<string>],
): Academy => ({
  ...overseas({ code, name, departments: [] }, ...zones),
  source: "Codes de vice-rectorat, à vérifier",
  confidence: "recalled",
})

/**
 * All the academies, by code, overseas last. Vice-rectorates of the Pacific have no department here: sources differ
 * on their numbers. Saint-Pierre-et-Miquelon (975) is listed apart, though Normandie administers it.
 */
export const academies: ReadonlyArray<Academy> = [
  metropolitan("01", "Paris", "75"),
  metropolitan("02", "Aix-Marseille", "04 05 13 84"),
  metropolitan("03", "Besançon", "25 39 70 90"),
  metropolitan("04", "Bordeaux", "24 33 40 47 64"),
  metropolitan("06", "Clermont-Ferrand", "03 15 43 63"),
  metropolitan("07", "Dijon", "21 58 71 89"),
  metropolitan("08", "Grenoble", "07 26 38 73 74"),
  metropolitan("09", "Lille", "59 62"),
  metropolitan("10", "Lyon", "01 42 69"),
  metropolitan("11", "Montpellier", "11 30 34 48 66"),
  metropolitan("12", "Nancy-Metz", "54 55 57 88"),
  metropolitan("13", "Poitiers", "16 17 79 86"),
  metropolitan("14", "Rennes", "22 29 35 56"),
  metropolitan("15", "Strasbourg", "67 68"),
  metropolitan("16", "Toulouse", "09 12 31 32 46 65 81 82"),
  metropolitan("17", "Nantes", "44 49 53 72 85"),
  metropolitan("18", "Orléans-Tours", "18 28 36 37 41 45"),
  metropolitan("19", "Reims", "08 10 51 52"),
  metropolitan("20", "Amiens", "02 60 80"),
  metropolitan("22", "Limoges", "19 23 87"),
  metropolitan("23", "Nice", "06 83"),
  metropolitan("24", "Créteil", "77 93 94"),
  metropolitan("25", "Versailles", "78 91 92 95"),
  metropolitan("27", "Corse", "2A 2B"),
  { ...metropolitan("70", "Normandie", "14 27 50 61 76"), formerCodes: ["05", "21"] },
  overseas({ code: "28", name: "La Réunion", departments: ["974"] }, "Indian/Reunion"),
  overseas({ code: "31", name: "Martinique", departments: ["972"] }, "America/Martinique"),
  overseas(
    { code: "32", name: "Guadeloupe", departments: ["971", "977", "978"] },
    "America/Guadeloupe",
    "America/St_Barthelemy",
    "America/Marigot",
  ),
  overseas({ code: "33", name: "Guyane", departments: ["973"] }, "America/Cayenne"),
  vice("40", "Nouvelle-Calédonie", ["Pacific/Noumea"]),
  vice("41", "Polynésie française", ["Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"]),
  vice("42", "Wallis-et-Futuna", ["Pacific/Wallis"]),
  overseas({ code: "43", name: "Mayotte", departments: ["976"] }, "Indian/Mayotte"),
  { ...vice("44", "Saint-Pierre-et-Miquelon", ["America/Miquelon"]), departments: ["975"] },
]

/**
 * Gives the academy of a code, present or former, or nothing.
 * @example academyByCode("21")?.name // => "Normandie"
 */
export const academyByCode = (code: string): Academy | undefined =>
  academies.find((academy) => academy.code === code) ??
  academies.find((academy) => academy.formerCodes.includes(code))

const territories: Readonly<Record<string, Territory>> = {
  "57": "alsace-moselle",
  "67": "alsace-moselle",
  "68": "alsace-moselle",
  "971": "guadeloupe",
  "972": "martinique",
  "973": "guyane",
  "974": "la-reunion",
  "975": "saint-pierre-et-miquelon",
  "976": "mayotte",
  "977": "saint-barthelemy",
  "978": "saint-martin",
}

/**
 * Gives the territory whose public holidays a department follows; any other department, known or not, is metropole.
 * Not for the Pacific, whose numbers differ between sources.
 * @example territoryOfDepartment("57") // => "alsace-moselle"
 */
export const territoryOfDepartment = (department: string): Territory =>
  Object.hasOwn(territories, department) ? (territories[department] ?? "metropole") : "metropole"
