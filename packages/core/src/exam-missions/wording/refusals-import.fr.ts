/** The French sentences of the refusals of files. */
import type { TableFault, XmlFault } from "../../kernel/ports.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { FileRefusal, StsWebRefusal } from "../staff-directory/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { importsFr } from "./imports.fr.ts"

const tableFaults: Readonly<Record<TableFault, string>> = {
  "empty-file": "il n'y a ni en-tête ni ligne",
  "broken-text": "les octets ne forment pas un texte",
  "nul-character": "la cellule contient un caractère nul",
  "comma-separated": "les colonnes sont séparées par des virgules, et non par des points-virgules",
  "tab-separated": "les colonnes sont séparées par des tabulations, et non par des points-virgules",
  "quote-not-closed": "le guillemet ouvert n'est pas refermé",
  "quote-inside-cell":
    "un guillemet se trouve dans une cellule qui ne commence pas par un guillemet",
  "text-after-quote": "du texte suit le guillemet fermant",
  "cell-too-long": "la cellule est trop longue",
  "too-many-cells": "la ligne compte plus de cellules que l'en-tête",
  "too-many-columns": "il y a trop de colonnes",
  "too-many-lines": "il y a trop de lignes",
  "header-without-name": "cette colonne n'a pas de nom",
  "header-twice": "cette colonne porte le même nom qu'une autre",
}

const xmlFaults: Readonly<Record<XmlFault, string>> = {
  "empty-file": "il n'y a rien",
  "broken-text": "les octets ne forment pas un texte",
  "unknown-encoding": "le codage annoncé des caractères n'est pas connu",
  "not-well-formed": "ce n'est pas du XML bien formé",
  doctype: "une définition de type (DOCTYPE) n'est pas acceptée",
  "unknown-entity": "cette entité n'est pas connue",
  "too-deep": "les éléments s'emboîtent trop profondément",
  "text-too-long": "le texte est trop long",
  "too-many-attributes": "l'élément a trop d'attributs",
}

type StsWebReason = Extract<StsWebRefusal, { readonly _tag: "sts-web.malformed" }>["reason"]

const stsWebFaults: Readonly<Record<StsWebReason, (found: string) => string>> = {
  "wrong-root": (found) =>
    fr`l'élément ${quoted(found)} n'est pas ${quoted("STS_EDT")}, ce n'est donc pas l'export « Emploi du temps » de STS-WEB`,
  "upward-file": () =>
    fr`c'est un fichier ${quoted("emp_sts")}, que l'emploi du temps envoie à STS-WEB ; il faut ${quoted("sts_emp")}, que STS-WEB exporte`,
  "no-school": () => fr`l'établissement (${quoted("UAJ")}) n'est pas indiqué`,
  "no-year": () => fr`l'année scolaire (${quoted("ANNEE_SCOLAIRE")}) n'est pas indiquée`,
  "no-structure": () => fr`la partie ${quoted("STRUCTURE")} des données manque`,
  "out-of-order": (found) =>
    fr`la partie ${quoted(found)} vient trop tard : les nomenclatures, puis les individus, précèdent la structure`,
  "missing-attribute": (found) => fr`l'attribut ${quoted(found)} manque`,
  "wrong-value": (found) => fr`la valeur ne peut être reprise : ${quoted(found)}`,
  "too-large": (found) =>
    fr`il y a trop d'éléments (${quoted(found)}) : 200 modules ou divisions par structure et 100 000 enseignements au plus`,
}

/** The French sentence of each refusal of a file. */
export const fileRefusalsFr: SentencesOf<FileRefusal> = {
  "import.faulty": ({ faults, count }) => {
    const [first] = faults
    const head = count === 1 ? "Une anomalie" : `${count} anomalies`
    return first === undefined
      ? `${head}. Rien n'est importé.`
      : fr`${head}, rien n'est importé. ${count === 1 ? "La voici" : "La première"} : ${importsFr.fault(first)}`
  },
  "import.repeated-keys": ({ repeated, columns = [] }) => {
    const [first] = repeated
    const lines = first === undefined ? "" : first.lines.join(", ")
    const key = columns.length === 0 ? quoted(first?.key ?? "") : columns.join(", ")
    return columns.length === 0
      ? fr`Plusieurs lignes disent la même chose, rien n'est importé : ${key} aux lignes ${lines}.`
      : fr`Plusieurs lignes disent la même chose, rien n'est importé : les lignes ${lines} ont les mêmes valeurs de ${key}.`
  },
  "import.empty": () =>
    fr`Le fichier n'a aucune ligne : rien n'est importé, le registre reste comme il était.`,
  "import.removals-to-confirm": ({ removed, kept, emptied = 0 }) =>
    [
      `${removed} lignes sur ${kept} disparaîtraient du registre`,
      emptied === 0 ? "" : `, ${emptied} perdraient une valeur`,
      ". Confirmez si c'est bien ce qui est voulu.",
    ].join(""),
  "table.malformed": ({ line, column, reason }) =>
    fr`Le fichier ne se lit pas : ligne ${line}, colonne ${column}, ${tableFaults[reason]}.`,
  "xml.malformed": ({ line, column, reason }) =>
    fr`Le fichier XML ne se lit pas : ligne ${line}, colonne ${column}, ${xmlFaults[reason]}.`,
  "sts-web.malformed": ({ line, column, reason, found }) =>
    fr`Le fichier de STS-WEB n'est pas accepté : ligne ${line}, colonne ${column}, ${stsWebFaults[reason](found)}.`,
  "sts-web.other-school": ({ line, asked, found }) =>
    fr`Le fichier est de l'établissement ${quoted(found)} (ligne ${line}), et non de ${asked}.`,
  "sts-web.other-year": ({ line, asked, found }) =>
    fr`Le fichier est de l'année ${quoted(found)} (ligne ${line}), et non de l'année scolaire ${asked}.`,
  "sts-web.file-name": ({ fileName, expected }) =>
    fr`Le fichier se nomme ${quoted(fileName)} ; celui de cet établissement et de cette année se nommerait ${quoted(expected)}.`,
  "register.without-parts": ({ register }) =>
    fr`Le registre ${quoted(importsFr.registers[register] ?? register)} se remplace tout entier : un établissement seul n'y est pas possible.`,
}
