/** What the agent asks in his portal: his files, accepting, postponing. */
import {
  accept,
  agentFiles,
  agentPortal,
  FileLine,
  portalSheet,
  Reason,
  requestPostponement,
  SlotId,
} from "@convoque/core/career-appointments"
import * as Schema from "effect/Schema"
import { listRoutes } from "../listing/routes.ts"
import { route } from "../route.ts"
import { answered, fileAnswer, fileParams, filePath, onFile, tag } from "./parts.ts"

/** The routes of an agent's portal: read his files, accept, ask for a postponement. */
export const agentRoutes = [
  ...listRoutes({
    name: "agentPortal",
    path: "/my/career-appointments",
    tag,
    summary: "Mes rendez-vous de carrière, une fois la convocation émise",
    capacities: ["agent"],
    requirements: ["RDC-17", "RDC-18"],
    params: {},
    list: agentFiles,
    row: FileLine,
    sheet: () => portalSheet,
    page: ({ actor, identity, query }) =>
      agentPortal({ by: actor, tenant: identity.tenant }, query),
  }),
  route({
    name: "accept",
    method: "POST",
    path: `${filePath}/acceptance`,
    tag,
    summary: "Accepter l'ensemble des rendez-vous",
    capacities: ["agent"],
    requirements: ["RDC-17"],
    params: fileParams,
    answer: fileAnswer,
    refusals: ["convocation.already-accepted", "convocation.not-issued"],
    handle: (input) => answered(accept(onFile(input))),
  }),
  route({
    name: "requestPostponement",
    method: "POST",
    path: `${filePath}/postponements`,
    tag,
    summary: "Demander le report d'un ou de plusieurs rendez-vous",
    capacities: ["agent"],
    requirements: ["RDC-18"],
    params: fileParams,
    body: Schema.Struct({
      slots: Schema.Array(SlotId).check(Schema.isMaxLength(50)),
      reason: Schema.optionalKey(Reason),
    }).annotate({ identifier: "RequestPostponement" }),
    answer: fileAnswer,
    refusals: ["postponement.slot-required", "postponement.limit-reached", "appointment.over"],
    handle: (input) =>
      answered(
        requestPostponement({
          ...onFile(input),
          slots: input.body.slots,
          reason: input.body.reason,
        }),
      ),
  }),
] as const
