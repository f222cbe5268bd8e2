/**
 * The texts of exports beside those of a campaign, of documents circulated, and of what is said of a
 * population file.
 */
import type {
  PopulationFault,
  PopulationFaultCode,
  PopulationWarningCode,
} from "../campaign/model.ts"
import type { RequestedExport } from "../export/state.ts"
import type { Letter } from "./mail-words.ts"

/** The texts of exports and population files. */
export interface ExportWords {
  readonly states: Readonly<Record<RequestedExport["_tag"], string>>
  /** How an export is called in a list and in a mail. */
  readonly labels: {
    readonly campaign: (campaign: string, format: string) => string
    readonly print: (campaign: string, interviews: number) => string
    readonly ownFile: string
    readonly trainingNeeds: (campaign: string) => string
  }
  readonly ownFile: Letter<[]>
  readonly trainingNeeds: { readonly subject: (campaign: string) => string; readonly body: string }
  readonly failed: { readonly subject: (label: string) => string; readonly body: string }
  /** The name of one of several archives, the first being 1. */
  readonly archive: (campaign: string, number: number) => string
  readonly ownFileName: (agent: string) => string
  /** The list of those who consulted the agent's interviews, in his own file. */
  readonly consultations: {
    readonly name: string
    readonly columns: readonly [
      at: string,
      person: string,
      capacity: string,
      what: string,
      interview: string,
    ]
    readonly fileName: string
  }
  readonly trainingSheet: {
    readonly name: string
    readonly columns: readonly [need: string, purpose: string, superior: string, agents: string]
    readonly fileName: (campaign: string) => string
  }
  readonly circulated: {
    readonly subject: (campaign: string) => string
    readonly body: (documents: number) => string
  }
  readonly population: {
    readonly sentence: (fault: PopulationFault) => string
    readonly faults: Readonly<Record<PopulationFaultCode, string>>
    readonly warnings: Readonly<Record<PopulationWarningCode, string>>
  }
}
