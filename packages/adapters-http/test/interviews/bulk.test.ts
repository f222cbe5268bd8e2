/** Ten thousand interviews in one request: its body is larger than those of other routes. */
import { describe, expect, test } from "vitest"
import { campaign, history, otherSuperior } from "../../../core/test/interviews/given.ts"
import { ask, problemIn, refusalIn } from "../support/ask.ts"
import { campaignVersion, interviewsPortal } from "../support/interviews-portal.ts"

const from = `/interview-campaigns/${campaign}`
const interviews = Array.from(
  { length: 10_000 },
  (_, index) => `${"a".repeat(60)}/2026/${"p".repeat(60)}-${index}`,
)
const acknowledged = interviews.map((subject) => ({
  code: "interview.confirmation-required",
  subject,
}))

const sent = async (path: string, body: unknown, headers = {}) => {
  const { app } = await interviewsPortal({ past: history.proposed }, "2026-02-24")
  return ask(app, `${from}/${path}`, {
    method: "POST",
    as: "admin-1 administrator",
    key: "k-1",
    body,
    headers,
  })
}

describe("10,000 interviews", () => {
  test.each<[string, string, object]>([
    ["CAM-23 to delete, each acknowledged", "interview-deletions", { interviews, acknowledged }],
    [
      "CAM-19 to confide to another",
      "moves",
      { interviews, superior: otherSuperior.id, reason: "Départ." },
    ],
    ["CAM-22 to print", "prints", { interviews }],
  ])("%s are read", async (_, path, body) => {
    expect(JSON.stringify(body).length).toBeGreaterThan(1_048_576)
    expect(await refusalIn(await sent(path, body))).toBe("422 campaign.unknown-interview")
  })

  test("CAM-17 are acknowledged with the campaign that is deleted", async () => {
    const response = await sent(
      "deletion",
      { acknowledged },
      { "if-match": `"v${campaignVersion}"` },
    )
    expect(await refusalIn(response)).toBe("409 campaign.confirmation-required")
  })

  test("CAM-23 with a body above 8 MB are refused", async () => {
    const response = await sent("interview-deletions", " ".repeat(8_388_609))
    expect(await problemIn(response)).toMatchObject({
      code: "request.too-large",
      values: { limitBytes: 8_388_608 },
    })
  })
})

test("ENT-04 a route that takes one thing keeps the limit of the app", async () => {
  const { app } = await interviewsPortal({ past: history.proposed }, "2026-02-24")
  const response = await ask(app, from, {
    method: "PATCH",
    as: "admin-1 administrator",
    key: "k-1",
    headers: { "if-match": `"v${campaignVersion}"` },
    body: { label: "x".repeat(1_048_576) },
  })
  expect(await refusalIn(response)).toBe("413 request.too-large")
})
