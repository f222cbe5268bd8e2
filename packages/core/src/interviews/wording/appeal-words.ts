/** The texts of an appeal: its papers and its mails. */

/** The texts of appeals. */
export interface AppealWords {
  readonly title: (year: number) => string
  readonly notifiedOn: string
  readonly lodging: string
  readonly lodgedOn: string
  readonly lastDay: string
  readonly late: (date: string) => string
  readonly recorded: (date: string, recordedOn: string) => string
  readonly grounds: string
  readonly answer: string
  readonly answerBy: string
  readonly answeredOn: string
  readonly outcome: string
  readonly reasons: string
  readonly heardOn: string
  readonly unanswered: (date: string) => string
  readonly committee: string
  readonly committeeBy: string
  readonly referredOn: string
  readonly opinion: (date: string) => string
  readonly decision: string
  readonly decidedOn: string
  readonly final: string
  readonly revisedOn: string
  readonly acknowledgedOn: string
  readonly acknowledgementRefused: (date: string, witness: string) => string
  readonly fileName: (agent: string, year: number) => string
  readonly mails: {
    readonly lodged: {
      readonly subject: (agent: string) => string
      readonly body: (agent: string, date: string) => string
      readonly late: (lastDay: string) => string
      readonly answerBy: (lastDay: string) => string
    }
    readonly answered: {
      readonly subject: string
      readonly body: (date: string, outcome: string) => string
      readonly reasons: (reasons: string) => string
      readonly committeeBy: (committee: string, lastDay: string) => string
    }
    readonly decided: {
      readonly subject: string
      readonly body: (date: string, outcome: string) => string
    }
    readonly authorityReplaced: {
      readonly toFormer: {
        readonly subject: (agent: string) => string
        readonly body: (agent: string, authority: string) => string
      }
      readonly toAuthority: {
        readonly subject: (agent: string) => string
        readonly body: (agent: string, date: string, former: string) => string
      }
    }
    readonly finalReport: { readonly subject: string; readonly body: string }
  }
}
