/** Reads the pages of exam missions, and sends their forms as a browser does. */
import { type CampaignVisitor, fieldsOf, looseSpace, textsOf } from "./campaign-visitor.ts"
import { lycee } from "./exam-visitor.ts"

/** Gives the text of a page as it is read: no tags, one space between words. */
export const flat = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/gu, " ")

/** Gives the first person to whom the page at an address of the lycée leads. */
export const personIn = async (who: CampaignVisitor, path: string): Promise<string> =>
  /\/(epp-\d+)(?:\/assignments)?"/u.exec((await who.get(`${lycee}/${path}`)).text)?.[1] ?? ""

/** Gives the number of lines that a list tells. */
export const countIn = (text: string): string | undefined =>
  /id="count"[^>]*>\s*([^<]*?)\s*</u.exec(text)?.[1]

/** Gives the names that lead the lines of a list. */
export const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/<th scope="row">\s*<a href="[^"]*">\s*([^<]*?)\s*</gu)].map(
    ([, name = ""]) => name,
  )

/** Gives the sentences of a page that lack a no-break space of French. */
export const looseIn = (text: string): ReadonlyArray<string> =>
  textsOf(text).filter((one) => looseSpace.test(one))

/** Sends one of the forms of a page, found by its fields; gives the page that follows. */
export const act = async (
  who: CampaignVisitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  action = path,
) => {
  const { text } = await who.get(path)
  const form = text
    .split("<form")
    .map((part) => `<form${part}`)
    .find(
      (part) =>
        Object.entries(fields).every(([name, value]) =>
          name === "act" || name === "option" || name === "activity"
            ? part.includes(`name="${name}" value="${value}"`) || isOther(name, value, part)
            : true,
        ) && part.includes(`method="post" action="${action}"`),
    )
  const hidden = fieldsOf(form ?? "", action).filter(([name]) => fields[name] === undefined)
  const sent = await who.post(action, [...hidden, ...Object.entries(fields)])
  return sent.location === null ? sent : who.get(sent.location)
}

const isOther = (name: string, value: string, part: string): boolean =>
  name === "act" && value === "validate" && part.includes('name="statement"')
