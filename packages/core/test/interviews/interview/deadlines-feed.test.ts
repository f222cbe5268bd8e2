import { describe, expect, it } from "vitest"
import type { AppealCourse } from "../../../src/interviews/interview/rules/deadlines.ts"
import { deadlineFeed } from "../../../src/interviews/interview/rules/deadlines-feed.ts"
import { economyFinance, hrMemo } from "../../../src/interviews/terms/procedures.ts"
import {
  as,
  day,
  doing,
  heldOnDay,
  instantOn,
  type Led,
  opened,
  proposed,
  stepped,
  steppedOn,
  termsOf,
} from "./deadlines-given.ts"

const labels = {
  language: "fr",
  name: "Échéances de Zoé agent-1",
  summary: ({ act }: { readonly act: string }) => `Dernier jour : ${act}`,
  description: ({ source }: { readonly source: string }) => source,
}

const feedOn = ({ state, terms }: Led, on: string, appeal: AppealCourse = {}) =>
  deadlineFeed(state, terms, { at: instantOn(day(on)), labels, appeal })

const lines = (...asked: Parameters<typeof feedOn>) =>
  feedOn(...asked).days.map(({ day: last, uid }) => `${last} ${uid.split("agent-1-")[1] ?? ""}`)

const memo = termsOf(hrMemo)
const heldFile = heldOnDay(memo, day("2026-03-16"))
const notified = steppedOn(
  heldFile,
  ["2026-03-20", "2026-03-25", "2026-03-27", "2026-04-01"].map(day),
)

describe("the feed of a file's deadlines", () => {
  it("holds whole days with their words, under names that stay", () => {
    const { state, terms } = heldFile
    expect(feedOn({ state, terms }, "2026-03-17")).toEqual({
      name: labels.name,
      language: "fr",
      at: instantOn(day("2026-03-17")),
      days: [
        {
          uid: "professional-interview-2026-agent-1-communicate",
          day: "2026-04-15",
          summary: "Dernier jour : communicate",
          description: hrMemo.steps[0].period?.source,
        },
      ],
    })
  })

  it("has nothing while no period runs: a notice is no last day", () => {
    expect(lines(opened(memo), "2026-03-01")).toEqual([])
    expect(
      lines(proposed(opened(memo), day("2026-03-02"), day("2026-03-16")), "2026-03-03"),
    ).toEqual([])
  })

  it("keeps a day that is over until its act is done", () => {
    expect(lines(heldFile, "2026-12-01")).toEqual(["2026-04-15 communicate"])
    const communicated = stepped(heldFile, "communicate", day("2026-04-20"))
    expect(lines(communicated, "2026-12-01")).toEqual(["2026-05-05 agent-completion"])
  })

  it("gives the days in their order, whatever that of the acts", () => {
    const finance = steppedOn(
      heldOnDay(termsOf(economyFinance), day("2026-03-16")),
      ["2026-03-20", "2026-03-25", "2026-03-27", "2026-04-01"].map(day),
    )
    expect(lines(finance, "2026-04-02")).toEqual([
      "2026-04-09 sign",
      "2026-04-17 hierarchical-appeal",
    ])
    const lodged = { lodgedOn: day("2026-04-01") }
    expect(lines(finance, "2026-04-30", lodged)).toEqual([
      "2026-04-09 sign",
      "2026-04-17 appeal-answer",
      "2026-05-18 committee-referral",
    ])
  })

  it("shows the committee only once the authority's period is over or it has answered", () => {
    const lodged = { lodgedOn: day("2026-04-10") }
    expect(lines(notified, "2026-04-26", lodged)).toEqual(["2026-04-27 appeal-answer"])
    expect(lines(notified, "2026-04-27", lodged)).toEqual([
      "2026-04-27 appeal-answer",
      "2026-05-27 committee-referral",
    ])
    const answered = { ...lodged, answeredOn: day("2026-04-20") }
    expect(lines(notified, "2026-04-20", answered)).toEqual(["2026-05-20 committee-referral"])
  })

  it("has nothing in a deleted file", () => {
    const deleted = doing(notified, {
      _tag: "delete",
      at: instantOn(day("2026-04-02")),
      by: as("administrator"),
      terms: memo,
      hasOpenAppeal: true,
      acknowledged: [{ code: "interview.appeal-open", subject: "agent-1" }],
    })
    expect(deleted.state._tag).toBe("deleted")
    expect(lines(deleted, "2026-04-03", { lodgedOn: day("2026-04-01") })).toEqual([])
  })
})
