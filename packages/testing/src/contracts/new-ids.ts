/** The contract of new ids. */
import { NewIds } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame } from "./case.ts"

/** The cases that every source of ids must pass. */
export const newIdsContract: Contract<NewIds> = [
  contractCase("ids differ and are 1 to 64 letters, digits and hyphens", function* () {
    const ids = yield* NewIds
    const given = yield* Effect.all(Array.from({ length: 1000 }, () => ids.next))
    yield* expectSame("different", new Set(given).size, 1000)
    const odd = given.filter((id) => !/^[A-Za-z0-9-]{1,64}$/u.test(id))
    yield* expectSame("odd", odd, [])
  }),
]
