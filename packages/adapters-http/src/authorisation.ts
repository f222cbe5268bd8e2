/** Who may call which route (habilitations): one table, read from the routes themselves. */
import { type Actor, Capacity } from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import type { Identity } from "./authentication/identity.ts"
import { capacitiesTried } from "./on-behalf.ts"
import type { AccessRefusal } from "./refusals.ts"
import type { Actors, AnyRoute } from "./route.ts"

/** Gives the person in each capacity of the route to be tried, in the route's order. */
export const actorsOf = (
  identity: Identity,
  route: Pick<AnyRoute, "capacities" | "onBehalf">,
): Result.Result<Actors, AccessRefusal> => {
  const [first, ...others] = capacitiesTried(identity, route).map((capacity) =>
    actorOf(identity, capacity),
  )
  return first === undefined
    ? Result.fail({ _tag: "actor.not-allowed", allowed: route.capacities })
    : Result.succeed([first, ...others])
}

// A school or a code goes with the capacity that it belongs to, and with no other.
const actorOf = (identity: Identity, capacity: Capacity): Actor => {
  const { person, onBehalfOf, school, managerCode } = identity
  const isHead = capacity === "school-head" || capacity === "centre-head"
  return {
    person,
    capacity,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(isHead && school !== undefined ? { school } : {}),
    ...(capacity === "exam-manager" && managerCode !== undefined ? { managerCode } : {}),
  }
}

/**
 * One line of the table: a route, for each capacity whether it may call it, and whether somebody may
 * on behalf of another in it.
 */
export interface AuthorisationLine {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly allowed: Readonly<Record<Capacity, boolean>>
  readonly onBehalf: Readonly<Record<Capacity, boolean>>
}

/** Gives the table route x capacity, in the order of the routes. */
export const authorisationTable = (
  routes: ReadonlyArray<AnyRoute>,
): ReadonlyArray<AuthorisationLine> =>
  routes.map(({ name, method, path, capacities, onBehalf }) => ({
    name,
    method,
    path,
    allowed: cellsOf(capacities),
    onBehalf: cellsOf(capacities.filter((one) => onBehalf.includes(one))),
  }))

const cellsOf = (among: ReadonlyArray<Capacity>): Readonly<Record<Capacity, boolean>> =>
  Object.fromEntries(Capacity.literals.map((one) => [one, among.includes(one)])) as Record<
    Capacity,
    boolean
  >

const mark = ({ allowed, onBehalf }: AuthorisationLine, capacity: Capacity): string => {
  if (!allowed[capacity]) return ""
  return onBehalf[capacity] ? "x*" : "x"
}

/** Prints the table in Markdown; a star says that a delegate may call the route in that capacity. */
export const printedAuthorisation = (routes: ReadonlyArray<AnyRoute>): string =>
  [
    `| route | ${Capacity.literals.join(" | ")} |`,
    `| --- |${" --- |".repeat(Capacity.literals.length)}`,
    ...authorisationTable(routes).map(
      (line) =>
        `| ${line.method} ${line.path} | ${Capacity.literals.map((one) => mark(line, one)).join(" | ")} |`,
    ),
  ].join("\n")
