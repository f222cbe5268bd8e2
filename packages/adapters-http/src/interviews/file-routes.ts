/** The files of an interview: the job description that goes with a proposal, the attachments. */
import { keepFile, readFile } from "@convoque/core/interviews"
import { AttachedFile } from "@convoque/core/kernel/message"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import { json, keptFile } from "../answer.ts"
import type { SentFile } from "../body.ts"
import { parameters } from "../query.ts"
import { type Input, route } from "../route.ts"
import {
  delegable,
  everybody,
  interviewParams,
  interviewPath,
  pdfBody,
  reading,
  staff,
  tag,
} from "./parts.ts"

const fileName = singleLine(200)

const common = { tag, params: interviewParams, onBehalf: delegable } as const

const keeping = {
  ...common,
  change: "new",
  capacities: ["superior", ...staff],
  requirements: ["ENT-07"],
  query: parameters({ fileName }),
  body: pdfBody,
  answer: json(AttachedFile, 201),
} as const

type Keeping = Input<
  Parameters<typeof reading>[0]["params"],
  { readonly fileName: string },
  SentFile
>

const kept = (input: Keeping, purpose: "job-description" | "attachment") =>
  Effect.map(
    keepFile({
      ...reading(input),
      purpose,
      fileName: input.query.fileName,
      file: input.body,
    }),
    (body) => ({ body }),
  )

/** The routes of files. */
export const fileRoutes = [
  route({
    ...keeping,
    name: "keepJobDescription",
    method: "PUT",
    path: `${interviewPath}/job-description`,
    summary: "Déposer la fiche de poste, en PDF de 5 Mo au plus",
    description:
      "La réponse est à reprendre dans `enclosures` de la proposition de date. Chaque dépôt fait un fichier nouveau : ce qui fut envoyé ne change pas.",
    refusals: ["interview.unknown"],
    handle: (input) => kept(input, "job-description"),
  }),
  route({
    ...keeping,
    name: "keepAttachment",
    method: "POST",
    path: `${interviewPath}/attachments`,
    summary: "Déposer une pièce jointe du compte rendu, en PDF de 5 Mo au plus",
    description: "La réponse est à reprendre dans `attachments` du compte rendu.",
    refusals: ["interview.unknown"],
    handle: (input) => kept(input, "attachment"),
  }),
  route({
    ...common,
    name: "readInterviewFile",
    method: "GET",
    path: `${interviewPath}/file`,
    summary: "Ouvrir un fichier de l'entretien par sa clé",
    capacities: everybody,
    requirements: ["ENT-07"],
    query: parameters({ key: singleLine(300) }),
    answer: keptFile("application/pdf"),
    refusals: ["interview.unknown", "file.unknown"],
    handle: (input) =>
      Effect.map(readFile({ ...reading(input), key: input.query.key }), ({ bytes, mediaType }) => ({
        content: bytes,
        mediaType,
        fileName: nameOf(input.query.key),
      })),
  }),
] as const

// The name that somebody gave stands with the key; here the kind of file and its number are enough.
const nameOf = (key: string): string => `${key.split("/").slice(-2).join("-")}.pdf`
