/** The embedding example of the README. */
import { layerPdf } from "@convoque/adapters-documents"
import {
  CareerAppointmentsSetup,
  createCampaign,
  enrol,
  type RoleId,
  setAppointments,
  wordingFr,
} from "@convoque/core/career-appointments"
import { Outbox } from "@convoque/core/kernel/ports"
import { layerMemory, layerPeopleDirectory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as sample from "./sample.ts"

const { tenant, people, file, manager, inspector, head, confirmed } = sample
const { campaign, schoolYear, terms, evaluators, visit, inspectorInterview, headInterview } = sample
const setup = { wording: wordingFr, informEvaluators: false }
const managers = [manager.person] as const
const [role, lastRole] = ["regional-inspector" as RoleId, "school-head" as RoleId]

// #region embedding
const ports = Layer.mergeAll(
  layerMemory, // storage, lists and outbox: yours, or those of @convoque/adapters-sql
  layerPeopleDirectory([{ tenant, people }]), // your directory
  layerPdf, // @convoque/adapters-documents
  Layer.succeed(CareerAppointmentsSetup, setup), // texts, options
)
const program = Effect.gen(function* () {
  yield* createCampaign({ by: manager, tenant, campaign, schoolYear, managers, terms })
  yield* enrol({ by: manager, file, evaluators })
  const items = [visit, inspectorInterview]
  yield* setAppointments({ by: inspector, file, role, items, acknowledged: [] })
  const last = { by: head, file, role: lastRole, items: [headInterview], acknowledged: confirmed }
  const { state } = yield* setAppointments(last) // the last to set his issues the convocation
  const waiting = yield* (yield* Outbox).list({ tenant, limit: 10 })
  return { state: state._tag, mails: waiting.length } // { state: "convened", mails: 1 }
}).pipe(Effect.provide(ports))
// #endregion

const result = await sample.onThatDay(program)
console.log(result)
if (result.state === "convened" && result.mails === 1) console.log("ok")
