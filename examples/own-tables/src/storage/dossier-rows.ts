/** A file as rows: what each state field becomes in `dossier_rdvc` and its children. */
import {
  agentFiles,
  type AppointmentSet,
  type AppointmentSetEvent,
  campaignFiles,
  isIssued,
} from "@convoque/core/career-appointments"
import { type ActorColumns, actorColumns, type PersonColumns, personColumns } from "../columns.ts"

/** A file that was opened. */
export type OpenedSet = Exclude<AppointmentSet, { readonly _tag: "none" }>

/** The name of a file and its version, as columns. */
export interface NameColumns {
  readonly academie: string
  readonly cle: string
  readonly version: number
}

/** A row of `dossier_rdvc`. */
export interface DossierRow extends NameColumns, PersonColumns {
  readonly campagne: string
  readonly agent: string
  readonly etat: string
  readonly edition: number | null
  readonly demandes: number | null
  readonly modalites: unknown
  readonly tri_agent: string
  readonly tri_qualite: string
  readonly tri_evaluateurs: string
  readonly recherche: string
  readonly recherche_portail: string
}

/** Gives the row of a file; its keys for sorting and searching are those of the library's lists. */
export const dossierRow = (name: NameColumns, state: OpenedSet): DossierRow => {
  const [line] = campaignFiles.entries(state, name.cle)
  const [portalLine] = agentFiles.entries(state, name.cle)
  return {
    ...name,
    campagne: state.campaign,
    agent: state.agent.id,
    ...personColumns(state.agent),
    etat: state._tag,
    edition: "edition" in state ? state.edition : null,
    demandes: isIssued(state) ? state.requests : null,
    modalites: state.terms,
    tri_agent: line?.sorts["agent"] ?? "",
    tri_qualite: line?.sorts["quality"] ?? "",
    tri_evaluateurs: line?.sorts["evaluators"] ?? "",
    recherche: line?.search ?? "",
    recherche_portail: portalLine?.search ?? "",
  }
}

/** A row of `dossier_evaluateur`. */
export interface EvaluateurRow extends PersonColumns {
  readonly academie: string
  readonly dossier: string
  readonly role: string
  readonly rang: number
  readonly personne: string
  readonly en_retard: boolean
}

/** Gives the rows of the evaluators of a file. */
export const evaluateurRows = (
  { academie, cle }: NameColumns,
  state: OpenedSet,
): ReadonlyArray<EvaluateurRow> => {
  const [line] = campaignFiles.entries(state, cle)
  const late = line?.filters["late-evaluator"] ?? []
  return Object.entries(state.evaluators).map(([role, person], rang) => ({
    academie,
    dossier: cle,
    role,
    rang,
    personne: person.id,
    ...personColumns(person),
    en_retard: late.includes(person.id),
  }))
}

/** A row of `rendez_vous`; `rang_modification` and `rang_report` keep the order of two lists. */
export interface RendezVousRow {
  readonly academie: string
  readonly dossier: string
  readonly creneau: string
  readonly rang: number
  readonly role: string | null
  readonly jour: string
  readonly heure_debut: string
  readonly heure_fin: string
  readonly lieu: string
  readonly fuseau: string
  readonly debut_utc: string
  readonly fin_utc: string
  readonly rang_modification: number | null
  readonly rang_report: number | null
  readonly issue: string | null
}

/** Gives the rows of the appointments of a file. */
export const rendezVousRows = (
  { academie, cle }: NameColumns,
  state: OpenedSet,
): ReadonlyArray<RendezVousRow> => {
  const { slots } = state.terms.template
  const modified = isIssued(state) ? state.modified : []
  const pending = state._tag === "postponement-requested" ? state.pending : []
  const appointments = state._tag === "nothing-set" ? [] : state.appointments
  return appointments.map((appointment, rang) => ({
    academie,
    dossier: cle,
    creneau: appointment.slot,
    rang,
    role: slots.find(({ slot }) => slot === appointment.slot)?.role ?? null,
    jour: appointment.date,
    heure_debut: appointment.start,
    heure_fin: appointment.end,
    lieu: appointment.place,
    fuseau: appointment.zone,
    debut_utc: appointment.startsAt,
    fin_utc: appointment.endsAt,
    rang_modification: rankIn(modified, appointment.slot),
    rang_report: rankIn(pending, appointment.slot),
    issue: isIssued(state) ? (state.outcomes[appointment.slot] ?? null) : null,
  }))
}

const rankIn = (slots: ReadonlyArray<string>, slot: string): number | null => {
  const rank = slots.indexOf(slot)
  return rank < 0 ? null : rank
}

/** A row of `acte`: who did what and when, and all the rest of the act in `details`. */
export interface ActeRow extends ActorColumns {
  readonly academie: string
  readonly dossier: string
  readonly numero: number
  readonly type: string
  readonly fait_le: string
  readonly fait_par: string
  readonly details: object
}

/** Gives the rows of the acts of a file, numbered from 1. */
export const acteRows = (
  { academie, cle }: NameColumns,
  state: OpenedSet,
): ReadonlyArray<ActeRow> =>
  state.acts.map((act, index) => ({
    academie,
    dossier: cle,
    numero: index + 1,
    type: act._tag,
    fait_le: act.at,
    fait_par: act.by.person,
    ...actorColumns(act),
    details: detailsOf(act),
  }))

// The terms are in the file already, where they are frozen.
const detailsOf = (act: AppointmentSetEvent): object => {
  if (act._tag === "SetOpened") {
    const { campaign, agent, evaluators } = act
    return { campaign, agent, evaluators }
  }
  const { _tag, at: _at, by: _by, ...details } = act
  return details
}
