import { Button, Group } from '@mantine/core'
import type { RequestDraft } from '@market/contracts/licensing'
import type { Listing } from '@market/contracts/listings'
import { EXCLUSIVITIES, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { exclusivityOf } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import classes from './licensing.module.css'
import { Term } from './term.tsx'

interface RequestSummaryProps {
  listing: Listing
  draft: RequestDraft
  problem: Problem | undefined
}

/** The request as the owner will read it, before it leaves. */
export function RequestSummary({ listing, draft, problem }: RequestSummaryProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { transferMode: mode, fieldOfUse, territory, termMonths, offerFen, message } = draft.content
  const { application } = draft.content
  const rightsWanted = listing.rights.filter(({ id }) => application.rightIds.includes(id))
  return (
    <MarketForm className={classes.summary} problem={problem}>
      <input type="hidden" name="revision" value={draft.revision} />
      <Notice>{t('summary.explain', { owner: pick(listing.organization, 'name', locale) })}</Notice>
      <Facts>
        <Fact label={t('fields.transferMode')}>{labelOf(TRANSFER_MODES, mode ?? '', locale)}</Fact>
        {mode && (
          <Fact label={t('fields.exclusivity')}>{labelOf(EXCLUSIVITIES, exclusivityOf(mode), locale)}</Fact>
        )}
        <Fact label={t('fields.fieldOfUse')}>{fieldOfUse || t('terms.open')}</Fact>
        <Fact label={t('fields.territory')}>{territory || t('terms.open')}</Fact>
        <Fact label={t('fields.termMonths')}>
          <Term months={termMonths} />
        </Fact>
        <Fact label={t('fields.offerFen')}>
          {offerFen === null ? t('terms.noOffer') : <Money fen={offerFen} unit="yuan" />}
        </Fact>
        <Fact label={t('fields.message')}>
          <p className={classes.words}>{message}</p>
        </Fact>
        <ApplicationFacts application={application} rightsWanted={rightsWanted} files={draft.files} />
      </Facts>
      <Group mt="lg">
        <SubmitButton name="step" value="send">
          {t('summary.send')}
        </SubmitButton>
        <Button component={Link} to={paths.newRequest(listing.id)} variant="default">
          {t('summary.edit')}
        </Button>
      </Group>
    </MarketForm>
  )
}
