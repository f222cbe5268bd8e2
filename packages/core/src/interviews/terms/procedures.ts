/**
 * Door of the shipped procedures (procédures livrées): dated data with their sources. A team that
 * works under another text writes its own.
 */
import type { CivilDate } from "../../kernel/calendar.ts"
import type { Procedure } from "./model/procedure.ts"
import {
  asylumCourt,
  economyFinance,
  externalSecurity,
  formerEconomyFinance,
  justice,
  nationalEducation,
  schoolHeads,
} from "./procedures/ministries.ts"
import { hrMemo, localGovernment, managerInterview } from "./procedures/others.ts"
import { stateContract, stateDefault } from "./procedures/state.ts"

export {
  asylumCourt,
  economyFinance,
  externalSecurity,
  formerEconomyFinance,
  hrMemo,
  justice,
  localGovernment,
  managerInterview,
  nationalEducation,
  schoolHeads,
  stateContract,
  stateDefault,
}

/** The shipped procedures, in the order in which they are offered; versions of one code by date. */
export const shippedProcedures: ReadonlyArray<Procedure> = [
  hrMemo,
  stateDefault,
  stateContract,
  nationalEducation,
  schoolHeads,
  formerEconomyFinance,
  economyFinance,
  justice,
  asylumCourt,
  externalSecurity,
  localGovernment,
  managerInterview,
]

/**
 * Gives the version of a shipped procedure in force on a day, or nothing.
 * @example procedureByCode("economy-finance", "2012-12-19" as CivilDate)?.notice.period.length // => 2
 */
export const procedureByCode = (code: string, on: CivilDate): Procedure | undefined =>
  shippedProcedures.find(
    (procedure) => procedure.code === code && procedure.from <= on && on <= (procedure.until ?? on),
  )
