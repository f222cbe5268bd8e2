import {
  Ine,
  ineCheck,
  maskedNumen,
  Numen,
  PersonId,
  Uai,
  uaiCheck,
  withoutNumens,
} from "@convoque/core/kernel/identity"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const refuses = (schema: Schema.Codec<string>, text: string): boolean =>
  Result.isFailure(Schema.decodeUnknownResult(schema)(text))

describe("UAI", () => {
  it.each([
    "1340035K",
    "0819999D",
    "0951099D",
    "0750654D",
    "0752524L",
    "0920131T",
    "0040003G",
    "0133525L",
    "9830002K",
  ])("regulations 7.1: %s has its check letter", (uai) =>
    expect(uaiCheck(Uai.make(uai))).toEqual({ valid: true, expected: uai.charAt(7) }),
  )

  it("regulations 7.1: warns of a wrong letter without refusing it", () => {
    expect(uaiCheck(Uai.make("0312267V"))).toEqual({ valid: false, expected: "W" })
    expect(uaiCheck(Uai.make("0312267W")).valid).toBe(true)
    expect(uaiCheck(Uai.make("0010001H")).valid).toBe(false)
    expect(uaiCheck(Uai.make("0000000A"))).toEqual({ valid: true, expected: "A" })
  })

  it.each([
    "0312267",
    "0312267w",
    "312267W",
    "03122670",
    "0312267WW",
    " 0312267W",
    "0312267W\n",
    "",
  ])("refuses %j", (text) => expect(refuses(Uai, text)).toBe(true))
})

describe("NUMEN", () => {
  it("reads thirteen characters and shows the first two only", () => {
    const numen = Numen.make("12E0123456ABC")
    expect(maskedNumen(numen)).toBe("12•••••••••••")
    expect(maskedNumen(numen)).toHaveLength(13)
  })

  it.each([
    "12E0123456AB",
    "12e0123456ABC",
    "1EE0123456ABC",
    "12E012345XABC",
    "12E0123456ABCD",
    "",
  ])("refuses %j", (text) => expect(refuses(Numen, text)).toBe(true))
})

describe("a text that may hold a NUMEN", () => {
  it.each([
    ["12E0123456ABC", "•••••"],
    ["epp-12e0123456abc", "epp-•••••"],
    ["né 12E 0123456 ABC, 31e9876543xyz", "né •••••, •••••"],
    ["12E0123456AB", "12E0123456AB"],
  ])("masks %j", (text, masked) => expect(withoutNumens(text)).toBe(masked))

  it.each([
    "12E0123456ABC",
    "12e0123456abc",
    "epp-12E0123456ABC",
    "epp-12e0123456abc",
    "x12E0123456ABCx",
  ])("PER-02 is no id of a person: %j", (id) => expect(refuses(PersonId, id)).toBe(true))

  it("PER-02 leaves a hexadecimal number the id of a person", () =>
    expect(refuses(PersonId, "f12e0123456abcdef0123456789abcde")).toBe(false))
})

describe("INE", () => {
  it("regulations 7.2: knows the two published forms, warns of others", () => {
    expect(ineCheck(Ine.make("123456789AB"))).toEqual({ valid: true, form: "since-2018" })
    expect(ineCheck(Ine.make("1234567890A"))).toEqual({ valid: true, form: "before-2018" })
    expect(ineCheck(Ine.make("0ABCD12345X"))).toEqual({ valid: false, form: "unknown" })
  })

  it.each(["123456789A", "123456789ABC", "123456789ab", "123456789-B", ""])("refuses %j", (text) =>
    expect(refuses(Ine, text)).toBe(true),
  )
})
