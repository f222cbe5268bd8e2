/** What is asked about the mails of an interview: what became of each, sending one again. */
import { InterviewMail, listMails, resendMail } from "@convoque/core/interviews"
import { MailAddress } from "@convoque/core/kernel/mail-address"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json, nothing } from "../answer.ts"
import { route } from "../route.ts"
import {
  delegable,
  followers,
  interviewParams,
  interviewPath,
  reading,
  staff,
  tag,
} from "./parts.ts"

const common = {
  tag,
  params: interviewParams,
  onBehalf: delegable,
  requirements: ["ENT-07", "ENT-27"],
} as const

/** The routes of the mails about an interview and its appeal. */
export const mailRoutes = [
  route({
    ...common,
    name: "listInterviewMails",
    method: "GET",
    path: `${interviewPath}/mails`,
    summary: "Les courriels d'un entretien et de son recours, et ce que chacun est devenu",
    description: "Le supérieur direct ne voit pas ceux du recours.",
    capacities: followers,
    answer: json(
      Schema.Struct({ mails: Schema.Array(InterviewMail) }).annotate({
        identifier: "InterviewMails",
      }),
    ),
    refusals: ["interview.unknown"],
    handle: (input) => Effect.map(listMails(reading(input)), (mails) => ({ body: { mails } })),
  }),
  route({
    ...common,
    name: "resendInterviewMail",
    method: "POST",
    path: `${interviewPath}/mails/resend`,
    change: "new",
    summary: "Renvoyer à une adresse corrigée un courriel refusé ou abandonné",
    capacities: staff,
    body: Schema.Struct({
      id: singleLine(300),
      to: Schema.Struct({ name: singleLine(200), address: MailAddress }),
    }).annotate({ identifier: "ResendInterviewMail" }),
    answer: nothing,
    refusals: ["interview.unknown", "MessageNotResendable"],
    handle: (input) => Effect.as(resendMail({ ...reading(input), ...input.body }), {}),
  }),
] as const
