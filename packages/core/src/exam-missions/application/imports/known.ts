/** The registers of exam missions by name, each with what an import or a page needs of it. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type TenantId, Uai } from "../../../kernel/identity.ts"
import {
  type Import,
  type ImportRefusal,
  type Imported,
  importTable,
} from "../../../kernel/importing.ts"
import { Registers, type StorageUnavailable } from "../../../kernel/ports.ts"
import type { Register, RegisterRow } from "../../../kernel/register.ts"
import { correspondences, examManagers, examOptions } from "../../competence/registers.ts"
import { assignments, missions } from "../../mission/registers.ts"
import { people, posts, schools, teachings } from "../../staff-directory/registers.ts"

/** A file to import into a register already chosen. */
export type LinesToImport<E, R> = Omit<Import<RegisterRow, E, R>, "register">

/** A column of the files of a register, as a page shows it. */
export const RegisterColumn = Schema.Struct({
  label: Schema.String,
  needed: Schema.Boolean,
  expected: Schema.String,
  confidential: Schema.Boolean,
}).annotate({ identifier: "RegisterColumn" })
export type RegisterColumn = typeof RegisterColumn.Type

/**
 * A register as imports and pages see it.
 *
 * - `hasParts`: whether a file may replace one school alone;
 * - `schoolColumns`: the labels of the columns that hold a UAI;
 * - `yieldsCompetences`: whether the marks of the system are generated from it.
 */
export interface KnownRegister {
  readonly name: string
  readonly hasParts: boolean
  readonly columns: ReadonlyArray<RegisterColumn>
  readonly schoolColumns: ReadonlyArray<string>
  readonly yieldsCompetences: boolean
  readonly importLines: <E, R>(
    file: LinesToImport<E, R>,
  ) => Effect.Effect<Imported, ImportRefusal | E | StorageUnavailable, Registers | R>
  readonly revision: (tenant: TenantId) => Effect.Effect<number, StorageUnavailable, Registers>
}

const known = <Row extends RegisterRow>(
  register: Register<Row>,
  {
    hasParts = false,
    yieldsCompetences = false,
  }: Partial<Pick<KnownRegister, "hasParts" | "yieldsCompetences">> = {},
): KnownRegister => {
  const columns = Object.values<RegisterColumn & { readonly cell: unknown }>(register.columns)
  return {
    name: register.name,
    hasParts,
    yieldsCompetences,
    columns: columns.map(({ label, needed, expected, confidential }) => ({
      label,
      needed,
      expected,
      confidential,
    })),
    schoolColumns: columns.flatMap(({ label, cell }) => (cell === Uai ? [label] : [])),
    importLines: (file) => importTable({ ...file, register }),
    revision: (tenant) =>
      Effect.flatMap(Registers, (registers) => registers.revision(tenant, register)),
  }
}

/** The register of teachings, which files of STS-WEB go to besides. */
export const knownTeachings: KnownRegister = known(teachings, {
  hasParts: true,
  yieldsCompetences: true,
})

/** All registers, in the order in which a new portal imports them. */
export const knownRegisters: ReadonlyArray<KnownRegister> = [
  known(schools),
  known(people),
  known(posts, { hasParts: true }),
  knownTeachings,
  known(examOptions, { yieldsCompetences: true }),
  known(examManagers),
  known(correspondences, { yieldsCompetences: true }),
  known(missions),
  known(assignments),
]

/** Gives a register by its name, or nothing. */
export const registerNamed = (name: string): KnownRegister | undefined =>
  knownRegisters.find((one) => one.name === name)
