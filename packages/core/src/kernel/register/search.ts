/** What a keyword is sought in, for whoever keeps registers. */
import { foldedKey } from "../text.ts"
import type { Register, RegisterRow } from "./declaration.ts"

/**
 * Gives the text in which the words of a keyword (`searchWords` of lists) are sought: the folded
 * labels of a row, one a line, so that no word is found across two.
 */
export const rowSearchText = <Row extends RegisterRow>(register: Register<Row>, row: Row): string =>
  register.labels(row).map(foldedKey).join("\n")
