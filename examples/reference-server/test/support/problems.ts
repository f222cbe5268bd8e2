/** What a precise refusal looks like, and the count of all that a database holds. */
import { Database } from "@convoque/adapters-sql"
import { expect } from "vitest"
import type { Office } from "./office.ts"
import type { Seen } from "./visitor.ts"

/** A refusal expected: its status and code, then the requirement and the field that it names. */
export interface Expected {
  readonly refusal: string
  readonly requirement?: string
  readonly pointer?: string
}

/** Checks that an answer is the problem expected, with a French sentence and nothing of the inside. */
export const expectProblem = (answer: Seen, { refusal, requirement, pointer }: Expected): void => {
  const { body, status, code, headers, text } = answer
  expect(`${status} ${String(code)}`, text).toBe(refusal)
  expect(headers.get("content-type")).toBe("application/problem+json")
  expect(body).toMatchObject({
    type: `urn:problem-type:convoque:${String(code)}`,
    status,
    instance: headers.get("x-request-id"),
    requirements: expect.any(Array),
    values: expect.any(Object),
  })
  expect(body["detail"]).toMatch(/^[A-ZÀÉL«].{15,}[.:)]$/su)
  expect(text).not.toMatch(/node_modules|\.ts:\d|SqlRefused|Error:/u)
  if (requirement !== undefined) expect(body["requirements"]).toContain(requirement)
  if (pointer !== undefined) expect(pointersOf(body)).toContain(pointer)
}

const pointersOf = ({ values }: Seen["body"]): ReadonlyArray<string> =>
  (
    values as {
      readonly violations: ReadonlyArray<{ readonly pointer: string; readonly message: string }>
    }
  ).violations.map(({ pointer, message }) => {
    expect(message).not.toBe("")
    return pointer
  })

/** Gives how many rows each table holds that a refused request must leave alone. */
export const heldBy = (office: Office): Promise<unknown> =>
  office.run(
    Database.use((database) =>
      database.read(
        `select (select json_agg(h order by h.kind, h.key) from convoque.head h) as heads,
          (select count(*) from convoque.event) as events,
          (select count(*) from convoque.view_entry) as entries,
          (select count(*) from convoque.message) as messages`,
        [],
      ),
    ),
  )
