import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { campaignRef } from "@convoque/core/career-appointments"
import { TenantId } from "@convoque/core/kernel/identity"
import { Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { expect, test } from "vitest"
import { openPglite } from "../src/database.ts"
import { portalOn } from "../src/portal.ts"
import { campaign, tenant } from "../src/scenario.ts"
import { checkPortal } from "./suite.ts"

const database = checkPortal(openPglite)

test("the program prints the scenario to its end", () => {
  const main = join(import.meta.dirname, "..", "src", "main.ts")
  const { status, stdout } = spawnSync(process.execPath, ["--conditions=@convoque/source", main], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: undefined },
  })
  expect(status).toBe(0)
  expect(stdout.trim().split("\n").at(-1)).toBe("2 mails dans la file du portail")
})

test("a commit that names what no table keeps, or another academy, writes nothing", async () => {
  const known = campaignRef(tenant, campaign)
  const odd = [
    { ...known, type: { ...known.type, kind: "notebook" } },
    campaignRef(TenantId.make("academie-b"), campaign),
  ]
  for (const id of odd) {
    const commit = {
      tenant,
      changes: [],
      unchanged: [{ id, expected: 0 }],
      erase: [],
      messages: [],
    }
    const exit = await Effect.runPromiseExit(
      Effect.provide(
        Storage.use((storage) => storage.commit(commit)),
        portalOn(database()),
      ),
    )
    expect(Exit.hasDies(exit)).toBe(true)
  }
})
