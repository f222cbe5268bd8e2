/**
 * The registers of missions and of assignments (missions, affectations), as the management service
 * makes them, with the columns of their files.
 *
 * @requirement PER-02, PER-14, PER-16, PER-19, PER-22
 */
import { PersonId, Uai } from "../../kernel/identity.ts"
import { neededColumn, optionalColumn, type Register } from "../../kernel/register.ts"
import { multiLine, singleLine } from "../../kernel/text.ts"
import {
  DayCell,
  dayExpected,
  joinedKey,
  sortText,
  textExpected,
  wordCell,
  wordsExpected,
} from "../staff-directory/registers/cells.ts"
import {
  type Assignment,
  type AssignmentSituation,
  type Mission,
  MissionNumber,
  SessionPeriod,
} from "./model.ts"
import { AssignmentDatesCell, datesExpected } from "./registers/dates.ts"

const situations: Readonly<Record<AssignmentSituation, string>> = {
  assigned: "AFFECTEE",
  convened: "CONVOQUEE",
  "convened-by-centre": "CONVOQUEE_PAR_CENTRE",
}

const text = (longest: number) => [singleLine(longest), textExpected(longest)] as const
const numberExpected = "un numéro de mission : neuf chiffres au plus, sans zéro initial"

/** Missions of all centres (missions). */
export const missions: Register<Mission> = {
  name: "missions",
  columns: {
    number: neededColumn("NUMERO_MISSION", MissionNumber, numberExpected),
    examCode: neededColumn("CODE_EXAMEN", ...text(16)),
    examAcronym: neededColumn("SIGLE_EXAMEN", ...text(20)),
    session: neededColumn("SESSION", SessionPeriod, "une session AAAA ou AAAA-MM"),
    examLabel: neededColumn("LIBELLE_EXAMEN", ...text(200)),
    speciality: optionalColumn("SPECIALITE", ...text(200)),
    examOption: optionalColumn("LIBELLE_EPREUVE_OPTION", ...text(200)),
    type: neededColumn("TYPE_MISSION", ...text(100)),
    centre: neededColumn("UAI_CENTRE", Uai),
    startDate: neededColumn("DATE_DEBUT", DayCell, dayExpected),
  },
  key: ({ number }) => number,
  owner: ({ number }) => number,
  part: () => "",
  // As numbers sort: shorter ones first.
  sort: ({ number }) => number.padStart(9, "0"),
  labels: ({ number, examAcronym, examLabel, speciality, examOption, type }) => [
    number,
    examAcronym,
    examLabel,
    speciality ?? "",
    examOption ?? "",
    type,
  ],
  references: [{ field: "centre", register: "schools", keyOf: ({ centre }) => centre }],
}

/** Who is assigned or convened to which mission (affectations). */
export const assignments: Register<Assignment> = {
  name: "assignments",
  columns: {
    mission: neededColumn("NUMERO_MISSION", MissionNumber, numberExpected),
    person: neededColumn("ID_AGENT", PersonId, "un identifiant d’agent, tel que epp-12345"),
    situation: neededColumn("SITUATION", wordCell(situations), wordsExpected(situations)),
    convenedOn: optionalColumn("DATE_CONVOCATION", DayCell, dayExpected),
    capacity: optionalColumn("QUALITE", ...text(200)),
    commission: optionalColumn("COMMISSION", ...text(100)),
    juries: optionalColumn("JURYS", ...text(200)),
    room: optionalColumn("SALLE", ...text(100)),
    dates: neededColumn("DATES", AssignmentDatesCell, datesExpected),
    observation: optionalColumn(
      "OBSERVATION",
      multiLine(1000),
      "un texte de 1000 caractères au plus",
    ),
  },
  key: ({ mission, person }) => joinedKey([mission, person]),
  owner: ({ person }) => person,
  part: () => "",
  sort: ({ dates, mission }) => sortText([dates[0]?.date ?? "", mission.padStart(9, "0")]),
  labels: ({ mission, capacity, commission }) => [mission, capacity ?? "", commission ?? ""],
  references: [
    { field: "mission", register: "missions", keyOf: ({ mission }) => mission },
    { field: "person", register: "people", keyOf: ({ person }) => person },
  ],
}
