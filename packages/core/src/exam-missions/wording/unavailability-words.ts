/** What people read of unavailability, by tag. */

/** The texts of lists, papers and mails. */
export interface UnavailabilityWords {
  readonly title: string
}
