import type { Contract } from '@market/contracts/contracts'
import { CONSENT_KINDS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './contracts.module.css'

interface ConsentsProps {
  contract: Contract
  problem: Problem | undefined
}

/** Whose agreement the contract needs beside the parties', and the form to record one. */
export function Consents({ contract, problem }: ConsentsProps) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const { consents, actions } = contract
  if (consents.length === 0) return null
  const missing = consents.filter(({ givenOn }) => givenOn === null)
  return (
    <section className={classes.section}>
      <h2>{t('consents.title')}</h2>
      <p>{t('consents.lead')}</p>
      <Facts>
        {consents.map((consent) => (
          <Fact
            key={`${consent.rightId} ${consent.kind} ${consent.party}`}
            label={`${labelOf(CONSENT_KINDS, consent.kind, locale)} ${consent.party} ${consent.right}`}
          >
            {consent.givenOn
              ? t('consents.given', {
                  date: formatDay(consent.givenOn, locale),
                  reference: consent.reference ?? '',
                })
              : t('consents.missing')}
          </Fact>
        ))}
      </Facts>
      {missing.length > 0 && actions.includes('contract.record_consent') && (
        <ActionPanel label={t('consents.record')} open={problem !== undefined}>
          <MarketForm problem={problem}>
            <SelectField
              path="consent"
              label={t('consents.title')}
              data={missing.map(({ rightId, kind, party, right }) => ({
                value: JSON.stringify({ rightId, kind, party }),
                label: `${labelOf(CONSENT_KINDS, kind, locale)} ${party} ${right}`,
              }))}
            />
            <TextField path="givenOn" label={t('consents.givenOn')} type="date" required maw="14rem" />
            <TextField path="reference" label={t('consents.reference')} required maxLength={200} />
            <SubmitButton name="intent" value="consent">
              {t('consents.record')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </section>
  )
}
