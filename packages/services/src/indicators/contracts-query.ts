export interface ContractsQuery {
  year: number
  type?: string
  field?: string
  planIndustry?: string
  asKnownAt?: Date | undefined
}

/** The query that lists the contracts a figure is made of; the same on the wire and in a page's address. */
export const contractsQueryOf = ({ year, asKnownAt, ...dimension }: ContractsQuery): string => {
  const query = new URLSearchParams({ year: String(year) })
  for (const [name, value] of Object.entries(dimension)) if (value !== undefined) query.set(name, value)
  if (asKnownAt) query.set('asKnownAt', asKnownAt.toISOString())
  return query.toString()
}
