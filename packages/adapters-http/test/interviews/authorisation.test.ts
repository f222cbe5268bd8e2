/** Every route of interviews, tried in every capacity. */
import { Capacity } from "@convoque/core/kernel/identity"
import { beforeAll, describe, expect, test } from "vitest"
import {
  agent,
  authority,
  campaign,
  history,
  names,
  superior,
} from "../../../core/test/interviews/given.ts"
import { authorisationTable, interviewsRoutes } from "../../src/index.ts"
import { ask, type Asking, problemIn, refusalIn } from "../support/ask.ts"
import { delegate, interviewsPortal, type InterviewsPortal } from "../support/interviews-portal.ts"

const values: Readonly<Record<string, string>> = {
  type: names.type,
  year: String(names.year),
  agent: agent.id,
  campaign,
  step: "sign",
  act: "sign",
  delegator: superior.id,
  delegate: delegate.id,
  capacity: "superior",
  export: "id-1",
  file: "1",
}

const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => values[name] ?? name)

const people: Readonly<Record<Capacity, string>> = {
  agent: agent.id,
  evaluator: superior.id,
  "campaign-manager": "hr-1",
  superior: superior.id,
  authority: authority.id,
  "hr-service": "hr-1",
  "school-head": "hr-1",
  "centre-head": "hr-1",
  "exam-manager": "hr-1",
  "exams-division": "hr-1",
  administrator: "admin-1",
  system: "scheduler",
}

const lines = authorisationTable(interviewsRoutes)

const cells = lines.flatMap(({ name, method, path, allowed }) =>
  Capacity.literals.map((capacity) => ({
    name,
    method,
    address: addressOf(path),
    capacity,
    isAllowed: allowed[capacity],
  })),
)

let running: InterviewsPortal
beforeAll(async () => {
  running = await interviewsPortal({ past: history.closed }, "2026-02-21")
})

const asked = (method: string, address: string, asking: Asking = {}) =>
  ask(running.app, address, {
    method,
    key: "k-1",
    seen: 1,
    ...(method === "GET" ? {} : { body: {} }),
    ...asking,
  })

// By capacity alone: the values name the capacities that may, not the one that may not.
const isRefusedByCapacity = async (response: Response): Promise<boolean> => {
  if (response.ok) return false
  const { status, code, values: told } = await problemIn(response)
  expect(status).not.toBe(401)
  return code === "actor.not-allowed" && "allowed" in told
}

describe("authorisation of interviews", () => {
  test.each(cells)(
    "CAM-01 $name x $capacity: $isAllowed",
    async ({ method, address, capacity, isAllowed }) => {
      const response = await asked(method, address, { as: `${people[capacity]} ${capacity}` })
      expect(await isRefusedByCapacity(response)).toBe(!isAllowed)
    },
  )

  test.each(lines)("$name asks who it is", async ({ method, path }) => {
    expect(await refusalIn(await asked(method, addressOf(path)))).toBe("401 session.required")
  })

  test("leaves no route to everybody, none to nobody, none to the scheduler", () => {
    const counts = lines.map(({ allowed }) => Object.values(allowed).filter(Boolean).length)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(lines.filter(({ allowed }) => allowed.system || allowed.evaluator)).toEqual([])
  })

  test("ENT-22 lets nobody be the agent or an administrator for another", () => {
    const delegated = lines.filter(
      ({ onBehalf }) => onBehalf.agent || onBehalf.administrator || onBehalf.system,
    )
    expect(delegated).toEqual([])
  })
})
