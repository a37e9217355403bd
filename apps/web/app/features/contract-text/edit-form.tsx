import type { ContractText } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { ClauseReason, type TextArticle } from './articles.tsx'
import classes from './contract-text.module.css'

interface EditFormProps {
  text: ContractText
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** Characters in a line, in the narrower of the two columns; Chinese ones are as wide as two others. */
const LINE = 28

const rowsFor = (words: string): number =>
  Math.min(
    14,
    Math.max(
      2,
      words.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / LINE), 0),
    ),
  )

/** Every article to be changed, kept or left out, and room for one more. */
export function EditForm({ text, typed, problem }: EditFormProps) {
  const { t } = useTranslation('contractText')
  const value = typedOr(typed)
  const articles = text.articles.filter(({ change }) => change !== 'removed')
  return (
    <MarketForm problem={problem} key={text.version}>
      <p>{t('editLead')}</p>
      <input type="hidden" name="base" value={text.version ?? ''} />
      <input type="hidden" name="count" value={articles.length + 1} />
      {articles.map((article, index) => (
        <ArticleFields
          key={`${article.clauseId} ${article.headingZh}`}
          {...{ article, index, text, typed, value }}
        />
      ))}
      <fieldset className={classes.article}>
        <legend>{t('add')}</legend>
        <p className={classes.hint}>{t('addHint')}</p>
        <Words index={articles.length} article={undefined} value={value} />
      </fieldset>
      <LeftOut text={text} />
      <TextField path="note" label={t('note')} defaultValue={value('note')} maxLength={500} />
      <SubmitButton name="intent" value="edit">
        {t('submit')}
      </SubmitButton>
    </MarketForm>
  )
}

type Value = (path: string, fallback?: string) => string

interface ArticleFieldsProps {
  article: TextArticle
  index: number
  text: ContractText
  typed: TypedValues | undefined
  value: Value
}

function ArticleFields({ article, index, text, typed, value }: ArticleFieldsProps) {
  const { t } = useTranslation('contractText')
  const clause = text.clauses.find(({ id }) => id === article.clauseId)
  const keep = `articles.${index}.keep`
  return (
    <fieldset className={classes.article}>
      <legend>
        {t('article', { number: index + 1 })} {article.headingZh}
      </legend>
      <input type="hidden" name={`articles.${index}.clauseId`} value={article.clauseId ?? ''} />
      {clause?.mandatory ? (
        <input type="hidden" name={keep} value="yes" />
      ) : (
        <CheckField path={keep} label={t('keep')} defaultChecked={typed ? keep in typed : true} />
      )}
      {clause && <ClauseReason clause={clause} />}
      <Words index={index} article={article} value={value} />
    </fieldset>
  )
}

interface WordsProps {
  index: number
  article: TextArticle | undefined
  value: Value
}

function Words({ index, article, value }: WordsProps) {
  const { t } = useTranslation('contractText')
  const at = (word: string) => `articles.${index}.${word}`
  return (
    <>
      <div className={classes.headings}>
        <TextField
          path={at('headingZh')}
          label={t('heading')}
          defaultValue={value(at('headingZh'), article?.headingZh ?? '')}
          maxLength={120}
        />
        <TextField
          path={at('headingEn')}
          label={t('headingEn')}
          defaultValue={value(at('headingEn'), article?.headingEn ?? '')}
          maxLength={120}
        />
      </div>
      <TextareaField
        path={at('zh')}
        label={t('zh')}
        lang="zh-CN"
        rows={rowsFor(article?.zh ?? '')}
        defaultValue={value(at('zh'), article?.zh ?? '')}
      />
      <TextareaField
        path={at('en')}
        label={t('en')}
        lang="en"
        rows={rowsFor((article?.en ?? '').slice(0, 400))}
        defaultValue={value(at('en'), article?.en ?? '')}
      />
    </>
  )
}

function LeftOut({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  const locale = useLocale()
  const there = new Set(
    text.articles.filter(({ change }) => change !== 'removed').map(({ clauseId }) => clauseId),
  )
  const left = text.clauses.filter(({ id }) => !there.has(id))
  if (left.length === 0) return null
  return (
    <fieldset className={classes.article}>
      <legend>{t('left')}</legend>
      <p className={classes.hint}>{t('leftHint')}</p>
      {left.map((clause) => (
        <div key={clause.id}>
          <CheckField
            path={`bringBack-${clause.id}`}
            name="bringBack"
            value={clause.id}
            label={pick(clause, 'heading', locale)}
          />
          <ClauseReason clause={clause} />
        </div>
      ))}
    </fieldset>
  )
}
