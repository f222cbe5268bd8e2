/** What people read of competence, by tag. */

/** The texts of lists, papers and mails. */
export interface CompetenceWords {
  readonly title: string
}
