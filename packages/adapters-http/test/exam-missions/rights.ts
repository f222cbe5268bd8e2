/**
 * Who may call which route of exam missions. The table stands apart from the declarations of routes, so
 * that a right given to somebody there alone fails. A list as CSV or PDF is for whoever may read it.
 *
 * @requirement UI-08, UI-11, PER-01, IND-11, IND-12, CMP-10, CMP-25
 */
import { Capacity } from "@convoque/core/kernel/identity"

const table = `
  enter                         school-head centre-head exam-manager exams-division administrator
  setWelcome                    administrator
  readActivity                  exams-division administrator
  openActivity                  exams-division
  closeActivity                 exams-division
  registerStates                exams-division administrator
  registerTemplate              exams-division
  importRegister                exams-division
  importStsWeb                  exams-division
  listStaff                     school-head exams-division
  listUnavailabilityStaff       school-head exams-division
  listCompetenceStaff           school-head exams-division
  listAcademyStaff              exams-division
  proposeMissionYears           school-head exams-division
  exportStaffTeachings          school-head exams-division
  printStaffTeachings           school-head exams-division
  exportStaffMissions           school-head exams-division
  printStaffMissions            school-head exams-division
  printStaffDetails             school-head exams-division
  exportAcademyTeachings        exams-division
  exportAcademyMissions         exams-division
  consultMember                 school-head exams-division
  listMemberAssignments         school-head exams-division
  listMemberUnavailabilities    school-head exams-division
  listMemberTeachings           school-head exams-division
  listEntryTeachings            school-head exams-division
  printConvocationRecap         school-head exams-division
  readEntryRecap                school-head exams-division
  readUnavailabilities          school-head exams-division
  readUnavailability            school-head exams-division
  declareUnavailability         school-head
  deleteUnavailability          school-head
  importUnavailabilities        exams-division
  readCompetencesOfSchool       school-head exams-division
  readCompetencesOfAgent        agent exam-manager exams-division
  suggestExamOptionsOfSchool    school-head
  suggestExamOptionsOfAgent     agent exam-manager
  readCompetenceHistoryOfSchool school-head exams-division
  readCompetenceHistoryOfAgent  agent exam-manager exams-division
  listCompetencesOfSchool       school-head exams-division
  listCompetencesOfAgent        agent exam-manager exams-division
  listCompetentAgents           exam-manager exams-division
  addCompetenceOfSchool         school-head
  confirmCompetenceOfSchool     school-head
  invalidateCompetenceOfSchool  school-head
  addCompetenceOfAgent          agent exam-manager
  confirmCompetenceOfAgent      agent exam-manager
  invalidateCompetenceOfAgent   agent exam-manager
  listEntries                   exams-division
  openEntries                   exams-division
  readEntry                     school-head exams-division
  openEntry                     exams-division
  validateEntry                 school-head
  reopenEntry                   exams-division
  closeEntry                    exams-division
`

const rights: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...capacities] = line.trim().split(/ +/u)
      return [name, capacities]
    }),
)

/** The names of the routes of the table. */
export const tabled: ReadonlyArray<string> = [...rights.keys()]

/** The name under which the table has a route. */
export const tabledName = (route: string): string => route.replace(/As(?:Csv|Pdf)$/u, "")

/** Gives the capacities that may call a route, in the order of all capacities. */
export const rightsOf = (route: string): ReadonlyArray<Capacity> =>
  Capacity.literals.filter((one) => rights.get(tabledName(route))?.includes(one) === true)
