/**
 * The statement of accessibility (déclaration d'accessibilité) of the pages: what was checked, how,
 * and what was not.
 *
 * @requirement UI-35
 */
import { html } from "./html.ts"
import { type Html, page } from "./layout.ts"

/** Gives the page. */
export const accessibilityPage = (): Html =>
  page(
    "Déclaration d'accessibilité",
    html`<p>
        <strong>Accessibilité : non conforme.</strong> Aucun audit de ces pages n'a été fait selon
        le référentiel général d'amélioration de l'accessibilité (RGAA) : leur conformité n'est pas
        établie, et elles se déclarent donc non conformes.
      </p>
      <h2>Ce qui est vérifié à chaque changement</h2>
      <p>
        Dans le navigateur Chromium, par des essais automatiques, sur les pages de campagnes,
        d'entretiens et de missions d'examens :
      </p>
      <ul>
        <li>les règles automatiques de l'outil axe, en clair et en sombre ;</li>
        <li>la lecture sur 320 pixels de large sans défilement horizontal de la page ;</li>
        <li>la lecture d'un texte deux fois plus grand ;</li>
        <li>le parcours au clavier seul des formulaires principaux.</li>
      </ul>
      <h2>Ce qui ne l'est pas</h2>
      <ul>
        <li>l'usage avec un lecteur d'écran par une personne ;</li>
        <li>les critères du RGAA qu'aucun outil ne juge ;</li>
        <li>la page de documentation de l'API, faite par un autre outil ;</li>
        <li>l'accessibilité des fichiers PDF et CSV pour tous les lecteurs.</li>
      </ul>
      <p>
        Ces pages servent de référence : qui les met en service fait auditer les siennes, publie sa
        propre déclaration et y donne le moyen de le joindre.
      </p>`,
  )
