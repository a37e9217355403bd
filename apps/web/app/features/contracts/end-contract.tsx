import type { Contract, ContractPerformance } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ContractResult } from './contract-steps.tsx'

type Kind = ContractPerformance['mayEnd'][number]

interface EndContractProps {
  contract: Contract
  performance: ContractPerformance
  result: ContractResult | undefined
}

/** What was declared of the contract's end, and the two declarations a signatory can make. */
export function EndContract({ contract, performance, result }: EndContractProps) {
  const { t } = useTranslation('obligations')
  const locale = useLocale()
  const { endings, mayEnd, endedOn } = performance
  const nameOf = (id: string) =>
    pick(id === contract.seller.id ? contract.seller : contract.buyer, 'name', locale)
  return (
    <>
      {endings.map(({ organizationId, kind, endedOn: day, reason }) => (
        <Notice key={organizationId} tone={endedOn === null ? 'needs-you' : 'info'}>
          {t(`declared.${kind}`, { organization: nameOf(organizationId), day })} {reason}
        </Notice>
      ))}
      {mayEnd.length > 0 && (
        <ActionPanels>
          {mayEnd.map((kind) => (
            <Declare key={kind} {...{ kind, performance, result }} />
          ))}
        </ActionPanels>
      )}
    </>
  )
}

interface DeclareProps {
  kind: Kind
  performance: ContractPerformance
  result: ContractResult | undefined
}

function Declare({ kind, performance, result }: DeclareProps) {
  const { t } = useTranslation('obligations')
  const mine = result?.intent === 'end' && result.typed.kind === kind ? result : undefined
  const said = performance.endings.find((ending) => ending.kind === kind)
  return (
    <ActionPanel
      label={t(`end.${kind}`)}
      tone={kind === 'terminated' ? 'grave' : 'plain'}
      open={mine !== undefined}
    >
      <MarketForm problem={mine?.problem}>
        <p>{t(`endExplain.${kind}`)}</p>
        <input type="hidden" name="kind" value={kind} />
        <TextField
          path="endedOn"
          type="date"
          label={t('endedOn')}
          defaultValue={mine?.typed.endedOn ?? said?.endedOn}
          maw="14rem"
          required
        />
        <TextareaField
          path="reason"
          label={t('reason')}
          rows={2}
          defaultValue={mine?.typed.reason ?? said?.reason}
          required={kind === 'terminated'}
        />
        <CheckField path="confirmed" label={t('endCheck')} required />
        <SubmitButton name="intent" value="end">
          {t('endNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
