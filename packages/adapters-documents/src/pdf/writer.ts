/**
 * Ready bytes as PDF objects, and pdf-lib's writer without its detour by promises.
 */
import type { PDFContext } from "pdf-lib"
import {
  PDFCrossRefSection,
  PDFHeader,
  PDFObject,
  PDFTrailer,
  PDFTrailerDict,
  PDFWriter,
} from "pdf-lib"

/** A PDF object that already has its final form: Latin-1 text, or text around a stream's bytes. */
export class ReadyObject extends PDFObject {
  private readonly head: string
  private readonly body: Uint8Array | undefined

  private constructor(head: string, body: Uint8Array | undefined) {
    super()
    this.head = head
    this.body = body
  }

  /** An object from its PDF text. */
  static text(text: string): ReadyObject {
    return new ReadyObject(text, undefined)
  }

  /** A stream from its dictionary's entries, without `/Length`, and its bytes as they are stored. */
  static stream(entries: string, bytes: Uint8Array): ReadyObject {
    return new ReadyObject(`<<${entries}/Length ${bytes.length}>>\nstream\n`, bytes)
  }

  override toString(): string {
    return this.head
  }

  override sizeInBytes(): number {
    return this.head.length + (this.body === undefined ? 0 : this.body.length + STREAM_END.length)
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    const target = Buffer.isBuffer(buffer) ? buffer : Buffer.from(buffer.buffer, buffer.byteOffset)
    target.write(this.head, offset, "latin1")
    if (this.body === undefined) return this.head.length
    target.set(this.body, offset + this.head.length)
    target.write(STREAM_END, offset + this.head.length + this.body.length, "latin1")
    return this.sizeInBytes()
  }
}

const STREAM_END = "\nendstream"
const OBJECT_END = "\nendobj\n\n"

/** Writes PDF 1.4 with a classic cross-reference table, in one go. */
export class ReadyWriter extends PDFWriter {
  static of(context: PDFContext): ReadyWriter {
    return new ReadyWriter(context, Number.POSITIVE_INFINITY)
  }

  /** The bytes of the document. */
  toBytes(): Uint8Array {
    const header = PDFHeader.forVersion(1, 4)
    const objects = this.context.enumerateIndirectObjects()
    const crossReferences = PDFCrossRefSection.create()
    let size = header.sizeInBytes() + 2
    for (const entry of objects) {
      crossReferences.addEntry(entry[0], size)
      size += this.computeIndirectObjectSize(entry)
    }
    const trailerDict = PDFTrailerDict.of(this.createTrailerDict())
    const trailer = PDFTrailer.forLastCrossRefSectionOffset(size)
    const ends = [crossReferences, trailerDict, trailer]
    const total = ends.reduce((sum, part) => sum + part.sizeInBytes() + 1, size)
    const buffer = Buffer.allocUnsafe(total)
    let offset = header.copyBytesInto(buffer, 0)
    offset += buffer.write("\n\n", offset, "latin1")
    for (const [ref, object] of objects) {
      offset += buffer.write(`${ref.objectNumber} 0 obj\n`, offset, "latin1")
      offset += object.copyBytesInto(buffer, offset)
      offset += buffer.write(OBJECT_END, offset, "latin1")
    }
    for (const part of ends) {
      offset += part.copyBytesInto(buffer, offset)
      buffer[offset++] = 0x0a
    }
    return buffer
  }
}
