import type { FieldMap } from '@market/contracts/returning'

type ChartName = FieldMap['charts'][number]['name']

const PARAMETERS: Partial<Record<ChartName, string>> = {
  ownerId: 'owner',
  maturityLevel: 'maturity',
  transferModes: 'mode',
  planIndustry: 'planIndustry',
  technicalField: 'field',
  regionCode: 'region',
}

/** The same search, narrowed to one bar of a chart; null where a search cannot ask for that. */
export function narrowedPath(
  pathname: string,
  search: URLSearchParams,
  chart: ChartName,
  value: string,
): string | null {
  const params = new URLSearchParams(search)
  params.delete('cursor')
  if (chart === 'ipcClass') {
    const q = params.get('q') ?? ''
    if (!q.split(/\s+/).includes(value)) params.set('q', `${q} ${value}`.trim())
    return `${pathname}?${params}`
  }
  const name = PARAMETERS[chart]
  if (name === undefined) return null
  if (!params.getAll(name).includes(value)) params.append(name, value)
  return `${pathname}?${params}`
}
