/** What bears on the file itself: its superior, the personnel file, its deletion. */
import { isAcknowledged } from "../../../kernel/refusal.ts"
import type { InterviewRefusal } from "../refusals.ts"
import type { OpenedInterview } from "../state.ts"
import { delegationRefusal, isScheduler, isStaffOf, isSuperior, notAllowed } from "./actors.ts"
import { actOf, answer, type CommandOf, type Decided, type StateOf } from "./answer.ts"
import { sameAuthorityRefusal, selfRefusal } from "./planning.ts"

/** Gives the interview to another direct superior, who has every right and duty from then on. */
export const replaceSuperior = (
  command: CommandOf<"replaceSuperior">,
  state: OpenedInterview,
): Decided => {
  const { by, superior, reason } = command
  const former = state.superior
  return answer(
    (isStaffOf(by, state) ? delegationRefusal(command, "delegable") : notAllowed(command)) ??
      selfRefusal(state.agent, superior) ??
      sameAuthorityRefusal({ ...state, superior }) ??
      (former.id === superior.id
        ? { _tag: "superior.unchanged", superior: superior.id }
        : undefined),
    () => [{ _tag: "SuperiorReplaced", ...actOf(command), former, superior, reason }],
  )
}

/** Gives the interview to another authority, who endorses from then on; what was endorsed stays. */
export const replaceAuthority = (
  command: CommandOf<"replaceAuthority">,
  state: OpenedInterview,
): Decided => {
  const { by, authority, reason } = command
  const former = state.authority
  return answer(
    (isStaffOf(by, state) ? delegationRefusal(command, "delegable") : notAllowed(command)) ??
      sameAuthorityRefusal({ ...state, authority }) ??
      (former.id === authority.id
        ? { _tag: "authority.unchanged", authority: authority.id }
        : undefined),
    () => [{ _tag: "AuthorityReplaced", ...actOf(command), former, authority, reason }],
  )
}

/** Says that the personnel file has the report; said twice, it does nothing. */
export const recordHandOver = (
  command: CommandOf<"recordHandOver">,
  { handedOver }: StateOf<"closed">,
): Decided =>
  answer(isScheduler(command.by) ? undefined : notAllowed(command), () =>
    handedOver ? [] : [{ _tag: "ReportHandedOver", ...actOf(command) }],
  )

type Deletable = Exclude<OpenedInterview, { readonly _tag: "deleted" }>

/**
 * Deletes the interview. Its superior may until it is held, the HR service until it is closed, an
 * administrator at any time.
 */
export const deleteInterview = (command: CommandOf<"delete">, state: Deletable): Decided => {
  const { reason } = command
  return answer(
    (mayDelete(command, state) ? delegationRefusal(command, "delegable") : notAllowed(command)) ??
      deletionWarning(command, state),
    () => [
      {
        _tag: "InterviewDeleted",
        ...actOf(command),
        ...(reason === undefined ? {} : { reason }),
      },
    ],
  )
}

const mayDelete = ({ by }: CommandOf<"delete">, state: Deletable): boolean => {
  switch (state._tag) {
    case "to-schedule":
    case "proposed":
    case "not-held":
      return isSuperior(by, state) || isStaffOf(by, state)
    case "held":
    case "in-circuit":
      return isStaffOf(by, state)
    case "closed":
      return by.capacity === "administrator" && isStaffOf(by, state)
    default:
      return state satisfies never
  }
}

const deletionWarning = (
  { hasOpenAppeal, acknowledged }: CommandOf<"delete">,
  { _tag, agent }: Deletable,
): InterviewRefusal | undefined => {
  const subject = agent.id
  const confirmation = "interview.deletion-confirmation-required"
  if (_tag === "closed" && !isAcknowledged(acknowledged, confirmation, subject)) {
    return { _tag: confirmation, subject }
  }
  return hasOpenAppeal && !isAcknowledged(acknowledged, "interview.appeal-open", subject)
    ? { _tag: "interview.appeal-open", subject }
    : undefined
}
