import fc from "fast-check"
import { expect, it } from "vitest"
import { defaultRetryPolicy, nextAttempt, type RetryPolicy } from "../../src/index.ts"

const policies: fc.Arbitrary<RetryPolicy> = fc.record({
  firstDelayMinutes: fc.double({ min: 0.01, max: 60, noNaN: true }),
  factor: fc.double({ min: 1, max: 10, noNaN: true }),
  maxDelayMinutes: fc.double({ min: 0.01, max: 1440, noNaN: true }),
  maxAttempts: fc.integer({ min: 1, max: 400 }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
})
const random01 = fc.double({ min: 0, max: 1, noNaN: true })

it("a delay lies between the full one and the full one less the jitter", () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 400 }), random01, (policy, attempt, random) => {
      let full = policy.firstDelayMinutes
      for (let nth = 1; nth < attempt && full < policy.maxDelayMinutes; nth++) full *= policy.factor
      full = Math.min(full, policy.maxDelayMinutes)
      const delay = nextAttempt(policy, attempt, random)
      if (attempt >= policy.maxAttempts) {
        expect(delay).toBeUndefined()
        return
      }
      expect(delay).toBeLessThanOrEqual(full * (1 + 1e-9))
      expect(delay).toBeGreaterThanOrEqual(full * (1 - policy.jitter) * (1 - 1e-9))
    }),
  )
})

it("a later attempt never waits less, and more jitter never waits longer", () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 50 }), random01, (policy, attempt, random) => {
      const patient = { ...policy, maxAttempts: 1000 }
      const delay = nextAttempt(patient, attempt, random) ?? 0
      expect(nextAttempt(patient, attempt + 1, random)).toBeGreaterThanOrEqual(delay)
      expect(nextAttempt(patient, attempt, 0)).toBeGreaterThanOrEqual(delay)
    }),
  )
})

it("the default policy tries for two to three days", () => {
  const delays = Array.from({ length: 20 }, (_, index) =>
    nextAttempt(defaultRetryPolicy, index + 1, 0),
  )
  expect(delays.slice(0, 6)).toEqual([1, 3, 9, 27, 81, 240])
  expect(delays.at(-1)).toBeUndefined()
  const hours = delays.reduce<number>((sum, delay) => sum + (delay ?? 0), 0) / 60
  expect(hours * 0.8).toBeGreaterThan(44)
  expect(hours).toBeLessThan(72)
})
