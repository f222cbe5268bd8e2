/** The fields of forms: mandatory ones are marked (*), a fault stands beside its field (UI-30). */
import { html } from "../html.ts"
import type { Html } from "../layout.ts"

/** A field as it is shown again: what was typed, and what is wrong with it. */
export interface ShownField {
  readonly id: string
  readonly label: string
  readonly typed?: string | undefined
  readonly fault?: string | undefined
}

interface Kind {
  readonly hint?: string
  readonly size: number
  readonly maxLength: number
  readonly list?: string
}

const field = ({ id, label, typed = "", fault }: ShownField, kind: Kind): Html => {
  const told = [
    ...(kind.hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ].join(" ")
  return html`<div class="field">
    <label for="${id}">${label} (*)</label>
    <input
      id="${id}"
      name="${id}"
      required
      size="${kind.size}"
      maxlength="${kind.maxLength}"
      value="${typed}"
      autocomplete="off"
      ${kind.list === undefined ? "" : html`list="${kind.list}"`}
      ${told === "" ? "" : html`aria-describedby="${told}"`}
      ${fault === undefined ? "" : html`aria-invalid="true"`}
    />
    ${kind.hint === undefined ? "" : html`<span class="hint" id="${id}-hint">${kind.hint}</span>`}
    ${fault === undefined ? "" : html`<span class="fault" id="${id}-fault">${fault}</span>`}
  </div>`
}

/** Gives a mandatory field for a day. */
export const dateField = (shown: ShownField): Html =>
  field(shown, { hint: "JJ/MM/AAAA", size: 12, maxLength: 20 })

/** Gives a mandatory field for an hour. */
export const timeField = (shown: ShownField): Html =>
  field(shown, { hint: "HH:MM", size: 7, maxLength: 10 })

/** Gives a mandatory field for a text of one line, with proposals by the id of their list. */
export const textField = (shown: ShownField, maxLength: number, list: string): Html =>
  field(shown, { size: 40, maxLength, list })
