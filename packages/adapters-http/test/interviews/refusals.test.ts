/** Each refusal of interviews, as a caller reads it. */
import { type InterviewsRefusal, wordingEn, wordingFr } from "@convoque/core/interviews"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { describe, expect, test } from "vitest"
import { samples } from "../../../core/test/interviews/wording-samples.ts"
import { interviewsCatalogue, makeApp, nothing, route } from "../../src/index.ts"
import { ask, problemIn } from "../support/ask.ts"
import { headerAuthentication } from "../support/sample.ts"

const refusing = (refusal: InterviewsRefusal) => {
  const runtime = ManagedRuntime.make(layerIdempotencyKeysMemory)
  return makeApp({
    routes: [
      route({
        name: "refuse",
        method: "GET",
        path: "/refuse",
        tag: "Refus",
        summary: "Refuser",
        capacities: ["agent"],
        requirements: [],
        params: {},
        answer: nothing,
        handle: () => Effect.fail(refusal),
      }),
    ],
    catalogue: interviewsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Refus",
    version: "1.0.0",
  })
}

const problem = async (refusal: InterviewsRefusal, language: string) =>
  problemIn(
    await ask(refusing(refusal), "/refuse", {
      as: "p-1 agent",
      headers: { "accept-language": language },
    }),
  )

const forbidden = /^(?:actor|delegation)\.|^step\.wrong-actor$|^campaign\.not-ones-agents$/u
const missing = /\.unknown(?:-file|-act)?$|^report\.not-available$/u
const refusedValue = [
  "person.unknown",
  "delegation.to-oneself",
  "delegation.dates-reversed",
  "delegation.too-long",
]

// The statuses that the words of a code promise, whatever the table says.
const promised = ({ _tag }: InterviewsRefusal): ReadonlyArray<number> => {
  if (refusedValue.includes(_tag)) return [422]
  if (forbidden.test(_tag)) return [403]
  if (missing.test(_tag)) return [404]
  if (_tag === "export.expired") return [410]
  if (/illegal-transition|confirmation-required|already-|-open$/u.test(_tag)) return [409]
  return [409, 422]
}

describe("a refusal of interviews", () => {
  test.each(samples)(
    "$_tag is answered with its status, in words, with its grounds",
    async (refusal) => {
      const fr = await problem(refusal, "fr")
      const en = await problem(refusal, "en")
      expect(promised(refusal)).toContain(fr.status)
      expect([fr.code, en.code, en.status]).toEqual([refusal._tag, refusal._tag, fr.status])
      expect(fr.detail).not.toBe(en.detail)
      expect(`${fr.detail} ${en.detail}`).not.toMatch(/undefined|\[object|NaN/u)
      expect(fr.requirements.length).toBeGreaterThan(0)
      expect(fr.title).not.toBe("")
    },
  )

  test("has a sample of each code", () => {
    const known = Object.keys(wordingFr.refusals).toSorted()
    expect([...new Set(samples.map(({ _tag }) => _tag))].toSorted()).toEqual(known)
  })
})
