/**
 * When a mail that could not leave is tried again (report et abandon).
 */

/**
 * How long to wait between attempts, and how often to try.
 *
 * - `firstDelayMinutes`: after the first attempt;
 * - `factor`: each delay is that many times the one before, 1 or more;
 * - `maxDelayMinutes`: no delay is longer;
 * - `maxAttempts`: the message is given up after that many, the first included;
 * - `jitter`: share of the delay, 0 to 1, taken off at random, so that mails held back together
 *   do not all come back together.
 */
export interface RetryPolicy {
  readonly firstDelayMinutes: number
  readonly factor: number
  readonly maxDelayMinutes: number
  readonly maxAttempts: number
  readonly jitter: number
}

/**
 * One minute, then 3, 9, 27, 81 and every 4 hours, less up to a fifth: 20 attempts in about two
 * and a half days, so that a server down for a week-end loses nothing.
 */
export const defaultRetryPolicy: RetryPolicy = {
  firstDelayMinutes: 1,
  factor: 3,
  maxDelayMinutes: 240,
  maxAttempts: 20,
  jitter: 0.2,
}

/**
 * Gives the minutes to wait after an attempt in vain, or nothing when the message is given up.
 *
 * `attempt` counts from 1; `random01` is a number from 0 to 1.
 *
 * @example nextAttempt(defaultRetryPolicy, 3, 0) // => 9
 */
export const nextAttempt = (
  policy: RetryPolicy,
  attempt: number,
  random01: number,
): number | undefined => {
  if (attempt >= policy.maxAttempts) return undefined
  const delay = policy.firstDelayMinutes * policy.factor ** (attempt - 1)
  return Math.min(delay, policy.maxDelayMinutes) * (1 - policy.jitter * random01)
}
