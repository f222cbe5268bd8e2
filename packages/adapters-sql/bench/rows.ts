/** What benches give back and print. */

/** One measure; `ratio` compares it with its reference, `goal` is the least ratio wanted. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: number
  readonly ratio?: number
  readonly goal?: number
}

/** Gives the median of some numbers. */
export const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Prints measures, one a line. */
export const print = (rows: ReadonlyArray<BenchRow>): void => {
  for (const { name, value, unit, reference, ratio, goal } of rows) {
    const against = reference === undefined ? "" : `, reference ${round(reference)}`
    const shown = ratio === undefined ? "" : `, ratio ${ratio.toFixed(2)}`
    const wanted = goal === undefined ? "" : ` (goal ${goal})`
    process.stdout.write(`${name}: ${round(value)} ${unit}${against}${shown}${wanted}\n`)
  }
}

const round = (number: number): string => number.toFixed(number < 10 ? 2 : 0)
