/** Addresses of one mailbox: what a mail server could be given, and nothing that breaks a header. */
import { isMailAddress, MailAddress } from "@convoque/core/kernel/mail-address"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"

const isOfSchema = Schema.is(MailAddress)

test.each([
  "zoe.lefevre+rdc@ac-creteil.fr",
  "zoé@académie.example",
  "o'brien@ac-rennes.fr",
  "root@localhost",
  `${"x".repeat(64)}@ac.fr`,
  `z@${"x".repeat(63)}.${"y".repeat(63)}.${"z".repeat(63)}.${"a".repeat(57)}.fr`,
])("RDC-13 %j is an address", (text) => {
  expect([isMailAddress(text), isOfSchema(text)]).toStrictEqual([true, true])
})

test.each([
  "",
  " ",
  "zoe",
  "@ac.fr",
  "zoe@",
  "zoe@@ac.fr",
  "zoe@ac@fr",
  "zoe@.fr",
  "zoe@ac..fr",
  "zoe@ac.fr.",
  "zoe lefevre@ac.fr",
  "zoe@ac.fr ",
  "zoe@ac.fr\n",
  "a@b.fr\r\nBcc: c@d.fr",
  "<zoe@ac.fr>",
  "zoe@ac.fr, jo@ac.fr",
  "zoe@ac\u0085.fr",
  "zoe\ud800@ac.fr",
  `${"x".repeat(65)}@ac.fr`,
  `zoe@${"x".repeat(64)}.fr`,
  `z@${"x".repeat(63)}.${"y".repeat(63)}.${"z".repeat(63)}.${"a".repeat(58)}.fr`,
])("RDC-13 %j is none", (text) => {
  expect([isMailAddress(text), isOfSchema(text)]).toStrictEqual([false, false])
})
