/** What several tables write alike: people, acts, instants. */
import type { Act } from "@convoque/core/kernel/event"
import type { Person } from "@convoque/core/kernel/ports"

/** The columns that describe a person. */
export interface PersonColumns {
  readonly prenom: string
  readonly nom: string
  readonly qualite: string
  readonly courriel: string | null
}

/** Gives the columns of a person. */
export const personColumns = (person: Person): PersonColumns => ({
  prenom: person.givenName,
  nom: person.familyName,
  qualite: person.quality,
  courriel: person.email ?? null,
})

/** Gives a person as the library reads one; an absent address is an absent key, never null. */
export const personOf = (id: string, columns: PersonColumns) => ({
  id,
  givenName: columns.prenom,
  familyName: columns.nom,
  quality: columns.qualite,
  ...(columns.courriel === null ? {} : { email: columns.courriel }),
})

/** The columns that say who acts. */
export interface ActorColumns {
  readonly en_qualite_de: string
  readonly au_nom_de: string | null
}

/** Gives the columns of an actor, but for the person. */
export const actorColumns = ({ by }: Pick<Act, "by">): ActorColumns => ({
  en_qualite_de: by.capacity,
  au_nom_de: by.onBehalfOf ?? null,
})

/** Gives an actor as the library reads one. */
export const actorOf = (person: string, columns: ActorColumns) => ({
  person,
  capacity: columns.en_qualite_de,
  ...(columns.au_nom_de === null ? {} : { onBehalfOf: columns.au_nom_de }),
})

/** Gives an instant as the library writes it, whatever zone the database shows it in. */
export const instantOf = (timestamp: string): string => new Date(timestamp).toISOString()
