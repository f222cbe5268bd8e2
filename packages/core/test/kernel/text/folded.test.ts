import { foldedKey } from "@convoque/core/kernel/text"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deep, depth } from "../calendar/given.ts"

describe("folded keys", deep, () => {
  it.each([
    ["Éric", "eric"],
    ["LYCÉE  d’Œuvre", "lycee d'oeuvre"],
    ["Łódź", "lodz"],
    ["Søren Æbelø", "soren aebelo"],
    ["Straße", "strasse"],
    ["STRAẞE", "strasse"],
    ["Đorđe", "dorde"],
    ["Nguyễn Thị", "nguyen thi"],
    ["Şahin İnci ışık", "sahin inci isik"],
    ["Teva\u02BBihau", "teva'ihau"],
    ["l`été ‘ici’", "l'ete 'ici'"],
    ["Saint\u2011Étienne", "saint-etienne"],
    ["a\u00A0b\u202Fc\td", "a b c d"],
    ["  bord  ", "bord"],
    ["ﬁn", "fin"],
    ["ΣΟΦΟΣ", "σοφοσ"],
    ["zero\u200Bwidth", "zerowidth"],
    ["e\u0301te\u0301", "ete"],
    ["", ""],
  ])("folds %j to %j", (text, key) => expect(foldedKey(text)).toBe(key))

  it("sorts French names by their letters, whatever the accents", () => {
    const names = ["Zoé", "Éloïse", "œillet", "Eloi", "Odile", "Łukasz", "Luc"]
    const sorted = names.toSorted((a, b) => (foldedKey(a) < foldedKey(b) ? -1 : 1))
    expect(sorted).toEqual(["Eloi", "Éloïse", "Luc", "Łukasz", "Odile", "œillet", "Zoé"])
  })

  it("changes nothing the second time, and ignores case and composition", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...Array.from("aÉœŁ'’ʻ ß\u0301\u00A0-‑İı`´Σς")) }),
    )
    fc.assert(
      fc.property(text, (given) => {
        const key = foldedKey(given)
        expect(foldedKey(key)).toBe(key)
        expect(foldedKey(given.normalize("NFD"))).toBe(foldedKey(given.normalize("NFC")))
      }),
      { numRuns: 400 * depth },
    )
  })

  it("is the same in capitals and in small letters", () => {
    const french = fc.string({ unit: fc.constantFrom(...Array.from("abcdeéèêëçàâîïôùûüÿœæñ' -")) })
    fc.assert(fc.property(french, (text) => foldedKey(text.toUpperCase()) === foldedKey(text)))
  })
})
