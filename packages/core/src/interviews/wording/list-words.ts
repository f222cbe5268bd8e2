/** The texts of the lists of interviews: titles, names of files, headers of columns. */
import type { ListWording } from "../../kernel/listing.ts"

interface Named {
  readonly title: string
  readonly fileName: string
}

/** The texts of lists; the columns of the interviews of a campaign stand with the campaign. */
export interface ListWords {
  readonly common: ListWording
  readonly author: string
  readonly campaigns: Named
  readonly interviews: { readonly title: string; readonly fileName: (campaign: string) => string }
  readonly ownInterviews: Named
  readonly appeals: Named
  readonly delegations: Named
  readonly exports: Named
  /** A share of a hundred, such as « 12,5 % ». */
  readonly percent: (percent: number) => string
  readonly delegationStates: Readonly<Record<"granted" | "revoked", string>>
  readonly columns: Readonly<
    Record<
      | "year"
      | "closedOn"
      | "agent"
      | "lodgedOn"
      | "due"
      | "state"
      | "delegator"
      | "delegate"
      | "capacity"
      | "from"
      | "until"
      | "revokedOn"
      | "label"
      | "format"
      | "requestedAt"
      | "name"
      | "type"
      | "creator"
      | "startsOn"
      | "interviews"
      | "completion",
      string
    >
  >
  /** The names of filters, where they are not those of a column. */
  readonly filters: Readonly<
    Record<
      | "status"
      | "manager"
      | "state"
      | "capacity"
      | "side"
      | "kind"
      | "type"
      | "year"
      | "creator-profile"
      | "manager-status"
      | "dated-on"
      | "closed-on"
      | "not-held-reason"
      | "was-proposed",
      string
    >
  >
}
