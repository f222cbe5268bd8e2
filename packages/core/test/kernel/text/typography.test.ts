import { fr, quotedEn, quotedFr } from "@convoque/core/kernel/text"
import { describe, expect, it } from "vitest"

describe("typography", () => {
  it.each([
    [fr`Motif : ${"a"} ; fin`, "Motif\u00A0: a\u00A0; fin"],
    [fr`« ${"a"} » ?`, "«\u00A0a\u00A0»\u00A0?"],
    [fr`${50} % des agents`, "50\u00A0% des agents"],
    [fr`08:30, a:b`, "08:30, a:b"],
    [fr`un mot`, "un mot"],
  ])("holds the signs of %j by no-break spaces", (printed, expected) =>
    expect(printed).toBe(expected),
  )

  it("prints what is put into a text as it is", () => {
    expect(fr`Entretien : ${"2026 : « accueil »"}`).toBe("Entretien\u00A0: 2026 : « accueil »")
    expect(fr`${"a"}${"b"}`).toBe("ab")
  })

  it("quotes in each language, and shows an empty text", () => {
    expect(quotedFr("un mot")).toBe("«\u00A0un mot\u00A0»")
    expect(quotedFr("")).toBe("(vide)")
    expect(quotedEn("a word")).toBe("“a word”")
    expect(quotedEn("")).toBe("(empty)")
  })
})
