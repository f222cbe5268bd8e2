/** Leaves a received mail in the folder, with each of its parts beside it. */
import type { Teller } from "./account.ts"
import type { Received } from "./stage.ts"

/** Writes `<name>.eml` and `<name>-<part>`, and tells what was received. */
export const leaveMail = async (
  { mail, bytes }: Received,
  name: string,
  teller: Teller,
): Promise<void> => {
  teller.tell(`courriel à ${mail.to} : ${mail.subject}`)
  await teller.leave(`${name}.eml`, bytes)
  for (const part of mail.parts) await teller.leave(`${name}-${part.fileName}`, part.bytes)
}
