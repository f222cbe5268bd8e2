/** The contract suites, in the tests of a portal; a list of promises stands for the test runner. */
import { layerMemory, notebookSubject, storageContract } from "@convoque/testing"
import * as Effect from "effect/Effect"

const layerOwnTables = layerMemory
const done: Array<Promise<unknown>> = []
const test = (_name: string, body: () => Promise<unknown>) => done.push(body())

// #region contract
for (const { name, run } of storageContract(notebookSubject)) {
  test(name, () => Effect.runPromise(Effect.provide(run, layerOwnTables)))
}
// #endregion

await Promise.all(done)
if (done.length > 0) console.log("ok")
