/** Door of the HTTP adapter: routes as data, the app, authentication, problems. */
export { type AppOptions, makeApp, type RefusalsToWord, type Run, worded } from "./app.ts"
export {
  type AnswerWriter,
  disposition,
  file,
  type FileAnswer,
  json,
  type JsonAnswer,
  keptFile,
  type KeptFileAnswer,
  nothing,
  page,
  streamedFile,
  type StreamedFileAnswer,
  svg,
  type Written,
} from "./answer.ts"
export { bearerJwt, type BearerJwtSettings } from "./authentication/bearer-jwt.ts"
export {
  type CookieSessions,
  cookieSessions,
  type CookieSessionSettings,
} from "./authentication/cookie-sessions.ts"
export { firstOf } from "./authentication/first-of.ts"
export {
  type Authentication,
  Identity,
  type Manner,
  type OpenSession,
  type SecurityScheme,
  type Unidentified,
} from "./authentication/identity.ts"
export { isOwnOrigin, isSafe } from "./authentication/origin.ts"
export {
  type AuthorisationLine,
  authorisationTable,
  printedAuthorisation,
} from "./authorisation.ts"
export {
  bytes,
  type RawBody,
  type RouteBody,
  type SentFile,
  type SentStream,
  stream,
  type StreamedBody,
} from "./body.ts"
export { cursorFromText, cursorText } from "./cursor.ts"
export { type FlowingBytes, flowing } from "./flowing.ts"
export { httpCatalogue } from "./http-catalogue.ts"
export { type Language, preferredLanguage, type Sentences } from "./language.ts"
export { type Documented, type Json, openApiDocument } from "./openapi.ts"
export { versionTag } from "./preconditions.ts"
export {
  type AnyCatalogue,
  type CatalogueEntry,
  type CatalogueTables,
  type Problem,
  type RefusalCatalogue,
  refusalCatalogue,
  type SentenceTable,
} from "./problem.ts"
export {
  type ListDefinition,
  type ListInput,
  type ListRouteRefusal,
  listRoutes,
} from "./listing/routes.ts"
export {
  type ListedBy,
  listing,
  type ListRequest,
  pageLimits,
  parameters,
  type QueryFields,
  type QueryParameter,
  type QueryReader,
} from "./query.ts"
export { clientAddress, type RateLimit } from "./rate-limit.ts"
export type { HttpRefusal } from "./refusals.ts"
export type { LoggedFailure } from "./respond.ts"
export {
  type Actors,
  type AnyRoute,
  type Call,
  type Change,
  type Input,
  type Method,
  type RefusalOf,
  route,
  type Route,
  type RouteDefinition,
  type ServicesOf,
} from "./route.ts"
export { type FormatWording, kernelFormats } from "./violation-wording.ts"
export type { Violation, ViolationCode } from "./violations.ts"
export {
  careerAppointmentsCatalogue,
  type CareerAppointmentsHttpRefusal,
} from "./career-appointments/catalogue.ts"
export { careerAppointmentsRoutes } from "./career-appointments/routes.ts"
export { examMissionsCatalogue, type ExamMissionsHttpRefusal } from "./exam-missions/catalogue.ts"
export { examMissionsRoutes, type ExamMissionsServices } from "./exam-missions/routes.ts"
export { interviewsCatalogue, type InterviewsHttpRefusal } from "./interviews/catalogue.ts"
export { sessionRoutes } from "./sessions/routes.ts"
export { interviewsRoutes, type InterviewsServices } from "./interviews/routes.ts"
export { tableLines } from "./table-lines.ts"
export { tableMalformedEntry } from "./table-wording.ts"
