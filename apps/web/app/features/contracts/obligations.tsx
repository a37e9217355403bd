import type { Contract, ContractPerformance } from '@market/contracts/contracts'
import { IMPLIED_TITLE_NAMES, labelOf } from '@market/domain/codes'
import { OBLIGATION_NAMES } from '@market/domain/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { ContractResult } from './contract-steps.tsx'
import classes from './obligations.module.css'

type Obligation = ContractPerformance['obligations'][number]

interface ObligationsProps {
  contract: Contract
  performance: ContractPerformance
  result: ContractResult | undefined
}

/** What is to be done after signing, by day, with where it comes from. */
export function Obligations({ contract, performance, result }: ObligationsProps) {
  const { t } = useTranslation('obligations')
  return (
    <section className={classes.section} id="obligations">
      <h2>{t('title')}</h2>
      <p className={classes.lead}>{t('lead')}</p>
      <ol className={classes.list}>
        {performance.obligations.map((obligation) => (
          <Row key={obligation.key} {...{ contract, performance, obligation, result }} />
        ))}
      </ol>
    </section>
  )
}

interface RowProps extends ObligationsProps {
  obligation: Obligation
}

function Row({ contract, performance, obligation, result }: RowProps) {
  const { t } = useTranslation('obligations')
  const locale = useLocale()
  const name = OBLIGATION_NAMES[obligation.kind]
  const party = obligation.side === 'seller' ? contract.seller : contract.buyer
  return (
    <li data-state={obligation.state}>
      <div className={classes.words}>
        <p className={classes.name}>
          {locale === 'en' ? name.en : name.zh}
          <Of obligation={obligation} />
        </p>
        <p className={classes.meta}>
          {pick(party, 'name', locale)} · {pick(obligation, 'basis', locale)}
        </p>
        {obligation.note && <p className={classes.meta}>{obligation.note}</p>}
        <Evidence obligation={obligation} />
        <Further {...{ contract, performance, obligation }} />
        {obligation.markable && <MarkDone obligation={obligation} result={result} />}
      </div>
      <div className={classes.standing}>
        <p className={classes.state}>{t(`state.${obligation.state}`)}</p>
        <p className={classes.meta}>
          {obligation.doneOn ? (
            <Day date={obligation.doneOn} />
          ) : obligation.dueOn ? (
            <>
              {t('due')} <Day date={obligation.dueOn} />
            </>
          ) : (
            t('noDay')
          )}
        </p>
      </div>
    </li>
  )
}

function Evidence({ obligation: { evidence } }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations')
  if (evidence === null) return null
  return (
    <p className={classes.meta}>
      {t('evidence')} <a href={paths.file(evidence.fileId)}>{evidence.name}</a> ·{' '}
      {formatBytes(evidence.sizeBytes)}
    </p>
  )
}

function Of({ obligation: { kind, of } }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations')
  const locale = useLocale()
  if (of === '') return null
  if (kind === 'royalty_report') return <span> · {t('periodTo', { day: of })}</span>
  return (
    <span> · {kind === 'training' ? t('days', { days: of }) : labelOf(IMPLIED_TITLE_NAMES, of, locale)}</span>
  )
}

/** Where the market's own records of it are. */
function Further({ contract, performance, obligation }: Omit<RowProps, 'result'>) {
  const { t } = useTranslation('obligations')
  const { registrationId } = performance
  if (obligation.kind === 'payment') {
    return <Link to={paths.contractPayments(contract.id)}>{t('toPayments')}</Link>
  }
  if (obligation.kind === 'registration' && contract.filing !== null && registrationId !== null) {
    return <Link to={paths.registration(registrationId)}>{t('toRegistration')}</Link>
  }
  return null
}

function MarkDone({ obligation, result }: { obligation: Obligation; result: ContractResult | undefined }) {
  const { t } = useTranslation('obligations')
  const mine = result?.intent === 'done' && result.typed.key === obligation.key ? result : undefined
  return (
    <details className={classes.mark} open={mine !== undefined}>
      <summary>{t('mark')}</summary>
      <MarketForm problem={mine?.problem} encType="multipart/form-data">
        <input type="hidden" name="key" value={obligation.key} />
        <div className={classes.fields}>
          <TextField
            path="doneOn"
            type="date"
            label={t('doneOn')}
            defaultValue={mine?.typed.doneOn}
            required
          />
          <TextField path="note" label={t('note')} defaultValue={mine?.typed.note} maxLength={500} />
        </div>
        <FileField
          path="file"
          label={t('file')}
          description={t('fileHint')}
          accept="application/pdf,image/png,image/jpeg,image/webp"
        />
        <SubmitButton name="intent" value="done" size="sm">
          {t('markNow')}
        </SubmitButton>
      </MarketForm>
    </details>
  )
}
