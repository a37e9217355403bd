import type { OrganizationKind, Role } from '@market/domain'
import { ROLE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { Choice } from '../../ui/form/choice-field.tsx'

/** Roles that mean something only in some kinds of organization. */
const ONLY_IN: Partial<Record<Role, readonly OrganizationKind[]>> = {
  registrar: ['agency', 'authority', 'operator'],
  reviewer: ['operator'],
}

/** The roles a member of such an organization can have, each with what it may do. */
export function useRoleChoices(kind: OrganizationKind): Choice[] {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  return ROLE_NAMES.filter(({ code }) => ONLY_IN[code]?.includes(kind) ?? true).map((entry) => ({
    value: entry.code,
    label: nameIn(entry, locale),
    hint: t(`roleHints.${entry.code}`),
  }))
}
