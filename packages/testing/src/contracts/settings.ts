/** The contract of settings. */
import { Settings } from "@convoque/core/kernel/ports"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"

const { own, other } = tenants

/** The cases that every store of settings must pass. */
export const settingsContract: Contract<Settings> = [
  contractCase("a setting is the last JSON value put, whatever its kind", function* () {
    const settings = yield* Settings
    const values = [null, false, 0, "", "été", [], [1, [2]], { a: { b: "😀" }, c: [] }]
    for (const value of values) {
      yield* settings.put(own, "letterhead", value)
      yield* expectSame("value", yield* settings.get(own, "letterhead"), value)
    }
  }),
  contractCase("a setting never put is nothing, in each tenant", function* () {
    const settings = yield* Settings
    yield* settings.put(own, "a", 1)
    yield* expectSame("other name", yield* settings.get(own, "b"), undefined)
    yield* expectSame("other tenant", yield* settings.get(other, "a"), undefined)
  }),
]
