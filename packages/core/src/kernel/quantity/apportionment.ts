/**
 * Division of an amount in proportion to weights, to the cent (répartition au plus fort reste).
 * Multiplies before dividing; the shares always sum to the amount.
 */
import * as Result from "effect/Result"
import type { Cents } from "./cents.ts"

/** There is no weight above zero to divide the amount by (aucune quotité). */
export type NoWeight = { readonly _tag: "no-weight"; readonly amount: Cents }

/** A weight is not a whole number, zero or more (quotité invalide); `index` counts from 0. */
export type InvalidWeight = {
  readonly _tag: "invalid-weight"
  readonly index: number
  readonly weight: number
}

/**
 * Divides an amount by weights: each share is its exact quota rounded down or up to a cent, the cents left go to the
 * largest remainders, ties in input order. A zero weight gets zero; a negative amount gives the opposite shares.
 * Weights are safe whole numbers, zero or more.
 * @example apportion(100 as Cents, [1, 1, 1]) // => Result.succeed([34, 33, 33])
 */
export const apportion = (
  amount: Cents,
  weights: ReadonlyArray<number>,
): Result.Result<ReadonlyArray<Cents>, NoWeight | InvalidWeight> => {
  let total = 0
  let largest = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    if (!Number.isSafeInteger(weight) || weight < 0) {
      return Result.fail({ _tag: "invalid-weight", index: i, weight })
    }
    total += weight
    if (weight > largest) largest = weight
  }
  if (total === 0) return Result.fail({ _tag: "no-weight", amount })
  const size = Math.abs(amount)
  const isExact = total <= Number.MAX_SAFE_INTEGER && size * largest <= Number.MAX_SAFE_INTEGER
  const shares = isExact ? plainShares(size, weights, total) : largeShares(size, weights)
  if (amount < 0) for (let i = 0; i < shares.length; i++) shares[i] = 0 - (shares[i] ?? 0)
  return Result.succeed(shares as ReadonlyArray<number> as ReadonlyArray<Cents>)
}

const plainShares = (
  size: number,
  weights: ReadonlyArray<number>,
  total: number,
): Array<number> => {
  const shares: Array<number> = []
  const remainders: Array<number> = []
  let left = size
  for (let i = 0; i < weights.length; i++) {
    const product = size * (weights[i] ?? 0)
    const share = Math.floor(product / total)
    shares.push(share)
    remainders.push(product - share * total)
    left -= share
  }
  if (left * shares.length > 2000) return giveInOrder(shares, remainders, left)
  return giveToLargest(shares, remainders, left)
}

const largeShares = (size: number, weights: ReadonlyArray<number>): Array<number> => {
  const amount = BigInt(size)
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  const products = weights.map((weight) => amount * BigInt(weight))
  const shares = products.map((product) => product / total)
  const left = Number(amount - shares.reduce((sum, share) => sum + share, 0n))
  const remainders = products.map((product) => product % total)
  return giveInOrder(shares.map(Number), remainders, left)
}

// For few shares, looking for the largest each time is quicker than sorting; a served remainder becomes -1.
const giveToLargest = (
  shares: Array<number>,
  remainders: Array<number>,
  left: number,
): Array<number> => {
  for (let given = 0; given < left; given++) {
    let best = 0
    let largest = -1
    for (let i = 0; i < remainders.length; i++) {
      const remainder = remainders[i] ?? 0
      if (remainder > largest) {
        best = i
        largest = remainder
      }
    }
    remainders[best] = -1
    shares[best] = (shares[best] ?? 0) + 1
  }
  return shares
}

const giveInOrder = <N extends number | bigint>(
  shares: Array<number>,
  remainders: ReadonlyArray<N>,
  left: number,
): Array<number> => {
  const order = remainders.map((remainder, index) => ({ remainder, index }))
  order.sort((a, b) =>
    a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.index - b.index,
  )
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
