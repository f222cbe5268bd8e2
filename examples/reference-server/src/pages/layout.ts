/**
 * The frame of every page: language, title, landmarks, one stylesheet. The one script warns who is
 * signed in before the end of the session; every page works without it.
 */
import { html, raw } from "./html.ts"
import type { HtmlEscapedString } from "hono/utils/html"

/** A piece of page. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Where the header of a page shows who is signed in; no value put into a page can hold it. */
export const visitorPlace = "<!--visitor-->"

/** The parts of a page: `above` comes before its main part, `below` after it. */
export interface PageParts {
  readonly title: string
  readonly content: Html | ReadonlyArray<Html>
  readonly status?: string | undefined
  readonly above?: Html
  readonly below?: Html
}

/** Gives a whole page; `status` is announced when an action just ended. */
export const page = (title: string, content: Html | ReadonlyArray<Html>, status?: string): Html =>
  pageOf({ title, content, status })

/** Gives a whole page of its parts. */
export const pageOf = ({ title, content, status, above, below }: PageParts): Html =>
  html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Convoque</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header>
          <p class="brand"><a href="/">Convoque</a> <span>serveur de référence</span></p>
          <nav aria-label="Principale">
            <ul>
              <li><a href="/">Accueil</a></li>
              <li><a href="/campaigns">Campagnes d'entretiens</a></li>
              <li><a href="/exam-missions">Missions d'examens</a></li>
              <li><a href="/docs">Documentation de l'API</a></li>
            </ul>
          </nav>
          ${raw(visitorPlace)}
        </header>
        ${above ?? ""}
        <main id="contenu" tabindex="-1">
          <h1>${title}</h1>
          ${status === undefined ? "" : html`<p role="status" class="status">${status}</p>`}
          ${content}
        </main>
        ${below ?? ""}
        <footer>
          <p>
            <a href="/accessibility">Accessibilité : non conforme</a>. Données de démonstration :
            personnes et établissements inventés.
          </p>
        </footer>
      </body>
    </html>`

/** The stylesheet: readable, printable, no colour that carries a meaning alone. */
export const stylesheet = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --line: #c8c8d0; --accent: #1f3a93; --alert: #a01d10; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --paper: #16161a; --line: #44444c; --accent: #a9bcff; --alert: #ffb4a8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 0 1rem 2rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.55 system-ui, "Liberation Sans", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline;
  border-bottom: 2px solid var(--accent); padding: 1rem 0 .5rem; }
.brand { margin: 0; font-weight: 700; font-size: 1.25rem; }
.brand span { font-weight: 400; font-size: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .75rem; }
h1 { font-size: 1.6rem; margin: 1.25rem 0 .75rem; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; font: inherit; }
button { font: inherit; padding: .35rem .9rem; border: 1px solid var(--accent); border-radius: .25rem;
  background: var(--accent); color: var(--paper); cursor: pointer; white-space: nowrap; }
.status { border-left: 4px solid var(--accent); padding: .5rem 1rem; }
form { margin: 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }
`
