/** What people read of the consultation of personnel, by tag (consultation des personnels). */
import type { ListWording } from "../../kernel/listing.ts"
import type { StaffListName, StaffPeriod, StaffSort } from "../consultation/model.ts"
import type { AssignmentDate, AssignmentSituation } from "../mission/model.ts"
import type { StructureKind } from "../staff-directory/model.ts"

/** How a list is called: its heading, and its files without extension. */
export interface ListName {
  readonly title: string
  readonly fileName: string
}

/** The headers of the list of missions (PER-14), verbatim in French. */
export type MissionColumn =
  | "number"
  | "family-name"
  | "given-name"
  | "post"
  | "mission"
  | "session"
  | "option"
  | "place"
  | "dates"
  | "commission"
  | "juries"
  | "capacity"
  | "status"

/** The texts of the lists and papers of the personnel. */
export interface StaffWords {
  /** What every list shows. */
  readonly common: ListWording
  readonly lists: Readonly<Record<StaffListName, ListName>>
  readonly columns: Readonly<Record<StaffSort, string>>
  /** The two filters by period (PER-06). */
  readonly periods: Readonly<Record<StaffPeriod["kind"], string>>
  readonly yes: string
  readonly no: string
  /** The academy as pages recall it, such as « ACADEMIE DE TOULOUSE ». */
  readonly academy: (name: string) => string
  /** A school with its UAI in brackets (UI-34). */
  readonly school: (name: string, uai: string) => string
  readonly assignments: ListName & {
    readonly columns: Readonly<
      Record<
        "startDate" | "exam" | "mission" | "centre" | "capacity" | "speciality" | "examOption",
        string
      >
    >
    /** Tells that some missions are assigned but not yet convened (PER-22). */
    readonly notYetConvened: (missions: number) => string
  }
  readonly unavailabilities: ListName
  readonly teachings: ListName & {
    readonly columns: Readonly<
      Record<
        "school" | "subject" | "modality" | "trainingModule" | "trainingModuleType" | "structure",
        string
      >
    >
    readonly structure: (kind: StructureKind | null, name: string) => string
  }
  readonly withTeachings: ListName & { readonly none: string }
  readonly withMissions: ListName & {
    readonly columns: Readonly<Record<MissionColumn, string>>
    readonly person: (name: string) => string
    readonly discipline: string
    readonly none: string
    readonly years: (years: ReadonlyArray<number>) => string
  }
  readonly situations: Readonly<Record<AssignmentSituation, string>>
  /** The same, short enough for a narrow column. */
  readonly shortSituations: Readonly<Record<AssignmentSituation, string>>
  /** A date of an assignment as it is printed (PER-16). */
  readonly assignmentDate: (date: AssignmentDate) => string
  readonly details: ListName & {
    readonly address: string
    readonly phones: string
    readonly professional: (phone: string) => string
    readonly post: string
    readonly mission: (number: string, type: string) => string
    readonly session: string
    readonly option: string
    readonly centre: string
    readonly dates: string
    readonly observation: string
    readonly none: string
  }
  readonly recap: {
    readonly title: string
    readonly notice: { readonly title: string; readonly line: string }
    readonly fileName: (mission: string) => string
    readonly fields: Readonly<
      Record<
        | "person"
        | "discipline"
        | "mission"
        | "session"
        | "speciality"
        | "option"
        | "centre"
        | "dates"
        | "capacity"
        | "commission"
        | "juries"
        | "room"
        | "observation"
        | "status",
        string
      >
    >
  }
}
