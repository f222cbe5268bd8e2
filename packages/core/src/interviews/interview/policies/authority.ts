/**
 * The mails about a change of authority: to the one who was, and to the one who is.
 *
 * @requirement CAM-19
 */
import type { MessageContent } from "../../../kernel/message.ts"
import { personName } from "../../../kernel/ports.ts"
import type { OpenedInterview } from "../state.ts"
import { type Correspondence, type EventOf, letterTo } from "./letter.ts"

/** Gives the mails that tell both authorities who endorses the report of an agent from now on. */
export const authorityReplaced = (
  state: OpenedInterview,
  { former, authority, reason }: EventOf<"AuthorityReplaced">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { mails } = correspondence.wording
  const { toFormer, toAuthority } = mails.authorityReplaced
  const kind = "authority-replaced"
  const agent = personName(state.agent)
  const why = mails.reason(reason)
  return [
    ...letterTo(former, correspondence, {
      kind,
      subject: toFormer.subject(agent),
      body: [toFormer.body(agent, personName(authority)), why],
    }),
    ...letterTo(authority, correspondence, {
      kind,
      subject: toAuthority.subject(agent),
      body: [toAuthority.body(agent, personName(former)), why],
    }),
  ]
}
