/** PostgreSQL and PGlite: event streams, lists, registers, outbox. */
export { Database, type OnStatement, type Rows, type Statement } from "./database/database.ts"
export { SqlRefused } from "./database/failure.ts"
export { FolderInUse, lockFolder } from "./database/lock-file.ts"
export type { PgliteOptions } from "./database/pglite.ts"
export type { PostgresOptions } from "./database/postgres.ts"
export { layerPglite, layerPostgres, type SqlPorts } from "./layers.ts"
export { pageStatement } from "./page-sql.ts"
