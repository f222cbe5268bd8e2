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
  "consultation-trace",
  "sent-message",
  "failed-message",
])
export type RecordKind = typeof RecordKind.Type

/**
 * How long one kind of record is kept, and from when on.
 *
 * - `from`: `closing` the day on which an interview was closed, its report being in the personnel
 *   file; `act` the moment of the record itself;
 * - `period`: whole years or days.
 */
export const RetentionRule = Schema.Struct({
  record: RecordKind,
  label: Schema.String,
  from: Schema.Literals(["closing", "act"]),
  period: Schema.Struct({
    length: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 36_600 })),
    unit: Schema.Literals(["years", "days"]),
  }),
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
    source:
      "Durée active souvent citée pour les comptes rendus, 5 à 10 ans, non lue dans un texte ; le compte rendu lui-même suit le dossier individuel (arrêté du 21 décembre 2012)",
    confidence: "recalled",
  },
  "consultation-trace": {
    record: "consultation-trace",
    label: "Trace de consultation",
    from: "act",
    period: { length: 3, unit: "years" },
    source: "Arrêté du 21 décembre 2012 (dossier individuel électronique) ; décret n° 2011-675",
    confidence: "confirmed",
  },
  "sent-message": {
    record: "sent-message",
    label: "Message envoyé",
    from: "act",
    period: { length: 1, unit: "years" },
    source: minimisation,
    confidence: "recalled",
  },
  "failed-message": {
    record: "failed-message",
    label: "Message refusé, abandonné ou devenu inutile",
    from: "act",
    period: { length: 2, unit: "years" },
    source: minimisation,
    confidence: "recalled",
  },
}
