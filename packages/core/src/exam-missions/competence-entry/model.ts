/**
 * The entry window of competences (saisie des compétences): one per school and school year, opened
 * by the management service, validated by the school.
 *
 * @requirement CMP-23, CMP-24, CMP-25
 */
import * as Schema from "effect/Schema"
import { SchoolYear } from "../../kernel/calendar.ts"
import { Uai } from "../../kernel/identity.ts"

/** What a window is named by. */
export const entryNameFields = { school: Uai, year: SchoolYear } as const

/** A school and a school year: there is one window of them, never two. */
export const EntryName = Schema.Struct(entryNameFields).annotate({
  identifier: "CompetenceEntryName",
})
export type EntryName = typeof EntryName.Type

/** Where a window stands. */
export const EntryStatus = Schema.Literals(["closed", "open", "validated"])
export type EntryStatus = typeof EntryStatus.Type

/**
 * Gives the key of a window in storage.
 * @example entryKey({ school: "0120006S", year: "2026-2027" }) // => "0120006S/2026-2027"
 */
export const entryKey = ({ school, year }: EntryName): string => `${school}/${year}`
