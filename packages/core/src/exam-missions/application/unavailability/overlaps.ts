/**
 * Which missions periods touch, and who is in charge of their exams: facts of four registers, read
 * together for many people at once.
 *
 * @requirement IND-05
 */
import * as Effect from "effect/Effect"
import type { PersonId, TenantId } from "../../../kernel/identity.ts"
import { Registers, type StorageUnavailable } from "../../../kernel/ports.ts"
import type { Register, RegisterRow } from "../../../kernel/register.ts"
import { examManagers } from "../../competence/registers.ts"
import type { ExamManager } from "../../competence/regulation.ts"
import { type Assignment, examSessionLabel, type Mission } from "../../mission/model.ts"
import { assignments, missions } from "../../mission/registers.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import type { OverlappedMission, UnavailabilityPeriod } from "../../unavailability/model.ts"
import { touches } from "../../unavailability/rules.ts"
import type { Wording } from "../../wording.ts"

/** What finds the missions that a period of a person touches, by mission number. */
export type OverlapsOf = (
  person: PersonId,
  period: UnavailabilityPeriod,
) => ReadonlyArray<OverlappedMission>

/** Reads all that is needed of some people, a thousand of them at a time. */
export const readOverlaps = (
  tenant: TenantId,
  people: ReadonlyArray<PersonId>,
): Effect.Effect<OverlapsOf, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { wording } = yield* ExamMissionsSetup
    const assigned = yield* ofOwners(tenant, assignments, people)
    const numbers = assigned.map(({ mission }): string => mission)
    const found = yield* byKeys(tenant, missions, numbers)
    const managers = yield* ofOwners(
      tenant,
      examManagers,
      found.map(({ examCode }) => examCode),
    )
    return overlapsAmong({
      assigned: Map.groupBy(assigned, ({ person }) => person),
      missions: new Map(found.map((mission) => [mission.number, mission])),
      managers: Map.groupBy(managers, ({ examCode }) => examCode),
      wording,
    })
  })

interface Known {
  readonly assigned: ReadonlyMap<PersonId, ReadonlyArray<Assignment>>
  readonly missions: ReadonlyMap<string, Mission>
  readonly managers: ReadonlyMap<string, ReadonlyArray<ExamManager>>
  readonly wording: Wording
}

const overlapsAmong =
  ({ assigned, missions: known, managers, wording }: Known): OverlapsOf =>
  (person, period) =>
    (assigned.get(person) ?? [])
      .filter(({ dates }) => touches(period, dates))
      .toSorted((one, other) => Number(one.mission) - Number(other.mission))
      .map(({ mission: number, dates }): OverlappedMission => {
        // An assignment may arrive before its mission: nothing is known of the exam then.
        const mission = known.get(number)
        return {
          number,
          exam: mission === undefined ? "" : examSessionLabel(mission),
          missionType: mission?.type ?? "",
          dates: dates.map(wording.unavailability.assignmentDate).join(" ; "),
          managers: (managers.get(mission?.examCode ?? "") ?? []).map(({ name, email }) => ({
            name,
            email,
          })),
        }
      })

const atATime = 1000

const ofOwners = <Row extends RegisterRow>(
  tenant: TenantId,
  register: Register<Row>,
  owners: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  inChunks(owners, (some) =>
    Effect.flatMap(Registers, (registers) => registers.ofOwners(tenant, register, some)),
  )

/** Gives the rows of a register under some keys, however many. */
export const byKeys = <Row extends RegisterRow>(
  tenant: TenantId,
  register: Register<Row>,
  keys: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<Row>, StorageUnavailable, Registers> =>
  inChunks(keys, (some) =>
    Effect.flatMap(Registers, (registers) => registers.find(tenant, register, some)),
  )

/** Asks of some texts, each once, a thousand at a time; gives all the answers. */
const inChunks = <A, E, R>(
  all: ReadonlyArray<string>,
  ask: (some: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<A>, E, R>,
): Effect.Effect<ReadonlyArray<A>, E, R> => {
  const distinct = [...new Set(all)]
  const chunks = Array.from({ length: Math.ceil(distinct.length / atATime) }, (_, index) =>
    distinct.slice(index * atATime, (index + 1) * atATime),
  )
  return Effect.map(Effect.forEach(chunks, ask), (found) => found.flat())
}
