import type { XmlPart } from "../../../src/kernel/ports.ts"

const token = /<(\/?)([A-Z_]+)([^>]*?)(\/?)>|[^<]+/gu

/** Gives the parts of a plain text of elements, as a reader of XML does. */
export const partsOf = (text: string): ReadonlyArray<XmlPart> =>
  [...text.matchAll(token)].flatMap((match): ReadonlyArray<XmlPart> => {
    const [whole, slash, name = "", attributes = "", isEmpty] = match
    const before = text.slice(0, match.index)
    const place = {
      line: before.split("\n").length,
      column: match.index - before.lastIndexOf("\n"),
    }
    if (name === "") {
      const trimmed = whole.trim()
      return trimmed === "" ? [] : [{ _tag: "text", text: trimmed, ...place }]
    }
    if (slash === "/") return [{ _tag: "close", name }]
    const open: XmlPart = { _tag: "open", name, attributes: attributesOf(attributes), ...place }
    return isEmpty === "/" ? [open, { _tag: "close", name }] : [open]
  })

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/([A-Z_]+)="([^"]*)"/gu)].map(([, name = "", value = ""]) => [name, value]),
  )

/** The parameters of a file of STS-WEB. */
export const parameters = `<PARAMETRES>
<UAJ CODE="0312267W"><ACADEMIE><CODE>16</CODE></ACADEMIE></UAJ>
<ANNEE_SCOLAIRE ANNEE="2026"><DATE_DEBUT>2026-09-01</DATE_DEBUT></ANNEE_SCOLAIRE>
</PARAMETRES>`

/** A small export of STS-WEB: one class, one group over two classes, one local teacher. */
export const stsWebText = `<STS_EDT>
${parameters}
<NOMENCLATURES>
<MATIERES>
<MATIERE CODE="030201"><LIBELLE_COURT>ANGLAIS LV1</LIBELLE_COURT><LIBELLE_LONG>ANGLAIS LANGUE VIVANTE 1</LIBELLE_LONG></MATIERE>
<MATIERE CODE="020700"><LIBELLE_EDITION>Français</LIBELLE_EDITION></MATIERE>
</MATIERES>
<MEFS>
<MEF CODE="10010012110"><FORMATION>6EME</FORMATION><LIBELLE_LONG>SIXIEME</LIBELLE_LONG></MEF>
<MEF CODE="10010012111"><FORMATION>6EME BIL</FORMATION></MEF>
</MEFS>
</NOMENCLATURES>
<DONNEES>
<INDIVIDUS>
<INDIVIDU ID="8949" TYPE="epp"><NOM_USAGE>LE GOFF</NOM_USAGE></INDIVIDU>
<INDIVIDU ID="77" TYPE="local"><NOM_USAGE>REMPLACANT</NOM_USAGE></INDIVIDU>
</INDIVIDUS>
<STRUCTURE>
<DIVISIONS>
<DIVISION CODE="6A"><LIBELLE_LONG>SIXIEME A</LIBELLE_LONG>
<SERVICES>
<SERVICE CODE_MATIERE="020700" CODE_MOD_COURS="CG"><ENSEIGNANTS>
<ENSEIGNANT ID="8949" TYPE="epp"/>
<ENSEIGNANT ID="77"/>
</ENSEIGNANTS></SERVICE>
</SERVICES>
<MEFS_APPARTENANCE><MEF_APPARTENANCE CODE="10010012110"/></MEFS_APPARTENANCE>
</DIVISION>
<DIVISION CODE="6B"><MEFS_APPARTENANCE><MEF CODE="10010012111"/></MEFS_APPARTENANCE></DIVISION>
</DIVISIONS>
<GROUPES>
<GROUPE CODE="6ANG1">
<DIVISIONS_APPARTENANCE><DIVISION_APPARTENANCE CODE="6A"/><DIVISION_APPARTENANCE CODE="6B"/></DIVISIONS_APPARTENANCE>
<SERVICES><SERVICE CODE_MATIERE="030201" CODE_MOD_COURS="TD"><ENSEIGNANTS><ENSEIGNANT ID="8949" TYPE="epp"/></ENSEIGNANTS></SERVICE></SERVICES>
</GROUPE>
</GROUPES>
</STRUCTURE>
</DONNEES>
</STS_EDT>`
