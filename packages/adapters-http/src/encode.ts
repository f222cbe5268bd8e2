/**
 * Writing values by their schemas (encodage): fields that the schema declares, in its order, others
 * left out.
 *
 * What use cases give is typed and was checked when it came in, so nothing is checked again. Plain
 * objects, lists, records and tagged unions are copied by functions made once of the schema, ten
 * times faster than `Schema.encodeUnknownSync`; whatever else a schema holds is left to it.
 */
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaGetter from "effect/SchemaGetter"
import type { PlainCodec } from "./decode.ts"

/** Makes the JSON value of a value. */
export type Encode = (value: unknown) => unknown

/** Makes the writer of the values of a schema, once. */
export const encoderOf = <Value>(schema: PlainCodec<Value>): Encode =>
  compiled(Schema.toCodecJson(schema).ast)

const asIs: Encode = (value) => value

const compiled = (ast: SchemaAST.AST): Encode => {
  if (ast.encoding?.every(isPassedThrough) === false) return bySchema(ast)
  switch (ast._tag) {
    case "String":
    case "Boolean":
    case "Null":
    case "Literal":
    case "Number":
      return asIs
    case "Objects":
      return objects(ast)
    case "Arrays":
      return ast.rest.length > 1 ? bySchema(ast) : arrays(ast.elements.map(compiled), ast.rest)
    case "Union":
      return union(ast)
    default:
      return bySchema(ast)
  }
}

const passedThrough = SchemaGetter.passthrough<unknown>()

const isPassedThrough = ({ to, transformation }: SchemaAST.Link): boolean =>
  transformation.encode === passedThrough && compiled(to) === asIs

const bySchema = (ast: SchemaAST.AST): Encode =>
  Schema.encodeUnknownSync(Schema.make<PlainCodec<unknown>>(ast), { disableChecks: true })

const objects = (ast: SchemaAST.Objects): Encode => {
  const [index, ...otherIndexes] = ast.indexSignatures
  if (index === undefined) return struct(ast.propertySignatures)
  const isRecord = ast.propertySignatures.length === 0 && otherIndexes.length === 0
  if (!isRecord || index.parameter._tag !== "String") return bySchema(ast)
  const encode = compiled(index.type)
  if (encode === asIs) return asIs
  return (value) =>
    Object.fromEntries(Object.entries(Object(value)).map(([key, one]) => [key, encode(one)]))
}

const struct = (properties: ReadonlyArray<SchemaAST.PropertySignature>): Encode => {
  const fields = properties.map(({ name, type }) => ({
    name: String(name),
    type,
    encode: compiled(type),
  }))
  return (value) => {
    const given = fieldsOf(value)
    const written: Record<string, unknown> = {}
    for (const { name, encode, type } of fields) {
      const one = given[name]
      if (one !== undefined) written[name] = encode(one)
      else if (name in given) written[name] = bySchema(type)(one)
      else if (type.context?.isOptional !== true) throw new TypeError(`${name} is missing`)
    }
    return written
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>
  throw new TypeError("An answer holds no object where its schema has one")
}

const arrays = (first: ReadonlyArray<Encode>, rest: ReadonlyArray<SchemaAST.AST>): Encode => {
  const others = rest[0] === undefined ? asIs : compiled(rest[0])
  if (others === asIs && first.every((encode) => encode === asIs)) return asIs
  return (value) =>
    (value as ReadonlyArray<unknown>).map((one, index) => (first[index] ?? others)(one))
}

const union = (ast: SchemaAST.Union): Encode => {
  const members = ast.types.map((type) => ({ tag: tagOf(type), encode: compiled(type) }))
  const [only, ...more] = members.filter(({ encode }) => encode !== asIs)
  if (only === undefined) return asIs
  if (more.length === 0 && ast.types.every((type) => isSimple(type) || type._tag === "Objects")) {
    return (value) => (typeof value === "object" && value !== null ? only.encode(value) : value)
  }
  const byTag = new Map<unknown, Encode>(members.map(({ tag, encode }) => [tag, encode]))
  if (byTag.has(undefined) || byTag.size < members.length) return bySchema(ast)
  const other = bySchema(ast)
  return (value) => (byTag.get(fieldsOf(value)["_tag"]) ?? other)(value)
}

const isSimple = ({ _tag }: SchemaAST.AST): boolean =>
  _tag === "String" || _tag === "Boolean" || _tag === "Null" || _tag === "Literal"

const tagOf = (ast: SchemaAST.AST): unknown => {
  if (ast._tag !== "Objects") return undefined
  const tag = ast.propertySignatures.find(({ name }) => name === "_tag")?.type
  return tag?._tag === "Literal" ? tag.literal : undefined
}
