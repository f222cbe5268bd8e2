/** Who may call which route (habilitations): one table, read from the routes themselves. */
import { Capacity } from "@convoque/core/kernel/identity"
import type { Actor } from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import type { Identity } from "./authentication/identity.ts"
import type { AccessRefusal } from "./refusals.ts"
import type { AnyRoute } from "./route.ts"

/** Gives the actor: the person in the first capacity of the route that he or she holds. */
export const actingAs = (
  identity: Identity,
  route: Pick<AnyRoute, "capacities">,
): Result.Result<Actor, AccessRefusal> => {
  const { person, onBehalfOf } = identity
  const capacity = route.capacities.find((one) => identity.capacities.includes(one))
  if (capacity === undefined) {
    return Result.fail({ _tag: "actor.not-allowed", allowed: route.capacities })
  }
  return Result.succeed(
    onBehalfOf === undefined ? { person, capacity } : { person, capacity, onBehalfOf },
  )
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
    allowed: {
      agent: capacities.includes("agent"),
      evaluator: capacities.includes("evaluator"),
      "campaign-manager": capacities.includes("campaign-manager"),
      system: capacities.includes("system"),
    },
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
