import { apportion, Cents, Minutes, PercentTenths } from "@convoque/core/kernel/quantity"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

describe("quantities", () => {
  it("read whole numbers in their bounds", () => {
    expect(Schema.decodeUnknownResult(Cents)(-1250)).toEqual(Result.succeed(-1250))
    expect(Schema.decodeUnknownResult(Minutes)(0)).toEqual(Result.succeed(0))
    expect(Schema.decodeUnknownResult(PercentTenths)(1000)).toEqual(Result.succeed(1000))
  })

  it.each([
    [Cents, 12.5],
    [Cents, "12"],
    [Cents, 2 ** 53],
    [Cents, Number.NaN],
    [Minutes, -1],
    [Minutes, 1.5],
    [PercentTenths, 1001],
    [PercentTenths, -1],
    [PercentTenths, 12.5],
  ])("refuse what is not one: %#", (schema, value) => {
    expect(Result.isFailure(Schema.decodeUnknownResult<Schema.Codec<number>>(schema)(value))).toBe(
      true,
    )
  })
})

describe("apportionment", () => {
  it("divides 1 268 € of a centre between three by tenths of percent", () => {
    expect(apportion(Cents.make(126_800), [500, 333, 167])).toEqual(
      Result.succeed([63_400, 42_224, 21_176]),
    )
  })

  it("gives the cents left to the largest remainders, ties in input order", () => {
    expect(apportion(Cents.make(100), [1, 1, 1])).toEqual(Result.succeed([34, 33, 33]))
    expect(apportion(Cents.make(10), [1, 5, 1])).toEqual(Result.succeed([2, 7, 1]))
    expect(apportion(Cents.make(2), [1, 1, 1])).toEqual(Result.succeed([1, 1, 0]))
    expect(apportion(Cents.make(-100), [1, 1, 1])).toEqual(Result.succeed([-34, -33, -33]))
  })

  it("gives zero to a zero weight and to all when there is nothing", () => {
    expect(apportion(Cents.make(1), [0, 1, 0])).toEqual(Result.succeed([0, 1, 0]))
    const none = Result.getOrThrow(apportion(Cents.make(-0), [3, 0]))
    expect(none.map((share) => Object.is(share, 0))).toEqual([true, true])
  })

  it("stays exact beyond the safe products", () => {
    const amount = Cents.make(9_007_199_254_740_991)
    expect(apportion(amount, [1, 1])).toEqual(
      Result.succeed([4_503_599_627_370_496, 4_503_599_627_370_495]),
    )
    const heavy = Number.MAX_SAFE_INTEGER
    expect(apportion(Cents.make(7), [heavy, heavy, heavy])).toEqual(Result.succeed([3, 2, 2]))
  })

  it("refuses no weight at all, and a weight that is not whole", () => {
    expect(apportion(Cents.make(5), [])).toEqual(Result.fail({ _tag: "no-weight", amount: 5 }))
    expect(apportion(Cents.make(5), [0, 0])).toEqual(Result.fail({ _tag: "no-weight", amount: 5 }))
    expect(apportion(Cents.make(5), [1, -1])).toEqual(
      Result.fail({ _tag: "invalid-weight", index: 1, weight: -1 }),
    )
    for (const weight of [0.5, Number.NaN, Infinity, 2 ** 53]) {
      expect(apportion(Cents.make(5), [weight])).toEqual(
        Result.fail({ _tag: "invalid-weight", index: 0, weight }),
      )
    }
  })
})
