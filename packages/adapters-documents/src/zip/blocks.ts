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
  readonly add: (text: string) => Promise<void> | void
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

/** Deflates blocks in their order, one at a time, and keeps the sums of the entry. */
const deflater = () => {
  const ready: Array<Uint8Array> = []
  let sums = { crc: 0, compressed: 0, size: 0 }
  let pending: Promise<Uint8Array> | undefined
  const settle = async (): Promise<void> => {
    if (pending === undefined) return
    const bytes = await pending
    pending = undefined
    sums.compressed += bytes.length
    ready.push(bytes)
  }
  return {
    ready,
    settle,
    size: (): number => sums.size,
    /** Starts a block; once it resolves, no block before it is in use. */
    start: async (bytes: Uint8Array): Promise<void> => {
      sums.crc = crc32(bytes, sums.crc)
      sums.size += bytes.length
      const next = deflated(bytes)
      await settle()
      pending = next
    },
    finish: async (): Promise<Deflated> => {
      await settle()
      ready.push(LAST_BLOCK)
      const done = { ...sums, compressed: sums.compressed + LAST_BLOCK.length }
      sums = { crc: 0, compressed: 0, size: 0 }
      return done
    },
  }
}

/** Gives the deflated streams of entries, one entry after the other. */
export const blockStream = (): BlockStream => {
  const blocks = deflater()
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let spare = Buffer.allocUnsafe(BLOCK_BYTES)
  let used = 0
  const flush = async (): Promise<void> => {
    const full = block.subarray(0, used)
    const other = spare
    spare = block
    block = other
    used = 0
    await blocks.start(full)
  }
  const addLong = async (text: string): Promise<void> => {
    await flush()
    await blocks.start(Buffer.from(text))
    await blocks.settle()
  }
  const write = (text: string): void => {
    used += block.write(text, used)
  }
  return {
    size: () => blocks.size() + used,
    add: (text) => {
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      const bytes = text.length * 3
      if (bytes > BLOCK_BYTES) return addLong(text)
      if (used + bytes > BLOCK_BYTES) return flush().then(() => write(text))
      return write(text)
    },
    given: () => blocks.ready.splice(0),
    finish: async () => {
      await flush()
      return blocks.finish()
    },
  }
}
