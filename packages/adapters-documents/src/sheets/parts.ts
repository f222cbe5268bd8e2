/**
 * The parts of a workbook beside its rows (ISO/IEC 29500-1, SpreadsheetML): styles, head and foot
 * of a sheet, list of sheets, relationships, content types.
 */
import type { SheetColumn } from "@convoque/core/kernel/ports"
import { xmlText } from "./text.ts"

/** The styles of cells by their place in the list of the workbook. */
export const STYLE = { header: 1, date: 2, typedText: 3 } as const

/** A sheet once written: its name and its last row, the header being row 1. */
export interface WrittenSheet {
  readonly name: string
  readonly lastRow: number
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
const MAX_WIDTH = 255

/** Gives the letters of a column from its place, 0 being A. */
export const columnLetters = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** The relationship from the package to its workbook. */
export const PACKAGE_RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/**
 * The styles: plain, bold header, date `dd/mm/yyyy`, and text that stays text when it is edited
 * (`quotePrefix`).
 */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** Gives what comes before the rows of a sheet: the first row frozen, the widths of columns. */
export const sheetHead = (columns: ReadonlyArray<SheetColumn>, rank: number): string => {
  const selected = rank === 1 ? ' tabSelected="1"' : ""
  const widths = columns.map(({ width }, index) => {
    const kept = width > 0 && width <= MAX_WIDTH ? width : width > MAX_WIDTH ? MAX_WIDTH : 10
    return `<col min="${index + 1}" max="${index + 1}" width="${kept}" customWidth="1"/>`
  })
  const cols = widths.length === 0 ? "" : `<cols>${widths.join("")}</cols>`
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols}<sheetData>`
}

/** Gives what comes after the rows of a sheet: a filter over all columns. */
export const sheetFoot = (columns: number, lastRow: number): string => {
  const filter =
    columns === 0 ? "" : `<autoFilter ref="A1:${columnLetters(columns - 1)}${lastRow}"/>`
  return `</sheetData>${filter}</worksheet>`
}

/** Gives the workbook: its sheets and the hidden names that Excel keeps of their filters. */
export const workbookPart = (sheets: ReadonlyArray<WrittenSheet>, columns: number): string => {
  const list = sheets.map(({ name }, index) => {
    const rank = index + 1
    return `<sheet name="${xmlText(name)}" sheetId="${rank}" r:id="rId${rank}"/>`
  })
  const filters = sheets.map(({ name, lastRow }, index) => {
    const range = `$A$1:$${columnLetters(columns - 1)}$${lastRow}`
    const quoted = xmlText(name.replaceAll("'", "''"))
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${quoted}'!${range}</definedName>`
  })
  const names = columns === 0 ? "" : `<definedNames>${filters.join("")}</definedNames>`
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets>${names}</workbook>`
}

/** Gives the relationships from the workbook to its sheets and styles. */
export const workbookRelationships = (sheets: number): string => {
  const list = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

/** Gives the content types of the parts. */
export const contentTypes = (sheets: number): string => {
  const list = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${list.join("")}</Types>`
}
