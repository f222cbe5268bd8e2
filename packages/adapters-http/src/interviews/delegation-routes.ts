/** Who may act on whose behalf: granting a delegation, ending it. */
import {
  DelegableCapacity,
  Delegation,
  grantDelegation,
  type OnDelegation,
  revokeDelegation,
} from "@convoque/core/interviews"
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import type { Handled } from "@convoque/core/kernel/handle"
import { PersonId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { type Input, route } from "../route.ts"
import { tag } from "./parts.ts"

const params = {
  delegator: PersonId,
  delegate: PersonId,
  capacity: DelegableCapacity,
} as const

const common = {
  tag,
  params,
  answer: json(Delegation.annotate({ identifier: "Delegation" })),
  requirements: ["ENT-22"],
} as const

const path = "/delegations/:delegator/:delegate/:capacity"

type OfDelegation = Input<OnDelegation["name"], unknown, unknown>

const onDelegation = ({ actor, identity, params: name, seen }: OfDelegation): OnDelegation => ({
  by: actor,
  tenant: identity.tenant,
  name,
  seen,
})

const answered = <Failure, Needs>(
  command: Effect.Effect<Handled<Delegation, unknown>, Failure, Needs>,
) => Effect.map(command, ({ state, version }) => ({ body: state, version }))

/** The routes of delegations. */
export const delegationRoutes = [
  route({
    ...common,
    name: "grantDelegation",
    method: "PUT",
    path,
    summary: "Déléguer sa qualité à quelqu'un, d'un jour à un autre compris",
    description:
      'Seul le délégant délègue, pour un an au plus. `If-Match` porte `"v0"` pour une délégation nouvelle.',
    capacities: DelegableCapacity.literals,
    body: Schema.Struct({ from: CivilDate, until: CivilDate }).annotate({
      identifier: "GrantDelegation",
    }),
    refusals: [
      "delegation.to-oneself",
      "delegation.dates-reversed",
      "delegation.too-long",
      "person.unknown",
    ],
    handle: (input) => answered(grantDelegation({ ...onDelegation(input), ...input.body })),
  }),
  route({
    ...common,
    name: "revokeDelegation",
    method: "POST",
    path: `${path}/revocation`,
    summary: "Mettre fin ce jour à une délégation",
    description: "`zone` est le fuseau où se compte le jour.",
    capacities: [...DelegableCapacity.literals, "administrator"],
    body: Schema.Struct({ zone: Zone }).annotate({ identifier: "RevokeDelegation" }),
    refusals: ["delegation.unknown"],
    handle: (input) => answered(revokeDelegation({ ...onDelegation(input), ...input.body })),
  }),
] as const
