declare module "subset-font" {
  const subsetFont: (
    font: Buffer,
    characters: string,
    options: {
      readonly targetFormat: "sfnt"
      readonly noHinting?: boolean
      readonly noLayoutClosure?: boolean
      readonly keepFeatures?: ReadonlyArray<string>
    },
  ) => Promise<Buffer>
  export default subsetFont
}
