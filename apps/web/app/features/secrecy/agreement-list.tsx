import type { NdaSummary } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanels } from '../../ui/action-panel.tsx'
import { Day, Instant } from '../../ui/day.tsx'
import classes from './secrecy.module.css'
import { WithdrawPanel } from './withdraw-panel.tsx'

interface AgreementListProps {
  items: readonly NdaSummary[]
  side: 'owner' | 'reader'
  result: { problem: Problem; typed: TypedValues } | undefined
}

/** Agreements, and where one still holds, the way to end it. */
export function AgreementList({ items, side, result }: AgreementListProps) {
  const { t } = useTranslation('secrecy')
  const locale = useLocale()
  return (
    <section className={classes.block}>
      <h2>{t('list.agreements')}</h2>
      <ul className={classes.plain}>
        {items.map(({ agreement, listing, owner, reader, openings, mayWithdraw }) => (
          <li key={agreement.id}>
            <Link to={side === 'owner' ? paths.listing(listing.id) : paths.confidential(listing.id)}>
              {pick(listing, 'title', locale)}
            </Link>
            <p className={classes.note}>
              {t(side === 'owner' ? 'list.reader' : 'list.owner')}{' '}
              {pick(side === 'owner' ? reader : owner, 'name', locale)} ·{' '}
              {t(`agreement.standing.${agreement.standing}`)} · {t('agreement.signatory')}{' '}
              {agreement.signatoryName} · {t('agreement.acceptedAt')} <Instant at={agreement.acceptedAt} /> ·{' '}
              {t('agreement.expiresOn')} <Day date={agreement.expiresOn} /> · {t('list.openings')} {openings}
            </p>
            {mayWithdraw && (
              <ActionPanels>
                <WithdrawPanel
                  id={agreement.id}
                  side={side}
                  problem={result?.typed.id === agreement.id ? result.problem : undefined}
                  reason={result?.typed.id === agreement.id ? result.typed.reason : undefined}
                />
              </ActionPanels>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
