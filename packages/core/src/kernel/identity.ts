/** Who is who: identifiers of people, schools and tenants, and the actors of every act. */
export { Actor, Capacity, responsiblePerson } from "./identity/actor.ts"
export { CampaignId, ManagerCode, PersonId, TenantId } from "./identity/ids.ts"
export { Ine, ineCheck } from "./identity/ine.ts"
export { maskedNumen, Numen, withoutNumens } from "./identity/numen.ts"
export { Uai, uaiCheck } from "./identity/uai.ts"
