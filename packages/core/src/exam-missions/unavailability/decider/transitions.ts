/** The transitions of one period of unavailability: the catalogue's table, as data. */
import type { TagOf, Transition } from "../../../kernel/machine.ts"
import type { UnavailabilityCommand } from "../commands.ts"
import type { UnavailabilityEvent } from "../events.ts"
import type { UnavailabilityRefusal } from "../refusals.ts"
import type { Unavailability } from "../state.ts"

type Row = Transition<
  Unavailability,
  UnavailabilityCommand,
  UnavailabilityEvent,
  UnavailabilityRefusal
>
type Refused = readonly [TagOf<UnavailabilityRefusal>, string, ReadonlyArray<string>]

const refusals = (
  from: Row["from"],
  command: Row["command"],
  all: ReadonlyArray<Refused>,
): ReadonlyArray<Row> =>
  all.map(([refused, when, requirements]) => ({ from, command, when, refused, requirements }))

const absent = ["none", "removed"] as const

const declaring: ReadonlyArray<Row> = [
  {
    from: absent,
    command: "declareUnavailability",
    when: "person in the school's personnel, start before end, reason given",
    to: "declared",
    emits: ["UnavailabilityDeclared"],
    requirements: ["IND-01", "IND-04", "IND-05", "IND-10"],
  },
  ...refusals([...absent, "declared"], "declareUnavailability", [
    ["actor.not-allowed", "by anybody but the school named as its origin", ["IND-10"]],
    ["person.not-in-school", "person outside the school's personnel", ["IND-01"]],
    ["unavailability.end-before-start", "start not before end", ["IND-10"]],
  ]),
  ...refusals(["declared"], "declareUnavailability", [
    ["unavailability.duplicate", "the same period of the same school", ["IND-10"]],
  ]),
]

const importing: ReadonlyArray<Row> = [
  {
    from: absent,
    command: "importUnavailability",
    when: "source in EPP, SIRHEN, other academy",
    to: "imported",
    emits: ["UnavailabilityImported"],
    requirements: ["IND-02", "IND-03", "IND-05"],
  },
  {
    from: ["imported"],
    command: "importUnavailability",
    when: "the source says otherwise why",
    to: "imported",
    emits: ["UnavailabilityImported"],
    requirements: ["IND-02"],
  },
  {
    from: ["imported"],
    command: "importUnavailability",
    when: "the source says the same",
    to: "unchanged",
    emits: [],
    requirements: ["IND-02"],
  },
  ...refusals([...absent, "imported"], "importUnavailability", [
    ["actor.not-allowed", "by a school, or as the declaration of one", ["IND-12"]],
    ["unavailability.end-before-start", "start not before end", ["IND-09"]],
  ]),
]

const removing: ReadonlyArray<Row> = [
  {
    from: ["declared"],
    command: "deleteUnavailability",
    when: "by the school that declared it",
    to: "removed",
    emits: ["UnavailabilityRemoved"],
    requirements: ["IND-11"],
  },
  ...refusals(["declared", "imported"], "deleteUnavailability", [
    [
      "unavailability.not-declared-by-you",
      "declared by another school, or imported",
      ["IND-11", "IND-12"],
    ],
  ]),
  ...refusals([...absent, "declared", "imported"], "deleteUnavailability", [
    ["actor.not-allowed", "by anybody but a school", ["IND-11"]],
  ]),
  ...refusals(absent, "deleteUnavailability", [
    ["unavailability.unknown", "there is no such period", ["IND-11"]],
  ]),
  {
    from: ["imported"],
    command: "withdrawUnavailability",
    when: "its source no longer provides it",
    to: "removed",
    emits: ["UnavailabilityRemoved"],
    requirements: ["IND-02", "IND-03"],
  },
  ...refusals([...absent, "imported"], "withdrawUnavailability", [
    ["actor.not-allowed", "by a school", ["IND-12"]],
  ]),
  ...refusals(absent, "withdrawUnavailability", [
    ["unavailability.unknown", "there is no such period", ["IND-02"]],
  ]),
]

/** Every row of the table. */
export const transitions: ReadonlyArray<Row> = [...declaring, ...importing, ...removing]
