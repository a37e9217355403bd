import type { Locale } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES, regimeFor } from '@market/domain/regimes'

export interface TypeGroup {
  group: string
  items: { value: string; label: string }[]
}

/** Types and sub-types of the law in force on a day, for one select: 'XK/XK_PATENT'; 'XK/' names the type alone. */
export function typeGroupsOn(date: string, locale: Locale): TypeGroup[] {
  return regimeFor(date).types.tree.map(({ type, subTypes }) => ({
    group: labelOf(CONTRACT_TYPES, type, locale),
    items: [...subTypes, null].map((subType) => ({
      value: joinType(type, subType),
      label: typeText(type, subType, locale),
    })),
  }))
}

export const joinType = (type: string, subType: string | null): string => `${type}/${subType ?? ''}`

export function splitType(value: string): { type: string; subType: string | null } {
  const [type = '', subType = ''] = value.split('/')
  return { type, subType: subType || null }
}

export function typeText(type: string, subType: string | null, locale: Locale): string {
  const name = labelOf(CONTRACT_TYPES, type, locale)
  return subType === null ? name : `${name} · ${labelOf(CONTRACT_SUB_TYPES, subType, locale)}`
}
