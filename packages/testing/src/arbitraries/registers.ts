/** Arbitrary tables of posts, as files of one register after another would have them. */
import * as fc from "fast-check"
import { type Post, post } from "../contracts/imported-posts.ts"

const word = fc.constantFrom("a", "b", "é", "Z", "œ", "\\", '"', "%", ",", "{}", "null", "𝒜", " ")

/**
 * Gives a table of posts without repeated keys: few codes, few values, so that two tables share
 * rows, change some and lose others; all of one school when it is given.
 */
export const postTable = (school?: string): fc.Arbitrary<ReadonlyArray<Post>> =>
  fc.uniqueArray(
    fc
      .record({
        code: fc.oneof(
          fc.integer({ min: 0, max: 11 }).map((number) => `k${number}`),
          word,
        ),
        school: school === undefined ? fc.constantFrom("s-1", "s-2") : fc.constant(school),
        name: word,
        head: fc.option(fc.constantFrom("k0", "k1", "k2", '"', "\\"), { nil: null }),
        hours: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ code, ...changes }) => post(code, changes)),
    { selector: ({ code }) => code, maxLength: 12 },
  )
