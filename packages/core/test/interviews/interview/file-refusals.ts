/** Refusals of drafts, corrections, superiors and deletions, with what provokes them. */
import type { Report, ReportPart } from "../../../src/interviews/interview/model.ts"
import {
  correct,
  draft,
  file,
  handOver,
  refuseToSign,
  remove,
  replace,
  replaceAuthority,
} from "../acts.ts"
import {
  agent,
  authority,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  criterion,
  history,
  level,
  report,
  section,
  superior,
  text,
} from "../given.ts"
import { type RefusalCase, refusing, rightsCases, stranger } from "./cases.ts"

const withPart = (part: ReportPart): Report => ({ ...report, parts: [...report.parts, part] })
const missions = { section: section("missions"), label: "Missions et activité de l'agent" }
const proposals = { section: section("agent-proposals"), label: "Propositions de l'agent" }
const competences = { section: section("competences"), label: "Appréciation des compétences" }
const rated = (...ratings: Extract<ReportPart, { readonly _tag: "criteria" }>["ratings"]) => ({
  ...report,
  parts: [{ _tag: "criteria" as const, section: competences.section, ratings }],
})
const technical = { criterion: criterion("technical-skills"), level: level("mastered") }

const drafts: ReadonlyArray<RefusalCase> = [
  ...rightsCases("ENT-22", history.held, (by) => draft({ by })),
  refusing(
    "ENT-04 a section that the template lacks",
    [
      history.held,
      draft({
        report: withPart({ _tag: "text", section: section("leisure"), text: text("Voile") }),
      }),
    ],
    { _tag: "report.unknown-section", section: section("leisure") },
  ),
  refusing(
    "ENT-19 the superior does not write for the agent",
    [
      history.held,
      draft({ report: withPart({ _tag: "text", section: proposals.section, text: text("Rien") }) }),
    ],
    { _tag: "report.section-not-superiors", ...proposals },
  ),
  refusing(
    "ENT-04 a section is written once",
    [
      history.held,
      draft({ report: withPart({ _tag: "text", section: missions.section, text: text("Bis") }) }),
    ],
    { _tag: "report.section-written-twice", ...missions },
  ),
  refusing(
    "ENT-04 a section of text holds no objectives",
    [
      history.held,
      draft({
        report: {
          ...report,
          parts: [{ _tag: "objectives", section: missions.section, objectives: [] }],
        },
      }),
    ],
    { _tag: "report.wrong-kind", ...missions, expected: "text" },
  ),
  refusing(
    "ENT-04 a criterion that the template lacks",
    [
      history.held,
      draft({ report: rated(technical, { ...technical, criterion: criterion("charm") }) }),
    ],
    { _tag: "report.unknown-criterion", ...competences, criterion: criterion("charm") },
  ),
  refusing(
    "ENT-04 a criterion has one level",
    [history.held, draft({ report: rated(technical, technical) })],
    { _tag: "report.criterion-rated-twice", ...competences, criterion: technical.criterion },
  ),
  refusing(
    "ENT-04 a level that the template lacks",
    [history.held, draft({ report: rated({ ...technical, level: level("genius") }) })],
    { _tag: "report.unknown-level", ...competences, level: level("genius") },
  ),
  refusing(
    "ENT-04 more files than the template allows",
    [
      history.held,
      draft({
        report: {
          ...report,
          attachments: Array.from({ length: 6 }, (_, index) => ({
            fileName: `${index}.pdf`,
            key: `${index}`,
          })),
        },
      }),
    ],
    { _tag: "report.too-many-attachments", maximum: 5 },
  ),
]

const training = { section: section("training-needs"), label: "Besoins de formation" }
const needs = report.parts.find((part) => part._tag === "training-needs")

const contradicted: ReadonlyArray<RefusalCase> =
  needs === undefined
    ? []
    : [
        refusing(
          "ENT-21 no need, and a list of them",
          [history.held, draft({ report: { ...report, parts: [{ ...needs, none: true }] } })],
          { _tag: "report.needs-and-none", ...training },
        ),
      ]

const corrections: ReadonlyArray<RefusalCase> = [
  ...rightsCases("ENT-26", history.closed, (by) => correct({ by }), byService),
  refusing(
    "ENT-04 no correction of a section that the template lacks",
    [history.closed, correct({ section: section("leisure") })],
    { _tag: "report.unknown-section", section: section("leisure") },
  ),
  refusing(
    "ENT-26 the appraisal is never corrected",
    [history.closed, correct({ section: section("results") })],
    {
      _tag: "report.appraisal-frozen",
      section: section("results"),
      label: "Résultats obtenus au regard des objectifs de la période écoulée",
    },
  ),
  refusing(
    "ENT-26 objectives are no text",
    [history.closed, correct({ section: section("objectives") })],
    {
      _tag: "report.no-text-to-correct",
      section: section("objectives"),
      label: "Objectifs de la période à venir",
    },
  ),
  refusing(
    "ENT-26 nor is a section left empty",
    [history.closed, correct({ section: section("course") })],
    {
      _tag: "report.no-text-to-correct",
      section: section("course"),
      label: "Déroulé de l'entretien",
    },
  ),
  refusing("ENT-26 nothing is corrected before the closing", [history.toFile, correct()], {
    _tag: "interview.illegal-transition",
    command: "correctClericalError",
    state: "in-circuit",
  }),
]

const superiors: ReadonlyArray<RefusalCase> = [
  ...rightsCases("CAM-19", history.held, (by) => replace({ by }), byService),
  refusing("ENT-10 nor replaced by the agent", [history.held, replace({ superior: agent })], {
    _tag: "interview.evaluates-self",
    agent: agent.id,
  }),
  refusing(
    "ENT-24 nor by the authority that endorses",
    [history.held, replace({ superior: authority })],
    { _tag: "interview.authority-not-distinct", authority: authority.id, from: "superior" },
  ),
  refusing("CAM-19 by the same person", [history.held, replace({ superior })], {
    _tag: "superior.unchanged",
    superior: superior.id,
  }),
  refusing("CAM-19 after the closing", [history.closed, replace()], {
    _tag: "interview.illegal-transition",
    command: "replaceSuperior",
    state: "closed",
  }),
  refusing(
    "ENT-26 the HR service hands nothing over by itself",
    [history.closed, handOver({ by: byService })],
    { _tag: "actor.not-allowed", command: "recordHandOver", capacity: "hr-service" },
  ),
]

const authorities: ReadonlyArray<RefusalCase> = [
  ...rightsCases("CAM-19", history.held, (by) => replaceAuthority({ by }), byService),
  ...(["agent", "superior"] as const).map((from) => {
    const chosen = from === "agent" ? agent : superior
    return refusing(
      `ENT-24 the ${from} does not become the authority`,
      [history.held, replaceAuthority({ authority: chosen })],
      { _tag: "interview.authority-not-distinct", authority: chosen.id, from },
    )
  }),
  refusing("CAM-19 by the same authority", [history.held, replaceAuthority({ authority })], {
    _tag: "authority.unchanged",
    authority: authority.id,
  }),
  refusing(
    "CAM-19 no authority is replaced after the closing",
    [history.closed, replaceAuthority()],
    {
      _tag: "interview.illegal-transition",
      command: "replaceAuthority",
      state: "closed",
    },
  ),
]

const notDeletedBy = (by: ReturnType<typeof remove>["by"]) =>
  ({ _tag: "actor.not-allowed", command: "delete", capacity: by.capacity }) as const

const deletions: ReadonlyArray<RefusalCase> = [
  ...rightsCases("CAM-23", history.proposed, (by) => remove({ by })),
  ...[byAgent, byAuthority, stranger].map((by) =>
    refusing(
      `CAM-23 ${by.capacity} ${by.person} deletes no interview`,
      [history.proposed, remove({ by })],
      notDeletedBy(by),
    ),
  ),
  ...[history.held, history.toComplete, history.closed].map((past) =>
    refusing(
      `CAM-23 its superior deletes none that is held (after ${past.length} acts)`,
      [past, remove({ by: bySuperior })],
      notDeletedBy(bySuperior),
    ),
  ),
  refusing("CAM-23 the HR service deletes none that is closed", [history.closed, remove()], {
    ...notDeletedBy(byService),
  }),
  refusing(
    "CAM-23 a closed one is deleted once confirmed, which comes before the appeal",
    [history.closed, remove({ by: byAdministrator, hasOpenAppeal: true })],
    { _tag: "interview.deletion-confirmation-required", subject: agent.id },
  ),
  refusing(
    "CAM-23 an open appeal is acknowledged",
    [history.toSign, remove({ hasOpenAppeal: true })],
    { _tag: "interview.appeal-open", subject: agent.id },
  ),
]

const ownCommands = [
  [history.held, replace],
  [history.closed, correct],
  [history.proposed, remove],
  [history.toSign, refuseToSign],
  [history.toFile, file],
] as const

/** An agent who is of the HR service, an administrator, or at work for his own superior. */
const ownFile: ReadonlyArray<RefusalCase> = (["hr-service", "administrator"] as const).flatMap(
  (capacity) =>
    ownCommands.map(([past, make]) => {
      const command = make({ by: { person: agent.id, capacity } })
      return refusing(
        `ENT-10 ${command._tag} on one's own file is not for the ${capacity}`,
        [past, command],
        { _tag: "actor.not-allowed", command: command._tag, capacity },
      )
    }),
)

export const fileRefusals = [
  ...ownFile,
  ...drafts,
  ...contradicted,
  ...authorities,
  ...corrections,
  ...superiors,
  ...deletions,
]
