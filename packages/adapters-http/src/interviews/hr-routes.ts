/** What the HR service asks of one interview: another superior or authority, a correction, its deletion. */
import {
  correctClericalError,
  deleteInterview,
  replaceAuthority,
  replaceSuperior,
  SectionId,
  Text,
} from "@convoque/core/interviews"
import { PersonId } from "@convoque/core/kernel/identity"
import { Reason } from "@convoque/core/kernel/text"
import * as Schema from "effect/Schema"
import { acknowledged } from "../acknowledged.ts"
import { route } from "../route.ts"
import {
  answered,
  delegable,
  interviewParams,
  interviewPath,
  onInterview,
  rowAnswer,
  staff,
  tag,
} from "./parts.ts"

const common = {
  tag,
  params: interviewParams,
  answer: rowAnswer,
  onBehalf: delegable,
} as const

/** The routes of the HR service for one interview. */
export const hrRoutes = [
  route({
    ...common,
    name: "replaceSuperior",
    method: "PUT",
    path: `${interviewPath}/superior`,
    summary: "Confier l'entretien à un autre supérieur ; les deux en sont avertis",
    capacities: staff,
    requirements: ["CAM-19"],
    body: Schema.Struct({ superior: PersonId, reason: Reason }).annotate({
      identifier: "ReplaceSuperior",
    }),
    refusals: [
      "person.unknown",
      "superior.unchanged",
      "interview.evaluates-self",
      "interview.authority-not-distinct",
    ],
    handle: (input) => answered(replaceSuperior({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "replaceAuthority",
    method: "PUT",
    path: `${interviewPath}/authority`,
    summary: "Confier le visa de l'entretien à une autre autorité ; les deux en sont averties",
    capacities: staff,
    requirements: ["CAM-19", "ENT-24"],
    body: Schema.Struct({ authority: PersonId, reason: Reason }).annotate({
      identifier: "ReplaceAuthority",
    }),
    refusals: ["person.unknown", "authority.unchanged", "interview.authority-not-distinct"],
    handle: (input) => answered(replaceAuthority({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "correctClericalError",
    method: "POST",
    path: `${interviewPath}/correction`,
    summary: "Corriger une erreur matérielle d'un compte rendu clos ; l'ancien texte est conservé",
    capacities: staff,
    requirements: ["ENT-26"],
    body: Schema.Struct({ section: SectionId, text: Text, reason: Reason }).annotate({
      identifier: "CorrectClericalError",
    }),
    refusals: ["report.appraisal-frozen", "report.no-text-to-correct"],
    handle: (input) => answered(correctClericalError({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "deleteInterview",
    method: "POST",
    path: `${interviewPath}/deletion`,
    summary: "Supprimer un entretien, qui reste compté",
    capacities: ["superior", ...staff],
    requirements: ["CAM-23"],
    body: Schema.Struct({ reason: Schema.optionalKey(Reason), acknowledged }).annotate({
      identifier: "DeleteInterview",
    }),
    refusals: [
      "interview.deletion-confirmation-required",
      "interview.appeal-open",
      "report.not-handed-over",
    ],
    handle: (input) =>
      answered(
        deleteInterview({
          ...onInterview(input),
          ...input.body,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
] as const
