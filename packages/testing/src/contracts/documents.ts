/** The contract of kept files. */
import { DocumentStorage } from "@convoque/core/kernel/ports"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"

const { own, other } = tenants

/** The cases that every document storage must pass. */
export const documentStorageContract: Contract<DocumentStorage> = [
  contractCase("a file comes back byte for byte, the last one put", function* () {
    const documents = yield* DocumentStorage
    const bytes = Uint8Array.from({ length: 256 * 300 }, (_, index) => index % 256)
    const file = { bytes, mediaType: "application/pdf" }
    yield* documents.put(own, "a/é.pdf", { bytes: Uint8Array.of(1), mediaType: "text/plain" })
    yield* documents.put(own, "a/é.pdf", file)
    yield* expectSame("file", yield* documents.get(own, "a/é.pdf"), file)
  }),
  contractCase("an empty file is a file", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: new Uint8Array(), mediaType: "text/plain" }
    yield* documents.put(own, "empty", file)
    yield* expectSame("file", yield* documents.get(own, "empty"), file)
  }),
  contractCase("an absent, a removed and another tenant's file is nothing", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: Uint8Array.of(1, 2), mediaType: "text/plain" }
    yield* documents.put(own, "k", file)
    yield* expectSame("absent", yield* documents.get(own, "l"), undefined)
    yield* expectSame("another tenant's", yield* documents.get(other, "k"), undefined)
    yield* documents.remove(other, "k")
    yield* expectSame("kept", yield* documents.get(own, "k"), file)
    yield* documents.remove(own, "k")
    yield* documents.remove(own, "k")
    yield* expectSame("removed", yield* documents.get(own, "k"), undefined)
  }),
  contractCase("all files under a prefix go at once, those of one tenant only", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: Uint8Array.of(3), mediaType: "text/plain" }
    for (const key of ["p/1/a", 'p/1/b"\\', "p/10/a", "p", "q%/1", "q_/1"]) {
      yield* documents.put(own, key, file)
    }
    yield* documents.put(other, "p/1/a", file)
    yield* expectSame("number", yield* documents.removeUnder(own, "p/1/"), 2)
    yield* expectSame("gone", yield* documents.get(own, "p/1/a"), undefined)
    yield* expectSame("sibling", yield* documents.get(own, "p/10/a"), file)
    yield* expectSame("other tenant's", yield* documents.get(other, "p/1/a"), file)
    yield* expectSame("wild card", yield* documents.removeUnder(own, "q%/"), 1)
    yield* expectSame("no prefix", yield* documents.removeUnder(own, ""), 0)
    yield* expectSame("kept", yield* documents.get(own, "q_/1"), file)
  }),
]
