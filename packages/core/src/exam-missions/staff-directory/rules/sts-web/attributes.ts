/** What the attributes and texts of an export of STS-WEB may hold, and where one of them does not. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { withoutNumens } from "../../../../kernel/identity.ts"
import type { StsWebRefusal } from "../../refusals.ts"
import { teachings } from "../../registers.ts"
import type { OpenPart, Place } from "./reading.ts"

/** Why a file is not the export it should be. */
export type StsWebReason = Extract<StsWebRefusal, { readonly _tag: "sts-web.malformed" }>["reason"]

/** Gives an attribute without the spaces around it; an absent one is empty. */
export const attribute = ({ attributes }: OpenPart, name: string): string =>
  (attributes[name] ?? "").trim()

/** Gives the refusal of what stands at a place; what was found is cut, without any NUMEN. */
export const malformed = (
  { line, column }: Place,
  reason: StsWebReason,
  found: string,
): StsWebRefusal => ({
  _tag: "sts-web.malformed",
  line,
  column,
  reason,
  found: withoutNumens(found).slice(0, 100),
})

/** Refuses an attribute that is not there. */
export const missing = (part: OpenPart, name: string): StsWebRefusal =>
  malformed(part, "missing-attribute", `${part.name}@${name}`)

/** Refuses an attribute whose value cannot be taken. */
export const wrong = (part: OpenPart, name: string): StsWebRefusal =>
  malformed(part, "wrong-value", `${part.name}@${name} = ${attribute(part, name)}`)

const readBy = ({ cell }: { readonly cell: Schema.Codec<unknown, string> }) => {
  const decode = Schema.decodeUnknownResult(cell)
  return (text: string): boolean => Result.isSuccess(decode(text))
}

const { columns } = teachings

/** Whether a text can stand in a column of the register of teachings. */
export const fits = {
  person: readBy(columns.person),
  subjectCode: readBy(columns.subjectCode),
  subject: readBy(columns.subject),
  modality: readBy(columns.modality),
  trainingModuleCode: readBy(columns.trainingModuleCode),
  trainingModule: readBy(columns.trainingModule),
  structure: readBy(columns.structure),
} as const
