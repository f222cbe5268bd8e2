/** The rows about the file itself: its superior, the personnel file, its deletion. */
import { awaited, open, opened, refusals, rights, type Row } from "./row.ts"

/** The rows of the table about the file. */
export const fileRows: ReadonlyArray<Row> = [
  {
    from: open,
    command: "replaceSuperior",
    when: "another person; what was done stays",
    to: "unchanged",
    emits: ["SuperiorReplaced"],
    requirements: ["CAM-19"],
  },
  ...refusals(open, "replaceSuperior", [
    ...rights("of the HR service"),
    ["interview.evaluates-self", "the person is the agent", ["ENT-10"]],
    ["interview.authority-not-distinct", "the person is the authority of the file", ["ENT-24"]],
    ["superior.unchanged", "the same person", ["CAM-19"]],
  ]),
  {
    from: open,
    command: "replaceAuthority",
    when: "another person; what was endorsed stays",
    to: "unchanged",
    emits: ["AuthorityReplaced"],
    requirements: ["CAM-19", "ENT-24"],
  },
  ...refusals(open, "replaceAuthority", [
    ...rights("of the HR service"),
    ["interview.authority-not-distinct", "the person is the agent or the superior", ["ENT-24"]],
    ["authority.unchanged", "the same person", ["CAM-19"]],
  ]),
  {
    from: ["closed"],
    command: "recordHandOver",
    when: "by the scheduler",
    to: "closed",
    emits: ["ReportHandedOver"],
    requirements: ["ENT-26"],
  },
  {
    from: ["closed"],
    command: "recordHandOver",
    when: "already handed over",
    to: "closed",
    emits: [],
    requirements: ["ENT-26"],
  },
  ...refusals(["closed"], "recordHandOver", [
    ["actor.not-allowed", "actor is not the scheduler", ["ENT-26"]],
  ]),
  {
    from: awaited,
    command: "delete",
    when: "by its superior or the HR service",
    to: "deleted",
    emits: ["InterviewDeleted"],
    requirements: ["CAM-11", "CAM-23"],
  },
  {
    from: ["held", "in-circuit"],
    command: "delete",
    when: "by the HR service",
    to: "deleted",
    emits: ["InterviewDeleted"],
    requirements: ["CAM-11", "CAM-23"],
  },
  {
    from: ["closed"],
    command: "delete",
    when: "by an administrator, confirmed",
    to: "deleted",
    emits: ["InterviewDeleted"],
    requirements: ["CAM-11", "CAM-23"],
  },
  ...refusals(opened, "delete", [
    ...rights("somebody who may delete it in its state"),
    ["interview.appeal-open", "an appeal is open, not acknowledged", ["CAM-23"]],
  ]),
  ...refusals(["closed"], "delete", [
    ["interview.deletion-confirmation-required", "not confirmed", ["CAM-23"]],
  ]),
]
