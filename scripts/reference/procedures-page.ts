/** The reference page of the shipped procedures: who acts, within which period, under which text. */
import {
  type AppealRules,
  fromInterview,
  type Procedure,
  shippedProcedures,
  type SourcedPeriod,
  type Step,
  wordingEn,
} from "@convoque/core/interviews"
import type { LegalPeriod } from "@convoque/core/kernel/calendar"
import { code, list, page, table } from "./markdown.ts"

/** Gives the page in Markdown. */
export const proceduresPage = (): string =>
  page([
    "# Shipped procedures",
    "Each procedure is dated data; a campaign takes the version in force on the day it starts. " +
      "Labels and sources are as printed, in French. Nothing here replaces the texts: a period " +
      "is `confirmed` when it was seen in a public source, be it a page about the text, " +
      "`recalled` when it is from memory, `ambiguous` when sources differ.",
    list([
      "A period is counted from the day after its start; its units are explained in " +
        "[time zones and legal periods](../explanation/time.md#legal-periods).",
      "Moved: when its last day falls on a Saturday, a Sunday or a public holiday, it moves to " +
        "the next working day.",
      "Past its last day an act is done and flagged late (`flag`), refused (`refuse`), or " +
        "impossible while the circuit goes on without it (`lapse`).",
      "A star marks a step that can be done on behalf of its actor.",
    ]),
    overview(),
    ...shippedProcedures.flatMap(procedureBlocks),
  ])

const version = ({ from, until }: Procedure): string =>
  until === undefined ? `from ${from}` : `from ${from} to ${until}`

const overview = (): string =>
  table(
    ["Procedure", "Label", "In force", "Notice", "Steps", "Appeals"],
    shippedProcedures.map((procedure) => [
      `[${code(procedure.code)}](#${anchor(procedure)})`,
      procedure.label,
      version(procedure),
      length(procedure.notice.period),
      String(procedure.steps.length),
      procedure.appeal === undefined
        ? "none"
        : procedure.appeal.committee === undefined
          ? "hierarchical"
          : "hierarchical, committee",
    ]),
  )

/** Versions of one code have headings of their own. */
const heading = ({ code: name, until }: Procedure): string =>
  until === undefined ? name : `${name} until ${until}`

const anchor = (procedure: Procedure): string => heading(procedure).replaceAll(" ", "-")

const length = (period: LegalPeriod): string => wordingEn.dates.period(period)

const moved = ({ extends: moves }: LegalPeriod): string => (moves ? "yes" : "no")

const procedureBlocks = (procedure: Procedure): ReadonlyArray<string> => [
  `## ${heading(procedure)}`,
  list([
    `${procedure.label}, ${version(procedure)}`,
    `Type: ${code(procedure.type)}`,
    `Source: ${procedure.source}`,
    `Notice before the interview: ${length(procedure.notice.period)}, never moved ` +
      `(${procedure.notice.source}; ${procedure.notice.confidence})`,
    `Documents with the proposal: ${procedure.enclosures.map(code).join(", ") || "none"}`,
    `Least time: ${procedure.minimumMinutes === undefined ? "none" : `${procedure.minimumMinutes} minutes, a warning below`}`,
  ]),
  table(
    [
      "Step",
      "Label",
      "What is done",
      "Actors",
      "Can be sent back",
      "Period",
      "From",
      "Moved",
      "Past it",
      "Stopped by a revision",
      "Source",
      "Sureness",
    ],
    procedure.steps.map(stepRow),
  ),
  procedure.appeal === undefined ? "No appeal is known to it." : appealTable(procedure.appeal),
]

const stepRow = ({ step, label, kind, actors, delegable, returnable, period }: Step) => [
  code(step),
  label,
  kind,
  `${actors.map(code).join(", ")}${delegable ? " *" : ""}`,
  returnable ? "yes" : "no",
  ...(period === undefined
    ? ["none", "", "", "", "", "", ""]
    : [
        length(period.period),
        period.from === fromInterview ? "the interview" : code(period.from),
        moved(period.period),
        code(period.late),
        period.suspension === undefined ? "no" : `${length(period.suspension)} at most`,
        period.source,
        period.confidence,
      ]),
]

const appealTable = ({ hierarchical, answer, committee, complementaryInterview }: AppealRules) =>
  table(
    ["Appeal", "Period", "From", "Moved", "Past it", "Source", "Sureness"],
    [
      appealRow("hierarchical appeal, by the agent", "the notification", hierarchical),
      appealRow(
        `answer of the authority${complementaryInterview ? ", which hears the agent before" : ""}`,
        "the receipt of the appeal",
        answer,
      ),
      ...(committee === undefined
        ? []
        : [
            appealRow(
              `referral to the committee (${committee.label}), by the agent`,
              "the answer, or the end of the period to answer",
              committee,
            ),
          ]),
    ],
  )

const appealRow = (
  act: string,
  from: string,
  { period, source, confidence }: SourcedPeriod,
): ReadonlyArray<string> => [
  act,
  length(period),
  from,
  moved(period),
  code("flag"),
  source,
  confidence,
]
