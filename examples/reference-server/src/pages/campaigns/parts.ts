/** The parts that pages of campaigns share: status labels, alerts, tables, forms, figures in French. */
import { randomUUID } from "node:crypto"
import { cursorText } from "@convoque/adapters-http"
import { type Status, wordingFr } from "@convoque/core/interviews"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { ColourCategory } from "@convoque/core/kernel/chart"
import type { Cursor } from "@convoque/core/kernel/listing"
import { html } from "../html.ts"
import { addressWith } from "../../campaigns/names.ts"
import { keyField, versionField } from "../../campaigns/once.ts"
import type { Html } from "../layout.ts"

/** The French names of the colour categories. */
export const colourNames: Readonly<Record<ColourCategory, string>> = {
  yellow: "jaune",
  blue: "bleu",
  green: "vert",
  red: "rouge",
}

/** Gives the label of a status beside the pattern that it has in the charts. */
export const statusLabel = (status: Status, label = wordingFr.statuses[status]): Html =>
  html`<span class="tag"
    ><span class="swatch swatch-${status}" aria-hidden="true"></span>${label}</span
  >`

/** Gives a day in a table, or a dash that is read as nothing. */
export const dayOf = (day: CivilDate | null | undefined): Html =>
  day === null || day === undefined
    ? html`<span aria-hidden="true">–</span>`
    : html`<time datetime="${day}">${wordingFr.dates.short(day)}</time>`

/**
 * Gives a percentage in French.
 * @example percentFr(33.3) // => "33,3 %"
 */
export const percentFr = (percent: number): string => `${String(percent).replace(".", ",")}\u00A0%`

/**
 * Gives a number with its noun.
 * @example countFr(2, "entretien") // => "2 entretiens"
 */
export const countFr = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count > 1 ? many : one}`

/**
 * Gives a text with a capital.
 * @example capitalised("état") // => "État"
 */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Gives a name after "de", elided before a vowel, a mute h (taken for mute before any letter but a)
 * and a y that is a vowel.
 * @example ofName("Adélaïde Garçon") // => "d'Adélaïde Garçon"
 */
export const ofName = (name: string): string => {
  const plain = name.normalize("NFD").toLowerCase()
  return /^(?:[aeiouœæ]|h[^a]|y[^aeiou])/u.test(plain) ? `d'${name}` : `de ${name}`
}

/** The id of the alert of a page, by which a form tells what is wrong with it. */
const alertId = "faults"

/** Gives the attributes of a group that an alert is about; nothing when it is right. */
export const describedFault = (isWrong: boolean): Html =>
  isWrong ? html`aria-describedby="${alertId}"` : html``

/** Gives the attributes of a field that an alert is about; nothing when it is right. */
export const fieldFault = (isWrong: boolean): Html =>
  isWrong ? html`aria-invalid="true" aria-describedby="${alertId}"` : html``

/** Gives what is wrong, announced at once; nothing when nothing is. */
export const alert = (faults: ReadonlyArray<string>): Html =>
  faults.length === 0
    ? html``
    : html`<div role="alert" class="alert" id="${alertId}">
        ${faults.map((fault) => html`<p><strong>Erreur :</strong> ${fault}</p>`)}
      </div>`

/** Gives a table in a region of its own that scrolls sideways where the page is narrow. */
export const region = (name: string, table: Html): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">${table}</div>`

/** Gives the hidden fields that make a form act once, on the version seen if there is one. */
export const onceField = (version?: number): Html =>
  html`<input type="hidden" name="${keyField}" value="${randomUUID()}" />${
      version === undefined
        ? ""
        : html`<input type="hidden" name="${versionField}" value="${version}" />`
    }`

/** Gives the way back, under the title. */
export const wayBack = (links: ReadonlyArray<readonly [address: string, label: string]>): Html =>
  html`<nav aria-label="Fil d'Ariane" class="trail">
    <ol>
      ${links.map(([address, label]) => html`<li><a href="${address}">${label}</a></li>`)}
    </ol>
  </nav>`

/** Gives the links to the first page and to the next one; nothing when there is one page only. */
export const pageLinks = (
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
  next: Cursor | undefined,
  anchor = "",
): Html => {
  const first = addressWith(path, query, { after: undefined, done: undefined })
  const following =
    next === undefined
      ? undefined
      : addressWith(path, query, { after: cursorText(next), done: undefined })
  if (!query.has("after") && following === undefined) return html``
  return html`<nav aria-label="Pages de la liste" class="pages">
    <ul>
      ${query.has("after") ? html`<li><a href="${first}${anchor}">Première page</a></li>` : ""}
      ${
        following === undefined
          ? html`<li>Dernière page</li>`
          : html`<li><a href="${following}${anchor}" rel="next">Page suivante</a></li>`
      }
    </ul>
  </nav>`
}

/** Gives the choices of a list to choose from, the first one meaning all. */
export const options = (
  all: string,
  choices: ReadonlyArray<readonly [value: string, label: string]>,
  chosen: string | null,
): Html =>
  html`<option value="">${all}</option>
    ${choices.map(
      ([value, label]) =>
        html`<option value="${value}" ${value === chosen ? "selected" : ""}>${label}</option>`,
    )}`
