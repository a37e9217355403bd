import type { ContractAmendments } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './amendments.module.css'
import { Figures } from './figures.tsx'

/** The amendments of a contract, what it states with them, and where one is proposed. */
export function AmendmentList({ record }: { record: ContractAmendments }) {
  const { t } = useTranslation('amendments')
  const locale = useLocale()
  const { contractId, amendments, amended, mayPropose } = record
  if (amendments.length === 0 && !mayPropose) return null
  const last = amendments.findLast(({ state }) => state === 'in_force')
  return (
    <section className={classes.section} id="amendments">
      <h2>{t('title')}</h2>
      <p className={classes.lead}>{t('lead')}</p>
      {amended && last && (
        <Notice tone="info" title={t('standing')}>
          <Figures figures={record.standing} />
        </Notice>
      )}
      {record.registrationToChange !== null && (
        <Notice tone="needs-you">
          {t('toRegister')}{' '}
          <Link to={paths.registration(record.registrationToChange)}>{t('toRegistration')}</Link>
        </Notice>
      )}
      {amendments.length > 0 && (
        <RecordList label={t('title')}>
          {amendments.map((amendment) => {
            const { number, title, state, effectiveOn, actions } = amendment
            const waits = actions.includes('contract.sign_amendment')
            return (
              <RecordRow
                key={number}
                to={paths.contractAmendment(contractId, number)}
                title={t('named', { number, title })}
                badge={<StateBadge subject="amendment" state={state} />}
                meta={t('from', { day: formatDay(effectiveOn, locale) })}
                {...(waits ? { need: t('toSign') } : {})}
              />
            )
          })}
        </RecordList>
      )}
      {mayPropose && (
        <p className={classes.propose}>
          <Link to={paths.newAmendment(contractId)}>{t('propose')}</Link>
        </p>
      )}
    </section>
  )
}
