/**
 * The synthesis of the training needs expressed in the reports of a campaign (synthèse des besoins
 * de formation), for the training plan: by purpose, then by manager, with the number of agents.
 *
 * @requirement ENT-21
 */
import type { Instant } from "../../../kernel/calendar.ts"
import type { Block, DocumentContent } from "../../../kernel/document.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import { foldedKey } from "../../../kernel/text.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import { type TrainingNeed, TrainingPurpose } from "../model.ts"
import { capitalised } from "./paper.ts"

/** A need as one agent expressed it. */
export interface ExpressedNeed {
  readonly agent: { readonly id: PersonId }
  readonly superior: { readonly id: PersonId; readonly name: string }
  readonly need: TrainingNeed
}

/** One need and how many agents expressed it, under one manager or in all. */
export interface CountedNeed {
  readonly need: string
  readonly purpose: TrainingNeed["purpose"]
  readonly superior?: string
  readonly agents: number
}

/**
 * Counts the agents of each need. Needs are one when their texts differ only in case, accents or
 * punctuation; the first writing is kept. Most agents first, then by text.
 */
export const countedNeeds = (
  rows: ReadonlyArray<ExpressedNeed>,
  { byManager }: { readonly byManager: boolean },
): ReadonlyArray<CountedNeed> => {
  const groups = new Map<
    string,
    { readonly first: ExpressedNeed; readonly agents: Set<PersonId> }
  >()
  for (const row of rows) {
    const manager = byManager ? row.superior.id : ""
    const key = `${manager}\n${row.need.purpose}\n${foldedKey(row.need.text)}`
    const group = groups.get(key) ?? { first: row, agents: new Set() }
    group.agents.add(row.agent.id)
    groups.set(key, group)
  }
  const counted = [...groups.values()].map(({ first: { need, superior }, agents }) => ({
    need: need.text,
    purpose: need.purpose,
    ...(byManager ? { superior: superior.name } : {}),
    agents: agents.size,
  }))
  return counted.toSorted(byImportance)
}

/** What a synthesis is printed with; `at` is the instant of the reading. */
export interface SynthesisSetting {
  readonly terms: Pick<CampaignTerms, "label" | "letterhead" | "organizer" | "zone">
  readonly wording: Wording
  readonly at: Instant
}

/** Gives the synthesis of the needs of the communicated reports of a campaign. */
export const trainingNeedsDocument = (
  rows: ReadonlyArray<ExpressedNeed>,
  { terms, wording, at }: SynthesisSetting,
): DocumentContent => {
  const { common, training: words } = wording.documents
  const agents = new Set(rows.map(({ agent }) => agent.id)).size
  return {
    title: words.title,
    language: wording.language,
    author: terms.letterhead[0] ?? terms.organizer.name,
    subject: terms.label,
    letterhead: terms.letterhead,
    blocks: [
      { _tag: "paragraph", text: common.reference(terms.label), strong: true },
      { _tag: "paragraph", text: words.counts(rows.length, agents) },
      { _tag: "heading", text: words.byPurpose },
      ...purposeTables(countedNeeds(rows, { byManager: false }), wording),
      { _tag: "heading", text: words.byManager },
      ...managerTable(countedNeeds(rows, { byManager: true }), wording),
    ],
    edition: common.edition(wording.dates.moment(at, terms.zone)),
    pageLabel: common.pageLabel,
  }
}

const purposeTables = (
  needs: ReadonlyArray<CountedNeed>,
  { documents, purposes }: Wording,
): ReadonlyArray<Block> => {
  const [need, agents] = documents.training.columns
  return TrainingPurpose.literals.map((purpose): Block => {
    const rows = needs.filter((one) => one.purpose === purpose)
    return {
      _tag: "table",
      caption: capitalised(purposes[purpose]),
      columns: [
        { label: need, width: 80 },
        { label: agents, width: 20, align: "end" },
      ],
      rowHeaders: 1,
      rows:
        rows.length === 0
          ? [[documents.common.none, "0"]]
          : rows.map((one) => [one.need, String(one.agents)]),
    }
  })
}

const managerTable = (
  needs: ReadonlyArray<CountedNeed>,
  { documents, purposes }: Wording,
): ReadonlyArray<Block> => {
  if (needs.length === 0) return [{ _tag: "paragraph", text: documents.common.none }]
  const [manager, need, purpose, agents] = documents.training.managerColumns
  const sorted = needs
    .map((one) => ({ ...one, superior: one.superior ?? "" }))
    .toSorted((one, other) => compare(foldedKey(one.superior), foldedKey(other.superior)))
  return [
    {
      _tag: "table",
      caption: documents.training.managerTable,
      columns: [
        { label: manager, width: 26 },
        { label: need, width: 40 },
        { label: purpose, width: 22 },
        { label: agents, width: 12, align: "end" },
      ],
      rowHeaders: 1,
      rows: sorted.map((one) => [
        one.superior,
        one.need,
        capitalised(purposes[one.purpose]),
        String(one.agents),
      ]),
    },
  ]
}

const byImportance = (one: CountedNeed, other: CountedNeed): number =>
  other.agents - one.agents || compare(foldedKey(one.need), foldedKey(other.need))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
