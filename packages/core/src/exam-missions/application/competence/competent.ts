/**
 * Those competent on an exam option, for whoever chooses people later.
 *
 * @requirement CMP-10, CMP-21
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import type { Cursor } from "../../../kernel/listing.ts"
import { Registers, Views } from "../../../kernel/ports.ts"
import { foldedKey } from "../../../kernel/text.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { CompetentAgent, competentAgents, competentOn } from "../../competence/views.ts"
import type { StaffMember } from "../../staff-directory/model.ts"
import { people } from "../../staff-directory/registers.ts"
import { type AskedPage, type Line, type Listing, pageAsked } from "./paging.ts"

/** Who looks for people competent on which exam option. */
export interface LookingForAgents {
  readonly by: Actor
  readonly tenant: TenantId
  readonly option: ExamOptionId
}

/** Somebody competent on an exam option, by name. */
export const CompetentPerson = Schema.Struct({
  ...CompetentAgent.fields,
  familyName: Schema.String,
  givenName: Schema.String,
}).annotate({ identifier: "CompetentPerson" })
export type CompetentPerson = typeof CompetentPerson.Type

/** What the list of those competent on an exam option is sorted and filtered by. */
export const competentListing = {
  sortColumns: ["family-name", "given-name"],
  filterNames: ["standing"],
} as const satisfies Listing

/**
 * Gives those competent on an exam option, by name, to managers and to the management service; who
 * has left the academy is not among them. Decision: contested ones are there too, with their
 * standing, by which the list is filtered.
 */
export const listCompetentAgents = Effect.fn("exam-missions.listCompetentAgents")(function* (
  request: LookingForAgents,
  asked: AskedPage,
) {
  const { by, tenant } = request
  if (!readers.includes(by.capacity)) {
    return yield* Effect.fail<CompetenceRefusal>({
      _tag: "actor.not-allowed",
      command: "listCompetentAgents",
      capacity: by.capacity,
    })
  }
  const registers = yield* Registers
  const lines = yield* competentStream(request).pipe(
    Stream.grouped(atOnce),
    Stream.mapEffect((some) =>
      Effect.map(
        registers.find(
          tenant,
          people,
          some.map(({ agent }) => agent),
        ),
        (known) => linesOf(some, known),
      ),
    ),
    Stream.flattenIterable,
    Stream.runCollect,
  )
  return yield* pageAsked(competentListing, lines, asked)
})

const readers: ReadonlyArray<Actor["capacity"]> = ["exam-manager", "exams-division"]
const atOnce = 1000

// The whole list of an option, some thousands at most: names are not in it, the register has them.
const competentStream = ({ tenant, option }: LookingForAgents) =>
  Stream.paginate(undefined as Cursor | undefined, (after) =>
    Effect.gen(function* () {
      const views = yield* Views
      const { rows, next } = yield* views.page(competentAgents, tenant, {
        scope: competentOn(option),
        filters: {},
        sort: { column: "agent", direction: "ascending" },
        limit: atOnce,
        uncounted: true,
        ...(after === undefined ? {} : { after }),
      })
      const agents = rows.map(({ row }) => row)
      return [agents, next === undefined ? Option.none() : Option.some<Cursor | undefined>(next)]
    }),
  )

type CompetentLine = Line<
  CompetentPerson,
  (typeof competentListing.sortColumns)[number],
  (typeof competentListing.filterNames)[number]
>

const linesOf = (
  some: ReadonlyArray<CompetentAgent>,
  known: ReadonlyArray<StaffMember>,
): ReadonlyArray<CompetentLine> => {
  const names = new Map(known.map((member) => [member.person, member]))
  return some.flatMap((one) => {
    const member = names.get(one.agent)
    if (member === undefined) return []
    const { familyName, givenName } = member
    const family = foldedKey(familyName)
    const given = foldedKey(givenName)
    return {
      key: one.agent,
      sorts: { "family-name": `${family}\t${given}`, "given-name": `${given}\t${family}` },
      filters: { standing: one.standing },
      labels: [familyName, givenName, one.authors],
      row: { ...one, familyName, givenName },
    }
  })
}
