import type { Registration } from '@market/contracts/registration'
import { ENTERPRISE_SCALES, labelOf, NON_TECHNICAL_KINDS, PARTY_TRAITS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Money } from '../../ui/money.tsx'
import { PROFILE_LINES } from './form-fields.ts'
import classes from './form-parts.module.css'
import { unexplainedFen } from './unexplained.ts'

type Form = Registration['form']

/** The table of what is no technology, in words, with what it leaves open. */
export function ItemsValue({ form }: { form: Form }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const restFen = unexplainedFen(form)
  return (
    <ul className={classes.items}>
      {form.nonTechnicalItems.map(({ kind, words, amountFen }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table
        <li key={at}>
          {labelOf(NON_TECHNICAL_KINDS, kind, locale)} {words} <Money fen={amountFen} unit="yuan" />
        </li>
      ))}
      <li>
        {restFen === 0 ? (
          t('items.whole')
        ) : (
          <>
            {t('items.rest')} <Money fen={restFen} unit="yuan" />
          </>
        )}
      </li>
    </ul>
  )
}

export function ProfileValue({ profile }: { profile: Form['sellerProfile'] }) {
  const { t } = useTranslation(['desk', 'common'])
  const locale = useLocale()
  const lines = PROFILE_LINES.filter(({ part }) => profile !== null && profile[part] !== '')
  if (profile === null || (profile.traits.length === 0 && profile.scale === null && lines.length === 0)) {
    return t('common:unknown')
  }
  const { traits, scale } = profile
  return (
    <ul className={classes.profile}>
      {traits.length > 0 && (
        <li>{traits.map((trait) => labelOf(PARTY_TRAITS, trait, locale)).join(' · ')}</li>
      )}
      {scale !== null && (
        <li>
          {t('desk:profile.scale')} {labelOf(ENTERPRISE_SCALES, scale, locale)}
        </li>
      )}
      {lines.map(({ part }) => (
        <li key={part}>
          {t(`desk:profile.${part}`)} {profile[part]}
        </li>
      ))}
    </ul>
  )
}
