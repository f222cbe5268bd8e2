/** The lint rules of this repository: import directions, no `throw`, comments on what is exported. */
import { dirname, relative, resolve, sep } from "node:path"
import { breach, type Place } from "./breach.ts"

interface Node {
  readonly type: string
  readonly source?: { readonly type: string; readonly value?: unknown } | null
  readonly declaration?: Node | null
  readonly id?: { readonly name?: string } | null
  readonly superClass?: Node | null
  readonly range?: readonly [number, number]
}

interface Context {
  readonly filename: string
  readonly cwd: string
  readonly sourceCode: { readonly getCommentsBefore: (node: Node) => ReadonlyArray<Comment> }
  readonly report: (report: { readonly node: Node; readonly message: string }) => void
}

interface Comment {
  readonly type: string
  readonly value: string
}

const pathOf = (context: Context, file: string) => relative(context.cwd, file).split(sep).join("/")

const inCore = (context: Context) =>
  pathOf(context, context.filename).startsWith("packages/core/src/")

const rooms = {
  create: (context: Context) => {
    const from: Place = { path: pathOf(context, context.filename) }
    const check = (node: Node) => {
      const specifier = node.source?.value
      if (typeof specifier !== "string") return
      const to = specifier.startsWith(".")
        ? pathOf(context, resolve(dirname(context.filename), specifier))
        : undefined
      const message = breach(from, specifier, to)
      if (message !== undefined) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: (node: Node) => {
        check(node)
        if (from.path.includes("/src/")) {
          context.report({ node, message: "A door names what it gives: no `export *`." })
        }
      },
      ImportExpression: check,
    }
  },
}

const noThrow = {
  create: (context: Context) =>
    inCore(context)
      ? {
          ThrowStatement: (node: Node) => {
            context.report({ node, message: "The core refuses with a Result; it never throws." })
          },
        }
      : {},
}

interface Assertion extends Node {
  readonly expression?: Assertion
  readonly typeAnnotation?: Node
}

const noDoubleAssertion = {
  create: (context: Context) => ({
    TSAsExpression: (node: Assertion) => {
      const inner = node.expression
      const through = inner?.typeAnnotation?.type
      if (inner?.type !== "TSAsExpression") return
      if (through !== "TSUnknownKeyword" && through !== "TSNeverKeyword") return
      context.report({ node, message: "An assertion through `unknown` hides any mistake." })
    },
  }),
}

const classes = {
  create: (context: Context) => {
    if (!inCore(context)) return {}
    const check = (node: Node) => {
      if (node.superClass?.type === "CallExpression") return
      context.report({ node, message: "Classes are for ports and failures only." })
    }
    return { ClassDeclaration: check, ClassExpression: check }
  },
}

const documented = {
  create: (context: Context) => {
    const path = pathOf(context, context.filename)
    if (!/^packages\/[^/]+\/src\//.test(path)) return {}
    // A constant and the type of the same name share one comment.
    const seen = new Set<string>()
    return {
      ExportNamedDeclaration: (node: Node) => {
        const declaration = node.declaration
        if (!declaration) return
        const name = nameOf(declaration)
        const said = context.sourceCode
          .getCommentsBefore(node)
          .some((comment) => comment.type === "Block" && comment.value.startsWith("*"))
        if (!said && !seen.has(name)) {
          context.report({ node, message: `${name} is exported without a doc comment.` })
        }
        seen.add(name)
      },
    }
  },
}

const nameOf = (declaration: Node & { readonly declarations?: ReadonlyArray<Node> }): string =>
  declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? "This"

export default {
  meta: { name: "convoque" },
  rules: {
    rooms,
    "no-throw": noThrow,
    "no-double-assertion": noDoubleAssertion,
    classes,
    documented,
  },
}
