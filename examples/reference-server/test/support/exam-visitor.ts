/** Somebody who works on exam missions by their pages, on the demonstration's registers. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { demonstrationTenant } from "../../src/demonstration/people.ts"
import { openExamMissions } from "../../src/exam-missions/opening.ts"
import { type CampaignVisitor, readerWith } from "./campaign-visitor.ts"
import { type Office, origin } from "./office.ts"

/** The day of the tests: missions of June 2025 are over, those of June 2026 to come. */
export const today = "2026-03-30" as CivilDate

/** The addresses of the school of most tests, a lycée. */
export const lycee = "/exam-missions/schools/0310001H"

/** Fills the registers and opens the service. */
export const openExamsOf = (office: Office): Promise<void> =>
  office.run(openExamMissions(demonstrationTenant, today))

/** Signs somebody of the demonstration in; gives the cookie of the session. */
export const signedIn = async (office: Office, account: string, from = origin): Promise<string> => {
  const answer = await office.server.request("/sign-in", {
    method: "POST",
    headers: { origin: from, "content-type": "application/x-www-form-urlencoded" },
    body: `account=${account}`,
  })
  return answer.headers.get("set-cookie")?.split(";")[0] ?? ""
}

/** Gives a reader of pages who is signed in as somebody of the demonstration. */
export const examVisitor = async (office: Office, account: string): Promise<CampaignVisitor> =>
  readerWith(office, await signedIn(office, account))
