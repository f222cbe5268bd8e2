import { describe, expect, it } from "vitest"
import { memo } from "../../../src/kernel/calendar/memo.ts"

describe("memo", () => {
  it("makes each value once, false included, until it is full", () => {
    const asked: Array<number> = []
    const isEven = memo(2, (n: number) => {
      asked.push(n)
      return n % 2 === 0
    })
    expect([isEven(1), isEven(1), isEven(2), isEven(2)]).toEqual([false, false, true, true])
    expect(asked).toEqual([1, 2])
    expect([isEven(3), isEven(1), isEven(3)]).toEqual([false, false, false])
    expect(asked).toEqual([1, 2, 3, 1])
  })
})
