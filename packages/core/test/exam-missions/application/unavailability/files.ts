/** Files of sources, written and imported. */
import { type ImportSource, importUnavailabilities } from "@convoque/core/exam-missions"
import type { Actor } from "@convoque/core/kernel/identity"
import type { Acknowledgement } from "@convoque/core/kernel/refusal"
import * as Stream from "effect/Stream"
import { scheduler, tenant } from "../../unavailability/given.ts"

export const periodHeader = "ID_AGENT;DATE_DEBUT;HEURE_DEBUT;DATE_FIN;HEURE_FIN;MOTIF"
export const convocationHeader =
  "ID_AGENT;DATE_DEBUT;HEURE_DEBUT;DATE_FIN;HEURE_FIN;NUMERO_MISSION;TYPE_MISSION;EXAMEN;CENTRE;LIEU;QUALITE"

export const epp: ImportSource = { _tag: "epp" }
export const toulouse: ImportSource = { _tag: "academy", code: "A16" }

interface Change {
  readonly by?: Actor
  readonly source?: ImportSource
  readonly header?: string
  readonly dryRun?: boolean
  readonly acknowledged?: ReadonlyArray<Acknowledgement>
}

/** Imports some lines, of EPP unless said otherwise. */
export const imports = (lines: ReadonlyArray<string>, change: Change = {}) => {
  const { by = scheduler, source = epp, dryRun = false, acknowledged = [] } = change
  const usual = source._tag === "academy" ? convocationHeader : periodHeader
  const text = [change.header ?? usual, ...lines].join("\n")
  return importUnavailabilities({
    by,
    tenant,
    source,
    bytes: Stream.make(new TextEncoder().encode(text)),
    dryRun,
    acknowledged,
  })
}
