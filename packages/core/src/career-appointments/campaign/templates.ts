/**
 * Ready campaign templates: evaluators and appointments by corps, and the legal policies of the
 * teachers' appointments, each with its source.
 *
 * A bare campaign has no policy: a team that convenes under other rules starts there.
 *
 * @requirement RDC-01
 * @requirement RDC-02
 */
import type { CivilDate } from "../../kernel/calendar.ts"
import type { CampaignTemplate, Policies, Role, RoleId, Slot, SlotId } from "./model.ts"

/** No legal policy at all. */
export const noPolicies: Policies = { notice: [], interviewsWithin: [], visitFirst: [] }

/**
 * The policies of the teachers' career appointments.
 *
 * Decision: both rules of notice are read on the day of the notification, and the later one
 * applies from the date of the order that made it (docs/decisions/0005-legal-policies.md).
 */
export const teachersPolicies: Policies = {
  notice: [
    {
      until: "2019-06-20" as CivilDate,
      source: "arrêté du 5 mai 2017 (MENH1712641A), dans sa rédaction initiale",
      value: { length: 1, unit: "months", extends: false },
    },
    {
      from: "2019-06-21" as CivilDate,
      source: "arrêté du 5 mai 2017 (MENH1712641A), modifié par l'arrêté du 21 juin 2019",
      value: { length: 15, unit: "days", extends: false },
    },
  ],
  interviewsWithin: [
    {
      source: "arrêté du 5 mai 2017 (MENH1712641A)",
      value: { length: 6, unit: "weeks", extends: false },
    },
  ],
  visitFirst: [{ source: "arrêté du 5 mai 2017 (MENH1712641A)", value: true }],
}

const role = (id: string, label: string): Role => ({ role: id as RoleId, label })

const slot = (
  of: Role,
  id: string,
  rest: Pick<Slot, "kind" | "label"> & { discusses?: string },
): Slot => ({
  slot: id as SlotId,
  role: of.role,
  kind: rest.kind,
  label: rest.label,
  ...(rest.discusses === undefined ? {} : { discusses: rest.discusses as SlotId }),
})

const interviewWith = (of: Role): Slot =>
  slot(of, `${of.role}-interview`, {
    kind: "interview",
    label: `Entretien avec ${of.label}`,
    discusses: "inspection-visit",
  })

const visitAndInterview = (of: Role, visitLabel: string): readonly [Slot, Slot] => [
  slot(of, "inspection-visit", { kind: "visit", label: visitLabel }),
  interviewWith(of),
]

const regionalInspector = role("regional-inspector", "l'IA-IPR")
const inspector = role("inspector", "l'IA-IPR ou l'IGÉSR")
const vocationalInspector = role("vocational-inspector", "l'IEN")
const schoolHead = role("school-head", "le chef d'établissement")
const primaryInspector = role("primary-inspector", "l'IEN")
const guidanceInspector = role("guidance-inspector", "l'IEN-IO")
const centreDirector = role("centre-director", "le directeur du CIO")
const directorsAdviser = role("directors-adviser", "l'IEN adjoint au DASEN")

/** Certifiés, PEPS, documentation: the reference campaign, 2 evaluators and 3 appointments. */
export const certifiedTeachers: CampaignTemplate = {
  code: "certified-teachers",
  label: "Professeurs certifiés, PEPS et documentalistes",
  source: "décret n° 72-581, art. 30-2 I ; arrêté du 5 mai 2017 (MENH1712641A)",
  roles: [regionalInspector, schoolHead],
  slots: [
    ...visitAndInterview(regionalInspector, "Visite d'inspection en situation professionnelle"),
    interviewWith(schoolHead),
  ],
  policies: teachersPolicies,
}

/** Agrégés: a regional or a general inspector, and the head of school. */
export const agregeTeachers: CampaignTemplate = {
  code: "agrege-teachers",
  label: "Professeurs agrégés",
  source: "arrêté du 5 mai 2017 (MENH1712641A) ; visite par un IA-IPR ou un IGÉSR",
  roles: [inspector, schoolHead],
  slots: [
    ...visitAndInterview(inspector, "Visite d'inspection en situation professionnelle"),
    interviewWith(schoolHead),
  ],
  policies: teachersPolicies,
}

/** PLP: the inspector is recalled and unverified, so to be checked by the team that uses it. */
export const vocationalTeachers: CampaignTemplate = {
  code: "vocational-teachers",
  label: "Professeurs de lycée professionnel",
  source:
    "arrêté du 5 mai 2017 (MENH1712641A) ; visite par un IEN : à vérifier dans le guide en vigueur",
  roles: [vocationalInspector, schoolHead],
  slots: [
    ...visitAndInterview(vocationalInspector, "Visite d'inspection en situation professionnelle"),
    interviewWith(schoolHead),
  ],
  policies: teachersPolicies,
}

/** TZR: the head is that of the attachment school. */
export const replacementTeachers: CampaignTemplate = {
  ...certifiedTeachers,
  code: "replacement-teachers",
  label: "Titulaires sur zone de remplacement",
  source: "arrêté du 5 mai 2017 (MENH1712641A) ; établissement de rattachement",
}

/** CPE: visit in the school, interviews with the inspector and with the head of school. */
export const educationAdvisers: CampaignTemplate = {
  ...certifiedTeachers,
  code: "education-advisers",
  label: "Conseillers principaux d'éducation",
  source: "arrêté du 5 mai 2017 (MENH1712641A)",
  slots: [
    ...visitAndInterview(regionalInspector, "Visite d'inspection dans l'établissement"),
    interviewWith(schoolHead),
  ],
}

/** Professeurs des écoles: one evaluator, one visit, one interview. */
export const primaryTeachers: CampaignTemplate = {
  code: "primary-teachers",
  label: "Professeurs des écoles",
  source: "arrêté du 5 mai 2017 (MENH1712641A)",
  roles: [primaryInspector],
  slots: visitAndInterview(primaryInspector, "Visite d'inspection en classe"),
  policies: teachersPolicies,
}

/** PsyEN, guidance: the guidance inspector in the CIO, then the director of the CIO. */
export const guidancePsychologists: CampaignTemplate = {
  code: "guidance-psychologists",
  label: "PsyEN, éducation, développement et conseil en orientation (EDO)",
  source: "décret n° 2017-120 ; arrêté du 5 mai 2017 (MENH1712641A)",
  roles: [guidanceInspector, centreDirector],
  slots: [
    ...visitAndInterview(guidanceInspector, "Visite d'inspection au CIO"),
    interviewWith(centreDirector),
  ],
  policies: teachersPolicies,
}

/** PsyEN, learning: recalled and unverified, so to be checked by the team that uses it. */
export const learningPsychologists: CampaignTemplate = {
  code: "learning-psychologists",
  label: "PsyEN, éducation, développement et apprentissages (EDA)",
  source: "décret n° 2017-120 ; évaluateurs à vérifier dans le guide en vigueur",
  roles: [primaryInspector, directorsAdviser],
  slots: [
    ...visitAndInterview(primaryInspector, "Visite d'inspection en situation professionnelle"),
    interviewWith(directorsAdviser),
  ],
  policies: teachersPolicies,
}

/** Every ready template, by its code. */
export const readyTemplates: ReadonlyMap<string, CampaignTemplate> = new Map(
  [
    certifiedTeachers,
    agregeTeachers,
    vocationalTeachers,
    replacementTeachers,
    educationAdvisers,
    primaryTeachers,
    guidancePsychologists,
    learningPsychologists,
  ].map((template) => [template.code, template]),
)
