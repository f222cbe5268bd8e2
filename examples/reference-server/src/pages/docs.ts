/** The documentation of the API: Swagger UI from its package, nothing from elsewhere. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { absolutePath } from "swagger-ui-dist"

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
])

/** Gives one of the files of Swagger UI that the page needs. */
export const docsFile = async (name: string): Promise<Response> => {
  if (name === "start.js") return answer(start, "text/javascript; charset=utf-8")
  const mediaType = mediaTypes.get(name)
  if (mediaType === undefined) return new Response(null, { status: 404 })
  return answer(new Uint8Array(await readFile(join(absolutePath(), name))), mediaType)
}

/** Gives the page. */
export const docsPage = (openApiAddress: string): Response =>
  answer(
    `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Documentation de l'API - Convoque</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs-files/swagger-ui.css" />
  </head>
  <body>
    <main id="api" data-address="${openApiAddress}"></main>
    <script src="/docs-files/swagger-ui-bundle.js"></script>
    <script src="/docs-files/start.js"></script>
  </body>
</html>`,
    "text/html; charset=utf-8",
  )

// A change made from the page gets an idempotency key of its own when none is typed: on this page
// alone the header is therefore not asked for.
const start = `"use strict"
const place = document.getElementById("api")
const withoutKey = (description) => {
  for (const path of Object.values(description.paths)) {
    for (const operation of Object.values(path)) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.name === "Idempotency-Key") parameter.required = false
      }
    }
  }
  return description
}
const show = (description) => SwaggerUIBundle({
  spec: withoutKey(description),
  domNode: place,
  deepLinking: true,
  // Two hundred operations shown at once take a browser half a minute: a group opens at a click.
  docExpansion: "none",
  tryItOutEnabled: true,
  requestInterceptor: (request) => {
    if (request.method !== "GET" && !request.headers["Idempotency-Key"]) {
      request.headers["Idempotency-Key"] = crypto.randomUUID()
    }
    return request
  },
})
fetch(place.dataset.address).then((answer) => answer.json()).then(show)
`

const answer = (body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response =>
  new Response(body, {
    headers: { "content-type": mediaType, "x-content-type-options": "nosniff" },
  })
