import type { ComparableList } from '@market/contracts/indicators'
import type { LicenceRequest, RequestAction } from '@market/contracts/licensing'
import { DECLINE_REASONS, type TransferMode } from '@market/domain/codes'
import { openOfferOf } from '@market/domain/licensing'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { useClauses } from './clauses.tsx'
import { OfferForm } from './offer-form.tsx'

export type RequestIntent = 'accept' | 'decline' | 'withdraw' | 'offer' | 'accept-offer' | 'withdraw-offer'

export interface StepResult {
  intent: string
  problem: Problem
  typed: TypedValues
}

interface RequestStepsProps {
  request: LicenceRequest
  modes: readonly TransferMode[]
  comparables: ComparableList['items']
  result: StepResult | undefined
}

/** What the reader may do now, the step that leads on first. */
export function RequestSteps({ request, modes, comparables, result }: RequestStepsProps) {
  const { t } = useTranslation('licensing')
  const may = (action: RequestAction): boolean => request.actions.includes(action)
  const problemOf = (intent: RequestIntent) => (result?.intent === intent ? result.problem : undefined)
  const typedOf = (intent: RequestIntent) => (result?.intent === intent ? result.typed : undefined)
  const first = may('offer.accept') ? 'plain' : 'primary'
  return (
    <ActionPanels>
      {may('offer.accept') && <AcceptOffer request={request} problem={problemOf('accept-offer')} />}
      {may('request.accept') && (
        <ActionPanel label={t('steps.accept')} tone="primary" open={problemOf('accept') !== undefined}>
          <Confirmation intent="accept" problem={problemOf('accept')} button={t('steps.acceptNow')}>
            {t('steps.acceptExplain')}
          </Confirmation>
        </ActionPanel>
      )}
      {may('offer.make') && (
        <ActionPanel
          label={t(request.offers.length === 0 ? 'steps.firstOffer' : 'steps.counterOffer')}
          tone={first}
          open={problemOf('offer') !== undefined}
        >
          <OfferForm
            request={request}
            modes={modes}
            comparables={comparables}
            typed={typedOf('offer')}
            problem={problemOf('offer')}
          />
        </ActionPanel>
      )}
      {may('offer.withdraw') && (
        <ActionPanel label={t('steps.withdrawOffer')} open={problemOf('withdraw-offer') !== undefined}>
          <Confirmation
            intent="withdraw-offer"
            offerId={openOfferOf(request.offers)?.id}
            problem={problemOf('withdraw-offer')}
            button={t('steps.withdrawOfferNow')}
            grave
          >
            {t('steps.withdrawOfferExplain')}
          </Confirmation>
        </ActionPanel>
      )}
      {may('request.decline') && <Decline problem={problemOf('decline')} typed={typedOf('decline')} />}
      {may('request.withdraw') && <Withdraw problem={problemOf('withdraw')} typed={typedOf('withdraw')} />}
    </ActionPanels>
  )
}

interface ConfirmationProps {
  intent: RequestIntent
  offerId?: string | undefined
  problem: Problem | undefined
  button: string
  grave?: boolean
  children: ReactNode
}

function Confirmation({ intent, offerId, problem, button, grave, children }: ConfirmationProps) {
  return (
    <MarketForm problem={problem}>
      {offerId && <input type="hidden" name="offerId" value={offerId} />}
      <p>{children}</p>
      <SubmitButton name="intent" value={intent} mt="md" {...(grave ? { color: 'clay' } : {})}>
        {button}
      </SubmitButton>
    </MarketForm>
  )
}

/** The point of no return: the terms once more, whole, before they become a contract. */
function AcceptOffer({ request, problem }: { request: LicenceRequest; problem: Problem | undefined }) {
  const { t } = useTranslation('licensing')
  const clauses = useClauses()
  const offer = openOfferOf(request.offers)
  if (offer === null) return null
  return (
    <ActionPanel
      label={t('steps.acceptOffer', { version: offer.version })}
      tone="primary"
      open={problem !== undefined}
    >
      <MarketForm problem={problem}>
        <input type="hidden" name="offerId" value={offer.id} />
        <p>{t('steps.acceptOfferExplain')}</p>
        <Facts>
          {clauses.map(({ key, label, show }) => (
            <Fact key={key} label={label}>
              {show(offer.terms)}
            </Fact>
          ))}
        </Facts>
        <CheckField path="confirmed" label={t('steps.acceptOfferCheck')} required mt="md" />
        <SubmitButton name="intent" value="accept-offer">
          {t('steps.acceptOfferNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

interface ReasonedProps {
  problem: Problem | undefined
  typed: TypedValues | undefined
}

function Withdraw({ problem, typed }: ReasonedProps) {
  const { t } = useTranslation('licensing')
  return (
    <ActionPanel label={t('steps.withdraw')} tone="grave" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('steps.withdrawExplain')}</p>
        <Reasons label={t('steps.withdrawReason')} hint={t('steps.withdrawHint')} typed={typed} />
        <SubmitButton name="intent" value="withdraw" color="clay">
          {t('steps.withdrawNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Decline({ problem, typed }: ReasonedProps) {
  const { t } = useTranslation('licensing')
  return (
    <ActionPanel label={t('steps.decline')} tone="grave" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <Reasons label={t('steps.declineReason')} hint={t('steps.declineHint')} typed={typed} />
        <SubmitButton name="intent" value="decline" color="clay">
          {t('steps.declineNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

interface ReasonsProps {
  label: string
  hint: string
  typed: TypedValues | undefined
}

/** The eight classes both sides choose from, and words. */
function Reasons({ label, hint, typed }: ReasonsProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <>
      <ChoiceField
        path="reason"
        label={label}
        description={hint}
        kind="one"
        selected={typed?.reason ? [typed.reason] : []}
        choices={DECLINE_REASONS.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
      />
      <TextareaField
        path="words"
        label={t('steps.declineWords')}
        maxLength={2000}
        defaultValue={typed?.words}
      />
    </>
  )
}
