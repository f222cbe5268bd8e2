/** All ports on PostgreSQL, mails through an SMTP server. */
import { layerPdf } from "@convoque/adapters-documents"
import { layerSmtp, runSender } from "@convoque/adapters-mail"
import { layerPostgres } from "@convoque/adapters-sql"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

// #region postgresql
const ports = Layer.mergeAll(
  layerPostgres({ url: "postgres://convoque@db.example/convoque" }),
  layerSmtp({
    url: "smtp://user:password@mail.example:587?requireTLS=true",
    from: { name: "Académie, service des personnels", address: "ne-pas-repondre@academie.example" },
  }),
  layerPdf,
)

export const sender = runSender({ messageIdDomain: "academie.example" }).pipe(Effect.provide(ports))
// #endregion

console.log("ok")
