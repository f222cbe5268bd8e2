/** The French sentences of refusals, printed from one sample of each. */

/** Gives the sentence of a refusal, made from its sample; empty when there is none. */
export const sentenceFrom =
  (sentences: object, samples: Readonly<Record<string, object>>) =>
  (code: string): string => {
    const made = sentences as Readonly<Record<string, (values: object) => string>>
    return made[code]?.({ _tag: code, ...samples[code] }) ?? ""
  }
