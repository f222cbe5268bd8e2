/** What people read of staff, by tag. */

/** The texts of lists, papers and mails. */
export interface StaffWords {
  readonly title: string
}
