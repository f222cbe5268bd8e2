/**
 * The body of a mail as plain text and as sober HTML (corps du message).
 * Both hold the paragraphs of the message and no other word.
 */
import type { MessageContent } from "@convoque/core/kernel/message"
import { oneLine, severalLines } from "../neutral-text.ts"

/** Gives the plain text: paragraphs parted by an empty line. */
export const textBody = (content: MessageContent): string =>
  content.paragraphs.map(severalLines).join("\n\n")

/**
 * Gives the HTML page: language and title set, every text escaped, no image, script or link, and
 * no size in pixels, so that the reader's own settings apply.
 */
export const htmlBody = (content: MessageContent): string =>
  [
    "<!doctype html>",
    `<html lang="${escaped(languageTag(content.language))}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(oneLine(content.subject))}</title>`,
    "</head>",
    `<body style="${bodyStyle}">`,
    "<main>",
    ...content.paragraphs.map(paragraph),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n")

const bodyStyle =
  "max-width:40em;margin:1em auto;padding:0 1em;font-family:Arial,Helvetica,sans-serif;line-height:1.5;color:#1a1a1a;background:#ffffff"

const paragraph = (text: string): string =>
  `<p>${severalLines(text).split("\n").map(escaped).join("<br>\n")}</p>`

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character] ?? "")

/** Gives a language tag that can stand in a header; French when it is not one. */
export const languageTag = (language: string): string =>
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u.test(language) ? language : "fr"
