/** Why the server could not start, as one sentence for whoever started it. */
import { SmtpOptionsInvalid } from "@convoque/adapters-mail"
import { FolderInUse } from "@convoque/adapters-sql"
import { StorageUnavailable } from "@convoque/core/kernel/ports"

/** Gives the sentence of a failure that the configuration explains; nothing for a bug. */
export const startFailure = (error: unknown): string | undefined => {
  if (error instanceof FolderInUse) {
    const holder = error.pid === null ? "" : ` (${error.pid})`
    return `Le dossier ${error.folder} est déjà ouvert par un autre processus${holder}.`
  }
  if (error instanceof StorageUnavailable) {
    return `La base de données ne répond pas : ${error.reason}`
  }
  if (error instanceof SmtpOptionsInvalid) return `SMTP_URL est inutilisable : ${error.reason}`
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "Le port est déjà pris ; donnez-en un autre dans PORT."
  }
  return undefined
}
