import type { ContractNotice as Standing } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { problemText } from '../../ui/use-problem-text.ts'
import type { ContractResult } from './contract-steps.tsx'
import classes from './contracts.module.css'

interface ContractNoticeProps {
  standing: Standing
  signed: boolean
  result: ContractResult | undefined
}

/** How the contract stands to the public notice of its price; nothing where none is owed. */
export function ContractNotice({ standing, signed, result }: ContractNoticeProps) {
  const { t, i18n } = useTranslation('notices')
  const locale = useLocale()
  const { owed, notice, bars, rule, mayPost } = standing
  if (!owed && notice === null) return null
  return (
    <section className={classes.section} id="notice">
      <h2>{t('ofContract.title')}</h2>
      {notice && (
        <p>
          <Link to={paths.notice(notice.id)}>{t('ofContract.open')}</Link>{' '}
          {t('ofContract.until', { date: formatDay(notice.endsOn, locale) })}
        </p>
      )}
      {bars.map(({ code, details }) => (
        <Notice key={code} tone="needs-you">
          {problemText(i18n, { status: 412, code, details })}
        </Notice>
      ))}
      {notice && !signed && bars.length === 0 && <Notice tone="done">{t('ofContract.clear')}</Notice>}
      {rule && notice === null && (
        <p>
          {t('ofContract.rule', { days: rule.calendarDays, basis: locale === 'en' ? rule.en : rule.zh })}{' '}
          {!rule.verified && t('facts.unverified')}
        </p>
      )}
      {mayPost && <PostForm result={result?.intent === 'notice' ? result : undefined} />}
    </section>
  )
}

function PostForm({ result }: { result: ContractResult | undefined }) {
  const { t } = useTranslation('notices')
  const typed = result?.typed
  return (
    <ActionPanel label={t('post.open')} tone="primary" open={result !== undefined}>
      <MarketForm problem={result?.problem}>
        <p>{t('post.explain')}</p>
        <TextareaField
          path="summary"
          label={t('summary')}
          description={t('post.summaryHint')}
          required
          maxLength={2000}
          defaultValue={typed?.summary}
        />
        <TextField
          path="priceNote"
          label={t('post.priceNote')}
          description={t('post.priceNoteHint')}
          maxLength={300}
          defaultValue={typed?.priceNote}
        />
        <CheckField
          path="relatedParty"
          label={t('post.relatedParty')}
          defaultChecked={typed?.relatedParty !== undefined}
        />
        <TextField
          path="relation"
          label={t('post.relation')}
          description={t('post.relationHint')}
          maxLength={300}
          defaultValue={typed?.relation}
        />
        <SubmitButton name="intent" value="notice">
          {t('post.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
