import type { Answer } from '@market/contracts/demands'
import { COOPERATION_MODES, DECLINE_REASONS, IP_WISHES, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Instant } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './needs.module.css'

/** An answer whole, with what may be done about it. */
export function AnswerItem({ answer, title }: { answer: Answer; title: ReactNode }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const { proposal, listing, declineReason } = answer
  return (
    <article className={classes.match}>
      <h2>{title}</h2>
      <p className={classes.score}>
        <StateBadge subject="answer" state={answer.state} /> <Instant at={answer.createdAt} />
      </p>
      {answer.message && <p className={classes.message}>{answer.message}</p>}
      <Facts>
        {listing && (
          <Fact label={t('answer.listing')}>
            <Link to={paths.listing(listing.id)}>{pick(listing, 'title', locale)}</Link>
          </Fact>
        )}
        {proposal &&
          (['approach', 'evidence', 'team'] as const).map((name) => (
            <Fact key={name} label={t(`proposal.${name}`)}>
              <span className={classes.words}>{proposal[name]}</span>
            </Fact>
          ))}
        {proposal && (
          <>
            <Fact label={t('proposal.months')}>{proposal.months}</Fact>
            <Fact label={t('proposal.priceFen')}>
              {proposal.priceFen === null ? t('negotiable') : <Money fen={proposal.priceFen} />}
            </Fact>
            <Fact label={t('fields.cooperationModes')}>
              {labelOf(COOPERATION_MODES, proposal.mode, locale)}
            </Fact>
            <Fact label={t('proposal.ipWish')}>{labelOf(IP_WISHES, proposal.ipWish, locale)}</Fact>
          </>
        )}
        {declineReason && (
          <Fact label={t('answer.declined')}>
            {labelOf(DECLINE_REASONS, declineReason, locale)} {answer.declineWords}
          </Fact>
        )}
      </Facts>
      {answer.requestId && <Link to={paths.request(answer.requestId)}>{t('answer.toTalks')}</Link>}
      <Steps answer={answer} />
    </article>
  )
}

function Steps({ answer }: { answer: Answer }) {
  const { t } = useTranslation('needs')
  const may = (action: Answer['actions'][number]) => answer.actions.includes(action)
  const hidden = <input type="hidden" name="answerId" value={answer.id} />
  return (
    <ActionPanels>
      {may('answer.take_up') && <TakeUp answer={answer} />}
      {may('answer.shortlist') && (
        <MarketForm problem={undefined}>
          {hidden}
          <SubmitButton name="intent" value="shortlist" variant="default">
            {t('answer.shortlist')}
          </SubmitButton>
        </MarketForm>
      )}
      {may('answer.decline') && <Decline answer={answer} />}
      {may('answer.withdraw') && (
        <ActionPanel label={t('answer.withdraw')} tone="grave">
          <MarketForm problem={undefined}>
            {hidden}
            <p>{t('answer.withdrawExplain')}</p>
            <SubmitButton name="intent" value="withdraw" color="clay">
              {t('answer.withdraw')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </ActionPanels>
  )
}

function TakeUp({ answer }: { answer: Answer }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const ofAnswer = (name: string) => `${name}-${answer.id}`
  return (
    <ActionPanel label={t('answer.takeUp')} tone="primary">
      <MarketForm problem={undefined}>
        <input type="hidden" name="answerId" value={answer.id} />
        <p>{t(answer.listing ? 'answer.takeUpListing' : 'answer.takeUpProposal')}</p>
        {answer.transferModes.length > 0 && (
          <>
            <SelectField
              path="transferMode"
              id={ofAnswer('mode')}
              label={t('answer.mode')}
              data={TRANSFER_MODES.filter(({ code }) => answer.transferModes.includes(code)).map((item) => ({
                value: item.code,
                label: nameIn(item, locale),
              }))}
            />
            <TextField path="fieldOfUse" id={ofAnswer('field')} label={t('answer.fieldOfUse')} />
            <TextField path="territory" id={ofAnswer('territory')} label={t('answer.territory')} />
            <TextField
              path="termMonths"
              id={ofAnswer('months')}
              label={t('answer.termMonths')}
              inputMode="numeric"
            />
          </>
        )}
        <TextareaField path="message" id={ofAnswer('message')} label={t('answer.message')} required />
        <SubmitButton name="intent" value="take-up">
          {t('answer.takeUp')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Decline({ answer }: { answer: Answer }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <ActionPanel label={t('answer.decline')} tone="grave">
      <MarketForm problem={undefined}>
        <input type="hidden" name="answerId" value={answer.id} />
        <ChoiceField
          path="reason"
          kind="one"
          label={t('answer.why')}
          choices={DECLINE_REASONS.map((item) => ({ value: item.code, label: nameIn(item, locale) }))}
        />
        <TextareaField path="words" id={`words-${answer.id}`} label={t('answer.words')} />
        <SubmitButton name="intent" value="decline" color="clay">
          {t('answer.decline')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
