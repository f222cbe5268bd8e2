/** Unavailability: whom a school may declare, the periods of a person, a new one, deletion (IND). */
import {
  type Declared,
  declareUnavailability,
  deleteUnavailability,
  listStaff,
  memberUnavailabilitiesSheet,
  Moment,
  originOfCode,
  readUnavailabilities,
  staffLists,
  staffSheet,
  unavailabilities,
  wordingFr,
} from "@convoque/core/exam-missions"
import { fr } from "@convoque/core/kernel/text"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { once } from "../campaigns/once.ts"
import { shown } from "../campaigns/visit.ts"
import { periodsPage, periodStaffPage } from "../pages/exam-missions/unavailability.ts"
import { askedOf } from "./asked.ts"
import { declarationIn, type TypedDeclaration, untyped } from "./declaration.ts"
import { onPerson, schoolIn } from "./names.ts"
import { sentenceOf } from "./refused.ts"
import { type ExamVisit, type ExamVisited, leadingTo, messages } from "./visit.ts"

/** Answers the list of those for whom a period may be declared (IND-06). */
export const periodStaffVisit = (visit: ExamVisit): ExamVisited =>
  Effect.gen(function* () {
    const { by, tenant } = visit
    const school = yield* schoolIn(visit)
    const listing = { by, tenant, school, list: "unavailability" } as const
    const { columns } = staffLists.unavailability
    const { query, faults } = askedOf(visit.query, columns, "family-name")
    const page = yield* listStaff(listing, query)
    const sheet = yield* staffSheet(listing)
    const told = messages(visit, "Erreur", faults)
    return shown(
      periodStaffPage({ visit, page, sheet, sort: query.sort }, told),
      faults.length === 0 ? 200 : 422,
    )
  })

/** Answers the periods of a person, with the form of a new one. */
export const periodsVisit = (visit: ExamVisit, name: string): ExamVisited =>
  periodsShown(visit, name, untyped)

const periodsShown = (visit: ExamVisit, name: string, typed: TypedDeclaration): ExamVisited =>
  Effect.gen(function* () {
    const on = yield* onPerson(visit, name)
    const { query, faults } = askedOf(visit.query, unavailabilities.sortColumns, "-start")
    const { person, page } = yield* readUnavailabilities(on, query)
    const sheet = yield* memberUnavailabilitiesSheet(on)
    const wrong = [...faults, ...new Set(Object.values(typed.faults)), ...typed.refused]
    return shown(
      periodsPage({
        list: { visit, page, sheet, sort: query.sort },
        id: on.person,
        person,
        typed,
        messages: messages(visit, "Erreur", wrong),
      }),
      wrong.length === 0 ? 200 : 422,
    )
  })

/** Declares the period that was typed, or shows the form again with what is wrong. */
export const declareVisit = (visit: ExamVisit, name: string): ExamVisited =>
  Effect.gen(function* () {
    const on = yield* onPerson(visit, name)
    const { typed, declaration } = declarationIn(visit.form)
    if (declaration === undefined) return yield* periodsShown(visit, name, typed)
    const act = Effect.map(declareUnavailability({ ...on, ...declaration }), (declared) =>
      leadingTo(visit, visit.path, declaredMessages(visit, declared)),
    )
    return yield* once(visit, act).pipe(
      Effect.map((location) => ({ _tag: "moved" as const, location })),
      Effect.catchIf(
        (refusal): refusal is Refusal => shownWithForm.includes(refusal._tag),
        (refusal) =>
          periodsShown(visit, name, {
            ...typed,
            refused: [sentenceOf(refusal)?.sentence ?? refusal._tag],
          }),
      ),
    )
  })

const shownWithForm: ReadonlyArray<string> = [
  "unavailability.end-before-start",
  "unavailability.duplicate",
]

const declaredMessages = (visit: ExamVisit, { mails, withoutAddress, warnings }: Declared) => {
  const { unavailability } = wordingFr
  const sent =
    mails === 0 ? [] : [fr`Gestionnaires des examens concernés prévenus par courriel : ${mails}.`]
  return [
    ...messages(visit, "Information", ["La période est enregistrée.", ...sent]),
    ...messages(visit, "Avertissement", [
      ...warnings.map((warning) =>
        warning._tag === "unavailability.in-past"
          ? unavailability.warnings[warning._tag](warning)
          : unavailability.warnings[warning._tag](warning),
      ),
      ...(withoutAddress === 0
        ? []
        : [
            fr`Gestionnaires d'examens sans adresse électronique : ${withoutAddress}. Prévenez le service des examens.`,
          ]),
    ]),
  ]
}

/** Deletes a period that the school declared (IND-11). */
export const deleteVisit = (visit: ExamVisit, name: string): ExamVisited =>
  Effect.gen(function* () {
    const on = yield* onPerson(visit, name)
    const { form } = visit
    const origin = originOfCode(form.get("origin") ?? "")
    const start = momentOf(form.get("start"))
    const end = momentOf(form.get("end"))
    if (origin === undefined || Option.isNone(start) || Option.isNone(end)) {
      return yield* Effect.fail<Refusal>({ _tag: "form.incomplete" })
    }
    const period = { start: start.value, end: end.value }
    const back = visit.path.replace(/\/deletion$/u, "")
    const act = Effect.map(deleteUnavailability({ ...on, origin, period }), () =>
      leadingTo(visit, back, messages(visit, "Information", ["La période est supprimée."])),
    )
    return { _tag: "moved", location: yield* once(visit, act) }
  })

const decodeMoment = Schema.decodeUnknownOption(Moment)

const momentOf = (text: string | null): Option.Option<Moment> => {
  const [date, time] = (text ?? "").split("T")
  return decodeMoment({ date, time })
}
