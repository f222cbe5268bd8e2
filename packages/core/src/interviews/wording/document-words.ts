/** The texts of the papers of an interview: titles, labels, mentions, names of files. */
import type { ReportPart } from "../interview/model.ts"
import type { DeadlineWords } from "./deadline-words.ts"

/** The texts that every paper has. */
export interface CommonWords {
  readonly edition: (at: string) => string
  readonly pageLabel: string
  readonly reference: (campaign: string) => string
  readonly salutation: string
  readonly none: string
  readonly agent: string
  readonly superior: string
  readonly authority: string
  readonly year: string
  readonly referencePeriod: string
  readonly period: (from: string, until: string) => string
  readonly status: string
  readonly date: string
  readonly time: string
  readonly place: string
  readonly duration: string
  readonly participants: string
  readonly interviewDate: string
  readonly late: (date: string, limit: string) => string
}

/** The letter that proposes a date (ENT-06, ENT-07). */
export interface ProposalWords {
  readonly title: string
  readonly opening: (campaign: string, superior: string) => string
  readonly postponed: string
  readonly formerly: (date: string, reason: string) => string
  readonly conduct: string
  readonly enclosures: string
  readonly enclosed: (label: string, file: string | undefined) => string
  readonly fileName: (agent: string, year: number) => string
}

/** The report, blank, as a draft, in the circuit, closed, and final after an appeal. */
export interface ReportWords {
  readonly title: (year: number) => string
  readonly blankTitle: (year: number) => string
  readonly draftTitle: (year: number) => string
  readonly finalTitle: (year: number) => string
  readonly blankEdition: (template: string, from: string) => string
  readonly draftNotice: readonly [string, string]
  readonly finalNotice: (outcome: string, date: string) => readonly [string, string]
  readonly toFill: Readonly<Record<"superior" | "agent", string>>
  readonly required: string
  readonly attention: string
  readonly tableOf: Readonly<Record<Exclude<ReportPart["_tag"], "text">, string>>
  readonly objective: (text: string, collective: string | undefined) => string
  readonly objectiveColumns: readonly [string, string]
  readonly needColumns: readonly [string, string]
  readonly noNeed: string
  readonly criterionColumn: string
  readonly ratingMark: string
  readonly agentComments: string
  readonly comment: (date: string, text: string) => string
  readonly noComment: string
  readonly attachments: string
  readonly correction: (date: string) => string
  readonly correctionReason: (reason: string) => string
  readonly formerText: (text: string) => string
  readonly circuit: string
  readonly finalOf: (authority: string) => string
  readonly acknowledged: (date: string) => string
  readonly appealNotice: string
  readonly fileName: (agent: string, year: number) => string
  readonly blankFileName: (year: number) => string
  readonly finalFileName: (agent: string, year: number) => string
}

/** What is printed of the steps of the circuit. */
export interface StepWords {
  readonly by: string
  readonly on: string
  readonly due: string
  readonly remaining: string
  readonly toDo: string
  readonly doneLate: (due: string) => string
  readonly lapsed: (due: string) => string
  readonly endedWithoutAgent: (date: string, by: string) => string
  readonly withoutAgent: string
  readonly onBehalfOf: (delegate: string, delegator: string) => string
  readonly observations: string
  readonly noObservation: string
  readonly notified: (means: string, fate: string, date: string) => string
  readonly tried: (means: string, fate: string, date: string) => string
  readonly attests: string
  readonly signed: (date: string) => string
  readonly dateAndSignature: string
  readonly signatureRefused: (date: string, witness: string) => string
  readonly progress: string
  readonly progressColumns: readonly [step: string, by: string, on: string, due: string]
}

/** The preparation file of the superior (ENT-08, ENT-09, ENT-13). */
export interface PreparationWords {
  readonly title: (year: number) => string
  readonly documents: string
  readonly documentColumns: readonly [string, string]
  readonly formerReport: (year: number) => string
  readonly blankReport: (year: number) => string
  readonly enclosed: string
  readonly notes: string
  readonly noteColumns: readonly [string, string]
  readonly conduct: string
  readonly minimum: (minutes: string) => string
  readonly attention: (sections: string) => string
  readonly fileName: (agent: string, year: number) => string
}

/** The synthesis of the training needs of a campaign (ENT-21). */
export interface TrainingWords {
  readonly title: string
  readonly counts: (needs: number, agents: number) => string
  readonly byPurpose: string
  readonly byManager: string
  readonly managerTable: string
  readonly columns: readonly [need: string, agents: string]
  readonly managerColumns: readonly [manager: string, need: string, purpose: string, agents: string]
  readonly fileName: (campaign: string) => string
}

/** What an agent's own file holds, and the sheet of an interview without a report. */
export interface FileWords {
  readonly title: (year: number) => string
  readonly sheetTitle: (year: number) => string
  readonly acts: string
  readonly actColumns: readonly [at: string, act: string, by: string, details: string]
  readonly unknownPerson: (capacity: string, id: string) => string
  readonly reason: (reason: string) => string
  readonly fromTo: (former: string, now: string) => string
  readonly notHeld: string
  readonly postponements: string
  readonly fileName: (agent: string, year: number) => string
  readonly sheetFileName: (agent: string, year: number) => string
}

/** The texts of all papers. */
export interface DocumentWords {
  readonly common: CommonWords
  readonly proposal: ProposalWords
  readonly report: ReportWords
  readonly steps: StepWords
  readonly preparation: PreparationWords
  readonly training: TrainingWords
  readonly file: FileWords
  readonly deadlines: DeadlineWords
}
