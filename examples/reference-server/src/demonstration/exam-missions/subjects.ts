/** What is taught in the demonstration, with the discipline of the post of who teaches it. */

/** A subject: its code and label in STS-WEB, the discipline of its teachers, its hours in groups. */
export interface Subject {
  readonly code: string
  readonly label: string
  readonly discipline: string
  /** Whether half of the classes also have it in a group (TD). */
  readonly inGroups: boolean
}

const subject = (code: string, label: string, discipline: string, inGroups = false): Subject => ({
  code,
  label,
  discipline,
  inGroups,
})

/** The subjects by a short name. */
export const subjects = {
  FRA: subject("020700", "FRANCAIS", "LETTRES MODERNES"),
  MAT: subject("061300", "MATHEMATIQUES", "MATHEMATIQUES"),
  ANG: subject("030201", "ANGLAIS LV1", "ANGLAIS", true),
  ESP: subject("030602", "ESPAGNOL LV2", "ESPAGNOL", true),
  HIS: subject("043700", "HISTOIRE-GEOGRAPHIE", "HISTOIRE GEOGRAPHIE"),
  SVT: subject("062900", "SC.VIE & TERRE", "SC. DE LA VIE ET DE LA TERRE", true),
  PHY: subject("062300", "PHYSIQUE-CHIMIE", "SCIENCES PHYSIQUES", true),
  EPS: subject("100100", "ED.PHYSIQUE & SPORT.", "EDUCATION PHYSIQUE ET SPORTIVE"),
  TEC: subject("070800", "TECHNOLOGIE", "TECHNOLOGIE"),
  ART: subject("090100", "ARTS PLASTIQUES", "ARTS PLASTIQUES"),
  PHI: subject("013000", "PHILOSOPHIE", "PHILOSOPHIE"),
  ECO: subject("050800", "SC.ECONO.& SOCIALES", "SCIENCES ECONOMIQUES ET SOCIALES"),
  LET: subject("020900", "FRANCAIS HIST-GEO", "LETTRES HISTOIRE GEOGRAPHIE"),
  MPC: subject("061700", "MATHS-SC.PHYSIQUES", "MATHEMATIQUES SCIENCES PHYSIQUES"),
  VEN: subject("312400", "VENTE", "ECO-GEST OPTION COMMERCE ET VENTE"),
  ELE: subject("255300", "ELECTROTECHNIQUE", "GENIE ELECTRIQUE OPTION ELECTROTECHNIQUE"),
} as const satisfies Readonly<Record<string, Subject>>
