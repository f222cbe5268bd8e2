/** What STS-WEB exports: hostile and misplaced files, the right ones, competences generated. */
import { stsWebFiles } from "../../demonstration/exam-missions/files.ts"
import type { Seen } from "../browser.ts"
import { schoolYear } from "./portal.ts"
import { cast, college, fieldsIn, lycee, plain, sentenceOf, told, type World } from "./world.ts"

const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<STS_EDT><PARAMETRES><UAJ CODE="${college}"/></PARAMETRES>&b;</STS_EDT>
`

/** Sends an export of STS-WEB for a school. */
export const sendStsWeb = (
  { portal }: World,
  school: string,
  {
    xml,
    fileName,
    query = "",
  }: { readonly xml: string; readonly fileName?: string; readonly query?: string },
): Promise<Seen> =>
  portal
    .as(cast.division)
    .send(
      "POST",
      `/registers/teachings/sts-web?school=${school}&year=${schoolYear}${fileName === undefined ? "" : `&fileName=${fileName}`}${query}`,
      { bytes: xml, mediaType: "application/xml" },
    )

/** What STS-WEB exports: hostile and misplaced files, the right ones, competences generated. */
export const imported = async (world: World): Promise<void> => {
  const { teller, same, refused } = world
  teller.step(
    "STS-WEB : deux fichiers refusés, les trois bons, les compétences que le système en tire",
  )
  refused(
    "une bombe d'entités s'arrête à son DOCTYPE",
    await sendStsWeb(world, college, { xml: bomb }),
    "xml.malformed",
  )
  const exported = stsWebFiles(2025)
  const ofLycee = exported.find(({ school }) => school === lycee)
  const misplaced = await sendStsWeb(world, college, { xml: ofLycee?.xml ?? "" })
  refused("le fichier d'un autre établissement est refusé", misplaced, "sts-web.other-school")
  const badlyNamed = await sendStsWeb(world, college, {
    xml: ofLycee?.xml ?? "",
    fileName: ofLycee?.fileName ?? "",
  })
  refused("et déjà sur son nom", badlyNamed, "sts-web.file-name")
  const generated: Array<unknown> = []
  for (const { school, fileName, xml } of exported) {
    const answer = await sendStsWeb(world, school, { xml, fileName })
    if (answer.status !== 200) teller.tell(plain(sentenceOf(answer)))
    const { agents, sheets, marked } = fieldsIn(answer.body["competences"])
    teller.tell(
      `${fileName} : ${told(answer.body["added"])} enseignements ; compétences engendrées : ${told(marked)} sur ${told(sheets)} fiches (${told(agents)} enseignants lus)`,
    )
    generated.push([
      answer.body["read"],
      answer.body["added"],
      answer.body["unresolved"],
      sheets,
      marked,
    ])
  }
  same("enseignements et compétences engendrées, école par école", generated, expectedTeachings)
  const [first] = exported
  const again = await sendStsWeb(world, first?.school ?? college, { xml: first?.xml ?? "" })
  same(
    "le même fichier ne change rien",
    [again.body["added"], again.body["changed"], again.body["removed"]],
    [0, 0, 0],
  )
}

// Read, added, of unknown people or schools; sheets with competences of the system, and how many.
const expectedTeachings = [
  [192, 192, 0, 33, 33],
  [298, 298, 0, 48, 75],
  [91, 91, 0, 20, 30],
]
