/** A door with a code: the machine on which the laws are tried. */
import type { Machine } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import type { Walk } from "@convoque/testing"

export type Door =
  | { readonly _tag: "open"; readonly passages: number }
  | { readonly _tag: "closed"; readonly passages: number }
  | { readonly _tag: "locked"; readonly passages: number; readonly code: string }

export type DoorCommand =
  | { readonly _tag: "pass" }
  | { readonly _tag: "close" }
  | { readonly _tag: "lock"; readonly code: string }
  | { readonly _tag: "unlock"; readonly code: string }

export const DoorEvent = Schema.TaggedUnion({
  Passed: {},
  Closed: {},
  Locked: { code: Schema.String },
  Opened: {},
})
export type DoorEvent = typeof DoorEvent.Type

export type DoorRefusal =
  | { readonly _tag: "door.illegal"; readonly state: string; readonly command: string }
  | { readonly _tag: "door.wrong-code"; readonly code: string }

export type DoorMachine = Machine<Door, DoorCommand, DoorEvent, DoorRefusal>

export const door: DoorMachine = {
  name: "door",
  initial: { _tag: "open", passages: 0 },
  decisions: {
    pass: { open: () => Result.succeed([{ _tag: "Passed" }]) },
    close: {
      open: () => Result.succeed([{ _tag: "Closed" }]),
      closed: () => Result.succeed([]),
    },
    lock: { closed: ({ code }) => Result.succeed([{ _tag: "Locked", code }]) },
    unlock: {
      closed: () => Result.succeed([{ _tag: "Opened" }]),
      locked: ({ code }, state) =>
        code === state.code
          ? Result.succeed([{ _tag: "Opened" }])
          : Result.fail({ _tag: "door.wrong-code", code }),
    },
  },
  transitions: [
    {
      from: ["open"],
      command: "pass",
      when: "",
      to: "unchanged",
      emits: ["Passed"],
      requirements: [],
    },
    {
      from: ["open"],
      command: "close",
      when: "",
      to: "closed",
      emits: ["Closed"],
      requirements: [],
    },
    { from: ["closed"], command: "close", when: "", to: "unchanged", emits: [], requirements: [] },
    {
      from: ["closed"],
      command: "lock",
      when: "",
      to: "locked",
      emits: ["Locked"],
      requirements: [],
    },
    {
      from: ["closed", "locked"],
      command: "unlock",
      when: "right code",
      to: "open",
      emits: ["Opened"],
      requirements: [],
    },
    {
      from: ["locked"],
      command: "unlock",
      when: "wrong code",
      refused: "door.wrong-code",
      requirements: [],
    },
  ],
  illegal: (command, state) => ({
    _tag: "door.illegal",
    state: state._tag,
    command: command._tag,
  }),
  evolve: (state, event) => {
    const { passages } = state
    switch (event._tag) {
      case "Passed":
        return { _tag: "open", passages: passages + 1 }
      case "Closed":
        return { _tag: "closed", passages }
      case "Locked":
        return { _tag: "locked", passages, code: event.code }
      case "Opened":
        return { _tag: "open", passages }
      default:
        return event satisfies never
    }
  },
}

const code = fc.constantFrom("1234", "été", "")

/** Gives a walk of a door, right or wrong. */
export const walkOf = (machine: DoorMachine): Walk<Door, DoorCommand, DoorEvent, DoorRefusal> => ({
  machine,
  event: DoorEvent,
  walks: 40,
  commands: () =>
    fc.oneof(
      fc.constantFrom<DoorCommand>({ _tag: "pass" }, { _tag: "close" }),
      code.map((code): DoorCommand => ({ _tag: "lock", code })),
      code.map((code): DoorCommand => ({ _tag: "unlock", code })),
    ),
})
