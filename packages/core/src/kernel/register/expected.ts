/** What the cells of a column hold, said in French from the schema that reads them. */
import type * as Schema from "effect/Schema"

/**
 * Gives what a text must be to be read by a schema; « un texte du format prévu » where the schema
 * does not tell.
 * @example expectedOf(Schema.Literals(["E", "O"])) // => "l’une des valeurs E, O"
 */
export const expectedOf = (cell: Schema.Codec<unknown, string>): string => {
  const ast: Node = cell.ast
  if (ast.encoding === undefined) {
    const values = literalsOf(ast)
    if (values.length === 1) return `la valeur ${values[0]}`
    if (values.length > 1) return `l’une des valeurs ${values.join(", ")}`
  }
  const identifier = identifiersOf(ast).find((one) => known[one] !== undefined)
  if (identifier !== undefined) return known[identifier] ?? plain
  return ast._tag === "Number" ? "un nombre" : plain
}

interface Node {
  readonly _tag: string
  readonly annotations?: object | undefined
  readonly checks?: ReadonlyArray<{ readonly annotations?: object | undefined }> | undefined
  readonly encoding?: unknown
  readonly literal?: unknown
  readonly types?: ReadonlyArray<Node>
}

const plain = "un texte du format prévu"

const known: Readonly<Record<string, string>> = {
  Uai: "un UAI : sept chiffres et une lettre",
  Numen: "un NUMEN : treize caractères",
  Ine: "un INE",
  CivilDate: "une date AAAA-MM-JJ",
  CivilTime: "une heure HH:MM",
  MailAddress: "une adresse de messagerie",
  SchoolYear: "une année scolaire",
}

const literalsOf = (ast: Node): ReadonlyArray<string> => {
  if (ast._tag === "Literal") return [String(ast.literal)]
  if (ast._tag !== "Union") return []
  const types = ast.types ?? []
  return types.every((type) => type._tag === "Literal" && type.encoding === undefined)
    ? types.flatMap(literalsOf)
    : []
}

const identifiersOf = (ast: Node): ReadonlyArray<string> =>
  [ast.annotations, ...(ast.checks ?? []).map(({ annotations }) => annotations)].flatMap(
    (annotations) =>
      annotations !== undefined &&
      "identifier" in annotations &&
      typeof annotations.identifier === "string"
        ? [annotations.identifier]
        : [],
  )
