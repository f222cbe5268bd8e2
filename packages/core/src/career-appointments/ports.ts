/** What the use cases of career appointments are set up with. */
import * as Context from "effect/Context"
import type { Wording } from "./wording.ts"

/** The choices of a portal: its texts, and whether evaluators are told of the agent's answers. */
export class CareerAppointmentsSetup extends Context.Service<
  CareerAppointmentsSetup,
  {
    /** The texts of mails and convocations. */
    readonly wording: Wording
    /** Also mails the evaluators when the agent accepts or asks to postpone; usually false. */
    readonly informEvaluators: boolean
  }
>()("core/career-appointments/CareerAppointmentsSetup") {}
