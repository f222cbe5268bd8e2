/**
 * An entry written as text and deflated block by block, each block outside of the main thread while
 * the caller makes the next one. Two blocks are held, whatever the length of the entry.
 */
import { promisify } from "node:util"
import { constants, crc32, deflateRaw } from "node:zlib"
import type { Deflated } from "./container.ts"

/** Takes the text of an entry and gives its deflated bytes. */
export interface BlockStream {
  /** The bytes of text taken for the entry so far. */
  readonly size: () => number
  /** Takes a text; gives a promise when it filled a block: wait for it before the next text. */
  readonly add: (text: string) => Promise<void> | undefined
  /** Takes out the deflated bytes that are ready. */
  readonly given: () => ReadonlyArray<Uint8Array>
  /** Ends the entry, all its bytes ready; the next text belongs to another one. */
  readonly finish: () => Promise<Deflated>
}

const BLOCK_BYTES = 262_144
const LAST_BLOCK = Uint8Array.of(0x03, 0x00)

const deflateOnThread = promisify(deflateRaw)

/** A block that ends on a byte and is not the last, so that blocks may follow each other. */
const deflated = (block: Uint8Array): Promise<Uint8Array> =>
  deflateOnThread(block, { level: 6, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 32_768 })

/** Gives the deflated streams of entries, one entry after the other. */
export const blockStream = (): BlockStream => {
  const ready: Array<Uint8Array> = []
  let sums = { crc: 0, compressed: 0, size: 0 }
  let pending: Promise<Uint8Array> | undefined
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let spare = Buffer.allocUnsafe(BLOCK_BYTES)
  let used = 0
  const settle = async (): Promise<void> => {
    if (pending === undefined) return
    const bytes = await pending
    pending = undefined
    sums.compressed += bytes.length
    ready.push(bytes)
  }
  /** Deflates a block; once it resolves, only this block is still in use. */
  const start = async (bytes: Uint8Array): Promise<void> => {
    sums.crc = crc32(bytes, sums.crc)
    sums.size += bytes.length
    const next = deflated(bytes)
    await settle()
    pending = next
  }
  const flush = async (): Promise<void> => {
    const full = block.subarray(0, used)
    const other = spare
    spare = block
    block = other
    used = 0
    await start(full)
  }
  const addLong = async (text: string): Promise<void> => {
    await flush()
    await start(Buffer.from(text))
    await settle()
  }
  return {
    size: () => sums.size + used,
    add: (text) => {
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      if (text.length * 3 > BLOCK_BYTES) return addLong(text)
      if (used + text.length * 3 <= BLOCK_BYTES) {
        used += block.write(text, used)
        return undefined
      }
      return flush().then(() => {
        used += block.write(text, used)
      })
    },
    given: () => ready.splice(0),
    finish: async () => {
      await flush()
      await settle()
      ready.push(LAST_BLOCK)
      const done = { ...sums, compressed: sums.compressed + LAST_BLOCK.length }
      sums = { crc: 0, compressed: 0, size: 0 }
      return done
    },
  }
}
