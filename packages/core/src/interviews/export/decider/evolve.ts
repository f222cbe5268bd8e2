/** What each event makes of an export. */
import type { ExportEvent } from "../events.ts"
import type { Export, RequestedExport } from "../state.ts"

/** Gives the state after an event. */
export const evolve = (state: Export, event: ExportEvent): Export => {
  if (event._tag === "ExportRequested") {
    const { _tag: _, at, by, ...asked } = event
    return { _tag: "requested", ...asked, request: { at, by }, attempts: 0 }
  }
  return state._tag === "none" ? state : after(state, event)
}

const after = (
  state: RequestedExport,
  event: Exclude<ExportEvent, { readonly _tag: "ExportRequested" }>,
): Export => {
  const asked = requestOf(state)
  switch (event._tag) {
    case "ExportTaken": {
      const attempts = asked.attempts + 1
      return { _tag: "running", ...asked, attempts, until: event.until, done: 0, total: 0 }
    }
    case "ExportProgressed": {
      const { done, total, until } = event
      return { _tag: "running", ...asked, until, done, total }
    }
    case "ExportDelivered": {
      const { at: deliveredAt, files, attached, until } = event
      return { _tag: "delivered", ...asked, deliveredAt, files, attached, until }
    }
    case "ExportFailed":
      return event.again
        ? { _tag: "requested", ...asked }
        : { _tag: "failed", ...asked, reason: event.reason }
    case "ExportExpired":
      return state._tag === "delivered"
        ? { _tag: "expired", ...asked, deliveredAt: state.deliveredAt, until: state.until }
        : state
    default:
      return event satisfies never
  }
}

const requestOf = (state: RequestedExport) => {
  const { export: id, subject, label, format, requester, request, attempts } = state
  return { export: id, subject, label, format, requester, request, attempts }
}
