/**
 * Identifiers that the library gives no meaning to: they are compared, stored and printed, never
 * taken apart.
 */
import * as Schema from "effect/Schema"
import { holdsNumen } from "./numen.ts"

const plainId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u, {
    expected: "1 to 64 letters, digits, dots, underscores or hyphens",
  }),
)

/** The authority whose data are kept apart: an academy, a ministry, a local authority. */
export const TenantId = plainId.pipe(Schema.brand("TenantId"))
export type TenantId = typeof TenantId.Type

/**
 * A person known to the directory of people. It never contains a NUMEN, which is confidential: an id
 * goes into addresses, file names and calendars.
 */
export const PersonId = plainId
  .check(Schema.makeFilter((id) => !holdsNumen(id), { expected: "an id that holds no NUMEN" }))
  .pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** The name of a campaign in its tenant, such as `2026-certifies`. */
export const CampaignId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9][a-z0-9-]{0,63}$/u, {
    expected: "1 to 64 lower-case letters, digits or hyphens",
  }),
).pipe(Schema.brand("CampaignId"))
export type CampaignId = typeof CampaignId.Type

/** The code of a manager in charge of exams (code gestionnaire), such as `DEC2A`. */
export const ManagerCode = Schema.String.check(
  Schema.isPattern(/^[A-Z0-9][A-Z0-9-]{0,15}$/u, {
    expected: "1 to 16 capital letters, digits or hyphens",
  }),
).pipe(Schema.brand("ManagerCode"))
export type ManagerCode = typeof ManagerCode.Type
