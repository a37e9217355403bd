import type { Security } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { Instant } from '../../ui/day.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './security.module.css'

type Factor = Security['factors'][number]

export function FactorList({ factors }: { factors: readonly Factor[] }) {
  return (
    <ul className={classes.factors}>
      {factors.map((factor) => (
        <FactorRow key={factor.id} factor={factor} />
      ))}
    </ul>
  )
}

function FactorRow({ factor }: { factor: Factor }) {
  const { t } = useTranslation('account')
  return (
    <li>
      <span>
        <strong>{factor.name}</strong>
        <small>
          {t(`security.kinds.${factor.kind}`)} · {t('security.added')} <Instant at={factor.createdAt} />
          {factor.lastUsedAt && (
            <>
              {' · '}
              {t('security.used')} <Instant at={factor.lastUsedAt} />
            </>
          )}
        </small>
      </span>
      <details>
        <summary>{t('security.remove')}</summary>
        <MarketForm>
          <input type="hidden" name="id" value={factor.id} />
          <p className={classes.hint}>{t('security.removeExplain')}</p>
          <SubmitButton variant="default" name="intent" value="remove">
            {t('security.removeNow')}
          </SubmitButton>
        </MarketForm>
      </details>
    </li>
  )
}
