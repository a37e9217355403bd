import type { SearchDocument } from '@market/search'

const valuesOf = (document: SearchDocument, field: string): readonly string[] => {
  const value: unknown = Object.hasOwn(document, field) ? document[field as keyof SearchDocument] : null
  if (Array.isArray(value)) return value.map(String)
  return value === null ? [] : [String(value)]
}

/** Whether a document has one of the chosen values in every facet; a facet is a document field of the same name. */
export const passesFilters = (
  document: SearchDocument,
  filters: Readonly<Record<string, readonly string[]>>,
): boolean =>
  Object.entries(filters).every(([facet, chosen]) => {
    const values = valuesOf(document, facet)
    return chosen.some((value) => values.includes(value))
  })
