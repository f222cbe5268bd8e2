/**
 * Door of the quantities: money, minutes, percent, and the division of an amount (quantités, répartition).
 */
export { Cents, Minutes, PercentTenths } from "./quantity/cents.ts"
export { apportion, type InvalidWeight, type NoWeight } from "./quantity/apportionment.ts"
