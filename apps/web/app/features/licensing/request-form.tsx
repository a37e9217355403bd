import { Button, Group } from '@mantine/core'
import type { RequestDraft } from '@market/contracts/licensing'
import type { Listing } from '@market/contracts/listings'
import { LEARNED_FROM, TECHNICAL_FIELDS } from '@market/domain/codes'
import { MAX_DEAL_FILES, MAX_PLAN_MILESTONES } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './licensing.module.css'
import { ModeField, ScopeFields } from './scope-fields.tsx'

interface RequestFormProps {
  listing: Listing
  draft: RequestDraft
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** What a company asks of a listing; it may be left and taken up again, and is shown once more before it is sent. */
export function RequestForm({ listing, draft, typed, problem }: RequestFormProps) {
  const { t } = useTranslation('licensing')
  const value = typedOr(typed)
  const { content } = draft
  const part = (name: 'developmentPlan' | 'marketingPlan' | 'capacity') =>
    value(`application.${name}`, content.application[name])
  return (
    <MarketForm problem={problem} noValidate encType="multipart/form-data">
      <input type="hidden" name="revision" value={value('revision', String(draft.revision))} />
      <FormSection title={t('form.what')} description={t('form.whatHint')}>
        <ModeField
          modes={listing.transferModes}
          selected={value('transferMode', content.transferMode ?? undefined) || undefined}
        />
        <RightsField listing={listing} selected={content.application.rightIds} />
        <ScopeFields value={value} defaults={content} />
        <FieldCodes path="application.fieldCodes" selected={content.application.fieldCodes} />
      </FormSection>
      <FormSection title={t('form.price')} description={t('form.priceHint')}>
        <MoneyField
          path="offerFen"
          label={t('fields.offerFen')}
          typed={typed?.offerFen}
          fen={content.offerFen}
          maw="22rem"
        />
      </FormSection>
      <FormSection title={t('form.words')} description={t('form.wordsHint')}>
        <TextareaField
          path="message"
          label={t('fields.message')}
          rows={5}
          maxLength={4000}
          required
          defaultValue={value('message', content.message)}
        />
        <TextareaField
          path="application.capacity"
          label={t('fields.capacity')}
          description={t('fields.capacityHint')}
          rows={5}
          maxLength={4000}
          defaultValue={part('capacity')}
        />
      </FormSection>
      <FormSection title={t('form.plan')} description={t('form.planHint')}>
        <TextareaField
          path="application.developmentPlan"
          label={t('fields.developmentPlan')}
          description={t('fields.developmentPlanHint')}
          rows={5}
          maxLength={4000}
          defaultValue={part('developmentPlan')}
        />
        <TextareaField
          path="application.marketingPlan"
          label={t('fields.marketingPlan')}
          description={t('fields.marketingPlanHint')}
          rows={4}
          maxLength={4000}
          defaultValue={part('marketingPlan')}
        />
        <Milestones draft={draft} value={value} />
      </FormSection>
      <FormSection title={t('form.origin')}>
        <Learned draft={draft} value={value} />
      </FormSection>
      <FormSection title={t('form.files')} description={t('form.filesHint', { count: MAX_DEAL_FILES })}>
        <DraftFiles draft={draft} />
        <Group mt="xl">
          <SubmitButton name="step" value="review">
            {t('form.review')}
          </SubmitButton>
          <SubmitButton name="step" value="save" variant="default">
            {t('form.save')}
          </SubmitButton>
          <Button component={Link} to={paths.listing(listing.id)} variant="subtle">
            {t('form.backToListing')}
          </Button>
        </Group>
      </FormSection>
    </MarketForm>
  )
}

/** The eleven technical fields; what is ticked is what the register of grants will compare. */
export function FieldCodes({ path, selected }: { path: string; selected: readonly string[] }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <ChoiceField
      path={path}
      label={t('fields.fieldCodes')}
      description={t('fields.fieldCodesHint')}
      kind="many"
      selected={selected}
      choices={TECHNICAL_FIELDS.map((field) => ({ value: field.code, label: nameIn(field, locale) }))}
    />
  )
}

function RightsField({ listing, selected }: { listing: Listing; selected: readonly string[] }) {
  const { t } = useTranslation('licensing')
  if (listing.rights.length < 2) return null
  return (
    <ChoiceField
      path="application.rightIds"
      label={t('fields.rightIds')}
      description={t('fields.rightIdsHint')}
      kind="many"
      selected={selected}
      choices={listing.rights.map(({ id, title, number }) => ({
        value: id,
        label: title || number || id,
        ...(number ? { hint: number } : {}),
      }))}
    />
  )
}

interface PartProps {
  draft: RequestDraft
  value: (path: string, fallback?: string) => string
}

/** Lines to fill in beyond those there are. */
const SPARE_LINES = 2

function Milestones({ draft, value }: PartProps) {
  const { t } = useTranslation('licensing')
  const { milestones } = draft.content.application
  const count = Math.min(milestones.length + SPARE_LINES, MAX_PLAN_MILESTONES)
  return (
    <fieldset className={classes.lines}>
      <legend>{t('fields.milestones')}</legend>
      {Array.from({ length: count }, (_, index) => {
        const path = `application.milestones.${index}`
        return (
          <div key={path} className={classes.line}>
            <TextField
              path={`${path}.title`}
              label={t('fields.milestoneTitle', { number: index + 1 })}
              maxLength={200}
              defaultValue={value(`${path}.title`, milestones[index]?.title)}
            />
            <TextField
              path={`${path}.on`}
              label={t('fields.milestoneOn')}
              type="date"
              defaultValue={value(`${path}.on`, milestones[index]?.on ?? '')}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

function Learned({ draft, value }: PartProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { learnedFrom, learnedWords } = draft.content.application
  return (
    <>
      <SelectField
        path="application.learnedFrom"
        label={t('fields.learnedFrom')}
        maw="22rem"
        defaultValue={value('application.learnedFrom', learnedFrom ?? '')}
        data={[
          { value: '', label: t('fields.notSaid') },
          ...LEARNED_FROM.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) })),
        ]}
      />
      <TextField
        path="application.learnedWords"
        label={t('fields.learnedWords')}
        maxLength={300}
        defaultValue={value('application.learnedWords', learnedWords)}
      />
    </>
  )
}

function DraftFiles({ draft }: { draft: RequestDraft }) {
  const { t } = useTranslation('licensing')
  return (
    <>
      {draft.files.length > 0 && (
        <ul className={classes.files}>
          {draft.files.map((file) => (
            <li key={file.id}>
              <input type="hidden" name="fileIds" value={file.id} />
              <a href={paths.file(file.id)}>{file.name}</a>
              <SubmitButton name="step" value={`detach ${file.id}`} variant="subtle" size="compact-sm">
                {t('files.remove')}
              </SubmitButton>
            </li>
          ))}
        </ul>
      )}
      <FileField path="file" label={t('files.add')} accept="application/pdf,image/*" />
      <SubmitButton name="step" value="attach" variant="default" size="sm">
        {t('files.upload')}
      </SubmitButton>
    </>
  )
}
