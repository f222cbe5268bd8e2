/** The personnel file of a portal: an array stands for its documents. */
import { type FiledDocument, PersonnelFile, StorageUnavailable } from "@convoque/core/kernel/ports"
import { personnelFileContract } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const documents = new Map<string, FiledDocument>()
const nameOf = ({ tenant, person, key }: Pick<FiledDocument, "tenant" | "person" | "key">) =>
  `${tenant}/${person}/${key}`
const put = (document: FiledDocument): Promise<unknown> =>
  Promise.resolve(documents.set(nameOf(document), document))
const all = (): Promise<ReadonlyArray<FiledDocument>> => Promise.resolve([...documents.values()])

// #region personnel-file
const asking = <A>(ask: () => Promise<A>) =>
  Effect.tryPromise({
    try: ask,
    catch: (error) => new StorageUnavailable({ reason: String(error), safeToRetry: true }),
  })

export const layerOurPersonnelFile = Layer.succeed(PersonnelFile, {
  // The same key again replaces the document: a report may be handed over twice.
  file: (document) => Effect.asVoid(asking(() => put(document))),
  // Oldest first, then by key: the report of the year before is the last one filed.
  list: (tenant, person) =>
    Effect.map(asking(all), (found) =>
      found
        .filter((one) => one.tenant === tenant && one.person === person)
        .toSorted((a, b) => (`${a.filedAt} ${a.key}` < `${b.filedAt} ${b.key}` ? -1 : 1)),
    ),
})
// #endregion

let count = 0
let last: Promise<unknown> = Promise.resolve()
const test = (_name: string, body: () => Promise<unknown>) => {
  count += 1
  last = last.then(() => {
    documents.clear()
    return body()
  })
}

// #region contract
for (const { name, run } of personnelFileContract) {
  test(name, () => Effect.runPromise(Effect.provide(run, layerOurPersonnelFile)))
}
// #endregion

await last
if (count > 0) console.log("ok")
