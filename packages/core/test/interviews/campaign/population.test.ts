/** Reading a population file: faults and warnings at their line and column. */
import type { Person } from "@convoque/core/kernel/ports"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { manyAgents } from "../../../src/interviews/campaign/model.ts"
import {
  inCircles,
  type PopulationLine,
  readPopulation,
} from "../../../src/interviews/campaign/rules/population.ts"
import { agent, authority, id, otherSuperior, superior } from "../given.ts"

const person = (key: string, email = `${key}@academie.example`): Person => ({
  id: id(key),
  givenName: "Prénom",
  familyName: key,
  quality: "Agent",
  email,
})
const people = [agent, superior, otherSuperior, authority, person("agent-2"), person("agent-3", "")]
const facts = (opened: ReadonlyArray<string> = []) => ({
  people: new Map(people.map((one) => [one.id as string, one])),
  opened: new Set(opened),
})
const line = (number: number, ...cells: ReadonlyArray<string>): PopulationLine => ({
  line: number,
  values: Object.fromEntries(
    ["agent", "superior", "authority"].flatMap((column, index) => {
      const value = cells[index]
      return value === undefined ? [] : [[column, value]]
    }),
  ),
})
const good = line(2, "agent-1", "superior-1", "authority-1")

describe("ENT-28 faults", () => {
  test("none: the people of the line, spaces around ids left out", () => {
    expect(readPopulation([line(2, " agent-1", "superior-1 ", "authority-1")], facts())).toEqual({
      sound: [{ agent, superior, authority }],
      faults: [],
      warnings: [],
    })
  })

  test.each([
    ["agent", "agent-missing", line(3, "", "superior-1", "authority-1")],
    ["agent", "agent-unknown", line(3, "agent-9", "superior-1", "authority-1")],
    ["superior", "superior-missing", line(3, "agent-2", " ", "authority-1")],
    ["superior", "superior-unknown", line(3, "agent-2", "x", "authority-1")],
    ["superior", "superior-is-agent", line(3, "agent-2", "agent-2", "authority-1")],
    ["authority", "authority-missing", line(3, "agent-2", "superior-1", "")],
    ["authority", "authority-unknown", line(3, "agent-2", "superior-1", "x")],
    ["authority", "authority-is-agent", line(3, "agent-2", "superior-1", "agent-2")],
    ["authority", "authority-is-superior", line(3, "agent-2", "superior-1", "superior-1")],
    ["authority", "column-missing", line(3, "agent-2", "superior-1")],
    ["agent", "agent-twice", line(3, "agent-1", "superior-2", "authority-1")],
  ] as const)("in %s: %s", (column, code, wrong) => {
    const { sound, faults } = readPopulation([good, wrong], facts())
    expect(faults).toStrictEqual([
      { line: 3, column, code, value: (wrong.values[column] ?? "").trim() },
    ])
    expect(sound).toStrictEqual([{ agent, superior, authority }])
  })

  test("an agent who has an interview of that year", () => {
    expect(readPopulation([good], facts(["agent-1"])).faults).toStrictEqual([
      { line: 2, column: "agent", code: "agent-already-has-interview", value: "agent-1" },
    ])
  })

  test("all faults of a line, the value cut where a cell is huge", () => {
    const huge = "x".repeat(1_000_000)
    const { faults } = readPopulation([line(2, huge, "", "agent-9")], facts())
    expect(faults.map(({ column, code }) => [column, code])).toStrictEqual([
      ["agent", "agent-unknown"],
      ["superior", "superior-missing"],
      ["authority", "authority-unknown"],
    ])
    expect(faults[0]?.value).toHaveLength(64)
  })

  test("the names of an object's own methods are nobody", () => {
    const { faults } = readPopulation([line(2, "constructor", "__proto__", "toString")], facts())
    expect(faults.map(({ code }) => code)).toStrictEqual([
      "agent-unknown",
      "superior-unknown",
      "authority-unknown",
    ])
  })
})

describe("warnings, which keep nothing from being opened", () => {
  test("no address", () => {
    const { sound, warnings } = readPopulation(
      [line(2, "agent-3", "superior-1", "authority-1")],
      facts(),
    )
    expect(sound).toHaveLength(1)
    expect(warnings).toStrictEqual([
      { line: 2, column: "agent", code: "agent-without-address", value: "agent-3" },
    ])
  })

  test("managers in a circle, directly or through others", () => {
    const { sound, warnings } = readPopulation(
      [
        line(2, "agent-1", "agent-2", "authority-1"),
        line(3, "agent-2", "superior-1", "authority-1"),
        line(4, "superior-1", "agent-1", "authority-1"),
        line(5, "superior-2", "agent-1", "authority-1"),
      ],
      facts(),
    )
    expect(sound).toHaveLength(4)
    expect(warnings.map(({ line: at, code }) => [at, code])).toStrictEqual([
      [2, "circular-managers"],
      [3, "circular-managers"],
      [4, "circular-managers"],
    ])
  })

  test("a superior with a great number of agents", () => {
    const agents = Array.from({ length: manyAgents + 1 }, (_, index) => person(`a-${index}`))
    const known = {
      people: new Map([...people, ...agents].map((one) => [one.id as string, one])),
      opened: new Set<string>(),
    }
    const lines = agents.map((one, index) => line(index + 2, one.id, "superior-1", "authority-1"))
    expect(readPopulation(lines.slice(1), known).warnings).toStrictEqual([])
    const { warnings } = readPopulation(lines, known)
    expect(warnings).toHaveLength(manyAgents + 1)
    expect(new Set(warnings.map(({ code }) => code))).toStrictEqual(
      new Set(["superior-with-many-agents"]),
    )
  })
})

describe("circles of managers", () => {
  const key = fc.integer({ min: 0, max: 8 }).map(String)

  test("are those found by walking up from each agent", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (pairs) => {
        const superiorOf = new Map(pairs)
        const slow = [...superiorOf.keys()].filter((start) => {
          if (superiorOf.get(start) === start) return false
          let one = superiorOf.get(start)
          for (let steps = 0; steps <= pairs.length && one !== undefined; steps++) {
            if (one === start) return true
            one = superiorOf.get(one)
          }
          return false
        })
        expect([...inCircles(superiorOf)].toSorted()).toStrictEqual(slow.toSorted())
      }),
    )
  })

  test("take no longer for a chain of fifty thousand", () => {
    const chain = new Map(
      Array.from({ length: 50_000 }, (_, index) => [String(index), String(index + 1)]),
    )
    expect(inCircles(chain).size).toBe(0)
    expect(inCircles(new Map([...chain, ["50000", "0"]])).size).toBe(50_001)
  })
})

test("CAM-05 every line is sound or has a fault, never both", () => {
  const cell = fc.oneof(
    fc.constantFrom(...people.map((one) => one.id as string), "", "nobody"),
    fc.string({ unit: "binary", maxLength: 20 }),
  )
  const any = fc
    .array(fc.record({ agent: cell, superior: cell, authority: cell }, { requiredKeys: [] }))
    .map((rows) =>
      rows.map((values, index): PopulationLine => ({
        line: index + 2,
        values: { ...values } as Record<string, string>,
      })),
    )
  fc.assert(
    fc.property(any, fc.subarray(people.map((one) => one.id as string)), (lines, opened) => {
      const { sound, faults } = readPopulation(lines, facts(opened))
      const faulty = new Set(faults.map((fault) => fault.line))
      // A fault of the header is one of every line.
      const kept = faulty.has(1) ? 0 : lines.length - faulty.size
      expect(sound.length).toBe(kept)
      const agents = sound.map((one) => one.agent.id as string)
      expect(new Set(agents).size).toBe(agents.length)
      expect(agents.some((one) => opened.includes(one))).toBe(false)
      expect(sound.every((one) => one.agent.id !== one.superior.id)).toBe(true)
    }),
  )
})
