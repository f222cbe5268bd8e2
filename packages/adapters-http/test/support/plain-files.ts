/** Writers of files that tests read back as plain text: what would be in the sheet or on the paper. */
import { textsOf } from "@convoque/core/kernel/document"
import { DocumentRenderer, type SheetContent, SheetWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

const encoded = (text: string) => new TextEncoder().encode(text)

const lines = <E, R>({ columns, rows }: SheetContent<E, R>) => {
  const head = columns.map(({ label }) => label)
  return Stream.suspend(() => {
    let before = [head]
    const headed = (given: ReadonlyArray<ReadonlyArray<string | number>>) => {
      const all = [...before, ...given]
      before = []
      return encoded(all.map((row) => `${row.join(";")}\n`).join(""))
    }
    return Stream.concat(
      Stream.map(rows, (row) => headed([row.map((cell) => cell ?? "")])),
      Stream.suspend(() => Stream.fromIterable(before.map(() => headed([])))),
    )
  })
}

/** Writes the cells of a sheet between semicolons, one line a row. */
export const layerPlainSheets = Layer.succeed(SheetWriter, { xlsx: lines, csv: lines })

/** Writes the texts of a document, one a line. */
export const layerPlainPapers = Layer.succeed(DocumentRenderer, {
  render: (document) =>
    Effect.succeed({
      bytes: encoded(textsOf(document).join("\n")),
      mediaType: "application/pdf",
    }),
  unprintable: () => [],
})
