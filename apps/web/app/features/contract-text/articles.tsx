import type { ContractText } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import classes from './contract-text.module.css'

export type TextArticle = ContractText['articles'][number]
type ClauseNote = ContractText['clauses'][number]

interface NumberedArticle {
  article: TextArticle
  /** Null for one that was taken out. */
  number: number | null
  /** Where it stands on the page. */
  anchor: string
}

const numbered = (articles: readonly TextArticle[]): NumberedArticle[] => {
  const kept = articles.filter(({ change }) => change !== 'removed')
  return articles.map((article, index) => ({
    article,
    number: article.change === 'removed' ? null : kept.indexOf(article) + 1,
    anchor: `article-${index + 1}`,
  }))
}

/** The way to each article that differs, for a text is long and its changes are few. */
export function ChangedArticles({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  const locale = useLocale()
  const changed = numbered(text.articles).flatMap(({ article, ...place }) =>
    article.change === 'same' ? [] : [{ ...place, article, change: article.change }],
  )
  if (text.against === null || changed.length === 0) return null
  return (
    <ul className={classes.changed}>
      {changed.map(({ article, change, number, anchor }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>
            {number !== null && `${t('article', { number })} `}
            {pick(article, 'heading', locale)}
          </a>{' '}
          <span>{t(`change.${change}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The text as it reads, what came and what went marked in it. */
export function Articles({ text }: { text: ContractText }) {
  return (
    <ol className={classes.articles}>
      {numbered(text.articles).map((entry) => (
        <Article
          key={entry.anchor}
          {...entry}
          clause={text.clauses.find(({ id }) => id === entry.article.clauseId)}
        />
      ))}
    </ol>
  )
}

interface ArticleProps extends NumberedArticle {
  clause: ClauseNote | undefined
}

function Article({ article, clause, number, anchor }: ArticleProps) {
  const { t } = useTranslation('contractText')
  return (
    <li id={anchor} data-change={article.change === 'same' ? undefined : article.change}>
      <h3>
        {number !== null && <span>{t('article', { number })}</span>} {article.headingZh}
        {article.headingEn && <small lang="en">{article.headingEn}</small>}
      </h3>
      <p className={classes.marks}>
        {article.change !== 'same' && <strong>{t(`change.${article.change}`)}</strong>}
        {article.edited && <span>{t('edited')}</span>}
      </p>
      <div lang="zh-CN" className={classes.governing}>
        <ChangedText segments={article.segmentsZh} />
      </div>
      {article.en && (
        <div lang="en" className={classes.reference}>
          <ChangedText segments={article.segmentsEn} />
        </div>
      )}
      {clause && <ClauseReason clause={clause} />}
    </li>
  )
}

/** Why a clause is there, and on what law. */
export function ClauseReason({ clause }: { clause: ClauseNote }) {
  const { t } = useTranslation('contractText')
  const locale = useLocale()
  return (
    <details className={classes.reason}>
      <summary>
        {t(clause.mandatory ? 'mandatory' : 'optional')} · {t('reason')}
      </summary>
      <p>{pick(clause, 'reason', locale)}</p>
      <p>{t('basis', { basis: pick(clause, 'basis', locale) })}</p>
    </details>
  )
}
