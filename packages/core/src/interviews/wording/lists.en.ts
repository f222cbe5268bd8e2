/** The English texts of the lists of interviews. */
import { englishLists } from "../../kernel/listing.ts"
import type { Wording } from "../wording.ts"

/** The English texts of lists. */
export const listsEn: Wording["lists"] = {
  common: englishLists,
  author: "Professional interviews",
  campaigns: { title: "Interview campaigns", fileName: "interview-campaigns" },
  interviews: {
    title: "Interviews in detail",
    fileName: (campaign) => `interviews-${campaign}`,
  },
  ownInterviews: { title: "My interviews", fileName: "my-interviews" },
  appeals: { title: "Appeals to answer", fileName: "appeals" },
  delegations: { title: "Delegations given and received", fileName: "delegations" },
  exports: { title: "My exports", fileName: "my-exports" },
  percent: (percent) => `${percent} %`,
  delegationStates: { granted: "Granted", revoked: "Revoked" },
  columns: {
    year: "Year",
    closedOn: "Closed on",
    agent: "Agent",
    lodgedOn: "Lodged on",
    due: "Due",
    state: "State",
    delegator: "Delegator",
    delegate: "Delegate",
    capacity: "Capacity",
    from: "First day",
    until: "Last day",
    revokedOn: "Revoked on",
    label: "Export",
    format: "Format",
    requestedAt: "Requested on",
    name: "Name",
    type: "Type of interview",
    creator: "Creator's profile",
    startsOn: "Start",
    interviews: "Interviews",
    completion: "Completion rate",
  },
  filters: {
    status: "Status",
    manager: "Manager",
    state: "State",
    capacity: "Capacity",
    side: "Side",
    kind: "Subject",
    type: "Type of interview",
    year: "Year",
    "creator-profile": "Creator's profile",
  },
}
