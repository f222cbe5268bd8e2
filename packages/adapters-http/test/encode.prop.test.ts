/** The writer of answers writes what `Schema` writes. */
import {
  appointmentSetMachine,
  AppointmentSetEvent,
  CampaignFollowUp,
  FileDetail,
  fileDetail,
  wordingFr,
} from "@convoque/core/career-appointments"
import { appointmentSetCommand, campaignTerms, walkMachine } from "@convoque/testing"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { careerAppointmentsRoutes } from "../src/index.ts"
import { encoderOf } from "../src/encode.ts"

const written = <Value>(schema: Schema.Codec<Value, unknown>) => {
  const ours = encoderOf(schema)
  const theirs = Schema.encodeUnknownSync(Schema.toCodecJson(schema))
  return (value: unknown): void => {
    const text = JSON.stringify(theirs(value))
    if (JSON.stringify(ours(value)) !== text) expect(ours(value)).toEqual(theirs(value))
  }
}

const renamed = Schema.Struct({ own: Schema.String }).pipe(Schema.encodeKeys({ own: "other" }))
const untagged = Schema.Union([Schema.Struct({ a: Schema.Int }), Schema.Struct({ b: Schema.Int })])

interface Tree {
  readonly children: ReadonlyArray<Tree>
}
const Tree: Schema.Codec<Tree> = Schema.Struct({
  children: Schema.Array(Schema.suspend((): Schema.Codec<Tree> => Tree)),
})

describe("the writer of answers", () => {
  test("writes every file that a life can reach as Schema does, whatever is beside its fields", () => {
    const check = written(FileDetail)
    let files = 0
    walkMachine(
      {
        machine: appointmentSetMachine,
        commands: appointmentSetCommand,
        event: AppointmentSetEvent,
        walks: 60,
      },
      ({ state }) => {
        if (state._tag === "none") return
        files += 1
        const { history, ...detail } = fileDetail(state, wordingFr)
        check({ ...detail, history: history.map((act) => ({ ...act, beside: 1 })), beside: {} })
      },
    )
    expect(files).toBeGreaterThan(1000)
  })

  test("writes the follow-up of any campaign as Schema does", () => {
    const check = written(CampaignFollowUp)
    const counts = fc.dictionary(fc.stringMatching(/^[a-z-]{1,9}$/u), fc.nat())
    const followUp = fc.record({ terms: campaignTerms, byState: counts, lateEvaluators: counts })
    fc.assert(
      fc.property(followUp, (some) => {
        check({ campaign: "c-1", schoolYear: "2026-2027", ...some })
      }),
    )
  })

  // Terms of a campaign are too seldom right by chance: the two tests above make them.
  const seldom = ["FileDetail", "CampaignFollowUp"]
  const sampled = careerAppointmentsRoutes.flatMap(({ name, schemas }) => {
    const schema = schemas.answer.schema
    const isSampled =
      schema !== undefined && !seldom.includes(SchemaAST.resolveIdentifier(schema.ast) ?? "")
    return isSampled ? [{ name, schema: schema as Schema.Codec<unknown> }] : []
  })

  test.each(sampled)("writes what $name answers as Schema does", async ({ schema }) => {
    const values = Arbitrary.sampleEffect(Arbitrary.schema(schema), {
      count: 200,
      size: 8,
      seed: 1,
    })
    const check = written(schema)
    for (const value of await Effect.runPromise(values)) check(value)
  })

  const Web = Schema.TaggedStruct("web", { url: Schema.String })
  const Fax = Schema.TaggedStruct("fax", { digits: Schema.Array(Schema.Int) })
  const cases: ReadonlyArray<readonly [string, Schema.Codec<unknown, unknown>, unknown]> = [
    ["a date", Schema.Struct({ at: Schema.Date }), { at: new Date(0) }],
    ["a number that JSON has not", Schema.Struct({ n: Schema.Number }), { n: Number.NaN }],
    ["a number in a text", Schema.Array(Schema.FiniteFromString), [1, 2.5]],
    ["an option", Schema.Option(Web), Option.some({ _tag: "web", url: "a" })],
    ["a set", Schema.ReadonlySet(Schema.String), new Set(["a"])],
    ["a field under another name", renamed, { own: "a" }],
    ["an absent field", Schema.Struct({ a: Schema.optionalKey(Web) }), {}],
    ["an undefined field", Schema.Struct({ a: Schema.optional(Web) }), { a: undefined }],
    ["a list after its first", Schema.NonEmptyArray(Web), [{ _tag: "web", url: "a", more: 1 }]],
    ["a pair", Schema.Tuple([Web, Schema.Int]), [{ _tag: "web", url: "a", more: 1 }, 2]],
    ["nothing or a struct", Schema.NullOr(Fax), { _tag: "fax", digits: [1], more: 1 }],
    ["nothing", Schema.NullOr(Fax), null],
    ["a text or a struct", Schema.Union([Schema.String, Fax]), "a"],
    ["one of two", Schema.Union([Web, Fax]), { _tag: "fax", digits: [], more: 1 }],
    ["one of two without tags", untagged, { b: 1, more: 1 }],
    ["a list or a struct", Schema.Union([Schema.Array(Schema.Int), Web]), [1]],
    ["a record", Schema.Record(Schema.String, Web), { k: { _tag: "web", url: "a", more: 1 } }],
    ["any JSON", Schema.Struct({ any: Schema.Unknown }), { any: { deep: [1] } }],
    ["a list of itself", Tree, { children: [{ children: [] }] }],
  ]

  test.each(cases)("writes %s as Schema does", (_, schema, value) => {
    expect(encoderOf(schema)(value)).toEqual(
      Schema.encodeUnknownSync(Schema.toCodecJson(schema))(value),
    )
  })

  test.each<readonly [string, Schema.Codec<unknown, unknown>, unknown]>([
    ["a field that is missing", Web, { _tag: "web" }],
    ["a text in the place of a struct", Web, "web"],
    ["an unknown tag", Schema.Union([Web, Fax]), { _tag: "post" }],
  ])("writes nothing of %s", (_, schema, value) => {
    expect(() => encoderOf(schema)(value)).toThrow()
  })

  test("gives no object a prototype of the caller's", () => {
    const record = Schema.Record(Schema.String, Web)
    const given: unknown = JSON.parse('{"__proto__":{"_tag":"web","url":"a"}}')
    expect(JSON.stringify(encoderOf(record)(given))).toBe('{"__proto__":{"_tag":"web","url":"a"}}')
  })
})
