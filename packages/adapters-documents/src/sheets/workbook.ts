/**
 * A workbook as it is written: rows gathered into blocks of XML, each deflated outside of the main
 * thread while the next one is made. A sheet that is full is followed by another.
 */
import type { SheetColumn } from "@convoque/core/kernel/ports"
import { promisify } from "node:util"
import { constants, crc32, deflateRaw } from "node:zlib"
import { zipWriter } from "../zip/container.ts"
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

/** UTF-16 units of XML deflated at once. */
const BLOCK_UNITS = 262_144
const LAST_BLOCK = Uint8Array.of(0x03, 0x00)

const deflateOnThread = promisify(deflateRaw)

/** A block that ends on a byte and is not the last, so that blocks may follow each other. */
const deflated = (block: Uint8Array): Promise<Uint8Array> =>
  deflateOnThread(block, { level: 6, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 65_536 })

/** The deflated stream of one entry after the other, at most two blocks in flight. */
const blockStream = () => {
  let pending: Promise<Uint8Array> | undefined
  let sums = { crc: 0, compressed: 0, size: 0 }
  const ready = async (): Promise<ReadonlyArray<Uint8Array>> => {
    if (pending === undefined) return []
    const bytes = await pending
    pending = undefined
    sums.compressed += bytes.length
    return [bytes]
  }
  return {
    size: (): number => sums.size,
    add: async (text: string): Promise<ReadonlyArray<Uint8Array>> => {
      const block = Buffer.from(text)
      sums.crc = crc32(block, sums.crc)
      sums.size += block.length
      const next = deflated(block)
      const bytes = await ready()
      pending = next
      return bytes
    },
    finish: async () => {
      const bytes = [...(await ready()), LAST_BLOCK]
      const done = { ...sums, compressed: sums.compressed + LAST_BLOCK.length }
      sums = { crc: 0, compressed: 0, size: 0 }
      return { bytes, done }
    },
  }
}

/** Starts a workbook of one sheet, or of several when it has more rows than a sheet holds. */
export const workbookWriter = (
  sheet: { readonly name: string; readonly columns: ReadonlyArray<SheetColumn> },
  limits: SheetLimits = EXCEL_LIMITS,
): WorkbookWriter => {
  const { header, row } = rowWriter(sheet.columns)
  const zip = zipWriter()
  const blocks = blockStream()
  const sheets: Array<WrittenSheet> = []
  let ready: Array<Uint8Array> = [
    ...zip.stored("_rels/.rels", Buffer.from(PACKAGE_RELATIONSHIPS)),
    ...zip.stored("xl/styles.xml", Buffer.from(STYLES)),
  ]
  let xml = ""
  let lastRow = 0
  const open = (): void => {
    const rank = sheets.length + 1
    ready.push(zip.open(`xl/worksheets/sheet${rank}.xml`))
    xml = sheetHead(sheet.columns, rank) + header
    lastRow = 1
  }
  const flush = async (): Promise<void> => {
    const text = xml
    xml = ""
    ready.push(...(await blocks.add(text)))
  }
  const close = async (): Promise<void> => {
    xml += sheetFoot(sheet.columns.length, lastRow)
    await flush()
    const { bytes, done } = await blocks.finish()
    ready.push(...bytes, zip.close(done))
    sheets.push({ name: sheetName(sheet.name, sheets.length + 1), lastRow })
  }
  const given = (): ReadonlyArray<Uint8Array> => {
    const bytes = ready
    ready = []
    return bytes
  }
  open()
  return {
    take: async (rows) => {
      for (const one of rows) {
        for (const cells of sheetRows(one)) {
          if (lastRow >= limits.rows || blocks.size() >= limits.bytes) {
            await close()
            open()
          }
          lastRow += 1
          xml += row(cells, lastRow)
          if (xml.length >= BLOCK_UNITS) await flush()
        }
      }
      return given()
    },
    end: async () => {
      await close()
      const text = (name: string, part: string) => zip.stored(name, Buffer.from(part))
      const count = sheets.length
      ready.push(
        ...text("xl/workbook.xml", workbookPart(sheets, sheet.columns.length)),
        ...text("xl/_rels/workbook.xml.rels", workbookRelationships(count)),
        ...text("[Content_Types].xml", contentTypes(count)),
        zip.end(),
      )
      return given()
    },
  }
}
