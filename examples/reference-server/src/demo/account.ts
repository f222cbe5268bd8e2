/** The account of a demonstration: what is told, what is expected, what is left in the folder. */
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"

/** Tells a scenario and checks it on the way. */
export interface Teller {
  /** Begins a step. */
  readonly step: (title: string) => void
  /** Tells one thing seen. */
  readonly tell: (line: string) => void
  /** Checks one thing expected. */
  readonly expect: (what: string, isSo: boolean) => void
  /** Leaves a file in the folder of the scenario, or in a folder of it. */
  readonly leave: (fileName: string, content: string | Uint8Array) => Promise<void>
}

/** What remains of a scenario. */
export interface Summary {
  readonly scenario: string
  readonly passed: number
  readonly failed: number
  readonly steps: ReadonlyArray<Step>
  readonly files: ReadonlyArray<string>
}

interface Step {
  readonly title: string
  readonly told: Array<string>
  readonly expected: Array<{ readonly what: string; readonly isSo: boolean }>
}

/** Plays a scenario into `folder`, prints it, and writes `summary.json` there. */
export const playScenario = async (
  scenario: string,
  { folder, print }: { readonly folder: string; readonly print: (line: string) => void },
  play: (teller: Teller) => Promise<void>,
): Promise<Summary> => {
  await mkdir(folder, { recursive: true })
  const steps: Array<Step> = []
  const files: Array<string> = []
  const current = (): Step => {
    const last = steps.at(-1)
    if (last !== undefined) return last
    const opening: Step = { title: "Préparation", told: [], expected: [] }
    steps.push(opening)
    return opening
  }
  print(`\n=== ${scenario}`)
  await play({
    step: (title) => {
      steps.push({ title, told: [], expected: [] })
      print(`\n${steps.length}. ${title}`)
    },
    tell: (line) => {
      current().told.push(line)
      print(`   ${line}`)
    },
    expect: (what, isSo) => {
      current().expected.push({ what, isSo })
      print(`   ${isSo ? "[ok]" : "[ÉCHEC]"} ${what}`)
    },
    leave: async (fileName, content) => {
      await mkdir(dirname(join(folder, fileName)), { recursive: true })
      await writeFile(join(folder, fileName), content)
      files.push(fileName)
      current().told.push(`fichier ${fileName}`)
      print(`   -> ${fileName}`)
    },
  })
  const expected = steps.flatMap((step) => step.expected)
  const passed = expected.filter(({ isSo }) => isSo).length
  const summary = { scenario, passed, failed: expected.length - passed, steps, files }
  await writeFile(join(folder, "summary.json"), `${JSON.stringify(summary, null, 2)}\n`)
  return summary
}
