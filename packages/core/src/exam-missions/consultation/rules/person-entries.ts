/**
 * The lines of the views of one person: convened assignments with their missions, teachings.
 *
 * @requirement PER-19
 * @requirement PER-20
 * @requirement PER-21
 * @requirement PER-22
 * @requirement PER-26
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import { shortDate } from "../../../kernel/calendar.ts"
import type { Uai } from "../../../kernel/identity.ts"
import type { KeyedEntry } from "../../../kernel/listing.ts"
import { foldedKey } from "../../../kernel/text.ts"
import { type Assignment, examSessionLabel, type Mission } from "../../mission/model.ts"
import type { Teaching } from "../../staff-directory/model.ts"
import type { AssignmentLine, assignmentSorts, TeachingLine, teachingSorts } from "../model.ts"
import { isConvened } from "./periods.ts"

/** What assignments are read with: missions by number, the names of schools by UAI. */
export interface MissionSources {
  readonly missions: ReadonlyMap<string, Mission>
  readonly schoolNames: ReadonlyMap<Uai, string>
}

/**
 * Gives the lines of convened assignments, by start then mission number; those that are only assigned
 * are left out. One whose mission is unknown keeps its line: its number, its dates, nothing of the
 * exam.
 */
export const assignmentLines = (
  assignments: ReadonlyArray<Assignment>,
  { missions, schoolNames }: MissionSources,
): ReadonlyArray<AssignmentLine> =>
  assignments
    .filter(isConvened)
    .map((assignment) => lineOf(assignment, missions.get(assignment.mission), schoolNames))
    .toSorted(
      (left, right) =>
        compared(left.startDate ?? "", right.startDate ?? "") ||
        Number(left.mission) - Number(right.mission),
    )

const lineOf = (
  assignment: Assignment,
  mission: Mission | undefined,
  schoolNames: ReadonlyMap<Uai, string>,
): AssignmentLine => ({
  mission: assignment.mission,
  startDate: firstDay(assignment) ?? mission?.startDate ?? null,
  ...(mission === undefined ? ofUnknown : ofMission(mission, schoolNames)),
  capacity: assignment.capacity,
  commission: assignment.commission,
  juries: assignment.juries,
  room: assignment.room,
  situation: assignment.situation,
  dates: assignment.dates,
  observation: assignment.observation,
})

const ofMission = (mission: Mission, schoolNames: ReadonlyMap<Uai, string>) => ({
  type: mission.type,
  exam: `${mission.examAcronym} ${mission.session}`,
  examSession: examSessionLabel(mission),
  sessionExam: `${mission.session} ${mission.examAcronym}`,
  speciality: mission.speciality,
  examOption: mission.examOption,
  centre: { uai: mission.centre, name: schoolNames.get(mission.centre) ?? mission.centre },
})

const ofUnknown = {
  type: "",
  exam: "",
  examSession: "",
  sessionExam: "",
  speciality: null,
  examOption: null,
  centre: null,
}

const firstDay = ({ dates }: Assignment): CivilDate | undefined =>
  dates.map(({ date }) => date).toSorted(compared)[0]

const compared = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Gives the entries of the list of convened assignments. */
export const assignmentEntries = (
  lines: ReadonlyArray<AssignmentLine>,
): ReadonlyArray<KeyedEntry<AssignmentLine>> =>
  lines.map((row) => {
    const labels = [
      row.exam,
      row.type,
      row.centre?.name ?? "",
      row.capacity ?? "",
      row.speciality ?? "",
      row.examOption ?? "",
    ].map(foldedKey)
    const [exam = "", mission = "", centre = "", capacity = "", speciality = "", option = ""] =
      labels
    return {
      scope: "",
      key: row.mission.padStart(9, "0"),
      part: "",
      sorts: {
        "start-date": row.startDate ?? "",
        exam,
        mission,
        centre,
        capacity,
        speciality,
        "exam-option": option,
      } satisfies Record<(typeof assignmentSorts)[number], string>,
      filters: {},
      search: [row.startDate === null ? "" : shortDate(row.startDate), ...labels].join("\n"),
      row,
    }
  })

/** Gives the entries of the list of teachings. */
export const teachingEntries = (
  teachings: ReadonlyArray<Teaching>,
  schoolNames: ReadonlyMap<Uai, string>,
): ReadonlyArray<KeyedEntry<TeachingLine>> =>
  teachings.map((teaching, index) => {
    const row = { ...teaching, schoolName: schoolNames.get(teaching.school) ?? teaching.school }
    const labels = [
      row.schoolName,
      row.subject,
      row.modality ?? "",
      row.trainingModule ?? row.trainingModuleCode ?? "",
      row.trainingModuleType ?? "",
      row.structure ?? "",
    ].map(foldedKey)
    const [school = "", subject = "", modality = "", module = "", type = "", structure = ""] =
      labels
    return {
      scope: "",
      // Their order in the register tells lines apart that show the same.
      key: String(index).padStart(6, "0"),
      part: "",
      sorts: {
        school,
        subject,
        modality,
        "training-module": module,
        "training-module-type": type,
        structure,
      } satisfies Record<(typeof teachingSorts)[number], string>,
      filters: {},
      search: labels.join("\n"),
      row,
    }
  })
