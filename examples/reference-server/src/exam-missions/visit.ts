/**
 * A visit of a page of exam missions: who comes in which capacity, in whose school's name, with what;
 * and what the page says at its foot. A page asks the use cases of the routes and knows no rule.
 */
import type { Identity } from "@convoque/adapters-http"
import type { Entrance } from "@convoque/core/exam-missions"
import type { Instant, Zone } from "@convoque/core/kernel/calendar"
import type { Actor, Capacity, Uai } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import type * as Effect from "effect/Effect"
import type { Answer, Visit } from "../campaigns/visit.ts"
import type { Services } from "../services.ts"
import type { Console, Message, Severity } from "./console.ts"

/**
 * Somebody on these pages: `entrance` is what the menu shows, `school` the one in whose name he acts
 * or, for the management service, the one that the address names; `at` is now.
 */
export interface ExamVisit extends Visit {
  readonly entrance: Entrance
  readonly school: Uai | undefined
  readonly at: Instant
  readonly zone: Zone
  /** The messages of the form that led here. */
  readonly told: ReadonlyArray<Message>
  readonly console: Console
}

/** What a page answers. */
export type ExamVisited = Effect.Effect<Answer, Refusal, Services>

const menuOrder: ReadonlyArray<Capacity> = [
  "centre-head",
  "school-head",
  "exams-division",
  "administrator",
  "exam-manager",
]

// Who acts for a school acts as its head first: that is what most acts ask for.
const actingOrder: ReadonlyArray<Capacity> = ["school-head", ...menuOrder]

const actorIn = (
  { person, capacities, school, managerCode }: Identity,
  order: ReadonlyArray<Capacity>,
): Actor | undefined => {
  const capacity = order.find((one) => capacities.includes(one))
  if (capacity === undefined) return undefined
  const isHead = capacity === "school-head" || capacity === "centre-head"
  return {
    person,
    capacity,
    ...(isHead && school !== undefined ? { school } : {}),
    ...(capacity === "exam-manager" && managerCode !== undefined ? { managerCode } : {}),
  }
}

/** Gives who somebody is to the menu, which shows a centre head more than a head of school. */
export const inMenu = (identity: Identity): Actor | undefined => actorIn(identity, menuOrder)

/** Gives who somebody is when he acts. */
export const acting = (identity: Identity): Actor | undefined => actorIn(identity, actingOrder)

/** Tells whether somebody is of the management service, which reads every school. */
export const isManagement = ({ capacity }: Pick<Actor, "capacity">): boolean =>
  capacity === "exams-division"

/** Gives messages of one severity, of the moment of a visit. */
export const messages = (
  { at }: Pick<ExamVisit, "at">,
  severity: Severity,
  texts: ReadonlyArray<string>,
): ReadonlyArray<Message> => texts.map((text) => ({ at, severity, text }))

/** Gives the address to which a form leads, where its messages are read. */
export const leadingTo = (
  { console, by }: Pick<ExamVisit, "console" | "by">,
  path: string,
  told: ReadonlyArray<Message>,
): string => `${path}?message=${console.keep(told, by.person)}`
