/** The English sentences of the refusals of an export. */
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { ExportRefusal } from "../export/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { exportsEn } from "./exports.en.ts"
import { utcMomentEn as moment } from "./dates.en.ts"

const stateEn = (state: keyof typeof exportsEn.states | "none"): string =>
  quoted(state === "none" ? "not requested" : exportsEn.states[state])

/** The English sentence of each refusal of an export, a function of its values. */
export const exportRefusalsEn: SentencesOf<
  Exclude<ExportRefusal, { readonly _tag: "actor.not-allowed" }>
> = {
  "export.illegal-transition": ({ state }) =>
    `This cannot be done in the present state of the export: ${stateEn(state)}.`,
  "export.unknown": ({ export: name }) => `There is no export ${quoted(name)}.`,
  "export.unknown-format": ({ format, known }) =>
    `The format ${quoted(format)} is not accepted; possible: ${known.join(", ")}.`,
  "export.no-address": ({ person }) =>
    `${quoted(person)} has no possible e-mail address: the export cannot be sent.`,
  "export.nothing-to-export": () => "There is nothing to export.",
  "export.taken": ({ until }) => `The export is being made until ${moment(until)}.`,
  "export.not-ready": ({ state }) => `The export is not ready: ${stateEn(state)}.`,
  "export.unknown-file": ({ fileName }) => `The export has no file ${quoted(fileName)}.`,
  "export.expired": ({ until }) =>
    `The files of the export were kept until ${moment(until)} and are gone.`,
  "export.not-expired": ({ until }) => `The files of the export are kept until ${moment(until)}.`,
}
