/** The sentences of what is wrong with a table (libellés des fichiers refusés). */
import type { TableFault, TableMalformed } from "@convoque/core/kernel/ports"
import type { CatalogueEntry } from "./problem.ts"

/** What readers of tables hold to, as `tableLimits` of the documents has it. */
const columns = 100
const cellCharacters = 4_000

const french: Readonly<Record<TableFault, string>> = {
  "empty-file": "il n'y a ni en-tête ni ligne",
  "broken-text": "les octets ne forment un texte ni en UTF-8 ni en Windows-1252",
  "nul-character": "la cellule contient un caractère nul",
  "comma-separated": "les colonnes sont séparées par des virgules, et non par des points-virgules",
  "tab-separated": "les colonnes sont séparées par des tabulations, et non par des points-virgules",
  "quote-not-closed": "le guillemet ouvert n'est pas refermé",
  "quote-inside-cell":
    "un guillemet se trouve dans une cellule qui ne commence pas par un guillemet",
  "text-after-quote": "du texte suit le guillemet fermant",
  "cell-too-long": `la cellule dépasse ${cellCharacters} caractères`,
  "too-many-cells": "la ligne compte plus de cellules que l'en-tête",
  "too-many-columns": `il y a plus de ${columns} colonnes`,
  "too-many-lines": "il y a trop de lignes",
  "header-without-name": "cette colonne n'a pas de nom",
  "header-twice": "cette colonne porte le même nom qu'une autre",
}

const english: Readonly<Record<TableFault, string>> = {
  "empty-file": "there is neither a header nor a line",
  "broken-text": "the bytes are no text, neither in UTF-8 nor in Windows-1252",
  "nul-character": "the cell holds a NUL character",
  "comma-separated": "the columns are separated by commas, not by semicolons",
  "tab-separated": "the columns are separated by tabs, not by semicolons",
  "quote-not-closed": "the quote that opens is not closed",
  "quote-inside-cell": "a quote stands in a cell that does not begin with one",
  "text-after-quote": "text follows the closing quote",
  "cell-too-long": `the cell exceeds ${cellCharacters} characters`,
  "too-many-cells": "the line has more cells than the header",
  "too-many-columns": `there are more than ${columns} columns`,
  "too-many-lines": "there are too many lines",
  "header-without-name": "this column has no name",
  "header-twice": "this column has the name of another",
}

/** Gives the entry of a catalogue for files that cannot be read; `requirements` are the context's. */
export const tableMalformedEntry = (
  ...requirements: ReadonlyArray<string>
): CatalogueEntry<TableMalformed> => ({
  status: 422,
  grounds: { requirements },
  sentence: {
    fr: ({ line, column, reason }) =>
      `Le fichier ne se lit pas : ligne ${line}, colonne ${column}, ${french[reason]}.`,
    en: ({ line, column, reason }) =>
      `The file cannot be read: line ${line}, column ${column}, ${english[reason]}.`,
  },
})
