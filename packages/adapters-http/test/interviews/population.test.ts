/** A population file over HTTP, from the bytes of a spreadsheet to the interviews opened. */
import { describe, expect, test } from "vitest"
import { authority, campaign, superior } from "../../../core/test/interviews/given.ts"
import { bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import {
  campaignVersion,
  interviewsPortal,
  type InterviewsPortal,
  otherAgent,
} from "../support/interviews-portal.ts"

const path = `/interview-campaigns/${campaign}`

const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "latin1"))

const send = async (
  { app }: InterviewsPortal,
  body: string | Uint8Array<ArrayBuffer>,
  { query = "", seen = campaignVersion, key = "k-1", language = "fr" } = {},
): Promise<Response> =>
  await app.request(`${path}/population${query}`, {
    method: "POST",
    headers: {
      "x-test-as": "admin-1 administrator",
      "content-type": "text/csv",
      "idempotency-key": key,
      "if-match": `"v${seen}"`,
      "accept-language": language,
    },
    body,
  })

const listed = async ({ app }: InterviewsPortal): Promise<number> => {
  const headers = { "x-test-as": "hr-1 hr-service" }
  const response = await app.request(`${path}/interviews`, { headers })
  return (await bodyIn<{ readonly count: number }>(response)).count
}

const header = "agent;superior;authority;remarque"
const good = `${otherAgent.id};${superior.id};${authority.id};`

describe("a population file", () => {
  test("CAM-05 in Windows-1252 opens its interviews", async () => {
    const running = await interviewsPortal()
    const response = await send(running, latin(`${header}\r\n${good}arriv\u00e9e en ao\u00fbt\r\n`))
    expect([response.status, await bodyIn(response)]).toEqual([
      200,
      { lines: 1, sound: 1, opened: 1, faults: [], warnings: [] },
    ])
    expect(await listed(running)).toBe(2)
  })

  test("CAM-05 with one bad line opens nothing, and tells its line and column", async () => {
    const running = await interviewsPortal()
    const response = await send(
      running,
      latin(`${header}\r\n${good}\r\nnobody-1;${superior.id};\r\n`),
    )
    expect(await problemIn(response)).toMatchObject({
      status: 422,
      code: "population.refused",
      values: {
        faults: [
          { line: 3, column: "agent", value: "nobody-1", code: "agent-unknown" },
          { line: 3, column: "authority", value: "", code: "authority-missing" },
        ],
      },
    })
    expect(await listed(running)).toBe(1)
  })

  test("CAM-05 opens the good lines when the caller accepts it", async () => {
    const running = await interviewsPortal()
    const body = `${header}\n${good}\nnobody-1;${superior.id};${authority.id}\n`
    const response = await send(running, body, { query: "?acceptPartial=true" })
    expect(await bodyIn(response)).toMatchObject({ lines: 2, opened: 1, faults: [{ line: 3 }] })
    expect(await listed(running)).toBe(2)
  })

  test("CAM-05 tells in a dry run what it would open, and opens nothing", async () => {
    const running = await interviewsPortal()
    const body = `${header}\n${good}\nnobody-1;${superior.id};${authority.id}\n`
    const response = await send(running, body, { query: "?dryRun=true" })
    expect(await bodyIn(response)).toMatchObject({ lines: 2, opened: 0, faults: [{ line: 3 }] })
    expect(await listed(running)).toBe(1)
    expect((await send(running, body, { query: "?dryRun=maybe" })).status).toBe(400)
  })

  test("CAM-05 tells a wrong header once, and each fault in a sentence", async () => {
    const running = await interviewsPortal()
    const line = `${otherAgent.id};${superior.id};${authority.id}\n`
    const body = `agent;superieur;authority\n${line}${line}`
    const response = await send(running, body, { query: "?dryRun=true" })
    const { faults } = await bodyIn<{ readonly faults: ReadonlyArray<unknown> }>(response)
    expect(faults).toEqual([
      {
        line: 1,
        column: "superior",
        code: "column-missing",
        value: "",
        sentence: expect.stringMatching(/^Ligne 1, colonne «\u202f?\s?superior/u),
      },
      expect.objectContaining({ line: 3, code: "agent-twice" }),
    ])
  })

  test("CAM-05 with a header alone is refused", async () => {
    const running = await interviewsPortal()
    expect(await refusalIn(await send(running, `${header}\n;;\n`))).toBe("422 population.empty")
  })

  test("CAM-05 of more than 200,000 lines is refused", async () => {
    const body = `${header}\n${"a\n".repeat(200_001)}`
    const problem = await problemIn(await send(await interviewsPortal(), body))
    expect([problem.code, problem.values]).toMatchObject([
      "table.malformed",
      { line: 200_002, column: 1, reason: "too-many-lines" },
    ])
  })

  test.each([
    [
      "fr",
      "Le fichier ne se lit pas : ligne 1, colonne 1, les colonnes sont séparées par des virgules, et non par des points-virgules.",
    ],
    [
      "en",
      "The file cannot be read: line 1, column 1, the columns are separated by commas, not by semicolons.",
    ],
  ])("CAM-05 of another spreadsheet is refused in words (%s)", async (language, detail) => {
    const body = `${header}\n${good}`.replaceAll(";", ",")
    const problem = await problemIn(await send(await interviewsPortal(), body, { language }))
    expect([problem.status, problem.detail, problem.requirements]).toEqual([
      422,
      detail,
      ["CAM-05"],
    ])
  })

  test("CAM-05 is refused on a stale version, and acts once when sent twice", async () => {
    const running = await interviewsPortal()
    const body = `${header}\n${good}`
    expect(await refusalIn(await send(running, body, { seen: 1 }))).toBe(
      "412 conflict.stale-version",
    )
    await send(running, body)
    const again = await send(running, body)
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(await refusalIn(await send(running, `${body}\n`))).toBe("422 idempotency.other-request")
    expect(await listed(running)).toBe(2)
  })
})
