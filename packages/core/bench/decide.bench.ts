/**
 * What a decision costs: the machine's table against a hand-written switch on the same unions, in
 * turns, on a mix of accepted and refused commands whose inputs are already decoded; then a whole
 * save of appointments, for its absolute cost.
 */
import * as Result from "effect/Result"
import {
  type AppointmentSet,
  type AppointmentSetCommand,
  appointmentSetMachine,
} from "../src/career-appointments/index.ts"
import { decide } from "../src/kernel/machine.ts"
import { handDecide } from "./hand-written.ts"
import { cases, save } from "./sample-file.ts"

interface Case {
  readonly command: AppointmentSetCommand
  readonly state: AppointmentSet
}

const rounds = 31
const perRound = 20_000

/** Measures; each value is a median over the rounds. */
export const run = async () => {
  const mix = cases()
  checkSame(mix)
  const table: Array<number> = []
  const hand: Array<number> = []
  for (let round = -8; round < rounds; round++) {
    const ours = timed(() => viaTable(mix))
    const theirs = timed(() => viaSwitch(mix))
    if (round < 0) continue
    table.push(ours)
    hand.push(theirs)
  }
  const saving: Array<number> = []
  const saved = save()
  for (let round = -8; round < rounds; round++) {
    const time = timed(() => viaTable([saved]))
    if (round >= 0) saving.push(time)
  }
  const perSecond = (times: ReadonlyArray<number>) => (perRound / median(times)) * 1000
  const ratios = table.map((time, index) => (hand[index] ?? time) / time)
  return [
    { name: "decision: hand-written switch", value: perSecond(hand) / 1e6, unit: "M/s" },
    {
      name: "decision: table of the machine",
      value: perSecond(table) / 1e6,
      unit: "M/s",
      reference: "hand-written switch",
      ratio: median(ratios),
      goal: ">= 0.5",
    },
    {
      name: "decision: issuing save, 3 appointments read and judged",
      value: (median(saving) / perRound) * 1000,
      unit: "µs",
    },
  ]
}

const viaTable = (mix: ReadonlyArray<Case>): number => {
  let seen = 0
  for (let i = 0; i < perRound; i++) {
    const { command, state } = mix[i % mix.length] as Case
    const decided = decide(appointmentSetMachine, command, state)
    seen += Result.isSuccess(decided) ? decided.success.length : 0
  }
  return seen
}

const viaSwitch = (mix: ReadonlyArray<Case>): number => {
  let seen = 0
  for (let i = 0; i < perRound; i++) {
    const { command, state } = mix[i % mix.length] as Case
    const decided = handDecide(command, state)
    seen += decided.ok ? decided.events.length : 0
  }
  return seen
}

// Both must answer the same, or the comparison says nothing.
const checkSame = (mix: ReadonlyArray<Case>): void => {
  for (const { command, state } of mix) {
    const ours = decide(appointmentSetMachine, command, state)
    const theirs = handDecide(command, state)
    const left = JSON.stringify(Result.isSuccess(ours) ? ours.success : ours.failure)
    const right = JSON.stringify(theirs.ok ? theirs.events : theirs.refusal)
    if (left !== right) throw new Error(`${command._tag} in ${state._tag}: ${left} / ${right}`)
  }
}

let sink = 0

const timed = (work: () => number): number => {
  const start = performance.now()
  sink += work()
  return performance.now() - start
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

if (import.meta.main) console.table(await run())
