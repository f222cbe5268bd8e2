/**
 * A workbook as it is written: rows gathered into blocks of XML, deflated as they come. A sheet
 * that is full is followed by another.
 */
import type { SheetColumn } from "@convoque/core/kernel/ports"
import { blockStream } from "../zip/blocks.ts"
import { zipWriter } from "../zip/container.ts"
import type { ZipWriter } from "../zip/container.ts"
import { sheetName } from "./names.ts"
import {
  contentTypes,
  PACKAGE_RELATIONSHIPS,
  sheetFoot,
  sheetHead,
  STYLES,
  workbookPart,
  workbookRelationships,
} from "./parts.ts"
import type { WrittenSheet } from "./parts.ts"
import { rowWriter, sheetRows } from "./rows.ts"
import type { Row } from "./rows.ts"

/** Where a sheet is full; the defaults are Excel's rows and what a ZIP without ZIP64 holds. */
export interface SheetLimits {
  readonly rows: number
  readonly bytes: number
}

/** Takes rows and gives the bytes that are ready. */
export interface WorkbookWriter {
  /** Takes rows; gives the bytes that came of all that was taken before. */
  readonly take: (rows: ReadonlyArray<Row>) => Promise<ReadonlyArray<Uint8Array>>
  /** Gives the rest of the file. */
  readonly end: () => Promise<ReadonlyArray<Uint8Array>>
}

/** Excel's limits, sheets of 2 GiB of XML at most. */
export const EXCEL_LIMITS: SheetLimits = { rows: 1_048_576, bytes: 2 ** 31 }

/** What a workbook is made of. */
interface Sheet {
  readonly name: string
  readonly columns: ReadonlyArray<SheetColumn>
}

/** The sheets of a workbook, one after the other; `given` takes out the bytes that are ready. */
const sheetWriter = (sheet: Sheet, zip: ZipWriter) => {
  const { header, row } = rowWriter(sheet.columns)
  const blocks = blockStream()
  const sheets: Array<WrittenSheet> = []
  const ready: Array<Uint8Array> = []
  let lastRow = 0
  return {
    sheets,
    isFull: (limits: SheetLimits): boolean =>
      lastRow >= limits.rows || blocks.size() >= limits.bytes,
    open: async (): Promise<void> => {
      const rank = sheets.length + 1
      ready.push(zip.open(`xl/worksheets/sheet${rank}.xml`))
      await blocks.add(sheetHead(sheet.columns, rank) + header)
      lastRow = 1
    },
    /** Adds a row; gives a promise to wait for when the row fills a block. */
    add: (cells: Row): Promise<void> | void => {
      lastRow += 1
      return blocks.add(row(cells, lastRow))
    },
    close: async (): Promise<void> => {
      await blocks.add(sheetFoot(sheet.columns.length, lastRow))
      const done = await blocks.finish()
      ready.push(...blocks.given(), zip.close(done))
      sheets.push({ name: sheetName(sheet.name, sheets.length + 1), lastRow })
    },
    given: (): ReadonlyArray<Uint8Array> => [...ready.splice(0), ...blocks.given()],
  }
}

/** Starts a workbook of one sheet, or of several when it has more rows than a sheet holds. */
export const workbookWriter = (sheet: Sheet, limits = EXCEL_LIMITS): WorkbookWriter => {
  const zip = zipWriter()
  const text = (name: string, part: string) => zip.stored(name, Buffer.from(part))
  let before = [...text("_rels/.rels", PACKAGE_RELATIONSHIPS), ...text("xl/styles.xml", STYLES)]
  const writer = sheetWriter(sheet, zip)
  const given = (): ReadonlyArray<Uint8Array> => {
    const bytes = [...before, ...writer.given()]
    before = []
    return bytes
  }
  const opened = writer.open()
  return {
    take: async (rows) => {
      await opened
      for (const one of rows) {
        for (const cells of sheetRows(one)) {
          if (writer.isFull(limits)) {
            await writer.close()
            await writer.open()
          }
          const flushed = writer.add(cells)
          if (flushed instanceof Promise) await flushed
        }
      }
      return given()
    },
    end: async () => {
      await opened
      await writer.close()
      const { sheets } = writer
      return [
        ...given(),
        ...text("xl/workbook.xml", workbookPart(sheets, sheet.columns.length)),
        ...text("xl/_rels/workbook.xml.rels", workbookRelationships(sheets.length)),
        ...text("[Content_Types].xml", contentTypes(sheets.length)),
        zip.end(),
      ]
    },
  }
}
