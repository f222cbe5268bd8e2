/** The page of an address that names nothing. */
import { html } from "./html.ts"
import { type Html, page } from "./layout.ts"

/** Gives the page. */
export const notFoundPage = (): Html =>
  page(
    "Page introuvable",
    html`<p>Cette adresse ne désigne rien. Revenez à l'<a href="/">accueil</a>.</p>`,
  )
