/** Arbitraries of the kernel's values, valid by construction. */
import {
  addDays,
  type CivilDate,
  type CivilTime,
  frenchZones,
  type Instant,
  instantFromMillis,
  type Zone,
} from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import * as fc from "fast-check"

/** Gives days from 1990 to 2069. */
export const civilDate: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 29_219 })
  .map((days) => addDays("1990-01-01" as CivilDate, days))

/** Gives hours and minutes of the day. */
export const civilTime: fc.Arbitrary<CivilTime> = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minutes) => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as CivilTime,
  )

/** Gives instants from 1990 to 2069, to the millisecond. */
export const instant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2070, 0, 1) - 1 })
  .map(instantFromMillis)

/** Gives the zones of French territories. */
export const zone: fc.Arbitrary<Zone> = fc.constantFrom(...frenchZones)

/** Gives identifiers of few people, so that they meet. */
export const personId: fc.Arbitrary<PersonId> = fc
  .integer({ min: 1, max: 20 })
  .map((number) => PersonId.make(`p-${number}`))

const letters = Array.from("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæñşłāō")

const word: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 10 })
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1))

/** Gives names of people: accents, hyphens, particles and apostrophes, never empty. */
export const personName: fc.Arbitrary<string> = fc.oneof(
  word,
  fc.tuple(word, word).map(([first, second]) => `${first}-${second}`),
  fc.tuple(word, word).map(([first, second]) => `${first} de ${second}`),
  word.map((name) => `O’${name}`),
  word.map((name) => `d'${name}`),
)

const twoDigits = (number: number): string => `${number}`.padStart(2, "0")
