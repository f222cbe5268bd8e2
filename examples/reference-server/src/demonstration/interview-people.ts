/**
 * Made-up people of a made-up service, for the interviews of the demonstration: forty agents, their
 * six superiors, one authority, the HR service and an administrator. Every resemblance is accidental.
 */
import { PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { foldedKey } from "@convoque/core/kernel/text"

/**
 * Gives the id of a made-up person: given name, dot, family name, in plain letters.
 * @example idOf("Łukasz", "d’Œuvre") // => "lukasz.d-oeuvre"
 */
export const idOf = (givenName: string, familyName: string): PersonId =>
  PersonId.make([givenName, familyName].map(plain).join("."))

const plain = (name: string): string => foldedKey(name).replaceAll(/[^a-z0-9]+/gu, "-")

const person = (givenName: string, familyName: string, quality: string): Person => {
  const id = idOf(givenName, familyName)
  return { id, givenName, familyName, quality, email: `${id}@academie.example` }
}

const withoutAddress = ({ email: _, ...others }: Person): Person => others

/** Who runs the campaigns and who signs. */
export const staff = {
  administrator: person("Zoé", "Lecœur", "Administratrice de la plateforme"),
  service: person("Aymeric", "de La Tour", "Gestionnaire au service RH"),
  authority: person("Béatrice", "O'Connor", "Secrétaire générale"),
} as const satisfies Record<string, Person>

/** The superiors, each with so many agents; no mail reaches the last one. */
export const superiors: ReadonlyArray<{ readonly person: Person; readonly agents: number }> = [
  { person: person("Maëlle", "Le Bihan", "Cheffe du bureau des examens"), agents: 9 },
  { person: person("Ousmane", "N'Diaye", "Chef du bureau des concours"), agents: 8 },
  { person: person("Anne-Sophie", "d'Hauteville", "Cheffe du bureau du budget"), agents: 7 },
  { person: person("François", "Müller-Leroy", "Chef du bureau informatique"), agents: 7 },
  { person: person("Noëlle", "Saint-Exupéry", "Cheffe du bureau de l'accueil"), agents: 6 },
  {
    person: withoutAddress(person("Thibault", "van den Berghe", "Chef de la logistique")),
    agents: 3,
  },
]

const names: ReadonlyArray<readonly [givenName: string, familyName: string]> = [
  ["Adélaïde", "Garçon"],
  ["Ahmed", "El Khatib"],
  ["Aurélien", "d'Estrées"],
  ["Bérénice", "L'Hôpital"],
  ["Chloé", "Ferrand"],
  ["Clément", "Bœuf"],
  ["Danièle", "Du Plessis"],
  ["Delphine", "Peña"],
  ["Éléonore", "de Montfort"],
  ["Émile", "Châtelain"],
  ["Fatou", "Diop"],
  ["Gaël", "Le Floc'h"],
  ["Geneviève", "Pâris"],
  ["Gisèle", "Desprès"],
  ["Hélène", "Åström"],
  ["Hervé", "Le Goff"],
  ["Inès", "Benaïssa"],
  ["Jérôme", "Nuñez"],
  ["Joël", "D'Angelo"],
  ["José", "dos Santos"],
  ["Kévin", "Lê Văn"],
  ["Laïla", "Öztürk"],
  ["Léa", "Bonnet"],
  ["Loïc", "Kerdoncuff"],
  ["Łucja", "Wójcik"],
  ["Maïté", "Etcheverry"],
  ["Marie-Ève", "Tremblay"],
  ["Mathéo", "De Luca"],
  ["Moïse", "Abitbol"],
  ["Naïma", "Haddad"],
  ["Noé", "Guérin"],
  ["Océane", "Teihotaata"],
  ["Pélagie", "N'Guessan"],
  ["Raphaël", "von Arx"],
  ["René", "Œuvrard"],
  ["Solène", "Le Gall"],
  ["Stéphane", "Fañch"],
  ["Théo", "Lefèbvre"],
  ["Ursule", "Çelik"],
  ["Yaël", "Ben-Ámi"],
]

const qualities: ReadonlyArray<string> = [
  "Adjointe ou adjoint administratif",
  "Secrétaire administratif ou administrative",
  "Attachée ou attaché d'administration",
  "Technicienne ou technicien de recherche et de formation",
]

/** The agents, in the order of their superiors; no mail reaches the seventh. */
export const agents: ReadonlyArray<Person> = names.map(([givenName, familyName], index) => {
  const agent = person(givenName, familyName, qualities[index % qualities.length] ?? "")
  return index === 6 ? withoutAddress(agent) : agent
})

/** Each agent with the direct superior. */
export const pairs: ReadonlyArray<{ readonly agent: Person; readonly superior: Person }> = (() => {
  let next = 0
  return superiors.flatMap(({ person: superior, agents: count }) => {
    const own = agents.slice(next, next + count)
    next += count
    return own.map((agent) => ({ agent, superior }))
  })
})()

/** Everybody above. */
export const interviewPeople: ReadonlyArray<Person> = [
  ...Object.values(staff),
  ...superiors.map(({ person: superior }) => superior),
  ...agents,
]
