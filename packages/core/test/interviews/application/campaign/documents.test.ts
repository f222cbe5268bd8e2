/** The documents of a campaign, which its agents receive before their interviews. */
import { describe, expect, test } from "vitest"
import {
  circulateDocuments,
  keepCampaignDocument,
} from "../../../../src/interviews/application/campaign/documents.ts"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import { agent, byAgent, byService, bySuperior, campaign, terms } from "../../given.ts"
import { campaignWorld, onCampaign } from "./world.ts"
import { opensCampaign, secondAgent, tenant, thirdAgent } from "../world.ts"

const name = (text: string) => text as typeof campaign

describe("ENT-05 documents circulated", () => {
  const kept = (by: typeof bySuperior) =>
    keepCampaignDocument({
      ...onCampaign,
      by,
      fileName: "guide.pdf",
      file: { bytes: new Uint8Array([1]), mediaType: "application/pdf" },
    })

  test("reach the agents with the files, and the campaign keeps the list", async () => {
    const world = await campaignWorld()
    const file = await world.run(kept(bySuperior))
    const documents = [{ label: "Guide de l'entretien", file }, { label: "Note de service" }]
    const to = [agent.id, secondAgent.id]
    await world.run(circulateDocuments({ ...onCampaign, by: bySuperior, documents, to }))
    const mails = (await world.messages()).map(({ content }) => content)
    expect(mails.map((mail) => [mail.kind, mail.to.address, mail.files])).toStrictEqual([
      ["interview-documents", agent.email, [file]],
      ["interview-documents", secondAgent.email, [file]],
    ])
    expect(mails[0]?.paragraphs).toContain("- Note de service")
    const { followUp } = await world.run(followCampaign(onCampaign))
    expect(followUp.history.at(-1)).toMatchObject({ _tag: "DocumentsCirculated", documents, to })
  })

  test("go to the superior's own agents; the HR service informs any", async () => {
    const world = await campaignWorld()
    const request = { ...onCampaign, documents: [{ label: "Note" }], to: [agent.id, thirdAgent.id] }
    expect(await world.refused(circulateDocuments({ ...request, by: bySuperior }))).toStrictEqual({
      _tag: "campaign.not-ones-agents",
      agents: [thirdAgent.id],
    })
    const { unreached } = await world.run(circulateDocuments({ ...request, by: byService }))
    expect(await world.messages()).toHaveLength(1)
    // The third agent has no address: nobody is thought to be informed who is not.
    expect(unreached).toStrictEqual([thirdAgent.id])
  })

  test("go to nobody of another campaign", async () => {
    const world = await campaignWorld()
    await world.run(opensCampaign(terms, name("other")))
    const request = { by: byService, tenant, campaign: name("other") }
    expect(
      await world.refused(
        circulateDocuments({ ...request, documents: [{ label: "Note" }], to: [agent.id] }),
      ),
    ).toStrictEqual({ _tag: "campaign.not-ones-agents", agents: [agent.id] })
  })

  test("are files that were kept for this campaign", async () => {
    const world = await campaignWorld()
    for (const key of [
      "interviews/x/attachment/1",
      `interview-campaigns/${campaign}/documents/9`,
    ]) {
      const documents = [{ label: "Note", file: { fileName: "a.pdf", key } }]
      const request = { ...onCampaign, documents, to: [agent.id] }
      expect(await world.refused(circulateDocuments(request))).toStrictEqual({
        _tag: "campaign.file-unknown",
        key,
      })
    }
    expect(await world.refused(kept(byAgent))).toMatchObject({ _tag: "actor.not-allowed" })
  })
})
