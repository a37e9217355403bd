import type { SearchDocument } from './document.ts'
import { DIMENSIONS, type Dimension } from './engine.ts'
import { ipcClasses, ipcNodes } from './ipc-nodes.ts'
import { priceBand } from './price-bands.ts'

const maybe = (value: string | number | null): string[] => (value === null ? [] : [String(value)])

/** What a document counts for in each facet and chart. */
export const facetValues = (document: SearchDocument): Record<Dimension, string[]> => ({
  kind: [document.kind],
  technicalField: maybe(document.technicalField),
  planIndustry: maybe(document.planIndustry),
  transferModes: [...document.transferModes],
  maturityLevel: maybe(document.maturityLevel),
  ownerId: [document.ownerId],
  regionCode: [document.regionCode],
  priceBand: [priceBand(document.priceFen)],
  ipc: ipcNodes(document.ipcSymbols),
  year: [document.publishedAt.slice(0, 4)],
  filedYear: document.filedYear,
  ipcClass: ipcClasses(document.ipcSymbols),
})

export const facetPairs = (document: SearchDocument): { facet: Dimension; value: string }[] => {
  const values = facetValues(document)
  return DIMENSIONS.flatMap((facet) => values[facet].map((value) => ({ facet, value })))
}
