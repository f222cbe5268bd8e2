/** Contract of `PersonnelFile`: documents filed by person, once for each key. */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { PersonId } from "@convoque/core/kernel/identity"
import { type FiledDocument, PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, minute, tenants } from "./case.ts"

const { own, other } = tenants
const agent = PersonId.make("a-1")

const report = (title: string): DocumentContent => ({
  title,
  language: "fr",
  author: "Académie d’Éloïse",
  letterhead: ["Académie", "\tDivision « A » \\ 100 % 😀"],
  addressee: [],
  blocks: [
    { _tag: "heading", text: "Compte rendu" },
    { _tag: "paragraph", text: 'ligne 1\nligne "2"', strong: true },
    { _tag: "fields", rows: [{ label: "Corps", value: "professeurs certifiés" }] },
    {
      _tag: "table",
      caption: "",
      columns: [{ label: "Critère", width: 1.5, align: "end" }],
      rows: [["1"], [""]],
      rowHeaders: 1,
    },
    { _tag: "page-break" },
  ],
  edition: "01/01/2100 00:00",
  pageLabel: "Page {page} sur {pages}",
})

const filed = (key: string, at: number, changes: Partial<FiledDocument> = {}): FiledDocument => ({
  tenant: own,
  person: agent,
  key,
  fileName: `compte-rendu ${key}.pdf`,
  filedAt: minute(at),
  content: report(key),
  attachments: [],
  ...changes,
})

const attachmentsOf = (personnel: PersonnelFile["Service"]) =>
  Effect.map(personnel.list(own, agent), (found) =>
    found.flatMap(({ attachments }) =>
      attachments.map(({ fileName, mediaType, bytes }) => [fileName, mediaType, [...bytes]]),
    ),
  )

/** The cases that every personnel file must pass. */
export const personnelFileContract: Contract<PersonnelFile> = [
  contractCase("the documents of a person come back whole, oldest first", function* () {
    const personnel = yield* PersonnelFile
    const documents = [filed("b/2026", 5), filed("é 😀", 9), filed("a", 1)]
    for (const document of documents) yield* personnel.file(document)
    const expected = [documents[2], documents[0], documents[1]]
    yield* expectSame("documents", yield* personnel.list(own, agent), expected)
  }),
  contractCase("the files of a document come back in their order, byte for byte", function* () {
    const personnel = yield* PersonnelFile
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const first = { fileName: "grille d’évaluation.pdf", mediaType: "application/pdf", bytes }
    const empty = { fileName: "a.txt", mediaType: "text/plain", bytes: new Uint8Array() }
    const document = filed("a", 1, { attachments: [first, empty] })
    yield* personnel.file(document)
    yield* expectSame("files", yield* attachmentsOf(personnel), [
      ["grille d’évaluation.pdf", "application/pdf", [...bytes]],
      ["a.txt", "text/plain", []],
    ])
    yield* personnel.file({ ...document, attachments: [empty] })
    yield* expectSame("files filed again", yield* attachmentsOf(personnel), [
      ["a.txt", "text/plain", []],
    ])
  }),
  contractCase("documents filed at one instant follow their key", function* () {
    const personnel = yield* PersonnelFile
    for (const key of ["b", "B", "a"]) yield* personnel.file(filed(key, 5))
    const keys = (yield* personnel.list(own, agent)).map(({ key }) => key)
    yield* expectSame("keys", keys, ["B", "a", "b"])
  }),
  contractCase("the same key again replaces the document", function* () {
    const personnel = yield* PersonnelFile
    const second = filed("a", 7, { fileName: "corrigé.pdf", content: report("corrigé") })
    yield* personnel.file(filed("a", 1))
    yield* personnel.file(filed("b", 3))
    yield* personnel.file(second)
    yield* personnel.file(second)
    yield* expectSame("documents", yield* personnel.list(own, agent), [filed("b", 3), second])
  }),
  contractCase("the same document filed many times at once is there once", function* () {
    const personnel = yield* PersonnelFile
    const filings = Array.from({ length: 12 }, () => personnel.file(filed("a", 1)))
    yield* Effect.all(filings, { concurrency: "unbounded" })
    yield* expectSame("documents", yield* personnel.list(own, agent), [filed("a", 1)])
  }),
  contractCase("people and tenants have files of their own, under one key or not", function* () {
    const personnel = yield* PersonnelFile
    const theirs = filed("a", 2, { tenant: other })
    const colleague = filed("a", 3, { person: PersonId.make("a-2") })
    for (const document of [filed("a", 1), theirs, colleague]) yield* personnel.file(document)
    yield* expectSame("own", yield* personnel.list(own, agent), [filed("a", 1)])
    yield* expectSame("another's", yield* personnel.list(own, colleague.person), [colleague])
    yield* expectSame("another tenant's", yield* personnel.list(other, agent), [theirs])
    yield* expectSame("unknown", yield* personnel.list(own, PersonId.make("a-9")), [])
  }),
]
