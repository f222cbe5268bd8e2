/**
 * The sRGB colour profile of the output intent, as PDF/A asks: an ICC version 2 display profile
 * computed from IEC 61966-2-1, with primaries adapted to D50.
 */

const CURVE_POINTS = 1024

/** Colorants adapted to D50 by the Bradford method, as in the sRGB profile of the ICC. */
const WHITE = [0.9642, 1, 0.8249] as const
const RED = [0.43607, 0.22249, 0.01392] as const
const GREEN = [0.38515, 0.71687, 0.09708] as const
const BLUE = [0.14307, 0.06061, 0.7141] as const

const fixed = (value: number): number => Math.round(value * 65536)

const xyz = (values: readonly [number, number, number]): Buffer => {
  const tag = Buffer.alloc(20)
  tag.write("XYZ ", 0, "latin1")
  values.forEach((value, index) => tag.writeInt32BE(fixed(value), 8 + 4 * index))
  return tag
}

const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from("text\0\0\0\0", "latin1"), Buffer.from(`${value}\0`, "latin1")])

const description = (value: string): Buffer => {
  const tag = Buffer.alloc(12 + value.length + 1 + 8 + 3 + 67)
  tag.write("desc", 0, "latin1")
  tag.writeUInt32BE(value.length + 1, 8)
  tag.write(value, 12, "latin1")
  return tag
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

const curve = (): Buffer => {
  const tag = Buffer.alloc(12 + 2 * CURVE_POINTS)
  tag.write("curv", 0, "latin1")
  tag.writeUInt32BE(CURVE_POINTS, 8)
  for (let point = 0; point < CURVE_POINTS; point++) {
    tag.writeUInt16BE(Math.round(65535 * linear(point / (CURVE_POINTS - 1))), 12 + 2 * point)
  }
  return tag
}

const header = (size: number): Buffer => {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02100000, 8)
  bytes.write("mntrRGB XYZ ", 12, "latin1")
  ;[2026, 1, 1].forEach((part, index) => bytes.writeUInt16BE(part, 24 + 2 * index))
  bytes.write("acsp", 36, "latin1")
  WHITE.forEach((value, index) => bytes.writeInt32BE(fixed(value), 68 + 4 * index))
  return bytes
}

/** The bytes of the sRGB profile, always the same. */
export const colourProfile = (): Uint8Array => {
  const shared = curve()
  const tags: ReadonlyArray<readonly [string, Buffer]> = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", text("No copyright, use freely")],
    ["wtpt", xyz(WHITE)],
    ["rXYZ", xyz(RED)],
    ["gXYZ", xyz(GREEN)],
    ["bXYZ", xyz(BLUE)],
    ["rTRC", shared],
    ["gTRC", shared],
    ["bTRC", shared],
  ]
  const directory = Buffer.alloc(4 + 12 * tags.length)
  directory.writeUInt32BE(tags.length, 0)
  const bodies: Array<Buffer> = []
  const offsets = new Map<Buffer, number>()
  let end = 128 + directory.length
  tags.forEach(([signature, body], index) => {
    if (!offsets.has(body)) {
      offsets.set(body, end)
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
      bodies.push(padded)
      end += padded.length
    }
    directory.write(signature, 4 + 12 * index, "latin1")
    directory.writeUInt32BE(offsets.get(body) ?? 0, 8 + 12 * index)
    directory.writeUInt32BE(body.length, 12 + 12 * index)
  })
  return Buffer.concat([header(end), directory, ...bodies])
}
