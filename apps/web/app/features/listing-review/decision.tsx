import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import type { Listing, ListingEditing } from '@market/contracts/listings'
import { LISTING_PARTS, LISTING_RETURN_REASONS } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { useFieldId, useFieldProblem } from '../../ui/form/field-problem.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './review.module.css'

export interface DecisionResult {
  intent: string
  problem: Problem
  typed: TypedValues
}

interface DecisionProps {
  listing: Listing & { editing: ListingEditing }
  result: DecisionResult | undefined
  /** Further steps beside the two of a review. */
  children?: ReactNode
}

/** The two ends of a review: everybody reads it, or its editors get it back with reasons. */
export function Decision({ listing, result, children }: DecisionProps) {
  const { t } = useTranslation('review')
  const { commands, revision, problems } = listing.editing
  const problemOf = (intent: string) => (result?.intent === intent ? result.problem : undefined)
  return (
    <ActionPanels>
      {commands.includes('publish') && (
        <ActionPanel label={t('publish.open')} tone="primary" open={problemOf('publish') !== undefined}>
          <MarketForm problem={problemOf('publish')}>
            <input type="hidden" name="revision" value={revision} />
            <p>{t(listing.version === 0 ? 'publish.explainFirst' : 'publish.explainChanges')}</p>
            {problems.length > 0 && <p className={classes.warning}>{t('publish.notReady')}</p>}
            <CheckField path="confirmed" label={t('publish.check')} required mt="md" />
            <SubmitButton name="intent" value="publish">
              {t('publish.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {commands.includes('return') && (
        <ActionPanel label={t('return.open')} open={problemOf('return') !== undefined}>
          <MarketForm problem={problemOf('return')}>
            <p>{t('return.explain')}</p>
            <Reasons typed={result?.intent === 'return' ? result.typed : undefined} />
            <SubmitButton name="intent" value="return">
              {t('return.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {children}
    </ActionPanels>
  )
}

/** Any number of reasons, each with words of its own; the words of "other" are asked for. */
function Reasons({ typed }: { typed: TypedValues | undefined }) {
  const { t } = useTranslation('review')
  const problem = useFieldProblem('reasons')
  return (
    <fieldset className={classes.reasons} id={useFieldId('reasons')}>
      <legend>{t('return.reasons')}</legend>
      {problem && <p className={classes.problem}>{problem}</p>}
      {LISTING_RETURN_REASONS.map((reason) => (
        <Reason key={reason.code} reason={reason} typed={typed} />
      ))}
    </fieldset>
  )
}

interface ReasonProps {
  reason: (typeof LISTING_RETURN_REASONS)[number]
  typed: TypedValues | undefined
}

function Reason({ reason, typed }: ReasonProps) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const path = `words.${reason.code}`
  const name = nameIn(reason, locale)
  return (
    <div className={classes.reason}>
      <Checkbox
        name={`reason.${reason.code}`}
        value="yes"
        label={name}
        defaultChecked={typed?.[`reason.${reason.code}`] !== undefined}
      />
      <div>
        <NativeSelect
          name={`field.${reason.code}`}
          aria-label={t('return.part', { reason: name })}
          defaultValue={typed?.[`field.${reason.code}`]}
          maw="16rem"
          mb="xs"
          data={[
            { value: '', label: t('return.whole') },
            ...LISTING_PARTS.map((part) => ({ value: part.code, label: nameIn(part, locale) })),
          ]}
        />
        <Textarea
          id={useFieldId(path)}
          name={path}
          aria-label={t('return.words', { reason: name })}
          placeholder={t('return.wordsPlaceholder')}
          defaultValue={typed?.[path]}
          error={useFieldProblem(path)}
          rows={2}
          maxLength={500}
        />
      </div>
    </div>
  )
}
