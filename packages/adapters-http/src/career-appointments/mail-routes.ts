/** What campaign managers ask about the mails of a file: what became of each, sending one again. */
import { FileMail, listMails, resendMail } from "@convoque/core/career-appointments"
import { MailAddress } from "@convoque/core/kernel/mail-address"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json, nothing } from "../answer.ts"
import { route } from "../route.ts"
import { fileOf, fileParams, filePath, tag } from "./parts.ts"

const capacities = ["campaign-manager"] as const

/** The routes of the mails of a file. */
export const mailRoutes = [
  route({
    name: "listMails",
    method: "GET",
    path: `${filePath}/mails`,
    tag,
    summary: "Les courriels d'un dossier et ce que chacun est devenu",
    capacities,
    requirements: ["RDC-13"],
    params: fileParams,
    answer: json(
      Schema.Struct({ mails: Schema.Array(FileMail) }).annotate({ identifier: "FileMails" }),
    ),
    refusals: ["campaign.unknown", "file.unknown"],
    handle: (input) =>
      Effect.map(listMails(input.actor, fileOf(input)), (mails) => ({ body: { mails } })),
  }),
  route({
    name: "resendMail",
    method: "POST",
    path: `${filePath}/mails/resend`,
    change: "new",
    tag,
    summary: "Renvoyer à une adresse corrigée un courriel refusé ou abandonné",
    capacities,
    requirements: ["RDC-13"],
    params: fileParams,
    body: Schema.Struct({
      id: Schema.String.check(Schema.isMaxLength(300)),
      to: Schema.Struct({ name: singleLine(200), address: MailAddress }),
    }).annotate({ identifier: "ResendMail" }),
    answer: nothing,
    refusals: ["campaign.unknown", "file.unknown", "MessageNotResendable"],
    handle: (input) =>
      Effect.as(resendMail({ by: input.actor, file: fileOf(input), ...input.body }), {}),
  }),
] as const
