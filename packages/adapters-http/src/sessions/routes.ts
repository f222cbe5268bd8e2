/**
 * The routes of sessions (connexion, UI-03 to UI-06): who I am and until when, stay, quit; and for the
 * administrator, which schools have a connection open, and its release.
 *
 * Sessions are opened by the sign-in page of the server, not here.
 */
import { Instant } from "@convoque/core/kernel/calendar"
import { Capacity, ManagerCode, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import { Sessions, type StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type AnswerWriter, json, nothing } from "../answer.ts"
import type { Identity, OpenSession } from "../authentication/identity.ts"
import type { SessionRefusal } from "../refusals.ts"
import { type Route, route } from "../route.ts"

const who = {
  tenant: TenantId,
  person: PersonId,
  capacities: Schema.Array(Capacity),
  school: Schema.optionalKey(Uai),
  managerCode: Schema.optionalKey(ManagerCode),
  now: Instant,
}

/** Who is signed in; with a session its end and when to warn, with an access token neither. */
const SignedIn = Schema.TaggedUnion({
  session: { ...who, openedAt: Instant, warnsAt: Instant, expiresAt: Instant },
  token: who,
}).annotate({ identifier: "SignedIn" })
type SignedIn = typeof SignedIn.Type

const SchoolSessions = Schema.Struct({
  now: Instant,
  schools: Schema.Array(
    Schema.Struct({ school: Uai, openedAt: Instant, expiresAt: Instant }).annotate({
      identifier: "SchoolSession",
    }),
  ),
}).annotate({ identifier: "SchoolSessions" })

interface Asked {
  readonly identity: Identity
  readonly now: Instant
}

const signedIn = ({ identity, now }: Asked): { readonly body: SignedIn } => {
  const { tenant, person, capacities, school, managerCode, session } = identity
  const known = {
    tenant,
    person,
    capacities,
    ...(school === undefined ? {} : { school }),
    ...(managerCode === undefined ? {} : { managerCode }),
    now,
  }
  if (session === undefined) return { body: { _tag: "token", ...known } }
  const { openedAt, warnsAt, expiresAt } = session
  return { body: { _tag: "session", ...known, openedAt, warnsAt, expiresAt } }
}

const sessionIn = ({
  session,
}: Identity): Effect.Effect<OpenSession, Extract<SessionRefusal, { _tag: "session.none" }>> =>
  session === undefined ? Effect.fail({ _tag: "session.none" }) : Effect.succeed(session)

const ended: AnswerWriter<OpenSession> = {
  ...nothing,
  versioned: false,
  write: ({ endedCookie }) => ({
    status: 204,
    headers: { "set-cookie": endedCookie },
    body: null,
  }),
}

const tag = "Connexion"

const ownRoutes = [
  route({
    name: "readSession",
    method: "GET",
    path: "/session",
    tag,
    summary: "Qui est connecté, et jusqu'à quand",
    description:
      "Ne prolonge pas la connexion : une page peut la lire aussi souvent qu'elle veut. `now` est l'heure du serveur, `warnsAt` le moment d'avertir, `expiresAt` la fin si rien n'est fait. Un jeton d'accès n'a pas de session : `_tag` vaut alors `token`.",
    capacities: Capacity.literals,
    requirements: ["UI-04", "UI-05"],
    prolongs: false,
    params: {},
    answer: json(SignedIn),
    handle: (asked) => Effect.succeed(signedIn(asked)),
  }),
  route({
    name: "extendSession",
    method: "POST",
    path: "/session/extension",
    tag,
    summary: "Prolonger la connexion",
    capacities: Capacity.literals,
    requirements: ["UI-05"],
    change: "nothing",
    params: {},
    answer: json(SignedIn),
    refusals: ["session.none"],
    // The request itself has prolonged the session, as any other does.
    handle: (asked) => Effect.as(sessionIn(asked.identity), signedIn(asked)),
  }),
  route({
    name: "quit",
    method: "DELETE",
    path: "/session",
    tag,
    summary: "Quitter",
    capacities: Capacity.literals,
    requirements: ["UI-06"],
    change: "nothing",
    prolongs: false,
    params: {},
    answer: ended,
    refusals: ["session.none"],
    handle: ({ identity }) =>
      Effect.tap(sessionIn(identity), ({ id }) => Sessions.use((sessions) => sessions.close(id))),
  }),
] as const

const administratorRoutes = [
  route({
    name: "listSchoolSessions",
    method: "GET",
    path: "/sessions",
    tag,
    summary: "Les établissements dont une connexion est ouverte",
    capacities: ["administrator"],
    requirements: ["UI-03"],
    params: {},
    answer: json(SchoolSessions),
    handle: ({ identity, now }) =>
      Effect.map(
        Sessions.use((sessions) => sessions.schools(identity.tenant, now)),
        (schools) => ({ body: { now, schools } }),
      ),
  }),
  route({
    name: "releaseSchoolSession",
    method: "DELETE",
    path: "/sessions/:school",
    tag,
    summary: "Mettre fin à la connexion d'un établissement",
    capacities: ["administrator"],
    requirements: ["UI-03"],
    change: "nothing",
    params: { school: Uai },
    answer: nothing,
    refusals: ["session.not-open"],
    handle: ({ identity: { tenant }, params: { school }, now }) =>
      Effect.flatMap(
        Sessions.use((sessions) => sessions.release({ tenant, school }, now)),
        (isReleased) =>
          isReleased
            ? Effect.succeed({})
            : Effect.fail({ _tag: "session.not-open", school } as const),
      ),
  }),
] as const

/** The routes of sessions, for any app whose people have sessions or access tokens. */
export const sessionRoutes: ReadonlyArray<
  Route<Exclude<SessionRefusal, { _tag: "session.already-open" }> | StorageUnavailable, Sessions>
> = [...ownRoutes, ...administratorRoutes]
