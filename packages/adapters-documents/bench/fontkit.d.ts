declare module "fontkit" {
  interface Subset {
    includeGlyph: (glyph: unknown) => number
    encode: () => Uint8Array
  }
  interface Font {
    createSubset: () => Subset
  }
  export const create: (bytes: Uint8Array) => Font
}
