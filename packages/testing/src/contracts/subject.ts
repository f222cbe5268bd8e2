/**
 * What the storage and outbox contracts write: by default notebooks, or the aggregates of a team
 * whose tables know only their own kinds.
 */
import type { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import type {
  AggregateId,
  AggregateType,
  Change,
  Commit,
  Loaded,
} from "@convoque/core/kernel/ports"
import { changeOf, lineOf, type Notebook, type NotebookEvent, notebookType } from "./notebook.ts"

/**
 * An aggregate to try a store with.
 *
 * - `lifeOf`: at least three events of the aggregate of a key, in an order in which `evolve` can
 *   follow them from the initial state, each leading to a different state; any beginning of it
 *   must be storable;
 * - `keys`: at least four keys that such aggregates can have; more, with different lives, try
 *   the lists better.
 */
export interface ContractSubject<State, Event> {
  readonly type: AggregateType<State, Event>
  readonly lifeOf: (key: string) => ReadonlyArray<Event>
  readonly keys: readonly [string, string, string, string, ...ReadonlyArray<string>]
}

/** Notebooks, whose texts try quotes, accents and characters beyond the first plane. */
export const notebookSubject: ContractSubject<Notebook, NotebookEvent> = {
  type: notebookType,
  lifeOf: () => [
    { _tag: "LinePut", line: lineOf("Éloïse d'Arc") },
    { _tag: "LinePut", line: lineOf('𝒜 "cité" \\ 100 %', { part: "b_" }) },
    { _tag: "LineRemoved", part: "" },
  ],
  keys: ["first", "second/2026", "Étienne's", "quatre"],
}

/** The values that the cases of one subject are written with. */
export interface Materials<State, Event> {
  readonly id: (index: number, tenant: TenantId) => AggregateId<State, Event>
  /** The change from `from` events to `until` events of the life. */
  readonly change: (id: AggregateId<State, Event>, from: number, until: number) => Change
  /** The number of events in the life of an aggregate. */
  readonly lifeLength: (id: AggregateId<State, Event>) => number
  /** What must be loaded after `count` events of the life. */
  readonly after: (id: AggregateId<State, Event>, count: number) => Loaded<State>
}

/** Gives the materials of a subject. */
export const materialsOf = <State, Event>(
  subject: ContractSubject<State, Event>,
): Materials<State, Event> => {
  const { type, lifeOf, keys } = subject
  return {
    id: (index, tenant) => ({ tenant, type, key: keys[index] ?? keys[0] }),
    change: (id, from, until) =>
      changeOf<State, Event>(id, lifeOf(id.key).slice(0, from), lifeOf(id.key).slice(from, until)),
    lifeLength: ({ key }) => lifeOf(key).length,
    after: (id, count) => ({
      state: lifeOf(id.key)
        .slice(0, count)
        .reduce((state, event) => type.evolve(state, event), type.initial),
      version: count,
    }),
  }
}

/** Gives a commit of which only some parts are said. */
export const commitOf = (tenant: TenantId, parts: Partial<Omit<Commit, "tenant">>): Commit => ({
  tenant,
  changes: [],
  unchanged: [],
  erase: [],
  messages: [],
  ...parts,
})

/** Gives a plain message about an aggregate. */
export const messageAbout = (id: AggregateId, messageId: string): Message => ({
  id: messageId,
  about: { kind: id.type.kind, key: id.key },
  content: {
    kind: "contract",
    to: { name: "Zoé Müller-Łąka", address: "zoe@example.org" },
    language: "fr",
    subject: `Message ${messageId}`,
    paragraphs: ["L’« été » à 100 %"],
    documents: [],
    calendar: [],
  },
})
