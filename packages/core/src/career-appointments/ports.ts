/** What the use cases of career appointments are set up with. */
import * as Context from "effect/Context"
import type { Zone } from "../kernel/calendar.ts"
import type { Wording } from "./wording.ts"

/** The choices of a portal: its texts, and whether evaluators are told of the agent's answers. */
export class CareerAppointmentsSetup extends Context.Service<
  CareerAppointmentsSetup,
  {
    /** The texts of mails and convocations. */
    readonly wording: Wording
    /** Also mails the evaluators when the agent accepts or asks to postpone; usually false. */
    readonly informEvaluators: boolean
    /** Where the moments at which lists are edited are printed; Paris when absent. */
    readonly zone?: Zone
  }
>()("core/career-appointments/CareerAppointmentsSetup") {}
