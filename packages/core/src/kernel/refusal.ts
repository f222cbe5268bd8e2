/**
 * The domain's "no", as data.
 *
 * A refusal is a plain tagged value: its tag is the catalogue's code, its fields are the values
 * that explain it. Its French sentence stands in the context's wording, its requirement and legal
 * text in the context's table of grounds.
 */
import * as Schema from "effect/Schema"

/** Any refusal, as the kernel and the adapters see it. */
export interface Refusal {
  readonly _tag: string
}

/** Why a refusal exists: the requirements it enforces and, if there is one, the legal text. */
export interface Grounds {
  readonly requirements: ReadonlyArray<string>
  readonly legalSource?: string
}

/**
 * A warning or a confirmation that the author of a command has seen and takes upon himself:
 * `code` is the tag of the refusal that asked for it, `subject` what it bore on.
 */
export const Acknowledgement = Schema.Struct({
  code: Schema.String,
  subject: Schema.String,
}).annotate({ identifier: "Acknowledgement" })
export type Acknowledgement = typeof Acknowledgement.Type

/** Tells whether a warning was acknowledged for that very subject. */
export const isAcknowledged = (
  acknowledged: ReadonlyArray<Acknowledgement>,
  code: string,
  subject: string,
): boolean => acknowledged.some((one) => one.code === code && one.subject === subject)
