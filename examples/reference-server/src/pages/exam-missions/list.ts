/**
 * A list of exam missions: its number of elements (UI-16), the keyword refined as one types (UI-18),
 * columns that sort (UI-23 to UI-25) under headers that stay in sight (UI-20).
 */
import type { ListColumn, ListSheet, Page, Sort } from "@convoque/core/kernel/listing"
import { printedCell } from "@convoque/core/kernel/listing"
import { addressWith } from "../../campaigns/names.ts"
import { sortText } from "../../exam-missions/asked.ts"
import type { ExamVisit } from "../../exam-missions/visit.ts"
import { pageLinks } from "../campaigns/parts.ts"
import { html } from "../html.ts"
import type { Html } from "../layout.ts"

/** A column of a page that no file has, such as that of the buttons. */
export interface ExtraColumn<Row> {
  readonly label: string
  readonly cell: (row: Row) => Html
}

/**
 * A list as a page shows it; `link` is the address of the detail of a row (UI-17), `files` that of
 * the list in the API, whose files the page offers (UI-26).
 */
export interface ShownList<Row> {
  readonly visit: ExamVisit
  readonly sheet: ListSheet<Row>
  readonly page: Page<Row>
  readonly sort: Sort
  readonly link?: (row: Row) => string
  readonly extra?: ExtraColumn<Row>
  readonly files?: string
}

/** Fields of an address that tell no longer what they told once another list is asked for. */
const passing = { after: undefined, message: undefined } as const

/** Gives the list with its count and its search. */
export const listPart = <Row>(shown: ShownList<Row>): Html => {
  const { sheet, page, visit, sort } = shown
  return html`${searchForm(visit)}
    <p id="count" role="status" class="count">${sheet.words.count(page.count)}</p>
    <div id="list">
      <p class="sorted">
        ${sheet.words.sortedBy(labelOf(shown), sheet.words.directions[sort.direction])}
      </p>
      ${page.rows.length === 0 ? "" : table(shown)} ${pageLinks(visit, page.next)} ${filesOf(shown)}
    </div>`
}

const filesOf = <Row>({ visit, sheet, sort, files }: ShownList<Row>): Html => {
  if (files === undefined) return html``
  const keyword = visit.query.get("q")?.trim() ?? ""
  const q = keyword === "" ? undefined : keyword
  return offeredFiles(sheet.title, files, { sort: sortText(sort), q })
}

/** Gives the links to the files of a list of the API, for the selection that the page shows. */
export const offeredFiles = (
  title: string,
  list: string,
  selected: Readonly<Record<string, string | undefined>>,
): Html =>
  html`<p class="files">
    Toute la liste :
    ${(["csv", "pdf"] as const).map((format, place) => {
      const address = addressWith(`${list}.${format}`, new URLSearchParams(), selected)
      return html`${place === 0 ? "" : ", "}<a href="${address}"
          >${format.toUpperCase()}<span class="hidden">, ${title}</span></a
        >`
    })}
  </p>`

const labelOf = <Row>({ sheet, sort }: ShownList<Row>): string =>
  sheet.columns.find((column) => column.sort === sort.column)?.label ?? sort.column

const searchForm = ({ path, query }: ExamVisit): Html =>
  html`<form method="get" action="${path}" class="filters" role="search" id="search">
    ${kept(query, ["q", "after", "message"])}
    <p>
      <label for="q">Rechercher dans la liste</label>
      <input id="q" name="q" type="search" maxlength="200" value="${query.get("q") ?? ""}" />
    </p>
    <p><button type="submit">Rechercher</button></p>
  </form>`

/** Gives the fields of an address as hidden ones, but for some. */
export const kept = (query: URLSearchParams, but: ReadonlyArray<string>): Html =>
  html`${[...query]
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`

const table = <Row>(shown: ShownList<Row>): Html => {
  const { sheet, page, extra } = shown
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label="${sheet.title}">
    <table>
      <caption class="hidden">
        ${sheet.title}
      </caption>
      <thead>
        <tr>
          ${sheet.columns.map((column) => header(shown, column))}
          ${extra === undefined ? "" : html`<th scope="col">${extra.label}</th>`}
        </tr>
      </thead>
      <tbody>
        ${page.rows.map(({ row }) => line(shown, row))}
      </tbody>
    </table>
  </div>`
}

const header = <Row>(
  { visit, sort }: ShownList<Row>,
  { label, sort: by }: ListColumn<Row>,
): Html => {
  if (by === undefined) return html`<th scope="col">${label}</th>`
  const isSorted = by === sort.column
  const direction = isSorted && sort.direction === "ascending" ? "descending" : "ascending"
  const next = sortText({ column: by, direction })
  const address = addressWith(visit.path, visit.query, { ...passing, sort: next })
  return isSorted
    ? html`<th scope="col" aria-sort="${sort.direction}">
        <a href="${address}">${label}</a>
        <span aria-hidden="true">${sort.direction === "ascending" ? "▲" : "▼"}</span>
      </th>`
    : html`<th scope="col"><a href="${address}">${label}</a></th>`
}

const line = <Row>({ sheet, link, extra }: ShownList<Row>, row: Row): Html => {
  const [first, ...others] = sheet.columns.map((column) =>
    printedCell(column.kind, column.cell(row)),
  )
  return html`<tr>
    ${
      link === undefined
        ? html`<td>${first}</td>`
        : html`<th scope="row"><a href="${link(row)}">${first}</a></th>`
    }
    ${others.map((cell) => html`<td>${cell}</td>`)}
    ${extra === undefined ? "" : html`<td>${extra.cell(row)}</td>`}
  </tr>`
}
