/**
 * Ready bytes as PDF objects, and pdf-lib's writer in one go: PDF 1.4, classic cross-reference
 * table, no promise, one pass over the text of all objects.
 */
import type { PDFContext } from "pdf-lib"
import { PDFHeader, PDFObject, PDFRef, PDFTrailer, PDFTrailerDict, PDFWriter } from "pdf-lib"

const STREAM_END = "\nendstream"
const OBJECT_END = "\nendobj\n\n"
const HEADER = PDFHeader.forVersion(1, 4)

/** A PDF object that already has its final form: Latin-1 text, or text around a stream's bytes. */
export class ReadyObject extends PDFObject {
  readonly head: string
  readonly body: Uint8Array | undefined

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
    const target = Buffer.from(buffer.buffer, buffer.byteOffset)
    let end = offset + target.write(this.head, offset, "latin1")
    if (this.body === undefined) return end - offset
    target.set(this.body, end)
    end += this.body.length
    return end + target.write(STREAM_END, end, "latin1") - offset
  }
}

const refs: Array<PDFRef> = []

/** The reference of an object number, without pdf-lib's look-up by text. */
export const refOf = (number: number): PDFRef => (refs[number] ??= PDFRef.of(number))

/** Bytes to be written, with the text that comes before them. */
interface Piece {
  readonly text: string
  readonly bytes: Uint8Array
}

/** Writes the ready objects of a context. */
export class ReadyWriter extends PDFWriter {
  static of(context: PDFContext): ReadyWriter {
    return new ReadyWriter(context, Number.POSITIVE_INFINITY)
  }

  /** The bytes of the document; every indirect object of the context is a `ReadyObject`. */
  toBytes(): Uint8Array {
    const pieces: Array<Piece> = []
    let text = "\n\n"
    let offset = HEADER.sizeInBytes() + text.length
    let entries = "0000000000 65535 f \n"
    for (const [ref, object] of this.context.enumerateIndirectObjects()) {
      entries += `${String(10_000_000_000 + offset).slice(1)} 00000 n \n`
      if (!(object instanceof ReadyObject)) continue
      const { head, body } = object
      const start = `${ref.objectNumber} 0 obj\n${head}`
      text += start
      offset += start.length
      if (body !== undefined) {
        pieces.push({ text, bytes: body })
        offset += body.length + STREAM_END.length
        text = STREAM_END
      }
      text += OBJECT_END
      offset += OBJECT_END.length
    }
    const count = this.context.largestObjectNumber + 1
    text += `xref\n0 ${count}\n${entries}`
    return this.written(pieces, text, offset)
  }

  private written(pieces: ReadonlyArray<Piece>, last: string, crossReferences: number): Uint8Array {
    const trailerDict = PDFTrailerDict.of(this.createTrailerDict())
    const trailer = PDFTrailer.forLastCrossRefSectionOffset(crossReferences)
    let size = HEADER.sizeInBytes() + last.length + 1
    for (const { text, bytes } of pieces) size += text.length + bytes.length
    const buffer = Buffer.allocUnsafe(size + trailerDict.sizeInBytes() + trailer.sizeInBytes())
    let offset = HEADER.copyBytesInto(buffer, 0)
    for (const { text, bytes } of pieces) {
      offset += buffer.write(text, offset, "latin1")
      buffer.set(bytes, offset)
      offset += bytes.length
    }
    offset += buffer.write(last, offset, "latin1")
    offset += trailerDict.copyBytesInto(buffer, offset)
    offset += buffer.write("\n", offset, "latin1")
    trailer.copyBytesInto(buffer, offset)
    return buffer
  }
}
