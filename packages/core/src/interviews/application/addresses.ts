/**
 * Where mails go: to the addresses that the directory knows when they are made. A file keeps its people
 * as they were named when it was opened; their addresses may have changed since.
 *
 * @requirement ENT-25
 * @requirement CAM-19
 */
import * as Effect from "effect/Effect"
import type { TenantId } from "../../kernel/identity.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import { PeopleDirectory, type Person } from "../../kernel/ports.ts"

/** The people to whom the mails of a file may go. */
interface People {
  readonly agent: Person
  readonly superior: Person
  readonly authority: Person
}

/** Tells whether a mail can reach somebody. */
export const hasAddress = ({ email }: Person): boolean =>
  email !== undefined && isMailAddress(email)

/**
 * Gives a file with the present addresses of its people, who keep their names; whoever the directory
 * does not know any more keeps his address too.
 */
export const withAddresses = <File extends People>(tenant: TenantId, file: File) =>
  Effect.gen(function* () {
    const directory = yield* PeopleDirectory
    const { agent, superior, authority } = file
    const found = yield* directory.find(tenant, [agent.id, superior.id, authority.id])
    const addressed = (known: Person): Person => {
      const now = found.find(({ id }) => id === known.id)
      if (now === undefined) return known
      const { email: _, ...named } = known
      return now.email === undefined ? named : { ...named, email: now.email }
    }
    return {
      ...file,
      agent: addressed(agent),
      superior: addressed(superior),
      authority: addressed(authority),
    }
  })
