/** Made-up names of personnel: accents, apostrophes, particles, hyphens, homonyms. */

const familyNames = [
  "Abadie",
  "D’Almeida",
  "Bérenger",
  "Ben Saïd",
  "Cazenave",
  "Castéla-Roux",
  "De La Fontaine",
  "Dubosc",
  "Élissalde",
  "Estève",
  "Faure",
  "Ferran-Ybañez",
  "Garrigue",
  "Gâtinel",
  "Haddad",
  "L’Hermitte",
  "Ibarra",
  "Jauréguiberry",
  "Jordà",
  "Kœnig",
  "Le Goff",
  "Lacassagne",
  "Łukasiewicz",
  "Maçon",
  "Muñoz",
  "N’Guessan",
  "Nguyễn",
  "Œuvrard",
  "Olivéra",
  "Pāhero‘o",
  "Peyré",
  "Quéré",
  "Rözsa",
  "Rouquette",
  "Saint-Aubin",
  "Şahin",
  "Tâm-Péchou",
  "Trémoulet",
  "Urrutia",
  "Van der Meer",
  "Vaÿsse",
  "Waechter",
  "Xambeu",
  "Yıldız",
  "Zaïdi",
  "Açart",
  "Bourdieu",
  "Cros",
  "Delmas",
  "Escudié",
  "Fabre",
  "Gleizes",
  "Hug",
  "Izard",
  "Labat",
  "Marty",
] as const

const givenNames = [
  "Zoé",
  "Éloïse",
  "Jean-François",
  "Anne-Laure",
  "Björn",
  "Chloé",
  "Françoise",
  "Gaël",
  "Hélène",
  "Inès",
  "José",
  "Karim",
  "Loïc",
  "Maëlle",
  "Noémie",
  "Özlem",
  "Paul",
  "Raphaël",
  "Sébastien",
  "Thérèse",
  "Ugo",
  "Valérie",
  "William",
  "Yaëlle",
  "Álvaro",
  "Mai-Linh",
  "Stéphane",
] as const

const women = new Set<string>([
  "Zoé",
  "Éloïse",
  "Anne-Laure",
  "Chloé",
  "Françoise",
  "Hélène",
  "Inès",
  "Maëlle",
  "Noémie",
  "Özlem",
  "Thérèse",
  "Valérie",
  "Yaëlle",
  "Mai-Linh",
])

/** The name of somebody. */
export interface Name {
  readonly civility: "M." | "Mme"
  readonly familyName: string
  readonly givenName: string
}

/**
 * Gives the name of a person by his or her number. Both lists together give 1,512 names; every
 * hundredth person bears the name of the one before, so that there are homonyms.
 */
export const nameOf = (number: number): Name => {
  const named = number % 100 === 99 ? number - 1 : number
  const familyName = at(familyNames, named)
  const givenName = at(givenNames, named * 5 + Math.floor(named / familyNames.length))
  return { civility: women.has(givenName) ? "Mme" : "M.", familyName, givenName }
}

/** Gives an item of a list, going round. */
export const at = <Item>(list: ReadonlyArray<Item>, index: number): Item => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error("an empty list")
  return item
}
