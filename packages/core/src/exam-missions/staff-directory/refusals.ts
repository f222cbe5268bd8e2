/** Why a file of another system is not imported, beside what the pipeline of imports refuses. */
import * as Schema from "effect/Schema"
import { SchoolYear } from "../../kernel/calendar.ts"
import { Uai } from "../../kernel/identity.ts"
import type { ImportRefusal } from "../../kernel/importing.ts"
import type { TableMalformed, XmlMalformed } from "../../kernel/ports.ts"
import type { Grounds } from "../../kernel/refusal.ts"

const place = { line: Schema.Int, column: Schema.Int } as const

/**
 * Why an export of STS-WEB (`sts_emp_<UAI>_<year>.xml`) is not taken.
 *
 * - `wrong-root`: another kind of XML; `upward-file`: what a timetable program sends to STS-WEB
 *   (`emp_sts_...`), not what it gives;
 * - `no-school`, `no-year`, `no-structure`: a part of the file is not there;
 * - `out-of-order`: the nomenclatures or the individuals follow what names them;
 * - `missing-attribute`, `wrong-value`: `found` names it with its element, and its value;
 * - `too-large`: more than 200 modules or divisions in one structure, or than 100,000 teachings.
 */
export const StsWebRefusal = Schema.TaggedUnion({
  "sts-web.malformed": {
    ...place,
    reason: Schema.Literals([
      "wrong-root",
      "upward-file",
      "no-school",
      "no-year",
      "no-structure",
      "out-of-order",
      "missing-attribute",
      "wrong-value",
      "too-large",
    ]),
    found: Schema.String,
  },
  "sts-web.other-school": { ...place, asked: Uai, found: Schema.String },
  "sts-web.other-year": { ...place, asked: SchoolYear, found: Schema.String },
  "sts-web.file-name": { fileName: Schema.String, expected: Schema.String },
})
export type StsWebRefusal = typeof StsWebRefusal.Type

/** Why no file is imported into a register. */
export const RegisterRefusal = Schema.TaggedUnion({
  "register.without-parts": { register: Schema.String },
})
export type RegisterRefusal = typeof RegisterRefusal.Type

/** All that keeps a file from being imported. */
export type FileRefusal =
  | ImportRefusal
  | TableMalformed
  | XmlMalformed
  | StsWebRefusal
  | RegisterRefusal

const imported: Grounds = { requirements: ["PER-02"] }
const fromStsWeb: Grounds = { requirements: ["PER-02", "PER-27", "CMP-22"] }

/** The requirements behind each refusal. */
export const fileGrounds: Readonly<Record<FileRefusal["_tag"], Grounds>> = {
  "import.faulty": imported,
  "import.repeated-keys": imported,
  "import.empty": imported,
  "import.removals-to-confirm": imported,
  "table.malformed": imported,
  "xml.malformed": fromStsWeb,
  "sts-web.malformed": fromStsWeb,
  "sts-web.other-school": fromStsWeb,
  "sts-web.other-year": fromStsWeb,
  "sts-web.file-name": fromStsWeb,
  "register.without-parts": imported,
}
