import fc from "fast-check"
import { expect, it } from "vitest"
import { isMailAddress, oneLine, safeFileName, severalLines } from "../src/neutral-text.ts"

it.each([
  ["../../etc/passwd", "etc-passwd"],
  ["a\\b:c*?.pdf", "a-b-c--.pdf"],
  ["Convocation - Zoé Lefèvre.pdf", "Convocation - Zoé Lefèvre.pdf"],
  [".htaccess", "htaccess"],
  ["con\r\nX: y.pdf", "con X- y.pdf"],
  [" . ", "document"],
  ["", "document"],
  [`${"é".repeat(300)}.pdf`, `${"é".repeat(116)}.pdf`],
])("the file name %j becomes %j", (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

it("no text keeps a line end or a control character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(severalLines(text).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(safeFileName(text)).toMatch(/^[^\p{Cc}/\\]{1,240}$/u)
    }),
  )
})

it("an ordinary text stays as it is", () => {
  const text = "Lycée Œuvre-d’Étampes, salle 12 (Fakaʻofo, Łódź)"
  expect(oneLine(text)).toBe(text)
  expect(severalLines(`${text}\n\n${text}`)).toBe(`${text}\n\n${text}`)
})

it.each([
  ["zoe.lefevre+rdc@ac-creteil.fr", true],
  ["zoé@académie.example", true],
  ["zoe@@ac.fr", false],
  ["zoe lefevre@ac.fr", false],
  ["zoe@ac.fr\n", false],
  ["<zoe@ac.fr>", false],
])("%j is an address: %j", (address, expected) => {
  expect(isMailAddress(address)).toBe(expected)
})
