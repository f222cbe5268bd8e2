/** February to May: the reports, from their draft to the personnel file. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { staff } from "../../demonstration/interview-people.ts"
import { demonstrationTenant } from "../../demonstration/people.ts"
import type { File } from "./file.ts"
import { codeOf, sentence } from "./portal.ts"
import { without } from "./reports.ts"
import { managers, nth, type World } from "./world.ts"

const day = (text: string): CivilDate => text as CivilDate

const stepOf = async (file: File, step: string): Promise<Record<string, unknown>> => {
  const { body } = await file.read(file.superior())
  const circuit = body["circuit"] as { readonly done?: ReadonlyArray<Record<string, unknown>> }
  return circuit.done?.find((one) => one["step"] === step) ?? {}
}

/** A section is missing; then the report is communicated after its last day. */
export const incomplete = async (world: World): Promise<void> => {
  const { teller, file, agenda } = world
  teller.step("24 février : un compte rendu incomplet, qui finira en retard")
  await world.until(day("2026-02-24"))
  await file(5).draft(without(file(5).report, "career-prospects", "training-needs"))
  const refused = await file(5).communicate()
  teller.tell(sentence(refused))
  teller.expect(
    "les rubriques obligatoires vides sont nommées",
    codeOf(refused) === "report.section-required",
  )
  const early = await file(5).endorse()
  teller.tell(sentence(early))
  teller.expect("rien n'est visé avant d'être communiqué", early.status === 409)
  agenda.add(file(5), {
    meeting: day("2026-02-16"),
    from: "complete",
    on: { complete: day("2026-04-07") },
  })
}

/** The same report, communicated at last; another one whose agent says nothing. */
export const communicated = async (world: World): Promise<void> => {
  const { teller, file, agenda, done } = world
  teller.step("25 mars : communication tardive, silence de l'agent")
  await world.until(day("2026-03-25"))
  await file(5).draft()
  done("le compte rendu est communiqué", await file(5).communicate())
  const late = await stepOf(file(5), "communicate")
  teller.tell(`dernier jour : ${String(late["due"])}, fait le ${String(late["on"])}`)
  teller.expect("la communication est marquée en retard", late["late"] === true)
  await world.keepMail("Compte rendu communiqué", file(5).agent)
  const lapsed = await stepOf(file(7), "agent-completion")
  teller.tell(
    `le délai de ${file(7).agent.givenName} ${file(7).agent.familyName} s'est achevé le ${String(lapsed["on"])}`,
  )
  teller.expect("l'étape de l'agente silencieuse est passée sans elle", lapsed["lapsed"] === true)
  const comment = await file(7).act(file(7).agent, "comments", {
    body: { text: "Un mot de plus." },
  })
  teller.tell(sentence(comment))
  teller.expect("elle ne complète plus", comment.status === 409)
  agenda.add(file(7), {
    meeting: day("2026-02-18"),
    from: "endorse",
    on: { endorse: day("2026-03-31") },
  })
  const opened = await file(10).endorse(
    "Je partage cette appréciation et remercie l'agente pour sa disponibilité pendant la session.",
  )
  done("l'autorité vise un compte rendu avec une observation", opened)
  await world.keepFile(
    "documents/compte-rendu-en-circuit.pdf",
    await file(10).read(file(10).agent, "/report.pdf"),
  )
  agenda.add(file(10), {
    meeting: day("2026-03-03"),
    from: "notify",
    on: { notify: day("2026-03-27") },
  })
}

/** How reports reach their agents: a letter that fails, a mail that is opened. */
export const notified = async (world: World): Promise<void> => {
  const { teller, file, agenda, done } = world
  teller.step("30 mars : notifications")
  await world.until(day("2026-03-30"))
  const failed = await file(11).notify(
    { means: "registered-letter", fate: "failed" },
    staff.service,
  )
  done("une lettre recommandée revient sans avoir touché l'agent", failed)
  teller.expect(
    "le compte rendu n'est pas notifié",
    (await stepOf(file(11), "notify"))["step"] === undefined,
  )
  done("un autre est notifié par courriel", await file(12).notify({ means: "mail", fate: "sent" }))
  await world.keepMail("Notification par courriel", file(12).agent)
  await world.until(day("2026-04-02"))
  const unsigned = await file(12).sign()
  teller.tell(sentence(unsigned))
  teller.expect("envoyé n'est pas reçu : pas encore de signature", unsigned.status === 409)
  done(
    "l'agente dit l'avoir ouvert",
    await file(12).notify({ means: "mail", fate: "opened" }, file(12).agent),
  )
  agenda.add(file(12), {
    meeting: day("2026-03-05"),
    from: "sign",
    on: { sign: day("2026-04-03") },
  })
}

/** The second letter, and a refusal to sign. */
export const refusedToSign = async (world: World): Promise<void> => {
  const { teller, file, agenda, done } = world
  teller.step("8 avril : la seconde lettre, un refus de signer")
  await world.until(day("2026-04-08"))
  const delivered = await file(11).notify(
    { means: "registered-letter", fate: "delivered" },
    staff.service,
  )
  done("la seconde lettre recommandée est remise", delivered)
  agenda.add(file(11), {
    meeting: day("2026-03-05"),
    from: "sign",
    on: { sign: day("2026-04-13") },
  })
  const refusal = await file(13).act(staff.service, "signature-refusal", {
    body: {
      date: "2026-04-07",
      witness: "Fatou Diop, gestionnaire au bureau des concours, présente dans le bureau.",
    },
  })
  done("une agente refuse de signer, devant témoin", refusal)
  agenda.add(file(13), {
    meeting: day("2026-03-09"),
    from: "file",
    on: { file: day("2026-04-15") },
  })
}

/** The visa by somebody to whom it was delegated, from a day to another. */
export const delegation = async (world: World): Promise<void> => {
  const { portal, teller, files, agenda, done } = world
  teller.step("17 avril : la secrétaire générale délègue son visa pour deux semaines")
  await world.until(day("2026-04-17"))
  const delegate = nth(managers, 2)
  const path = `/delegations/${staff.authority.id}/${delegate.id}/authority`
  const granted = await portal.as(staff.authority).send("PUT", path, {
    version: '"v0"',
    body: { from: "2026-04-20", until: "2026-05-03" },
  })
  done("la délégation est donnée, du 20 avril au 3 mai", granted)
  const file = nth(files, 14)
  const early = await file.endorse(undefined, delegate)
  teller.tell(sentence(early))
  teller.expect(
    "elle ne vaut pas avant son premier jour",
    codeOf(early) === "delegation.not-in-force",
  )
  agenda.delegate({
    from: day("2026-04-20"),
    until: day("2026-05-03"),
    // Nobody endorses the reports that she wrote herself.
    endorse: (one) => (one.superior() === delegate ? undefined : one.endorse(undefined, delegate)),
  })
  await world.until(day("2026-04-22"))
  const visa = await stepOf(file, "endorse")
  const by = visa["by"] as { readonly person?: string; readonly onBehalfOf?: string } | undefined
  teller.tell(
    `visa du ${String(visa["on"])} par ${String(by?.person)} pour ${String(by?.onBehalfOf)}`,
  )
  teller.expect("le visa porte les deux noms", by?.onBehalfOf === staff.authority.id)
}

/** Signed reports are filed, and go to the personnel files. */
export const filed = async (world: World): Promise<void> => {
  const { portal, teller, file } = world
  teller.step("7 mai : versement au dossier")
  await world.until(day("2026-05-07"))
  const agent = file(14).agent
  await world.keepMail("Compte rendu versé", agent)
  await world.keepFile("documents/compte-rendu-clos.pdf", await file(14).read(agent, "/report.pdf"))
  await world.keepFile(
    "documents/refus-de-signer.pdf",
    await file(13).read(file(13).agent, "/report.pdf"),
  )
  await world.until(day("2026-05-08"))
  const kept = await portal.stage.run(
    Effect.orDie(
      Effect.flatMap(PersonnelFile, (files) => files.list(demonstrationTenant, agent.id)),
    ),
  )
  teller.tell(kept.map(({ fileName }) => fileName).join(", "))
  teller.expect("la nuit suivante, le dossier de l'agente a le compte rendu", kept.length === 1)
}
