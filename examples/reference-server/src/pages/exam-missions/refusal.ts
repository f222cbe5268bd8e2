/** The pages of who may not see a page of exam missions. */
import { html } from "../html.ts"
import { type Html, page } from "../layout.ts"
import { alert } from "../campaigns/parts.ts"

/** Gives the page of a refusal. */
export const refusalPage = (sentence: string): Html =>
  page("Demande refusée", [
    alert([sentence]),
    html`<p><a href="/exam-missions">Revenir aux missions d'examens</a></p>`,
  ])

/** Gives the page of who is not signed in. */
export const signInPage = (): Html =>
  page(
    "Connexion requise",
    html`<p>Pour voir les missions d'examens, <a href="/">connectez-vous</a> d'abord.</p>`,
  )
