/**
 * Where the registers stand, and the blank file of each.
 *
 * @requirement PER-02
 */
import * as Effect from "effect/Effect"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import { requireRegister } from "./files.ts"
import { knownRegisters } from "./known.ts"
import type { RegisterState } from "./report.ts"
import { requireManagement } from "../act.ts"
import { lastImportOf } from "./run.ts"

/** Gives where each register stands, in the order in which a new portal imports them. */
export const registerStates = Effect.fn("exam-missions.registerStates")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
}) {
  const { by, tenant } = request
  // An administrator sees when registers were loaded, and nothing of what they hold.
  if (by.capacity !== "administrator") yield* requireManagement(by, "registerStates")
  return yield* Effect.forEach(knownRegisters, (register) =>
    Effect.gen(function* () {
      const lastImport = yield* lastImportOf(tenant, register.name)
      const { name, hasParts, columns } = register
      const state: RegisterState = {
        name,
        hasParts,
        columns,
        revision: yield* register.revision(tenant),
        rows: lastImport?.rows ?? null,
        lastImport,
      }
      return state
    }),
  )
})

/** A file to fill in: its name and its text, UTF-8 with a byte order mark. */
export interface TemplateFile {
  readonly fileName: string
  readonly text: string
}

/** Gives the blank file of a register: its header alone, as French spreadsheets open it. */
export const registerTemplate = Effect.fn("exam-missions.registerTemplate")(function* (request: {
  readonly by: Actor
  readonly register: string
}) {
  yield* requireManagement(request.by, "registerTemplate")
  const { name, columns } = yield* requireRegister(request.register)
  const header = columns.map(({ label }) => label).join(";")
  const file: TemplateFile = { fileName: `${name}.csv`, text: `\u{FEFF}${header}\r\n` }
  return file
})
