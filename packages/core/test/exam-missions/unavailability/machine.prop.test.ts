/** The laws of the machine of a period, on random walks, and what holds of every period. */
import { fold } from "@convoque/core/kernel/machine"
import {
  difference,
  machineLaws,
  unavailabilityCommand,
  unavailabilityName,
  type Walk,
  walkMachine,
} from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { unavailabilityRef } from "../../../src/exam-missions/aggregates.ts"
import { UnavailabilityCommand } from "../../../src/exam-missions/unavailability/commands.ts"
import { unavailabilityMachine as machine } from "../../../src/exam-missions/unavailability/decider.ts"
import { UnavailabilityEvent } from "../../../src/exam-missions/unavailability/events.ts"
import {
  originCode,
  originOfCode,
  unavailabilityKey,
} from "../../../src/exam-missions/unavailability/model.ts"
import type { UnavailabilityRefusal } from "../../../src/exam-missions/unavailability/refusals.ts"
import { Unavailability } from "../../../src/exam-missions/unavailability/state.ts"
import { unavailabilities } from "../../../src/exam-missions/unavailability/views.ts"
import { depth } from "../../kernel/calendar/given.ts"
import { tenant } from "./given.ts"

const walk: Walk<
  Unavailability,
  UnavailabilityCommand,
  UnavailabilityEvent,
  UnavailabilityRefusal
> = {
  machine,
  commands: unavailabilityCommand,
  event: UnavailabilityEvent,
  walks: 200 * depth,
}
const limit = { timeout: 30_000 * depth }

test.each(machineLaws(walk))("IND-10 IND-11 IND-12 $name", limit, ({ check }) => {
  expect(check).not.toThrow()
})

const survives = <T>(schema: Schema.Codec<T, unknown>) => {
  const codec = Schema.toCodecJson(schema)
  const encode = Schema.encodeSync(codec)
  const decode = Schema.decodeUnknownSync(codec, { errors: "all", onExcessProperty: "error" })
  return (value: T) => difference(decode(JSON.parse(JSON.stringify(encode(value)))), value)
}

test("commands and states survive encoding and decoding", limit, () => {
  const commandDifference = survives(UnavailabilityCommand)
  const stateDifference = survives(Unavailability)
  walkMachine({ ...walk, walks: 30 * depth }, ({ state, command }) => {
    expect(commandDifference(command)).toBeUndefined()
    expect(stateDifference(state)).toBeUndefined()
  })
})

test("any event can be folded on any state, in any order, and gives a state", limit, () => {
  const isState = Schema.is(Unavailability)
  const seen: Array<UnavailabilityEvent> = []
  walkMachine({ ...walk, walks: 30 }, ({ decided }) => {
    if (Result.isSuccess(decided)) seen.push(...decided.success)
  })
  expect(new Set(seen.map(({ _tag }) => _tag)).size).toBe(3)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...seen), { maxLength: 8 }), (events) => {
      expect(isState(fold(machine, events))).toBe(true)
    }),
    { seed: 1, numRuns: 300 * depth },
  )
})

describe("what holds of every period", () => {
  test("IND-11 IND-12 only the school that declared a period ever deletes it", limit, () => {
    walkMachine(walk, ({ command, decided }) => {
      if (command._tag !== "deleteUnavailability" || Result.isFailure(decided)) return
      expect(command.by.capacity).toBe("school-head")
      expect(command.origin).toStrictEqual({ _tag: "school", school: command.by.school })
    })
  })

  test("IND-05 a declaration is accepted whatever missions it touches", limit, () => {
    walkMachine(walk, ({ state, command, decided }) => {
      if (command._tag !== "declareUnavailability") return
      const without = { ...command, overlapped: [] }
      const again = machine.decisions.declareUnavailability[state._tag]
      if (again === undefined) return
      const alone = again(without, state as never)
      expect(Result.isSuccess(alone)).toBe(Result.isSuccess(decided))
    })
  })

  test("a period keeps its acts, and is listed as long as it is in force", limit, () => {
    walkMachine(walk, ({ past, state }) => {
      if (state._tag === "none") return
      expect(state.acts).toStrictEqual(past)
      const scopes = unavailabilities
        .entries(state, unavailabilityKey(state))
        .map(({ scope }) => scope)
      expect(scopes).toStrictEqual(
        {
          declared: [`person:${state.person}`],
          imported: [`person:${state.person}`, `source:${originCode(state.origin)}`],
          removed: [],
        }[state._tag],
      )
    })
  })
})

describe("names of periods", () => {
  test("IND-10 two different periods never bear one key", () => {
    fc.assert(
      fc.property(unavailabilityName, unavailabilityName, (one, other) => {
        expect(unavailabilityKey(one) === unavailabilityKey(other)).toBe(
          difference(one, other) === undefined,
        )
      }),
      { seed: 1, numRuns: 500 * depth },
    )
  })

  test("origins have a code each, safe in keys and addresses, and are read back from it", () => {
    fc.assert(
      fc.property(unavailabilityName, (name) => {
        const code = originCode(name.origin)
        expect(code).toMatch(/^[A-Za-z0-9-]{3,16}$/u)
        expect(originOfCode(code)).toStrictEqual(name.origin)
        expect(unavailabilityRef(tenant, name).key.split("/")).toHaveLength(4)
      }),
      { seed: 1, numRuns: 300 * depth },
    )
    for (const code of ["", "epp", "academy-", "academy-a16", "0310001", "0310001H/"]) {
      expect(originOfCode(code)).toBeUndefined()
    }
  })
})
