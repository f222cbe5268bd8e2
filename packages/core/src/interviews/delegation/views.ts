/**
 * The delegations that somebody gave or received as a list. Whether one is in force depends on the
 * day at a place, and is told by whoever reads (`isInForce`).
 *
 * @requirement ENT-22
 */
import * as Schema from "effect/Schema"
import { CivilDate, shortDate } from "../../kernel/calendar.ts"
import type { PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import { delegationFields } from "./model.ts"
import type { Delegation } from "./state.ts"

/** The states that a delegation shows in a list. */
export const DelegationStateTag = Schema.Literals(["granted", "revoked"])
export type DelegationStateTag = typeof DelegationStateTag.Type

/** One delegation's line; `revokedOn` is the day from which it holds no more, null when none is. */
export const DelegationRow = Schema.Struct({
  ...delegationFields,
  state: DelegationStateTag,
  revokedOn: Schema.NullOr(CivilDate),
}).annotate({ identifier: "DelegationRow" })
export type DelegationRow = typeof DelegationRow.Type

/** The scope of the delegations that somebody gave. */
export const delegationsGivenBy = (delegator: PersonId): string => `delegator:${delegator}`

/** The scope of the delegations that somebody received. */
export const delegationsReceivedBy = (delegate: PersonId): string => `delegate:${delegate}`

/**
 * The delegations; its scope is one of the two above. The filter `side` tells them apart where both
 * are read as one list: `given` or `received`. A search is for the ids of both people, and for days.
 */
export const delegations: View<Delegation, DelegationRow> = {
  name: "interviews.delegations",
  sortColumns: ["from", "until", "delegator", "delegate", "capacity", "state", "revoked-on"],
  filterNames: ["side", "state", "capacity"],
  entries: (state) =>
    state._tag === "none"
      ? []
      : [
          entryOf(state, { scope: delegationsGivenBy(state.delegator), side: "given" }),
          entryOf(state, { scope: delegationsReceivedBy(state.delegate), side: "received" }),
        ],
}

type GrantedOnce = Exclude<Delegation, { readonly _tag: "none" }>

const delegationRow = (state: GrantedOnce): DelegationRow => ({
  delegator: state.delegator,
  delegate: state.delegate,
  capacity: state.capacity,
  from: state.from,
  until: state.until,
  state: state._tag,
  revokedOn: state._tag === "revoked" ? state.revokedOn : null,
})

const entryOf = (
  state: GrantedOnce,
  { scope, side }: { readonly scope: string; readonly side: "given" | "received" },
): Entry<DelegationRow> => ({
  scope,
  // Tells apart the two lines of one delegation.
  part: side,
  sorts: {
    from: state.from,
    until: state.until,
    delegator: foldedKey(state.delegator),
    delegate: foldedKey(state.delegate),
    capacity: state.capacity,
    state: state._tag,
    "revoked-on": state._tag === "revoked" ? state.revokedOn : "",
  },
  filters: { side: [side], state: [state._tag], capacity: [state.capacity] },
  search: foldedKey(
    [
      state.delegator,
      state.delegate,
      shortDate(state.from),
      shortDate(state.until),
      ...(state._tag === "revoked" ? [shortDate(state.revokedOn)] : []),
    ].join(" "),
  ),
  row: delegationRow(state),
})
