/** What people read of the consultation of personnel in English. */
import { englishLists } from "../../kernel/listing.ts"
import { assignmentDateEn } from "./assignment-dates.ts"
import type { StaffWords } from "./staff-words.ts"

/** The English texts. */
export const staffEn: StaffWords = {
  common: englishLists,
  lists: {
    staff: { title: "Personnel", fileName: "personnel" },
    unavailability: {
      title: "Unavailability entry: personnel",
      fileName: "personnel-unavailability",
    },
    competence: { title: "Competence entry: personnel", fileName: "personnel-competences" },
  },
  columns: {
    "family-name": "Family name",
    "given-name": "Given name",
    "birth-date": "Date of birth",
    discipline: "Discipline of the post",
    "last-convened-on": "Last convoc.",
    "competences-defined": "Competences defined",
  },
  periods: { available: "period of availability", convened: "period of convocation" },
  yes: "YES",
  no: "NO",
  academy: (name) => `ACADEMY OF ${name.toUpperCase()}`,
  school: (name, uai) => `${name} (${uai})`,
  assignments: {
    title: "Convened missions",
    fileName: "convened-missions",
    columns: {
      startDate: "Start",
      exam: "Exam",
      mission: "Mission",
      centre: "Exam centre",
      capacity: "Capacity",
      speciality: "Speciality",
      examOption: "Exam option",
    },
    notYetConvened: (missions) =>
      missions === 1
        ? "One mission is assigned to this person but not yet convened."
        : `${missions} missions are assigned to this person but not yet convened.`,
  },
  unavailabilities: { title: "Unavailability", fileName: "unavailability" },
  teachings: {
    title: "Teachings",
    fileName: "teachings",
    columns: {
      school: "School",
      subject: "Subject taught",
      modality: "Course modality",
      trainingModule: "Elementary training module",
      trainingModuleType: "Type of module",
      structure: "Teaching structure",
    },
    structure: (kind, name) => {
      if (kind === null) return name
      return kind === "division" ? `Class: ${name}` : `Group: ${name}`
    },
  },
  withTeachings: {
    title: "Teachings by person",
    fileName: "personnel-teachings",
    none: "No teaching was imported.",
  },
  withMissions: {
    title: "Missions by person",
    fileName: "personnel-missions",
    columns: {
      number: "No.",
      "family-name": "Family name",
      "given-name": "Given name",
      post: "Post",
      mission: "Mission",
      session: "Exam session",
      option: "Speciality, exam option",
      place: "Place",
      dates: "Dates",
      commission: "Comm.",
      juries: "Jury(ies)",
      capacity: "Capacity",
      status: "Status",
    },
    person: (name) => `Participant: ${name}`,
    discipline: "Discipline of the post",
    none: "No convened mission.",
    years: (years) => `Years of the missions: ${years.join(", ")}`,
  },
  situations: {
    assigned: "",
    convened: "Convened",
    "convened-by-centre": "Convened by the centre",
  },
  shortSituations: { assigned: "", convened: "Conv.", "convened-by-centre": "Conv. by centre" },
  assignmentDate: assignmentDateEn,
  details: {
    title: "Details of the missions by person",
    fileName: "personnel-missions-details",
    address: "Address",
    phones: "Telephone",
    professional: (phone) => `professional: ${phone}`,
    post: "Post",
    mission: (number, type) => `No. ${number} ${type}`,
    session: "Exam session",
    option: "Exam option",
    centre: "Exam centre",
    dates: "Dates",
    observation: "Note",
    none: "No convened mission.",
  },
  recap: {
    title: "Recap of a convocation",
    notice: {
      title: "DUPLICATE",
      line: "This recap repeats the data of the convocation; it does not replace the signed original.",
    },
    fileName: (mission) => `convocation-recap-${mission}`,
    fields: {
      person: "Participant",
      discipline: "Discipline of the post",
      mission: "Mission",
      session: "Exam session",
      speciality: "Speciality",
      option: "Exam option",
      centre: "Exam centre",
      dates: "Dates",
      capacity: "Capacity",
      commission: "Commission",
      juries: "Jury(ies)",
      room: "Room",
      observation: "Note",
      status: "Status",
    },
  },
}
