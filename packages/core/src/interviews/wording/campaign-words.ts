/** The texts of a campaign: what is exported, who is reminded of what, what is deleted. */
import type { LeftOutReason, RemindableStatus } from "../campaign/model.ts"

/** A line of a reminder: one interview as its manager reads it. */
export interface ReminderLine {
  readonly agent: string
  readonly date: string | undefined
  readonly nextStep: string | undefined
  readonly due: string | undefined
}

/** The texts of following a campaign. */
export interface CampaignWords {
  /** Headers of the list and of its export, in their order (CAM-19, CAM-14). */
  readonly columns: {
    readonly agent: string
    readonly superior: string
    readonly date: string
    readonly status: string
    readonly nextStep: string
  }
  readonly sheetName: string
  readonly total: string
  readonly completionRate: string
  readonly statistics: {
    readonly bars: string
    readonly perSuperior: string
    readonly progress: string
    readonly campaign: string
    readonly day: string
    readonly target: string
    readonly series: Readonly<Record<"planned" | "held" | "closed", string>>
  }
  readonly reminder: {
    readonly subject: (campaign: string) => string
    readonly opening: (count: number, campaign: string) => string
    readonly task: Readonly<Record<RemindableStatus, string>>
    readonly line: (line: ReminderLine) => string
  }
  readonly leftOut: Readonly<Record<LeftOutReason, string>>
  readonly moved: {
    readonly subject: (campaign: string) => string
    readonly toFormer: (count: number, superior: string) => string
    readonly toSuperior: (count: number, former: string) => string
  }
  readonly exported: {
    readonly subject: (campaign: string) => string
    readonly body: (count: number) => string
    readonly link: (url: string, until: string) => string
    readonly fileName: (campaign: string, format: string) => string
  }
  readonly printed: {
    readonly subject: (count: number) => string
    readonly body: (count: number) => string
    readonly fileName: (campaign: string) => string
  }
  /** What a deletion asks to confirm and what it answers. */
  readonly deletion: {
    readonly campaign: (campaign: string, interviews: number) => string
    readonly interviews: (count: number) => string
    readonly done: (campaign: string, interviews: number) => string
  }
}
