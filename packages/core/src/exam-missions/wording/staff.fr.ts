/** What people read of the consultation of personnel in French, headers verbatim. */
import { frenchLists } from "../../kernel/listing.ts"
import { foldedKey, fr } from "../../kernel/text.ts"
import { assignmentDateFr } from "./assignment-dates.ts"
import type { StaffWords } from "./staff-words.ts"

/** The French texts. */
export const staffFr: StaffWords = {
  common: frenchLists,
  lists: {
    staff: { title: "Liste des personnels", fileName: "personnels" },
    unavailability: {
      title: fr`Saisie d'indisponibilité : liste des personnels`,
      fileName: "personnels-indisponibilites",
    },
    competence: {
      title: fr`Saisie des compétences : liste des personnels`,
      fileName: "personnels-competences",
    },
  },
  columns: {
    "family-name": "Nom",
    "given-name": "Prénom",
    "birth-date": "Date de naissance",
    discipline: "Discipline de poste",
    "last-convened-on": "Dernière convoc.",
    "competences-defined": "Compétences définies",
  },
  periods: { available: "période de disponibilité", convened: "période de convocation" },
  yes: "OUI",
  no: "NON",
  academy: (name) => `ACADEMIE ${startsWithVowel(name) ? "D'" : "DE "}${name.toUpperCase()}`,
  school: (name, uai) => `${name} (${uai})`,
  assignments: {
    title: "Liste des missions convoquées",
    fileName: "missions-convoquees",
    columns: {
      startDate: "Début",
      exam: "Examen",
      mission: "Mission",
      centre: "Centre Examen",
      capacity: "Qualité",
      speciality: "Spécialité",
      examOption: "Epreuve-option",
    },
    notYetConvened: (missions) =>
      missions === 1
        ? "Une mission est affectée à cette personne mais n'est pas encore convoquée."
        : `${missions} missions sont affectées à cette personne mais ne sont pas encore convoquées.`,
  },
  unavailabilities: { title: "Liste des indisponibilités", fileName: "indisponibilites" },
  teachings: {
    title: "Liste des enseignements",
    fileName: "enseignements",
    columns: {
      school: "Etablissement",
      subject: "Matière enseignée",
      modality: "Modalité de cours",
      trainingModule: "Module élémentaire de formation",
      trainingModuleType: "Type de MEF",
      structure: "Structure enseignement",
    },
    structure: (kind, name) => {
      if (kind === null) return name
      return kind === "division" ? fr`Div. Classe : ${name}` : fr`Groupe : ${name}`
    },
  },
  withTeachings: {
    title: "Liste des enseignements par personne",
    fileName: "personnels-enseignements",
    none: "Aucun enseignement importé.",
  },
  withMissions: {
    title: "Liste des missions affectées par personne",
    fileName: "personnels-missions",
    columns: {
      number: "N°",
      "family-name": "Nom",
      "given-name": "Prénom",
      post: "Poste",
      mission: "Mission",
      session: "Session Examen",
      option: "Spécialité Epreuve-option",
      place: "Lieu",
      dates: "Dates",
      commission: "Comm.",
      juries: "Jury(s)",
      capacity: "Qualité",
      status: "Statut",
    },
    person: (name) => fr`Intervenant : ${name}`,
    discipline: "Discipline de poste",
    none: "Aucune mission convoquée.",
    years: (years) => fr`Années des missions : ${years.join(", ")}`,
  },
  situations: {
    assigned: "",
    convened: "Convoquée",
    "convened-by-centre": "Convoquée par centre",
  },
  shortSituations: { assigned: "", convened: "Conv.", "convened-by-centre": "Conv. par centre" },
  assignmentDate: assignmentDateFr,
  details: {
    title: "Détails des missions affectées par personne",
    fileName: "personnels-missions-details",
    address: "Adresse",
    phones: "Téléphone",
    professional: (phone) => fr`professionnel : ${phone}`,
    post: "Poste",
    mission: (number, type) => `N° ${number} ${type}`,
    session: "Session d'examen",
    option: "Epreuve",
    centre: "Centre examen",
    dates: "Dates",
    observation: "Observation",
    none: "Aucune mission convoquée.",
  },
  recap: {
    title: "Récapitulatif de convocation",
    notice: {
      title: "DUPLICATA",
      line: fr`Ce récapitulatif reprend les données de la convocation ; il ne remplace pas l'original signé.`,
    },
    fileName: (mission) => `recapitulatif-convocation-${mission}`,
    fields: {
      person: "Intervenant",
      discipline: "Discipline de poste",
      mission: "Mission",
      session: "Session d'examen",
      speciality: "Spécialité",
      option: "Epreuve-option",
      centre: "Centre examen",
      dates: "Dates",
      capacity: "Qualité",
      commission: "Commission",
      juries: "Jury(s)",
      room: "Salle",
      observation: "Observation",
      status: "Statut",
    },
  },
}

const startsWithVowel = (name: string): boolean => /^[aeiou]/u.test(foldedKey(name))
