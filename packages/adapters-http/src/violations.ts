/**
 * What is wrong with a request, point by point (erreurs de saisie): the walk through the issue of a
 * schema, each leaf turned into data. Sentences stand in `violation-wording.ts`.
 */
import type * as SchemaAST from "effect/SchemaAST"
import type * as SchemaIssue from "effect/SchemaIssue"

/** The part of a request in which something is wrong. */
export type RequestPart = "body" | "query" | "path" | "header"

/** One thing wrong: where (a JSON pointer inside the part), which code, with which values. */
export interface Violation {
  readonly in: RequestPart
  readonly pointer: string
  readonly code: ViolationCode
  readonly values: Readonly<Record<string, unknown>>
}

/** The kinds of violations. */
export type ViolationCode =
  | "missing"
  | "unknown-field"
  | "repeated"
  | "wrong-type"
  | "not-one-of"
  | "too-short"
  | "too-long"
  | "out-of-range"
  | "not-an-integer"
  | "forbidden-character"
  | "format"
  | "invalid"

/** Gives every violation that an issue holds, each code once per place. */
export const violationsOf = (
  part: RequestPart,
  issue: SchemaIssue.Issue,
): ReadonlyArray<Violation> => {
  const seen = new Set<string>()
  return walk(issue, { path: [], ast: undefined })
    .filter(({ pointer, code }) => {
      const isNew = !seen.has(`${code} ${pointer}`)
      seen.add(`${code} ${pointer}`)
      return isNew
    })
    .map((found) => ({ in: part, ...found }))
}

type Found = Omit<Violation, "in">

/** Where the walk stands: the path and the schema that the values there must follow. */
interface Place {
  readonly path: ReadonlyArray<PropertyKey>
  readonly ast: SchemaAST.AST | undefined
}

const walk = (issue: SchemaIssue.Issue, place: Place): ReadonlyArray<Found> => {
  switch (issue._tag) {
    case "Pointer":
      return walk(issue.issue, { path: [...place.path, ...issue.path], ast: undefined })
    case "Composite":
      return issue.issues.flatMap((one) => walk(one, { ...place, ast: issue.ast }))
    case "Encoding":
      return walk(issue.issue, { ...place, ast: issue.ast })
    case "Filter":
      return [filterViolation(issue, place)]
    case "AnyOf":
      return unionViolations(issue, place)
    case "MissingKey":
      return [found(place, "missing")]
    case "UnexpectedKey":
      return [found(place, "unknown-field")]
    case "InvalidType":
      return [typeViolation(issue.ast, place)]
    case "InvalidValue":
    case "Forbidden":
    case "OneOf":
      return [found(place, "invalid")]
  }
}

const found = (place: Place, code: ViolationCode, values: Found["values"] = {}): Found => ({
  pointer: pointerOf(place.path),
  code,
  values,
})

/**
 * Gives a JSON pointer (RFC 6901).
 * @example pointerOf(["slots", 0, "a/b"]) // => "/slots/0/a~1b"
 */
export const pointerOf = (path: ReadonlyArray<PropertyKey>): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")

const typeViolation = (ast: SchemaAST.AST, place: Place): Found =>
  ast._tag === "Literal"
    ? found(place, "not-one-of", { allowed: [ast.literal] })
    : found(place, "wrong-type", { expected: typeNames[ast._tag] ?? ast._tag.toLowerCase() })

const typeNames: Readonly<Record<string, string>> = {
  Objects: "object",
  Arrays: "array",
  String: "string",
  Number: "number",
  Boolean: "boolean",
  Null: "null",
}

// A branch that fails inside is the one that was meant; otherwise the value fits no branch at all.
const unionViolations = (issue: SchemaIssue.AnyOf, place: Place): ReadonlyArray<Found> => {
  const nearest = issue.issues.find((one) => one._tag === "Composite" || one._tag === "Filter")
  if (nearest !== undefined) return walk(nearest, place)
  const tags = issue.ast.types.map(tagOf)
  if (tags.every((tag) => tag !== undefined)) {
    return [found({ ...place, path: [...place.path, "_tag"] }, "not-one-of", { allowed: tags })]
  }
  const allowed = issue.ast.types.map((type) =>
    type._tag === "Literal" ? type.literal : undefined,
  )
  if (allowed.every((value) => value !== undefined))
    return [found(place, "not-one-of", { allowed })]
  const first = issue.ast.types.find((type) => type._tag !== "Null" && type._tag !== "Undefined")
  return [first === undefined ? found(place, "invalid") : typeViolation(first, place)]
}

const tagOf = (type: SchemaAST.AST): string | undefined => {
  if (type._tag !== "Objects") return undefined
  const tag = type.propertySignatures.find((property) => property.name === "_tag")?.type
  return tag?._tag === "Literal" && typeof tag.literal === "string" ? tag.literal : undefined
}

const filterViolation = (issue: SchemaIssue.Filter, place: Place): Found => {
  const annotations = issue.filter.annotations ?? {}
  const message = textOf(annotations["message"])
  if (message !== undefined) return found(place, "invalid", { message })
  const identifier = textOf(annotations["identifier"]) ?? identifierOf(place.ast)
  if (identifier !== undefined) return found(place, "format", { format: identifier })
  return checkViolation(annotations["representation"], place) ?? expectation(annotations, place)
}

const expectation = (annotations: Readonly<Record<string, unknown>>, place: Place): Found => {
  const expected = textOf(annotations["expected"])
  if (expected === "no control characters") return found(place, "forbidden-character")
  if (expected === "more than spaces") return found(place, "too-short", { min: 1 })
  return expected === undefined
    ? found(place, "invalid")
    : found(place, "format", { format: expected })
}

// `annotate` after `check` writes on the last check, whichever check fails.
const identifierOf = (ast: SchemaAST.AST | undefined): string | undefined =>
  textOf(ast?.annotations?.["identifier"]) ??
  textOf(ast?.checks?.at(-1)?.annotations?.["identifier"])

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined

// The built-in checks are recognised by the id that they carry for exports.
const checkViolation = (representation: unknown, place: Place): Found | undefined => {
  if (typeof representation !== "object" || representation === null) return undefined
  const { id, payload } = representation as { id?: unknown; payload?: unknown }
  const limits = (payload ?? {}) as Readonly<Record<string, unknown>>
  const min = limits["minCodePoints"] ?? limits["minLength"] ?? limits["minimum"]
  const max = limits["maxCodePoints"] ?? limits["maxLength"] ?? limits["maximum"]
  switch (typeof id === "string" ? id.replace("effect/schema/", "") : "") {
    case "isMinCodePoints":
    case "isMinLength":
      return found(place, "too-short", { min })
    case "isMaxCodePoints":
    case "isMaxLength":
      return found(place, "too-long", { max })
    case "isBetweenCodePoints":
      return found(place, "out-of-range", { min, max, of: "length" })
    case "isBetween":
      return found(place, "out-of-range", { min, max })
    case "isGreaterThanOrEqualTo":
      return found(place, "out-of-range", { min })
    case "isLessThanOrEqualTo":
      return found(place, "out-of-range", { max })
    case "isInt":
      return found(place, "not-an-integer")
    case "isFinite":
      return found(place, "wrong-type", { expected: "number" })
    default:
      return undefined
  }
}
