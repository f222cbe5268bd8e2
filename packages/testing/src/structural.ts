/**
 * Structural comparison of plain data, with the first difference told in words.
 */

/**
 * Gives the first difference between two plain values, or nothing when they are equal.
 * A key that is absent differs from a key whose value is `undefined`.
 * @example difference({ a: [1] }, { a: [2] }) // => "at a[0]: got 1, expected 2"
 */
export const difference = (actual: unknown, expected: unknown): string | undefined =>
  differenceAt(actual, expected, "")

/** Tells whether two plain values are equal in every field. */
export const isSame = (actual: unknown, expected: unknown): boolean =>
  difference(actual, expected) === undefined

/**
 * Gives a value and all it holds frozen, so that whoever changes it fails.
 * Bytes cannot be frozen and are left as they are.
 */
export const deepFrozen = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value
  if (!Object.isFrozen(value)) Object.freeze(value)
  for (const field of Object.values(value)) deepFrozen(field)
  return value
}

const differenceAt = (actual: unknown, expected: unknown, path: string): string | undefined => {
  if (Object.is(actual, expected)) return undefined
  if (!isComposite(actual) || !isComposite(expected)) return told(actual, expected, path)
  if (Array.isArray(actual) !== Array.isArray(expected)) return told(actual, expected, path)
  if (isBytes(actual) !== isBytes(expected)) return told(actual, expected, path)
  const left: Readonly<Record<string, unknown>> = { ...actual }
  const right: Readonly<Record<string, unknown>> = { ...expected }
  for (const key of new Set([...Object.keys(right), ...Object.keys(left)])) {
    const at = Array.isArray(actual) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`
    if (!Object.hasOwn(left, key)) return `at ${at}: missing, expected ${shown(right[key])}`
    if (!Object.hasOwn(right, key)) return `at ${at}: got ${shown(left[key])}, expected nothing`
    const found = differenceAt(left[key], right[key], at)
    if (found !== undefined) return found
  }
  return undefined
}

const isComposite = (value: unknown): value is object => typeof value === "object" && value !== null

const isBytes = (value: object): boolean => ArrayBuffer.isView(value)

const told = (actual: unknown, expected: unknown, path: string): string =>
  `${path === "" ? "" : `at ${path}: `}got ${shown(actual)}, expected ${shown(expected)}`

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
