/**
 * A bounded memory of pure calculations (zones, holidays of a year).
 * Private to the calendar: nothing outside can see or change what it holds.
 */

/**
 * Gives a function that remembers what `make` answered for each key.
 * Everything is forgotten when `limit` keys are held, so that hostile input cannot grow it.
 */
export const memo = <K, V>(limit: number, make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (known.size >= limit) known.clear()
    known.set(key, value)
    return value
  }
}
