/** Every route of career appointments, tried in every capacity. */
import { Capacity } from "@convoque/core/kernel/identity"
import { beforeAll, describe, expect, test } from "vitest"
import {
  agent,
  campaign,
  head,
  headInterview,
  headRole,
  manager,
} from "../../../core/test/career-appointments/given.ts"
import { authorisationTable, careerAppointmentsRoutes } from "../../src/index.ts"
import { ask, type Asking, problemIn, refusalIn } from "../support/ask.ts"
import { type Portal, portal } from "../support/portal.ts"

const names: Readonly<Record<string, string>> = {
  campaign,
  agent: agent.id,
  role: headRole,
  slot: headInterview,
}

const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => names[name] ?? name)

const people: Readonly<Record<Capacity, string>> = {
  agent: agent.id,
  evaluator: head.id,
  "campaign-manager": manager,
  superior: head.id,
  authority: manager,
  "hr-service": manager,
  "school-head": manager,
  "centre-head": manager,
  "exam-manager": manager,
  "exams-division": manager,
  administrator: manager,
  system: "scheduler",
}

const lines = authorisationTable(careerAppointmentsRoutes)

const cells = lines.flatMap(({ name, method, path, allowed }) =>
  Capacity.literals.map((capacity) => ({
    name,
    method,
    address: addressOf(path),
    capacity,
    isAllowed: allowed[capacity],
  })),
)

let running: Portal
beforeAll(async () => {
  running = await portal()
})

const asked = (method: string, address: string, asking: Asking = {}) =>
  ask(running.app, address, {
    method,
    key: "k-1",
    seen: 1,
    ...(method === "GET" ? {} : { body: {} }),
    ...asking,
  })

describe("authorisation of career appointments", () => {
  test.each(cells)(
    "$name x $capacity: $isAllowed",
    async ({ method, address, capacity, isAllowed }) => {
      const response = await asked(method, address, { as: `${people[capacity]} ${capacity}` })
      if (response.status === 200) return expect(isAllowed).toBe(true)
      const { status, code, values } = await problemIn(response)
      expect(status).not.toBe(401)
      // By capacity alone: the values name the capacities that may, not the one that may not.
      expect(code === "actor.not-allowed" && "allowed" in values).toBe(!isAllowed)
    },
  )

  test.each(lines)("$name asks who it is", async ({ method, path }) => {
    const response = await asked(method, addressOf(path))
    expect(response.headers.get("www-authenticate")).toBe("Bearer")
    expect(await refusalIn(response)).toBe("401 session.required")
  })

  test("leaves no route to everybody, and none to nobody", () => {
    const of = lines.map(({ name, allowed }) => ({
      name,
      count: Capacity.literals.filter((one) => allowed[one]).length,
    }))
    expect(of.filter(({ count }) => count === 0)).toEqual([])
    expect(lines.filter(({ allowed }) => allowed.system)).toEqual([])
  })
})
