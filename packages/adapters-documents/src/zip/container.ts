/**
 * The ZIP container as it is written: headers of entries, central directory (APPNOTE 6.3.10).
 *
 * Names are UTF-8 and every entry bears the first instant that ZIP knows, so that the same input
 * gives the same bytes. ZIP64 records come only where a count, a size or an offset needs them.
 */
import { crc32 } from "node:zlib"

/** What is known of an entry once its bytes are all seen; sizes in bytes. */
interface Entry {
  readonly name: Uint8Array
  readonly method: 0 | 8
  readonly streamed: boolean
  readonly offset: number
  readonly crc: number
  readonly compressed: number
  readonly size: number
}

/** The sum and the sizes of a deflated entry, in bytes; both sizes stay below 4 GiB. */
export type Deflated = Pick<Entry, "crc" | "compressed" | "size">

/** Gives the parts of one ZIP in order; holds the directory only, never the bytes of an entry. */
export interface ZipWriter {
  /** Gives a whole entry, not compressed. */
  readonly stored: (name: string, bytes: Uint8Array) => ReadonlyArray<Uint8Array>
  /** Gives the header of a deflated entry; its bytes follow, then `close`. */
  readonly open: (name: string) => Uint8Array
  /** Gives the descriptor that ends the entry opened last. */
  readonly close: (deflated: Deflated) => Uint8Array
  /** Gives the central directory, after which nothing comes. */
  readonly end: () => Uint8Array
}

const MAX_16 = 0xffff
const MAX_32 = 0xffffffff
const DEFLATED = 8
/** 1 January 1980, the first day of ZIP. */
const FIRST_DAY = 0x0021
const UTF_8 = 0x0800
const SIZES_FOLLOW = 0x0008

/** Starts a ZIP; `start` is the number of bytes that come before it in the file. */
export const zipWriter = (start = 0): ZipWriter => {
  const entries: Array<Entry> = []
  let offset = start
  let opened: { readonly name: Uint8Array; readonly offset: number; readonly header: number } = {
    name: new Uint8Array(),
    offset: 0,
    header: 0,
  }
  return {
    stored: (fileName, bytes) => {
      const name = Buffer.from(fileName)
      const size = bytes.length
      const sums = { crc: crc32(bytes), compressed: size, size }
      const entry: Entry = { name, method: 0, streamed: false, offset, ...sums }
      const header = localHeader(entry)
      entries.push(entry)
      offset += header.length + size
      return [header, bytes]
    },
    open: (fileName) => {
      const name = Buffer.from(fileName)
      const sums = { crc: 0, compressed: 0, size: 0 }
      const header = localHeader({ name, method: DEFLATED, streamed: true, offset, ...sums })
      opened = { name, offset, header: header.length }
      return header
    },
    close: (deflated) => {
      const { name, offset: at, header } = opened
      entries.push({ name, method: DEFLATED, streamed: true, offset: at, ...deflated })
      const descriptor = descriptorOf(deflated)
      offset += header + deflated.compressed + descriptor.length
      return descriptor
    },
    end: () => directory(entries, offset),
  }
}

const flagsOf = ({ streamed }: Entry): number => (streamed ? UTF_8 | SIZES_FOLLOW : UTF_8)

const localHeader = (entry: Entry): Uint8Array => {
  const long = entry.size >= MAX_32
  const extra = long ? longExtra([entry.size, entry.compressed]) : new Uint8Array()
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(long ? 45 : 20, 4)
  writeShared(bytes.subarray(6), entry)
  bytes.writeUInt16LE(entry.name.length, 26)
  bytes.writeUInt16LE(extra.length, 28)
  return Buffer.concat([bytes, entry.name, extra])
}

/** The fields from the flags to the sizes, which both headers hold in this order. */
const writeShared = (bytes: Buffer, entry: Entry): void => {
  bytes.writeUInt16LE(flagsOf(entry), 0)
  bytes.writeUInt16LE(entry.method, 2)
  bytes.writeUInt16LE(FIRST_DAY, 6)
  bytes.writeUInt32LE(entry.crc, 8)
  bytes.writeUInt32LE(Math.min(entry.compressed, MAX_32), 12)
  bytes.writeUInt32LE(Math.min(entry.size, MAX_32), 16)
}

const descriptorOf = ({ crc, compressed, size }: Deflated): Uint8Array => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(compressed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

const longExtra = (values: ReadonlyArray<number>): Uint8Array => {
  const bytes = Buffer.alloc(4 + 8 * values.length)
  bytes.writeUInt16LE(0x0001, 0)
  bytes.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, index) => bytes.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
  return bytes
}

const centralHeader = (entry: Entry): Uint8Array => {
  const long = [entry.size, entry.compressed, entry.offset].filter((value) => value >= MAX_32)
  const extra = long.length === 0 ? new Uint8Array() : longExtra(long)
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(long.length === 0 ? 20 : 45, 4)
  bytes.writeUInt16LE(long.length === 0 ? 20 : 45, 6)
  writeShared(bytes.subarray(8), entry)
  bytes.writeUInt16LE(entry.name.length, 28)
  bytes.writeUInt16LE(extra.length, 30)
  bytes.writeUInt32LE(Math.min(entry.offset, MAX_32), 42)
  return Buffer.concat([bytes, entry.name, extra])
}

const directory = (entries: ReadonlyArray<Entry>, offset: number): Uint8Array => {
  const headers = entries.map(centralHeader)
  const size = headers.reduce((sum, header) => sum + header.length, 0)
  const long = entries.length >= MAX_16 || size >= MAX_32 || offset >= MAX_32
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(Math.min(entries.length, MAX_16), 8)
  last.writeUInt16LE(Math.min(entries.length, MAX_16), 10)
  last.writeUInt32LE(Math.min(size, MAX_32), 12)
  last.writeUInt32LE(Math.min(offset, MAX_32), 16)
  const records = long ? [longEnd({ count: entries.length, size, offset })] : []
  return Buffer.concat([...headers, ...records, last])
}

/** The ZIP64 end of the directory and the locator that tells where it is. */
const longEnd = (of: {
  readonly count: number
  readonly size: number
  readonly offset: number
}): Uint8Array => {
  const bytes = Buffer.alloc(56 + 20)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  bytes.writeUInt16LE(45, 12)
  bytes.writeUInt16LE(45, 14)
  bytes.writeBigUInt64LE(BigInt(of.count), 24)
  bytes.writeBigUInt64LE(BigInt(of.count), 32)
  bytes.writeBigUInt64LE(BigInt(of.size), 40)
  bytes.writeBigUInt64LE(BigInt(of.offset), 48)
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeBigUInt64LE(BigInt(of.offset + of.size), 64)
  bytes.writeUInt32LE(1, 72)
  return bytes
}
