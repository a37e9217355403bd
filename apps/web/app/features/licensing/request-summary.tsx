import { Button, Group } from '@mantine/core'
import type { Listing } from '@market/contracts/listings'
import { parseYuanToFen } from '@market/domain'
import { EXCLUSIVITIES, isCodeOf, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { exclusivityOf } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './licensing.module.css'
import { Term } from './term.tsx'

const FIELDS = ['transferMode', 'fieldOfUse', 'territory', 'termMonths', 'offerFen', 'message'] as const

/** The request as the owner will read it, before it leaves. */
export function RequestSummary({ listing, typed }: { listing: Listing; typed: TypedValues }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const mode = typed.transferMode ?? ''
  const offerFen = parseYuanToFen(typed.offerFen ?? '')
  const months = Number(typed.termMonths) || null
  return (
    <MarketForm className={classes.summary}>
      {FIELDS.map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
      ))}
      <Notice>{t('summary.explain', { owner: pick(listing.organization, 'name', locale) })}</Notice>
      <Facts>
        <Fact label={t('fields.transferMode')}>{labelOf(TRANSFER_MODES, mode, locale)}</Fact>
        {isCodeOf(TRANSFER_MODES, mode) && (
          <Fact label={t('fields.exclusivity')}>{labelOf(EXCLUSIVITIES, exclusivityOf(mode), locale)}</Fact>
        )}
        <Fact label={t('fields.fieldOfUse')}>{typed.fieldOfUse || t('terms.open')}</Fact>
        <Fact label={t('fields.territory')}>{typed.territory || t('terms.open')}</Fact>
        <Fact label={t('fields.termMonths')}>
          <Term months={months} />
        </Fact>
        <Fact label={t('fields.offerFen')}>
          {offerFen === null ? t('terms.noOffer') : <Money fen={offerFen} unit="yuan" />}
        </Fact>
        <Fact label={t('fields.message')}>
          <p className={classes.words}>{typed.message}</p>
        </Fact>
      </Facts>
      <Group mt="lg">
        <SubmitButton name="step" value="send">
          {t('summary.send')}
        </SubmitButton>
        <Button type="submit" name="step" value="edit" variant="default">
          {t('summary.edit')}
        </Button>
      </Group>
    </MarketForm>
  )
}
