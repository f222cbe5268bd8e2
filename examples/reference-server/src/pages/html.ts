/** The templates of pages, with the no-break spaces of French. */
import { fr } from "@convoque/core/kernel/text"
import { html as plainHtml, raw } from "hono/html"

/**
 * Gives a piece of page: Hono's template, where the words of the template, and no value put into it,
 * get the no-break spaces of French.
 */
export const html: typeof plainHtml = (strings, ...values) => {
  const texts = strings.map((text) => fr([text]))
  return plainHtml(Object.assign(texts, { raw: texts }), ...values)
}

export { raw }
