/**
 * How long what this context keeps is kept (durées de conservation), as data: each row with its
 * period, its source and how sure we are of it. No period is written anywhere else.
 *
 * The law sets few of them (regulations, section 9): a portal replaces the table by its own once its
 * data protection officer has fixed them. The files of exports are kept for the days of the setup.
 */
import * as Schema from "effect/Schema"
import { Confidence } from "../../../kernel/calendar.ts"

/** A kind of record. */
export const RecordKind = Schema.Literals([
  "closed-interview",
  "deleted-interview",
  "unclosed-interview",
  "campaign",
  "export",
  "delegation",
  "consultation-trace",
  "sent-message",
  "failed-message",
])
export type RecordKind = typeof RecordKind.Type

/**
 * How long one kind of record is kept, and from when on.
 *
 * - `from`: `closing` the day on which an interview was closed, its report being in the personnel
 *   file; `deletion` the day on which it was deleted; `act` the moment of the record itself; `year`
 *   the end of the year of a campaign;
 * - `period`: whole years or days;
 * - `ends`: `purge` by `purgeExpired`, `deletion` by an administrator who deletes the campaign,
 *   `hand` by who runs the portal. The last two are written down so that nothing is forgotten.
 */
export const RetentionRule = Schema.Struct({
  record: RecordKind,
  label: Schema.String,
  from: Schema.Literals(["closing", "deletion", "act", "year"]),
  period: Schema.Struct({
    length: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 36_600 })),
    unit: Schema.Literals(["years", "days"]),
  }),
  ends: Schema.Literals(["purge", "deletion", "hand"]),
  source: Schema.String,
  confidence: Confidence,
}).annotate({ identifier: "RetentionRule" })
export type RetentionRule = typeof RetentionRule.Type

/** A complete table: one rule for each kind of record. */
export type RetentionTable = Readonly<Record<RecordKind, RetentionRule>>

const minimisation =
  "RGPD, article 5, paragraphe 1, point e ; durée fixée par le responsable de traitement"

/** The table that serves when a portal sets none; records of open appeals are kept in any case. */
export const defaultRetention: RetentionTable = {
  "closed-interview": {
    record: "closed-interview",
    label: "Entretien clos dont le compte rendu est versé au dossier individuel",
    from: "closing",
    period: { length: 5, unit: "years" },
    ends: "purge",
    source:
      "Durée active souvent citée pour les comptes rendus, 5 à 10 ans, non lue dans un texte ; le compte rendu lui-même suit le dossier individuel (arrêté du 21 décembre 2012)",
    confidence: "recalled",
  },
  "deleted-interview": {
    record: "deleted-interview",
    label: "Entretien supprimé",
    from: "deletion",
    period: { length: 1, unit: "years" },
    ends: "purge",
    source: minimisation,
    confidence: "recalled",
  },
  "unclosed-interview": {
    record: "unclosed-interview",
    label: "Entretien ouvert et jamais clos",
    from: "year",
    period: { length: 5, unit: "years" },
    ends: "deletion",
    source: minimisation,
    confidence: "recalled",
  },
  campaign: {
    record: "campaign",
    label: "Campagne, ses conditions et son historique",
    from: "year",
    period: { length: 6, unit: "years" },
    ends: "deletion",
    source: minimisation,
    confidence: "recalled",
  },
  export: {
    record: "export",
    label: "Demande d'export, sans ses fichiers (gardés les jours fixés par la plateforme)",
    from: "act",
    period: { length: 6, unit: "years" },
    ends: "deletion",
    source: minimisation,
    confidence: "recalled",
  },
  delegation: {
    record: "delegation",
    label: "Délégation, qui justifie les actes accomplis pour autrui",
    from: "act",
    period: { length: 6, unit: "years" },
    ends: "hand",
    source: minimisation,
    confidence: "recalled",
  },
  "consultation-trace": {
    record: "consultation-trace",
    label: "Trace de consultation",
    from: "act",
    period: { length: 3, unit: "years" },
    ends: "purge",
    source: "Arrêté du 21 décembre 2012 (dossier individuel électronique) ; décret n° 2011-675",
    confidence: "confirmed",
  },
  "sent-message": {
    record: "sent-message",
    label: "Message envoyé",
    from: "act",
    period: { length: 1, unit: "years" },
    ends: "purge",
    source: minimisation,
    confidence: "recalled",
  },
  "failed-message": {
    record: "failed-message",
    label: "Message refusé, abandonné ou devenu inutile",
    from: "act",
    period: { length: 2, unit: "years" },
    ends: "purge",
    source: minimisation,
    confidence: "recalled",
  },
}
