/**
 * Which missions periods touch, and who is in charge of their exams: facts of four registers, read
 * together for many people at once.
 *
 * @requirement IND-05
 */
import * as Effect from "effect/Effect"
import type { PersonId, TenantId } from "../../../kernel/identity.ts"
import type { Registers, StorageUnavailable } from "../../../kernel/ports.ts"
import { examManagers } from "../../competence/registers.ts"
import type { ExamManager } from "../../competence/regulation.ts"
import { type Assignment, examSessionLabel, type Mission } from "../../mission/model.ts"
import { assignments, missions } from "../../mission/registers.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import type { OverlappedMission, UnavailabilityPeriod } from "../../unavailability/model.ts"
import { touchesDates } from "../../unavailability/rules.ts"
import type { Wording } from "../../wording.ts"
import { byKeys, ofOwners } from "../rows.ts"

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
      .filter(({ dates }) => touchesDates(period, dates))
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
