/**
 * The sample aggregate of the contracts: a notebook of lines, with a list of its lines.
 */
import type { TenantId } from "@convoque/core/kernel/identity"
import type { Entry, View } from "@convoque/core/kernel/listing"
import type { AggregateId, AggregateType, Change } from "@convoque/core/kernel/ports"

/** One line of a notebook: all that its entry in the list holds. */
export interface Line {
  readonly part: string
  readonly scope: string
  readonly title: string
  readonly rank: string
  readonly tags: ReadonlyArray<string>
  readonly search: string
}

/** A notebook: its lines, one for each part. */
export interface Notebook {
  readonly lines: ReadonlyArray<Line>
}

/** What happens to a notebook. */
export type NotebookEvent =
  | { readonly _tag: "LinePut"; readonly line: Line }
  | { readonly _tag: "LineRemoved"; readonly part: string }

/** What the list shows of a line. */
export interface LineRow {
  readonly title: string
  readonly tags: ReadonlyArray<string>
}

/** The list of lines, sorted by `title` or `rank`, filtered by `tag` and `part`. */
export const linesView: View<Notebook, LineRow> = {
  name: "notebook-lines",
  sortColumns: ["title", "rank"],
  filterNames: ["tag", "part"],
  entries: ({ lines }) => lines.map(entryOf),
}

const entryOf = (line: Line): Entry<LineRow> => ({
  scope: line.scope,
  part: line.part,
  sorts: { title: line.title, rank: line.rank },
  filters: { tag: line.tags, part: [line.part] },
  search: line.search,
  row: { title: line.title, tags: line.tags },
})

/** The notebook as a store sees it. */
export const notebookType: AggregateType<Notebook, NotebookEvent> = {
  kind: "notebook",
  initial: { lines: [] },
  eventVersion: 1,
  views: [linesView],
  evolve: ({ lines }, event) => {
    switch (event._tag) {
      case "LinePut":
        return {
          lines: [...lines.filter(({ part }) => part !== event.line.part), event.line],
        }
      case "LineRemoved":
        return { lines: lines.filter(({ part }) => part !== event.part) }
      default:
        return event satisfies never
    }
  },
  upgrade: (event) => event as NotebookEvent,
}

/** Gives a line with a title; the rest is plain unless said. */
export const lineOf = (title: string, rest: Partial<Line> = {}): Line => ({
  part: "",
  scope: "all",
  title,
  rank: "",
  tags: [],
  search: title,
  ...rest,
})

/** Gives the id of a notebook. */
export const notebookId = (
  tenant: TenantId,
  key: string,
): AggregateId<Notebook, NotebookEvent> => ({ tenant, type: notebookType, key })

/** Gives the change that puts lines into a new notebook. */
export const newNotebook = (
  tenant: TenantId,
  key: string,
  lines: ReadonlyArray<Line>,
): Change<Notebook, NotebookEvent> => changeOf(notebookId(tenant, key), [], putting(lines))

/** Gives the events that put lines. */
export const putting = (lines: ReadonlyArray<Line>): ReadonlyArray<NotebookEvent> =>
  lines.map((line) => ({ _tag: "LinePut", line }))

/** Gives the change of an aggregate to which `past` happened and `events` happen. */
export const changeOf = <State, Event>(
  id: AggregateId<State, Event>,
  past: ReadonlyArray<Event>,
  events: ReadonlyArray<Event>,
): Change<State, Event> => ({
  id,
  expected: past.length,
  events,
  state: [...past, ...events].reduce(
    (state, event) => id.type.evolve(state, event),
    id.type.initial,
  ),
})
