/** Who may call which route (habilitations): one table, read from the routes themselves. */
import { Capacity } from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import type { Identity } from "./authentication/identity.ts"
import type { AccessRefusal } from "./refusals.ts"
import type { Actors, AnyRoute } from "./route.ts"

/** Gives the person in each capacity of the route that he or she holds, in the route's order. */
export const actorsOf = (
  { person, onBehalfOf, capacities }: Identity,
  route: Pick<AnyRoute, "capacities">,
): Result.Result<Actors, AccessRefusal> => {
  const [first, ...others] = route.capacities
    .filter((one) => capacities.includes(one))
    .map((capacity) =>
      onBehalfOf === undefined ? { person, capacity } : { person, capacity, onBehalfOf },
    )
  return first === undefined
    ? Result.fail({ _tag: "actor.not-allowed", allowed: route.capacities })
    : Result.succeed([first, ...others])
}

/** One line of the table: a route, and for each capacity whether it may call it. */
export interface AuthorisationLine {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly allowed: Readonly<Record<Capacity, boolean>>
}

/** Gives the table route x capacity, in the order of the routes. */
export const authorisationTable = (
  routes: ReadonlyArray<AnyRoute>,
): ReadonlyArray<AuthorisationLine> =>
  routes.map(({ name, method, path, capacities }) => ({
    name,
    method,
    path,
    allowed: Object.fromEntries(
      Capacity.literals.map((one) => [one, capacities.includes(one)]),
    ) as Record<Capacity, boolean>,
  }))

/** Prints the table in Markdown. */
export const printedAuthorisation = (routes: ReadonlyArray<AnyRoute>): string =>
  [
    `| route | ${Capacity.literals.join(" | ")} |`,
    `| --- |${" --- |".repeat(Capacity.literals.length)}`,
    ...authorisationTable(routes).map(
      ({ method, path, allowed }) =>
        `| ${method} ${path} | ${Capacity.literals.map((one) => (allowed[one] ? "x" : "")).join(" | ")} |`,
    ),
  ].join("\n")
