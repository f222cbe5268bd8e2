/** The pages of a visit that is refused. */
import { html } from "../html.ts"
import { type Html, page } from "../layout.ts"
import { alert, wayBack } from "./parts.ts"

/** Gives the page of a refusal. */
export const refusalPage = (sentence: string): Html =>
  page("Demande refusée", [wayBack([["/campaigns", "Campagnes d'entretiens"]]), alert([sentence])])

/** Gives the page of who is not signed in. */
export const signInPage = (): Html =>
  page(
    "Connexion requise",
    html`<p>
      Le suivi des campagnes demande d'être connecté. Choisissez un compte sur la
      <a href="/">page d'accueil</a>.
    </p>`,
  )
