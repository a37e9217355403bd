import type { Contract, ContractAction } from '@market/contracts/contracts'
import type { OrganizationSummary } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Digest } from '../../ui/digest.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { ContractFacts } from './contract-facts.tsx'

export interface ContractResult {
  intent: string
  problem: Problem
  typed: Record<string, string>
}

interface ContractStepsProps {
  contract: Contract
  agencies: readonly OrganizationSummary[]
  result: ContractResult | undefined
}

/** What the reader may do with the contract now, in the order it is done. */
export function ContractSteps({ contract, agencies, result }: ContractStepsProps) {
  const may = (action: ContractAction): boolean => contract.actions.includes(action)
  const problemOf = (intent: string) => (result?.intent === intent ? result.problem : undefined)
  return (
    <ActionPanels>
      {may('contract.make_ready') && <MakeReady contract={contract} problem={problemOf('ready')} />}
      {contract.signing.here && <SignHere contract={contract} problem={problemOf('sign_text')} />}
      {may('contract.sign') && <Sign contract={contract} problem={problemOf('sign')} />}
      {may('contract.attach_file') && <Attach contract={contract} problem={problemOf('attach')} />}
      {may('contract.entrust') && (
        <Entrust contract={contract} agencies={agencies} problem={problemOf('entrust')} />
      )}
      {may('contract.reopen') && <Reopen problem={problemOf('reopen')} />}
    </ActionPanels>
  )
}

interface StepProps {
  contract: Contract
  problem: Problem | undefined
}

function MakeReady({ contract, problem }: StepProps) {
  const { t } = useTranslation('contracts')
  return (
    <ActionPanel label={t('steps.ready')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <input type="hidden" name="revision" value={contract.revision} />
        <p>{t('steps.readyExplain')}</p>
        <SubmitButton name="intent" value="ready" mt="md">
          {t('steps.readyNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Reopen({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation('contracts')
  return (
    <ActionPanel label={t('steps.reopen')} open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('steps.reopenExplain')}</p>
        <SubmitButton name="intent" value="reopen" mt="md">
          {t('steps.reopenNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Attach({ contract, problem }: StepProps) {
  const { t } = useTranslation('contracts')
  const { actor } = useWorkspace()
  const mine = contract.signatures.some(({ organizationId }) => organizationId === actor.organizationId)
  const theirs = contract.signatures.find(({ organizationId }) => organizationId !== actor.organizationId)
  const onlyWay = !contract.signing.text?.agreed
  return (
    <ActionPanel
      label={t(mine ? 'steps.replace' : 'steps.attach')}
      tone={mine || !onlyWay ? 'plain' : 'primary'}
      open={problem !== undefined}
    >
      {theirs && !mine && (
        <MarketForm>
          <p>{t('steps.adoptExplain')}</p>
          <p>
            <a href={paths.file(theirs.fileId)}>{theirs.fileName}</a> · <Digest value={theirs.sha256} />
          </p>
          <input type="hidden" name="fileId" value={theirs.fileId} />
          <SubmitButton name="intent" value="adopt" variant="default" mb="md">
            {t('steps.adoptNow')}
          </SubmitButton>
        </MarketForm>
      )}
      <MarketForm problem={problem} encType="multipart/form-data">
        <p>{t('steps.attachExplain')}</p>
        <FileField path="file" label={t('fields.file')} accept="application/pdf" required />
        <SubmitButton name="intent" value="attach">
          {t('steps.attachNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

/** Signing here, over the text both sides agreed on. */
function SignHere({ contract, problem }: StepProps) {
  const { t } = useTranslation('contracts')
  const { text } = contract.signing
  if (text === null) return null
  return (
    <ActionPanel label={t('steps.signHere')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('steps.signHereExplain')}</p>
        <p>
          <Link to={paths.contractText(contract.id)}>{t('toText')}</Link> ·{' '}
          <a href={paths.contractTextPdf(contract.id, text.version)}>PDF</a> · <Digest value={text.sha256} />
        </p>
        <ContractFacts contract={contract} />
        <input type="hidden" name="sha256" value={text.sha256} />
        <CheckField path="confirmed" label={t('steps.signHereCheck')} required mt="md" />
        <SubmitButton name="intent" value="sign_text">
          {t('steps.signHereNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

/** The point of no return: what is being signed, once more and whole. */
function Sign({ contract, problem }: StepProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  return (
    <ActionPanel label={t('steps.sign')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>
          {t('steps.signExplain', {
            seller: pick(contract.seller, 'name', locale),
            buyer: pick(contract.buyer, 'name', locale),
          })}
        </p>
        <ContractFacts contract={contract} />
        <CheckField path="confirmed" label={t('steps.signCheck')} required mt="md" />
        <SubmitButton name="intent" value="sign">
          {t('steps.signNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

interface EntrustProps extends StepProps {
  agencies: readonly OrganizationSummary[]
}

function Entrust({ contract, agencies, problem }: EntrustProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const signed = contract.signedAt !== null
  return (
    <ActionPanel
      label={t(contract.agency ? 'steps.entrustOther' : 'steps.entrust')}
      tone={signed && contract.agency === null ? 'primary' : 'plain'}
      open={problem !== undefined}
    >
      <MarketForm problem={problem}>
        <p>{t('steps.entrustExplain')}</p>
        <SelectField
          path="agencyId"
          label={t('fields.agencyId')}
          mt="md"
          maw="28rem"
          defaultValue={contract.agency?.id}
          data={agencies.map((agency) => ({ value: agency.id, label: pick(agency, 'name', locale) }))}
        />
        <SubmitButton name="intent" value="entrust">
          {t('steps.entrustNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
