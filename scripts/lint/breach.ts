/** Tells why an import is not allowed, from the table of `rooms.ts`. */
import {
  aggregatesOf,
  effectModules,
  exceptions,
  packagesOf,
  pureModules,
  type Room,
  roomOfFile,
  rooms,
} from "./rooms.ts"

/** A file of the repository, by its path from the root. */
export interface Place {
  readonly path: string
}

/** A file of a context: which context, which aggregate folder if any, which room. */
interface Spot {
  readonly context: string
  readonly aggregate: string | undefined
  readonly room: Room | undefined
}

/**
 * Gives the reason why a file may not import something, or nothing when it may.
 * `to` is the path from the root that a relative specifier leads to.
 */
export const breach = (
  from: Place,
  specifier: string,
  to: string | undefined,
): string | undefined => {
  const home = /^(packages|examples)\/([^/]+)\/(src|test|bench)\//.exec(from.path)
  if (specifier === "effect") return "Import effect by subpath, never the barrel."
  if (home === null) return undefined
  const name = home[2] ?? ""
  const part = home[3] ?? ""
  const root = `${home[1]}/${name}/`
  if (to !== undefined) {
    // Tests and benches share what the tests of another package stand on.
    const shared = part !== "src" && /^(?:packages|examples)\/[^/]+\/(?:test|bench)\//.test(to)
    if (!to.startsWith(root) && !shared) {
      return `A package is imported by its name, not by a path out of ${root}`
    }
    if (part === "src" && !to.startsWith(`${root}src/`)) return "Sources import sources only."
  }
  if (part === "src") {
    const other = /^@convoque\/([^/]+)/.exec(specifier)?.[1]
    if (other !== undefined && !packagesOf(name).includes(other)) {
      return `${name} may not import @convoque/${other}.`
    }
  }
  return name === "core" && part === "src"
    ? inCore(from.path.slice(root.length + 4), specifier, to?.slice(root.length + 4))
    : undefined
}

const inCore = (from: string, specifier: string, to: string | undefined): string | undefined => {
  if (exceptions[from]?.includes(specifier)) return undefined
  if (to === undefined) return outside(from, specifier)
  return from.startsWith("kernel/") ? fromKernel(from, to) : fromContext(from, to)
}

const outside = (from: string, specifier: string): string | undefined => {
  const module = /^effect\/(.+)$/.exec(specifier)?.[1]
  if (module === undefined) return `The core may not import ${specifier}.`
  if (pureModules.includes(module)) return undefined
  if (!effectModules.includes(module)) return `The core does not use effect/${module}.`
  return isEffectful(from)
    ? undefined
    : `Only ports, use cases, the runner and imports use effect/${module}.`
}

const isEffectful = (from: string): boolean =>
  from === "kernel/handle.ts" ||
  from.startsWith("kernel/importing/") ||
  from.startsWith("kernel/ports/") ||
  (!from.startsWith("kernel/") && /(^|\/)(ports|application)(\/|\.ts$)/.test(from))

const fromKernel = (from: string, to: string): string | undefined =>
  to.startsWith("kernel/") ? throughDoor(from, to) : "The kernel may not import a context."

const throughDoor = (from: string, to: string): string | undefined => {
  const notion = /^kernel\/([^/]+)\//.exec(to)?.[1]
  if (notion === undefined) return undefined
  return from === `kernel/${notion}.ts` || from.startsWith(`kernel/${notion}/`)
    ? undefined
    : `Import kernel/${notion}.ts, the door of the notion.`
}

const fromContext = (from: string, to: string): string | undefined => {
  if (to.startsWith("kernel/")) return throughDoor(from, to)
  const here = spotOf(from)
  const there = spotOf(to)
  if (there.context !== here.context) {
    return /^[^/]+\/index\.ts$/.test(to)
      ? undefined
      : `A context imports ${there.context} by its door, index.ts.`
  }
  return between(here, there)
}

const between = (here: Spot, there: Spot): string | undefined => {
  if (here.room === undefined) return "This file is in no room of the plan."
  if (there.room === undefined) return "The imported file is in no room of the plan."
  const order = aggregatesOf[here.context] ?? []
  if (
    here.aggregate !== undefined &&
    there.aggregate !== undefined &&
    order.indexOf(there.aggregate) > order.indexOf(here.aggregate)
  ) {
    return `${here.aggregate} may not import ${there.aggregate}, which stands to its right.`
  }
  return here.room === there.room || rooms[here.room].includes(there.room)
    ? undefined
    : `The room ${here.room} may not import the room ${there.room}.`
}

const spotOf = (path: string): Spot => {
  const [context = "", ...rest] = path.split("/")
  const aggregate = aggregatesOf[context]?.includes(rest[0] ?? "") ? rest[0] : undefined
  const file = (aggregate === undefined ? rest[0] : rest[1]) ?? ""
  return { context, aggregate, room: roomOf(file, rest) }
}

const roomOf = (file: string, rest: ReadonlyArray<string>): Room | undefined => {
  // Complete files of labels end in the name of their language.
  if (/\.(fr|en)\.ts$/.test(rest.at(-1) ?? "")) return "language"
  // What use cases refuse is data like any refusal: labels name it.
  if (rest.at(-1) === "refusals.ts") return "refusals"
  const name = file.replace(/\.ts$/, "")
  if (Object.hasOwn(rooms, name)) return name as Room
  return roomOfFile[name]
}
