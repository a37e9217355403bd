import type { LicenceOfferList } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { paths } from '../../lib/paths.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fieldProblemText } from '../../ui/use-problem-text.ts'
import classes from './licences.module.css'

type Publishable = LicenceOfferList['publishable'][number]

interface PublishFormProps {
  publishable: Publishable
  problem: Problem | undefined
  typed: TypedValues | undefined
}

const TIERS = { open: ['open'], click: ['research', 'small_firm', 'standard'] } as const

/** Terms as their owner writes them; what bars them is said before anything is typed. */
export function PublishForm({ publishable: { kind, bars, consents }, problem, typed }: PublishFormProps) {
  const { t } = useTranslation('licences')
  if (bars.length > 0) return <Barred kind={kind} bars={bars} />
  return (
    <ActionPanel label={t(`kind.${kind}`)} open={problem !== undefined}>
      <MarketForm problem={problem}>
        <input type="hidden" name="kind" value={kind} />
        <p className={classes.words}>{t(`explain.${kind}`)}</p>
        <TextField
          path="fieldOfUse"
          label={t('own.fieldOfUse')}
          maxLength={500}
          required
          defaultValue={typed?.fieldOfUse}
        />
        <TextField
          path="territory"
          label={t('own.territory')}
          maxLength={200}
          required
          defaultValue={typed?.territory}
        />
        {kind === 'click' && <p className={classes.note}>{t('own.tierHint')}</p>}
        {TIERS[kind].map((tier) => (
          <div key={tier} className={classes.pair}>
            <MoneyField
              path={`tiers.${tier}.feeFen`}
              label={t('own.feeOf', { tier: t(`tier.${tier}`) })}
              typed={typed?.[`tiers.${tier}.feeFen`]}
            />
            <TextField
              path={`tiers.${tier}.termMonths`}
              type="number"
              min={1}
              label={t('own.monthsOf', { tier: t(`tier.${tier}`) })}
              defaultValue={typed?.[`tiers.${tier}.termMonths`]}
            />
          </div>
        ))}
        {kind === 'open' && <p className={classes.note}>{t('own.usualFee')}</p>}
        {kind === 'open' && (
          <TextField
            path="evaluationReport"
            label={t('own.report')}
            description={t('own.reportHint')}
            maxLength={200}
            defaultValue={typed?.evaluationReport}
          />
        )}
        <KnowHowFields typed={typed} />
        {consents.map(({ party, right }, at) => (
          <div key={`${party} ${right}`} className={classes.pair}>
            <TextField
              path={`consents.${at}.reference`}
              label={t('own.consentOf', { party, right })}
              defaultValue={typed?.[`consents.${at}.reference`]}
            />
            <TextField
              path={`consents.${at}.givenOn`}
              type="date"
              label={t('own.consentOn')}
              defaultValue={typed?.[`consents.${at}.givenOn`]}
            />
          </div>
        ))}
        <TextareaField
          path="conditionsZh"
          label={t('own.conditionsZh')}
          rows={3}
          maxLength={4000}
          defaultValue={typed?.conditionsZh}
        />
        <TextareaField
          path="conditionsEn"
          label={t('own.conditionsEn')}
          rows={3}
          maxLength={4000}
          defaultValue={typed?.conditionsEn}
        />
        <CheckField path="confirmed" label={t('own.check')} required />
        <SubmitButton name="intent" value="publish">
          {t('own.publish')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function KnowHowFields({ typed }: { typed: TypedValues | undefined }) {
  const { t } = useTranslation('licences')
  return (
    <fieldset>
      <legend>{t('own.knowHow')}</legend>
      <TextField
        path="knowHow.trainingDays"
        type="number"
        min={0}
        max={365}
        label={t('own.trainingDays')}
        maw="12rem"
        defaultValue={typed?.['knowHow.trainingDays']}
      />
      <TextField
        path="knowHow.samples"
        label={t('own.samples')}
        maxLength={500}
        defaultValue={typed?.['knowHow.samples']}
      />
      <TextField
        path="knowHow.drawings"
        label={t('own.drawings')}
        maxLength={500}
        defaultValue={typed?.['knowHow.drawings']}
      />
      <MoneyField path="knowHow.feeFen" label={t('own.knowHowFee')} typed={typed?.['knowHow.feeFen']} />
    </fieldset>
  )
}

function Barred({ kind, bars }: Pick<Publishable, 'kind' | 'bars'>) {
  const { t, i18n } = useTranslation('licences')
  return (
    <Notice title={t(`kind.${kind}`)}>
      <p>{t('own.bars')}</p>
      <ul>
        {bars.map((bar) => (
          <li key={`${bar.code} ${JSON.stringify(bar.params)}`}>
            {fieldProblemText(i18n, bar.code, bar.params)}
          </li>
        ))}
      </ul>
      <Link to={paths.rights}>{t('own.toRights')}</Link>
    </Notice>
  )
}
