import type { ComponentProps } from 'react'
import { SelectField } from './fields.tsx'

interface RegionFieldProps extends Omit<ComponentProps<typeof SelectField>, 'data'> {
  groups: { group: string; items: { value: string; label: string }[] }[]
  /** What the record says now; kept as a choice even where the list no longer has it. */
  current: string
}

/** A place, chosen by province and city. */
export function RegionField({ groups, current, ...rest }: RegionFieldProps) {
  const known = groups.some(({ items }) => items.some(({ value }) => value === current))
  const other = known || current === '' ? [] : [{ value: current, label: current }]
  return <SelectField data={[...other, ...groups]} defaultValue={current} {...rest} />
}
