/** What this server uses of a package that has no types. */
declare module "swagger-ui-dist" {
  /** The folder of the package's files. */
  export const absolutePath: () => string
}
