/** The reference page of who may call which route. */
import {
  careerAppointmentsRoutes,
  examMissionsRoutes,
  interviewsRoutes,
  printedAuthorisation,
  sessionRoutes,
} from "@convoque/adapters-http"
import { page } from "./markdown.ts"

/** Gives the page in Markdown. */
export const authorisationPage = (): string =>
  page([
    "# Who may call which route",
    "One line per route of the API, one column per capacity. Somebody who holds none of the marked " +
      "capacities is answered 403 `actor.not-allowed`, somebody unknown 401 `session.required`. " +
      "A marked capacity is needed, not enough: the use case then asks whether the person is the " +
      "agent of the file, the evaluator of the role, the direct superior, the authority, a manager " +
      "of the campaign. Who holds several capacities is tried in each. A star says that a delegate " +
      "may call the route on behalf of somebody in that capacity.",
    "## Sessions",
    printedAuthorisation(sessionRoutes),
    "## Career appointments",
    printedAuthorisation(careerAppointmentsRoutes),
    "## Interviews",
    printedAuthorisation(interviewsRoutes),
    "## Exam missions",
    "A head of school or of centre acts for the school he is signed in for; every route of an " +
      "activity asks besides whether the exams division has opened it.",
    printedAuthorisation(examMissionsRoutes),
  ])
