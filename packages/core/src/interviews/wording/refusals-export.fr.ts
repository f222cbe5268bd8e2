/** The French sentences of the refusals of an export. */
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { ExportRefusal } from "../export/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { utcMomentFr as utcMoment } from "./dates.fr.ts"
import { exportsFr } from "./exports.fr.ts"

const stateFr = (state: keyof typeof exportsFr.states | "none"): string =>
  quoted(state === "none" ? "non demandé" : exportsFr.states[state])

/** The French sentence of each refusal of an export, a function of its values. */
export const exportRefusalsFr: SentencesOf<
  Exclude<ExportRefusal, { readonly _tag: "actor.not-allowed" }>
> = {
  "export.illegal-transition": ({ state }) =>
    fr`Cette action n'est pas possible dans l'état actuel de l'export : ${stateFr(state)}.`,
  "export.unknown": ({ export: name }) => `L'export ${quoted(name)} n'existe pas.`,
  "export.unknown-format": ({ format, known }) =>
    fr`Le format ${quoted(format)} n'est pas admis ; formats possibles : ${known.join(", ")}.`,
  "export.no-address": ({ person }) =>
    fr`${quoted(person)} n'a pas d'adresse électronique valable : l'export ne peut pas être envoyé.`,
  "export.nothing-to-export": () => "Il n'y a rien à exporter.",
  "export.taken": ({ until }) =>
    `L'export est en cours de traitement jusqu'au ${utcMoment(until)}.`,
  "export.not-ready": ({ state }) => fr`L'export n'est pas prêt : ${stateFr(state)}.`,
  "export.unknown-file": ({ fileName }) => `L'export n'a pas de fichier ${quoted(fileName)}.`,
  "export.expired": ({ until }) =>
    `Les fichiers de l'export étaient conservés jusqu'au ${utcMoment(until)} et ne sont plus disponibles.`,
  "export.not-expired": ({ until }) =>
    `Les fichiers de l'export sont conservés jusqu'au ${utcMoment(until)}.`,
}
