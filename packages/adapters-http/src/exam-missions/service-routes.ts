/** The entrance of the service: menu and welcome message, and the activities that are open. */
import {
  Activity,
  ActivityGroup,
  ActivityId,
  closeActivity,
  enter,
  MenuState,
  openActivity,
  readActivity,
  setWelcome,
  WelcomeMessage,
} from "@convoque/core/exam-missions"
import { Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json, nothing } from "../answer.ts"
import { type Input, route } from "../route.ts"
import { author, followers, tags } from "./parts.ts"

const EntranceAnswer = Schema.Struct({
  academy: Schema.String,
  school: Schema.NullOr(Schema.Struct({ uai: Uai, name: Schema.NullOr(Schema.String) })),
  welcome: Schema.NullOr(Schema.String),
  menu: Schema.Array(
    Schema.Struct({
      group: ActivityGroup,
      activity: ActivityId,
      state: MenuState,
    }),
  ),
}).annotate({ identifier: "ExamServiceEntrance" })

const ActivityAnswer = Schema.Struct({
  activity: ActivityId,
  state: Schema.Literals(["open", "closed"]),
}).annotate({ identifier: "ExamActivity" })

const onActivity = (input: Input<{ readonly activity: ActivityId }, unknown, unknown>) => ({
  ...author(input),
  activity: input.params.activity,
  seen: input.seen,
})

const activityAnswer = (
  activity: ActivityId,
  { state, version }: { readonly state: Activity; readonly version: number },
) => ({ body: { activity, state: state._tag }, version })

const activityRoute = {
  tag: tags.service,
  capacities: ["exams-division"],
  params: { activity: ActivityId },
  requirements: ["UI-08"],
  change: "existing",
  answer: json(ActivityAnswer),
} as const

/** The routes of the entrance and of activities. */
export const serviceRoutes = [
  route({
    name: "enter",
    method: "GET",
    path: "/exam-service",
    tag: tags.service,
    summary: "Entrer dans le service : académie, établissement, message d'accueil, menu",
    description:
      "Chaque activité du menu est `not-opened` (grisée), `accessible`, ou `reserved` : le groupe de l'établissement est à son chef et à la division des examens, celui du centre aux chefs de centre.",
    capacities: ["centre-head", "school-head", "exam-manager", "exams-division", "administrator"],
    requirements: ["UI-07", "UI-08", "UI-09", "UI-10", "UI-13"],
    params: {},
    answer: json(EntranceAnswer),
    handle: (input) =>
      Effect.map(enter({ ...author(input), capacities: input.identity.capacities }), (body) => ({
        body,
      })),
  }),
  route({
    name: "setWelcome",
    method: "PUT",
    path: "/exam-service/welcome",
    tag: tags.service,
    summary: "Écrire le message d'accueil de l'académie, ou le retirer",
    capacities: ["administrator"],
    requirements: ["UI-07"],
    change: "new",
    params: {},
    body: Schema.Struct({ welcome: Schema.NullOr(WelcomeMessage) }).annotate({
      identifier: "SetWelcome",
    }),
    answer: nothing,
    handle: (input) => Effect.as(setWelcome({ ...author(input), welcome: input.body.welcome }), {}),
  }),
  route({
    name: "readActivity",
    method: "GET",
    path: "/exam-service/activities/:activity",
    tag: tags.service,
    summary: "Lire l'état d'une activité et sa version",
    capacities: followers,
    params: { activity: ActivityId },
    requirements: ["UI-08"],
    answer: json(ActivityAnswer),
    handle: (input) =>
      Effect.map(readActivity(onActivity(input)), (loaded) =>
        activityAnswer(input.params.activity, loaded),
      ),
  }),
  route({
    ...activityRoute,
    name: "openActivity",
    method: "POST",
    path: "/exam-service/activities/:activity/opening",
    summary: "Ouvrir une activité aux établissements et centres de l'académie",
    handle: (input) =>
      Effect.map(openActivity(onActivity(input)), (handled) =>
        activityAnswer(input.params.activity, handled),
      ),
  }),
  route({
    ...activityRoute,
    name: "closeActivity",
    method: "POST",
    path: "/exam-service/activities/:activity/closing",
    summary: "Fermer une activité",
    handle: (input) =>
      Effect.map(closeActivity(onActivity(input)), (handled) =>
        activityAnswer(input.params.activity, handled),
      ),
  }),
] as const
