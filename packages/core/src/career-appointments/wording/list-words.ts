/** The texts of the lists of career appointments: titles, names of files, headers of columns. */
import type { ListWording } from "../../kernel/listing.ts"

/** The texts of lists. */
export interface ListWords {
  readonly common: ListWording
  readonly author: string
  readonly files: { readonly title: string; readonly fileName: (campaign: string) => string }
  readonly portal: { readonly title: string; readonly fileName: string }
  readonly columns: Readonly<
    Record<"agent" | "quality" | "status" | "firstDate" | "evaluators" | "appointments", string>
  >
  readonly filters: Readonly<Record<"status" | "evaluator" | "late-evaluator" | "modified", string>>
}
