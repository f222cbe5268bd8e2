/** The bounds that the sentences name are those of the reader of tables. */
import { tableLimits } from "@convoque/adapters-documents"
import type { TableFault } from "@convoque/core/kernel/ports"
import { expect, test } from "vitest"
import { tableMalformedEntry } from "../src/index.ts"

const told = (reason: TableFault): string =>
  tableMalformedEntry().sentence.fr({ _tag: "table.malformed", line: 2, column: 3, reason })

test("a refused table names the limits of its reader", () => {
  expect(told("cell-too-long")).toContain(`dépasse ${tableLimits.cellCharacters} caractères`)
  expect(told("too-many-columns")).toContain(`plus de ${tableLimits.columns} colonnes`)
})
