import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, test } from "vitest"
import { layerMemory, layerStaffDirectoryMemory, staffDirectoryContract } from "@convoque/testing"

const layer = Layer.provideMerge(layerStaffDirectoryMemory, layerMemory)

describe("personnel", () => {
  for (const { name, run } of staffDirectoryContract) {
    test(name, async () => {
      const ran = Effect.runPromise(Effect.provide(run, Layer.fresh(layer)))
      expect(await ran).toBeUndefined()
    })
  }
})
