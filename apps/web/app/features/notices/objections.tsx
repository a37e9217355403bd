import type { PublicNotice } from '@market/contracts/contracts'
import { labelOf, OBJECTION_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { Instant } from '../../ui/day.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { NoticeResult } from './notice-result.ts'
import classes from './notices.module.css'

interface ObjectionsProps {
  notice: PublicNotice
  result: NoticeResult | undefined
}

/** What people said to a notice and what its owner answered, and the place to say more. */
export function Objections({ notice, result }: ObjectionsProps) {
  const { t } = useTranslation('notices')
  const { objections, actions } = notice
  return (
    <section className={classes.section} id="objections">
      <h2>{t('objections.title')}</h2>
      {objections.length === 0 && <p>{t('objections.none')}</p>}
      {objections.length > 0 && (
        <ol className={classes.objections}>
          {objections.map((objection) => (
            <li key={objection.id}>
              <Objection objection={objection} />
              {objection.state === 'open' && actions.includes('notice.answer') && (
                <AnswerForm id={objection.id} result={result} />
              )}
            </li>
          ))}
        </ol>
      )}
      {actions.includes('notice.object') ? (
        <ObjectForm result={result} />
      ) : (
        <Notice>{t(notice.phase === 'running' ? 'objections.later' : 'objections.closed')}</Notice>
      )}
    </section>
  )
}

function Objection({ objection }: { objection: PublicNotice['objections'][number] }) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  const { state, by, body, raisedAt, answer, answeredAt } = objection
  return (
    <>
      <p className={classes.meta}>
        <Instant at={raisedAt} />
        <strong>{labelOf(OBJECTION_STATE_NAMES, state, locale)}</strong>
        {by && (
          <span>
            {by.name} · {by.contact}
          </span>
        )}
      </p>
      <p className={classes.words}>{body}</p>
      {answer !== null && (
        <div className={classes.answer}>
          <p className={classes.meta}>
            {t('objections.answered')} {answeredAt && <Instant at={answeredAt} />}
          </p>
          {answer}
        </div>
      )}
    </>
  )
}

function AnswerForm({ id, result }: { id: string; result: NoticeResult | undefined }) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  const mine = result?.typed.intent === 'answer' && result.typed.objectionId === id ? result : undefined
  return (
    <ActionPanel label={t('objections.answer')} tone="primary" open={mine !== undefined}>
      <MarketForm problem={mine?.problem}>
        <input type="hidden" name="objectionId" value={id} />
        <ChoiceField
          path="decision"
          label={t('objections.decision')}
          description={t('objections.decisionHint')}
          kind="one"
          selected={mine?.typed.decision ? [mine.typed.decision] : []}
          choices={(['rejected', 'upheld'] as const).map((value) => ({
            value,
            label: labelOf(OBJECTION_STATE_NAMES, value, locale),
          }))}
        />
        <TextareaField
          path="answer"
          label={t('objections.answerText')}
          description={t('objections.answerHint')}
          required
          maxLength={4000}
          defaultValue={mine?.typed.answer}
          mt="md"
        />
        <SubmitButton name="intent" value="answer">
          {t('objections.answerNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function ObjectForm({ result }: { result: NoticeResult | undefined }) {
  const { t } = useTranslation('notices')
  const mine = result?.typed.intent === 'object' ? result : undefined
  return (
    <ActionPanel label={t('object.open')} open={mine !== undefined}>
      <MarketForm problem={mine?.problem}>
        <p>{t('object.explain')}</p>
        <TextField
          path="name"
          label={t('object.name')}
          required
          maxLength={100}
          defaultValue={mine?.typed.name}
        />
        <TextField
          path="contact"
          label={t('object.contact')}
          description={t('object.contactHint')}
          required
          maxLength={200}
          defaultValue={mine?.typed.contact}
        />
        <TextareaField
          path="body"
          label={t('object.body')}
          description={t('object.bodyHint')}
          required
          maxLength={4000}
          defaultValue={mine?.typed.body}
        />
        <SubmitButton name="intent" value="object">
          {t('object.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
