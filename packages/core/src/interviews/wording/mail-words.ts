/** The texts of the mails about one interview and its appeal. */

/** A subject and a body made from values. */
export interface Letter<Values extends ReadonlyArray<unknown>> {
  readonly subject: string
  readonly body: (...values: Values) => string
}

/** A period that the reader is told of: how long, and until which day. */
export interface PrintedPeriod {
  readonly period: string | undefined
  readonly lastDay: string
}

/** The texts of the mails, by what causes them. */
export interface MailWords {
  readonly greeting: (name: string) => string
  readonly closing: (organizer: string) => string
  readonly meetingLine: (label: string, value: string) => string
  readonly reason: (reason: string) => string
  readonly proposed: Letter<[campaign: string, superior: string]>
  readonly postponed: Letter<[campaign: string, superior: string]>
  readonly formerDate: (date: string) => string
  readonly enclosed: (labels: ReadonlyArray<string>) => string
  readonly unplanned: Letter<[date: string, superior: string]>
  readonly deleted: Letter<[date: string, superior: string]>
  readonly calendar: {
    readonly fileName: string
    readonly summary: (campaign: string) => string
    readonly description: (superior: string) => string
  }
  readonly communicated: Letter<[superior: string]>
  readonly completion: (period: PrintedPeriod) => string
  readonly completionOpen: string
  readonly notified: Letter<[authority: string]>
  readonly returned: {
    readonly subject: (agent: string) => string
    readonly body: (agent: string, by: string) => string
  }
  readonly revisionRequested: {
    readonly subject: (agent: string) => string
    readonly body: (agent: string) => string
    readonly stopped: (lastDay: string) => string
  }
  readonly revisionDeclined: Letter<[superior: string]>
  readonly revisionGranted: Letter<[superior: string]>
  readonly corrected: Letter<[section: string]>
  readonly closed: Letter<[date: string]>
  readonly authorityReplaced: {
    readonly toFormer: {
      readonly subject: (agent: string) => string
      readonly body: (agent: string, authority: string) => string
    }
    readonly toAuthority: {
      readonly subject: (agent: string) => string
      readonly body: (agent: string, former: string) => string
    }
  }
  readonly superiorReplaced: {
    readonly toAgent: Letter<[superior: string]>
    readonly toFormer: {
      readonly subject: (agent: string) => string
      readonly body: (agent: string, superior: string) => string
    }
    readonly toSuperior: {
      readonly subject: (agent: string) => string
      readonly body: (agent: string, former: string) => string
    }
  }
}
