/** The personnel of a school: the list, its order, the keyword, the two filters by period. */
import { addDays, CivilDate } from "@convoque/core/kernel/calendar"
import { assignmentsOf } from "../../demonstration/exam-missions/missions.ts"
import { demonstrationStaff } from "../../demonstration/exam-missions/staff.ts"
import type { Seen } from "../browser.ts"
import { schoolPath } from "./portal.ts"
import { eppPeriods, otherPeriods } from "./sources.ts"
import {
  cast,
  college,
  fieldsIn,
  lycee,
  member,
  rowsOf,
  staffOf,
  told,
  vocational,
  type World,
} from "./world.ts"

// Accents, case and a few letters apart, as a French reader looks for a name.
const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i")
    .replace(/[’‘]/gu, "'")

const ids = (answer: Seen): ReadonlyArray<string> =>
  rowsOf(answer).map(({ person }) => told(person))

const sorted = (all: Iterable<string>): ReadonlyArray<string> => [...all].toSorted()

/** The lists of three schools and of the academy, their order, the keyword. */
export const lists = async (world: World): Promise<void> => {
  const { portal, teller, same } = world
  teller.step("Les personnels : listes, tri, recherche")
  const head = portal.as(cast.lyceeHead)
  const path = `${schoolPath(lycee)}/staff`
  const list = await head.get(`${path}?limit=200`)
  teller.tell(
    `${told(list.body["countLabel"])}, ${told(fieldsIn(list.body["sort"])["label"])} ${told(fieldsIn(list.body["sort"])["directionLabel"])}`,
  )
  same(
    "193 personnes au lycée, dont trois à titre secondaire",
    [
      list.body["count"],
      list.body["countLabel"],
      rowsOf(list).filter(({ kind }) => kind === "secondary").length,
    ],
    [193, "193 lignes", 3],
  )
  same("ce sont celles dont un poste est au lycée", sorted(ids(list)), sorted(staffOf(lycee)))
  const names = rowsOf(list).map(({ familyName }) => folded(told(familyName)))
  teller.expect(
    "par nom de famille, accents et casse à part",
    names.every((name, index) => (names[index - 1] ?? "") <= name),
  )
  const reversed = await head.get(`${path}?limit=200&sort=-family-name`)
  same(
    "l'ordre inverse a les mêmes lignes",
    [reversed.body["count"], ids(reversed)],
    [193, ids(list).toReversed()],
  )
  const hidden = await head.get(`${path}?sort=birth-date`)
  same(
    "on ne trie pas par une colonne qui n'est pas montrée",
    [hidden.status, hidden.body["code"]],
    [400, "list.unknown-sort-key"],
  )
  teller.expect(
    "la date de naissance n'y est pas",
    rowsOf(list).every((row) => !("birthDate" in row)),
  )
  const pages = await Promise.all(
    ["nguyen", "NGUYỄN", "n’guessan", "n'guessan"].map((q) =>
      head.get(`${path}?limit=200&q=${encodeURIComponent(q)}`),
    ),
  )
  const named = (name: string): ReadonlyArray<string> =>
    sorted(
      demonstrationStaff.flatMap(({ member: one }) =>
        one.familyName === name && staffOf(lycee).has(one.person) ? [one.person] : [],
      ),
    )
  same(
    "la recherche se passe d'accents et de casse",
    pages.slice(0, 2).map((page) => sorted(ids(page))),
    [named("Nguyễn"), named("Nguyễn")],
  )
  same(
    "et de la forme de l'apostrophe",
    pages.slice(2).map((page) => sorted(ids(page))),
    [named("N’Guessan"), named("N’Guessan")],
  )
  const one = await head.get(`${path}?q=${encodeURIComponent("lukasiewicz")}%20physi&limit=200`)
  teller.tell(`« lukasiewicz physi » : ${told(one.body["countLabel"])}`)
  await elsewhere(world)
}

const elsewhere = async ({ portal, teller, same, refused }: World): Promise<void> => {
  const ofCollege = await portal.as(cast.collegeHead).get(`${schoolPath(college)}/staff?limit=200`)
  const ofVocational = await portal
    .as(cast.vocationalHead)
    .get(`${schoolPath(vocational)}/staff?limit=200`)
  same(
    "94 au collège, 127 au lycée professionnel",
    [ofCollege.body["count"], ofVocational.body["count"]],
    [94, 127],
  )
  const shared = member(337).person
  same(
    "un professeur partagé est vu des deux établissements",
    [ids(ofCollege).includes(shared), ids(ofVocational).includes(shared)],
    [true, true],
  )
  const head = portal.as(cast.lyceeHead)
  refused(
    "une personne du seul collège est inconnue du lycée",
    await head.get(`${schoolPath(lycee)}/staff/${member(0).person}`),
    "person.not-in-school",
  )
  refused(
    "comme l'est la liste d'un autre établissement",
    await head.get(`${schoolPath(college)}/staff`),
    "school.unknown",
    `L'établissement ${college} est inconnu ou n'est pas le vôtre.`,
  )
  const academy = await portal.as(cast.division).get("/staff?limit=1")
  same("la division des examens voit les 400, une ligne chacun", academy.body["count"], 400)
  teller.tell(`académie : ${told(academy.body["countLabel"])}`)
}

type Days = { readonly from: CivilDate; readonly until: CivilDate }

const askedBy = (kind: "available" | "convened", { from, until }: Days): string =>
  `${schoolPath(lycee)}/staff?limit=200&${kind}-from=${from}&${kind}-until=${until}`

/** The two filters by period at their bounds, and what is wrong with a period. */
export const filters = async (world: World): Promise<void> => {
  const { portal, teller, same, refused } = world
  teller.step("Les filtres « disponible » et « convoqué », à leurs bornes")
  const head = portal.as(cast.lyceeHead)
  const period = eppPeriods.find(({ person }) => person === member(112).person)?.period
  const start = period?.start.date ?? CivilDate.make("2026-06-05")
  const end = period?.end.date ?? CivilDate.make("2026-06-18")
  const followed = member(112)
  teller.tell(`${followed.givenName} ${followed.familyName} est indisponible du ${start} au ${end}`)
  const days: ReadonlyArray<readonly [string, Days, boolean]> = [
    [
      "la veille, la personne est disponible",
      { from: addDays(start, -1), until: addDays(start, -1) },
      true,
    ],
    ["le premier jour, elle ne l'est plus", { from: addDays(start, -1), until: start }, false],
    ["le dernier jour non plus", { from: end, until: addDays(end, 1) }, false],
    ["le lendemain, elle l'est", { from: addDays(end, 1), until: addDays(end, 1) }, true],
  ]
  for (const [what, asked, isListed] of days) {
    const found = ids(await head.get(askedBy("available", asked)))
    same(what, found.includes(followed.person), isListed)
    same(`et ${found.length} personnes en tout`, sorted(found), sorted(available(asked)))
  }
  await convened(world)
  const oneDay = { from: CivilDate.make("2026-06-08"), until: CivilDate.make("2026-06-08") }
  const both = `${askedBy("available", oneDay)}&convened-from=2026-06-08&convened-until=2026-06-08`
  refused("une seule période à la fois", await head.get(both), "period.one-at-a-time")
  refused(
    "une période ne finit pas avant de commencer",
    await head.get(askedBy("available", { from: end, until: start })),
    "period.end-before-start",
  )
  const half = await head.get(`${schoolPath(lycee)}/staff?available-from=2026-06-08`)
  same("ni ne manque d'un jour", half.status, 400)
}

const available = ({ from, until }: Days): ReadonlyArray<string> => {
  const taken = new Set<string>(
    [...eppPeriods, ...otherPeriods]
      .filter(({ period: { start, end } }) => start.date <= until && end.date >= from)
      .map(({ person }) => person),
  )
  return [...staffOf(lycee)].filter((person) => !taken.has(person))
}

const convened = async ({ portal, teller, same }: World): Promise<void> => {
  const head = portal.as(cast.lyceeHead)
  const several = assignmentsOf(2026).filter(
    ({ person, situation, dates }) =>
      situation !== "assigned" &&
      staffOf(lycee).has(person) &&
      dates.some((one) => one._tag === "days" && one.days === 3 && one.date > "2026"),
  )
  const [date] = several.flatMap(({ dates }) => dates)
  const first = date?.date ?? CivilDate.make("2026-06-02")
  const person = several[0]?.person ?? member(0).person
  teller.tell(`une mission de trois jours commence le ${first}`)
  const bounds: ReadonlyArray<readonly [string, Days]> = [
    ["la veille", { from: addDays(first, -1), until: addDays(first, -1) }],
    ["le premier jour", { from: first, until: first }],
    ["le troisième jour", { from: addDays(first, 2), until: addDays(first, 2) }],
    ["le quatrième", { from: addDays(first, 3), until: addDays(first, 3) }],
  ]
  const seen: Array<boolean> = []
  for (const [what, asked] of bounds) {
    const found = ids(await head.get(askedBy("convened", asked)))
    seen.push(found.includes(person))
    same(
      `${what}, ${found.length} personnes du lycée sont convoquées`,
      sorted(found),
      sorted(convenedIn(asked)),
    )
  }
  same("la personne l'est du premier jour au troisième", seen, [false, true, true, false])
}

const convenedIn = ({ from, until }: Days): ReadonlySet<string> =>
  new Set(
    assignmentsOf(2026)
      .filter(
        ({ person, situation, dates }) =>
          situation !== "assigned" &&
          staffOf(lycee).has(person) &&
          dates.some(
            (one) =>
              one.date <= until &&
              (one._tag === "days" ? addDays(one.date, one.days - 1) : one.date) >= from,
          ),
      )
      .map(({ person }) => person),
  )
