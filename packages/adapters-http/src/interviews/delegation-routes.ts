/** Who may act on whose behalf: reading delegations, granting one, ending it. */
import {
  consultDelegation,
  DelegableCapacity,
  Delegation,
  DelegationRow,
  delegations,
  delegationsSheet,
  grantDelegation,
  listDelegations,
  type OnDelegation,
  revokeDelegation,
} from "@convoque/core/interviews"
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import type { Handled } from "@convoque/core/kernel/handle"
import { PersonId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { type Input, route } from "../route.ts"
import { everybody, reader, tag } from "./parts.ts"

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
  command: Effect.Effect<Pick<Handled<Delegation, unknown>, "state" | "version">, Failure, Needs>,
) => Effect.map(command, ({ state, version }) => ({ body: state, version }))

/** The routes of delegations. */
export const delegationRoutes = [
  ...listRoutes({
    name: "listDelegations",
    path: "/delegations",
    tag,
    summary: "Les délégations données et reçues, par premier jour",
    description: "`side=given` ne garde que celles qui sont données, `side=received` les autres.",
    capacities: everybody,
    requirements: ["ENT-22"],
    params: {},
    list: delegations,
    row: DelegationRow,
    sheet: () => delegationsSheet,
    page: (input) => listDelegations(reader(input), input.query),
  }),
  route({
    ...common,
    name: "consultDelegation",
    method: "GET",
    path,
    summary: "Une délégation, ses jours et son historique",
    description: "Pour le délégant, le délégataire, le service RH et les administrateurs.",
    capacities: everybody,
    refusals: ["delegation.unknown"],
    handle: (input) => answered(consultDelegation({ ...reader(input), name: input.params })),
  }),
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
