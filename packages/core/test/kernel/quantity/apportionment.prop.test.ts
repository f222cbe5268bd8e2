import { apportion, Cents } from "@convoque/core/kernel/quantity"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deep, depth } from "../calendar/given.ts"

const amount = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.maxSafeInteger(),
  fc.integer({ min: -20, max: 20 }),
)
const weight = fc.oneof(fc.nat(10), fc.nat(1000), fc.maxSafeNat())
const weights = fc
  .oneof(
    fc.array(weight, { minLength: 1, maxLength: 20 }),
    fc.array(fc.nat(9), { minLength: 60, maxLength: 90 }),
  )
  .map((list) => (list.some((one) => one > 0) ? list : [...list, 1]))

const shares = (cents: number, list: ReadonlyArray<number>): ReadonlyArray<bigint> =>
  Result.getOrThrow(apportion(Cents.make(cents), list)).map(BigInt)
const sum = (list: ReadonlyArray<bigint>): bigint => list.reduce((total, one) => total + one, 0n)
const size = (value: bigint): bigint => (value < 0n ? -value : value)
const laws = { numRuns: 400 * depth }

/** Exact quotas in BigInt, the cents left given one by one by a stable sort. */
const slowShares = (cents: number, list: ReadonlyArray<number>): ReadonlyArray<bigint> => {
  const total = sum(list.map(BigInt))
  const whole = size(BigInt(cents))
  const rows = list.map((one, index) => ({
    index,
    share: (whole * BigInt(one)) / total,
    rest: (whole * BigInt(one)) % total,
  }))
  const left = Number(whole - sum(rows.map(({ share }) => share)))
  const served = rows
    .toSorted((a, b) => Number(b.rest > a.rest) - Number(b.rest < a.rest))
    .slice(0, left)
  return rows.map((row) => (row.share + (served.includes(row) ? 1n : 0n)) * (cents < 0 ? -1n : 1n))
}

describe("laws of apportionment", deep, () => {
  it("keeps the sum, to the cent", () => {
    fc.assert(
      fc.property(amount, weights, (cents, list) => sum(shares(cents, list)) === BigInt(cents)),
      laws,
    )
  })

  it("stays within one cent of the exact quota", () => {
    fc.assert(
      fc.property(amount, weights, (cents, list) => {
        const total = sum(list.map(BigInt))
        return shares(cents, list).every(
          (share, i) => size(share * total - BigInt(cents) * BigInt(list[i] ?? 0)) < total,
        )
      }),
      laws,
    )
  })

  it("gives the opposite shares for the opposite amount, and zero for a zero weight", () => {
    fc.assert(
      fc.property(amount, weights, (cents, list) => {
        const given = shares(cents, list)
        expect(shares(-cents, list)).toEqual(given.map((share) => -share))
        expect(given.filter((_, i) => list[i] === 0).every((share) => share === 0n)).toBe(true)
      }),
      laws,
    )
  })

  it("agrees with the obvious version", () => {
    fc.assert(
      fc.property(amount, weights, (cents, list) => {
        expect(shares(cents, list)).toEqual(slowShares(cents, list))
      }),
      laws,
    )
  })

  it("follows its weights when they are permuted, but for ties of remainder", () => {
    fc.assert(
      fc.property(amount, weights, fc.infiniteStream(fc.nat()), (cents, list, picks) => {
        const order = list.map((_, index) => ({ index, pick: picks.next().value ?? 0 }))
        order.sort((a, b) => a.pick - b.pick)
        const given = shares(cents, list)
        const permuted = shares(
          cents,
          order.map(({ index }) => list[index] ?? 0),
        )
        const total = sum(list.map(BigInt))
        const rest = (i: number) => (size(BigInt(cents)) * BigInt(list[i] ?? 0)) % total
        order.forEach(({ index }, position) => {
          const isTied = list.some((_, other) => other !== index && rest(other) === rest(index))
          const gap = size((permuted[position] ?? 0n) - (given[index] ?? 0n))
          expect(gap <= (isTied ? 1n : 0n)).toBe(true)
        })
      }),
      { numRuns: 150 * depth },
    )
  })

  it("leaves its input untouched", () => {
    fc.assert(
      fc.property(amount, weights, (cents, list) => {
        expect(shares(cents, Object.freeze([...list]))).toEqual(shares(cents, list))
      }),
    )
  })
})
