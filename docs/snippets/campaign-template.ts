/** A campaign template of one's own. */
import { CampaignTemplate, noPolicies, templateFaults } from "@convoque/core/career-appointments"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

// #region template
const template = Schema.decodeUnknownResult(CampaignTemplate)({
  code: "librarians",
  label: "Bibliothécaires",
  source: "note de service de l'établissement",
  roles: [{ role: "director", label: "la directrice de la bibliothèque" }],
  slots: [
    { slot: "visit", role: "director", kind: "visit", label: "Visite du service" },
    {
      slot: "interview",
      role: "director",
      kind: "interview",
      label: "Entretien",
      discusses: "visit",
    },
  ],
  policies: {
    ...noPolicies,
    notice: [
      { source: "note de service", value: { length: 10, unit: "working-days", extends: false } },
    ],
  },
})
// #endregion

const faults = Result.map(template, templateFaults)
if (Result.isSuccess(faults) && faults.success.length === 0) console.log("ok")
