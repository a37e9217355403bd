import type { ContractSummary } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './desk.module.css'

/** Signed contracts that were entrusted to this agency and not filed yet. */
export function ContractsToFile({ contracts }: { contracts: readonly ContractSummary[] }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  return (
    <>
      <h2 className="list-heading">{t('list.toFile')}</h2>
      <ul className={classes.toFile}>
        {contracts.map((contract) => (
          <li key={contract.id}>
            <div>
              <p>
                <Link to={paths.contract(contract.id)}>{contract.title}</Link>
              </p>
              <p>
                {pick(contract.seller, 'name', locale)} → {pick(contract.buyer, 'name', locale)} ·{' '}
                <Money fen={contract.contractAmountFen} />
              </p>
            </div>
            <Form method="post">
              <input type="hidden" name="contractId" value={contract.id} />
              <SubmitButton size="sm" aria-label={t('list.fileThis', { title: contract.title })}>
                {t('list.file')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}
