/**
 * Documents, sheets and archives as bytes, charts as SVG; tables and XML read from bytes.
 */
export { unprintableCharacters } from "./pdf/fonts/characters.ts"
export { renderPdf } from "./pdf/render.ts"
export type { UnprintableCharacters } from "./pdf/render.ts"
export { layerPdf } from "./renderer.ts"
export { layerSheets } from "./sheets/writer.ts"
export { layerArchiver } from "./zip/archiver.ts"
export { layerCharts } from "./charts/renderer.ts"
export { tableLimits, xmlLimits } from "./reading/limits.ts"
export { layerTableReader } from "./reading/table-reader.ts"
export { layerXmlReader } from "./reading/xml-reader.ts"
