/** Numbers that look random and are the same at every run of one seed. */

/** The seed of the tests, from CONVOQUE_SEED. */
export const seed = Number(process.env["CONVOQUE_SEED"] ?? "20260517")

/** Makes a source of numbers from 0 to 1 (mulberry32). */
export const chance = (from: number): (() => number) => {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Gives one random moment in each of `count` equal parts of `span`, in random order. */
export const moments = (next: () => number, count: number, span: number): ReadonlyArray<number> =>
  Array.from({ length: count }, (_, part) => ({ at: ((part + next()) / count) * span, by: next() }))
    .toSorted((one, other) => one.by - other.by)
    .map(({ at }) => at)
