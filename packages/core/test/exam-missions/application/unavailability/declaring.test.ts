/** What a school does with the periods of its personnel, mails included. */
import {
  closeActivity,
  deleteUnavailability,
  openActivity,
  unavailabilityRef,
} from "@convoque/core/exam-missions"
import { type Commit, StaleVersion, Storage } from "@convoque/core/kernel/ports"
import { makeMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  aspet,
  division,
  headOf,
  minute,
  period,
  person,
  reason,
  rodez,
  schoolOrigin,
  shared,
  tenant,
  week,
} from "../../unavailability/given.ts"
import { newWorld, numen, stranger } from "./world.ts"
import { declares, deletes, reads } from "./acts.ts"

describe("declaring", () => {
  test("IND-10 answers the period as the school sees it", async () => {
    const { run } = await newWorld()
    expect(await run(declares({ period: period("2027-09-06 08:00", "2027-09-06 12:00") }))).toEqual(
      {
        line: {
          person: shared,
          start: minute("2027-09-06 08:00"),
          end: minute("2027-09-06 12:00"),
          reason: "STAGE DE FORMATION CONTINUE",
          origin: schoolOrigin(aspet),
          convocation: null,
          deletable: true,
        },
        version: 1,
        mails: 0,
        withoutAddress: 0,
        warnings: [],
      },
    )
  })

  test("IND-04 UI-08 is refused while the activity is closed, and possible again once open", async () => {
    const { refused, run } = await newWorld({ closed: true })
    const closed = { _tag: "activity.closed", activity: "unavailability-entry" }
    expect(await refused(declares())).toEqual(closed)
    expect(await refused(deletes(aspet))).toEqual(closed)
    expect(await refused(reads(aspet))).toEqual(closed)
    await run(openActivity({ by: division, tenant, activity: "unavailability-entry" }))
    expect((await run(declares())).version).toBe(1)
  })

  test("IND-01 is refused for people of other schools and for unknown ones", async () => {
    const { refused } = await newWorld()
    for (const who of [stranger, person("nobody")]) {
      const refusal = { _tag: "person.not-in-school", person: who, school: aspet }
      expect(await refused(declares({ person: who }))).toEqual(refusal)
      expect(await refused(reads(aspet, who))).toEqual(refusal)
    }
  })

  test("IND-01 a shared agent is followed by both his schools", async () => {
    const { run } = await newWorld()
    await run(declares())
    await run(declares({}, rodez))
    const { page } = await run(reads(rodez))
    expect(page.count).toBe(2)
    expect(page.rows.map(({ row }) => [row.origin, row.deletable])).toEqual(
      expect.arrayContaining([
        [schoolOrigin(aspet), false],
        [schoolOrigin(rodez), true],
      ]),
    )
  })

  test("IND-10 an identical period is refused to the same school, and allowed to the other", async () => {
    const { run, refused, mails } = await newWorld()
    await run(declares())
    const sent = (await mails()).length
    expect(await refused(declares({ reason: reason("autre") }))).toMatchObject({
      _tag: "unavailability.duplicate",
      origin: schoolOrigin(aspet),
    })
    expect(await mails()).toHaveLength(sent)
    const { warnings } = await run(declares({}, rodez))
    expect(warnings).toEqual([
      { _tag: "unavailability.overlaps", period: week, origin: schoolOrigin(aspet) },
    ])
  })

  test("IND-10 a period in the past is accepted with a warning, up to the minute", async () => {
    const { run } = await newWorld()
    // 08:00 UTC is 10:00 in Paris.
    const past = period("2027-06-01 07:00", "2027-06-01 09:59")
    expect((await run(declares({ period: past }))).warnings).toEqual([
      { _tag: "unavailability.in-past", period: past },
    ])
    const present = period("2027-06-01 10:00", "2027-06-01 10:01")
    expect((await run(declares({ period: present }))).warnings).toEqual([])
  })

  test("UI-13 needs a school in whose name somebody acts", async () => {
    const { refused } = await newWorld()
    expect(await refused(declares({ by: division }))).toEqual({ _tag: "actor.without-school" })
    const byCentre = { ...headOf(aspet), capacity: "centre-head" as const }
    expect(await refused(declares({ by: byCentre }))).toEqual({
      _tag: "actor.not-allowed",
      command: "unavailability-entry",
      capacity: "centre-head",
    })
  })

  test("IND-10 of the same declaration sent twice at once, one is kept", async () => {
    const { run, mails } = await newWorld()
    const both = await run(
      Effect.all([Effect.result(declares()), Effect.result(declares())], {
        concurrency: "unbounded",
      }),
    )
    expect(both.map(({ _tag }) => _tag).toSorted()).toEqual(["Failure", "Success"])
    expect(JSON.stringify(both)).toContain("unavailability.duplicate")
    expect(await mails()).toHaveLength(2)
  })

  test("IND-10 one that another request overtakes is decided again", async () => {
    const memory = makeMemory()
    let overtaken = 0
    const storage: Storage["Service"] = {
      ...memory.storage,
      commit: (commit: Commit) => {
        const isOurs = commit.changes.some(({ id }) => id.type.kind === "exam-unavailability")
        if (!isOurs || overtaken++ > 0) return memory.storage.commit(commit)
        return Effect.andThen(
          memory.storage.commit({ ...commit, messages: [] }),
          Effect.fail(new StaleVersion({ kind: "exam-unavailability", key: "", expected: 0 })),
        )
      },
    }
    const { refused, mails } = await newWorld({ memory, storage })
    expect(await refused(declares())).toMatchObject({ _tag: "unavailability.duplicate" })
    expect(await mails()).toEqual([])
  })

  test("UI-08 an activity that closes meanwhile bars the declaration", async () => {
    const memory = makeMemory()
    let isClosing = true
    const storage: Storage["Service"] = {
      ...memory.storage,
      commit: (commit: Commit) => {
        if (!isClosing || commit.unchanged.length === 0) return memory.storage.commit(commit)
        isClosing = false
        const closing = closeActivity({ by: division, tenant, activity: "unavailability-entry" })
        return closing.pipe(
          Effect.provideService(Storage, memory.storage),
          Effect.orDie,
          Effect.andThen(memory.storage.commit(commit)),
        )
      },
    }
    const { refused } = await newWorld({ memory, storage })
    expect(await refused(declares())).toMatchObject({ _tag: "activity.closed" })
  })
})

describe("IND-05 telling the managers of exams", () => {
  test("one mail a manager lists all the missions that the period touches", async () => {
    const { run, mails } = await newWorld()
    const { mails: count } = await run(declares())
    const sent = await mails()
    expect(count).toBe(2)
    expect(sent.map(({ to }) => to)).toEqual([
      { name: "Mme Durand", address: "Durand@ac-x.example" },
      { name: "M. Petit", address: "petit@ac-x.example" },
    ])
    expect(sent[0]?.kind).toBe("unavailability-overlap")
    expect(sent[0]?.language).toBe("fr")
    expect(sent[0]?.subject).toBe(
      "Indisponibilité\u00a0: Zoé Lefèvre, du 14/06/2027 08:00 au 18/06/2027 17:00",
    )
    expect(sent[0]?.paragraphs.map((text) => text.replaceAll("\u00A0", " "))).toEqual([
      "Bonjour Mme Durand,",
      "Zoé Lefèvre est indisponible du 14/06/2027 08:00 au 18/06/2027 17:00. Origine : CLG ARMAND LATOUR (0310001H).",
      "2 missions d'examens dont vous avez la charge tombent dans cette période :",
      "Mission 99 : 470, BCG, 2027-06, BAC GENERAL ; Correction ; Le mercredi 16/06/2027 09:00 - 12:00",
      "Mission 101 : 471, DNB, 2027-06, BREVET ; Correction ; Le mardi 15/06/2027 09:00 - 12:00",
      "Les affectations n'ont pas été modifiées : il vous revient de les revoir si nécessaire.",
    ])
    expect(sent[1]?.paragraphs).toHaveLength(5)
  })

  test("in English too", async () => {
    const { run, mails } = await newWorld({ language: "en" })
    await run(declares())
    const [first] = await mails()
    expect(first?.language).toBe("en")
    expect(first?.subject).toBe(
      "Zoé Lefèvre is unavailable from 14 June 2027 08:00 to 18 June 2027 17:00",
    )
    expect(first?.paragraphs.join("\n")).toContain("CLG ARMAND LATOUR (0310001H)")
    expect(first?.paragraphs[3]).toBe(
      "Mission 99: 470, BCG, 2027-06, BAC GENERAL; Correction; Wednesday 16 June 2027, 09:00 - 12:00",
    )
  })

  test("managers without address are counted, and nothing is told of missions", async () => {
    const { run } = await newWorld()
    const declared = await run(declares())
    expect(declared.withoutAddress).toBe(1)
    expect(JSON.stringify(declared)).not.toContain("BAC GENERAL")
  })

  test("no mail holds the reason, and each is of no use once the period is over", async () => {
    const { run, mails } = await newWorld()
    await run(declares())
    const sent = await mails()
    expect(JSON.stringify(sent)).not.toContain("STAGE")
    // 17:00 in Paris.
    expect(sent.map(({ uselessAfter }) => uselessAfter)).toEqual([
      "2027-06-18T15:00:00.000Z",
      "2027-06-18T15:00:00.000Z",
    ])
    expect(sent.map(({ thread }) => thread)).toEqual([
      "overlap/durand@ac-x.example",
      "overlap/petit@ac-x.example",
    ])
  })

  test("no mail holds the NUMEN or the day of birth", async () => {
    const { run, mails } = await newWorld()
    await run(declares())
    const text = JSON.stringify(await mails())
    expect(text).not.toContain(numen)
    expect(text).not.toMatch(/1980|29\/02|29 February/u)
  })

  test("nobody is told when no mission is touched; of a deletion those who were told are", async () => {
    const { run, mails } = await newWorld()
    await run(declares({ period: period("2027-06-14 08:00", "2027-06-15 08:59") }))
    expect(await mails()).toEqual([])
    await run(declares())
    await run(deletes(aspet))
    const sent = (await mails()).filter(({ kind }) => kind === "unavailability-withdrawn")
    expect(sent.map(({ to }) => to.name)).toEqual(["Mme Durand", "M. Petit"])
    // In the thread of the declaration: what had not left is dropped.
    expect(sent.map(({ thread }) => thread)).toEqual([
      "overlap/durand@ac-x.example",
      "overlap/petit@ac-x.example",
    ])
    expect(sent[0]?.subject.replaceAll("\u00A0", " ")).toBe(
      "Indisponibilité retirée : Zoé Lefèvre, du 14/06/2027 08:00 au 18/06/2027 17:00",
    )
  })

  test("the managers are told again when the period is declared again", async () => {
    const { run, mails } = await newWorld()
    await run(declares())
    await run(deletes(aspet))
    await run(declares())
    const told = (await mails()).filter(({ kind }) => kind === "unavailability-overlap")
    expect(told).toHaveLength(4)
  })
})

describe("deleting", () => {
  test("IND-11 takes the period out of the list", async () => {
    const { run, memory } = await newWorld()
    await run(declares())
    await run(deletes(aspet))
    expect((await run(reads(aspet))).page).toEqual({ rows: [], count: 0 })
    const id = unavailabilityRef(tenant, {
      person: shared,
      origin: schoolOrigin(aspet),
      period: week,
    })
    const [{ state, version }] = await Effect.runPromise(memory.storage.load([id]))
    expect([state._tag, version]).toEqual(["removed", 2])
  })

  test("IND-11 is refused to the other school of a shared agent", async () => {
    const { run, refused } = await newWorld()
    await run(declares())
    expect(await refused(deletes(rodez))).toMatchObject({
      _tag: "unavailability.not-declared-by-you",
    })
    expect((await run(reads(aspet))).page.count).toBe(1)
  })

  test("IND-01 of people elsewhere nothing is answered but that they are", async () => {
    const { run, refused } = await newWorld()
    await run(declares({ person: stranger }, rodez))
    expect(await refused(deletes(aspet, schoolOrigin(rodez), stranger))).toEqual({
      _tag: "person.not-in-school",
      person: stranger,
      school: aspet,
    })
  })

  test("IND-11 of a version that is no longer current is refused", async () => {
    const { run, refused } = await newWorld()
    await run(declares())
    await run(deletes(aspet))
    await run(declares())
    const stale = deleteUnavailability({
      by: headOf(aspet),
      tenant,
      school: aspet,
      person: shared,
      origin: schoolOrigin(aspet),
      period: week,
      seen: 1,
    })
    expect(await refused(stale)).toEqual({ _tag: "conflict.stale-version", seen: 1, current: 3 })
  })

  test("IND-01 a stale version tells a stranger nothing of a period", async () => {
    const { run, refused } = await newWorld()
    await run(declares({ person: stranger }, rodez))
    const guessing = deleteUnavailability({
      by: headOf(aspet),
      tenant,
      school: aspet,
      person: stranger,
      origin: schoolOrigin(rodez),
      period: week,
      seen: 7,
    })
    expect(await refused(guessing)).toMatchObject({ _tag: "person.not-in-school" })
  })
})
