import type { ContractText } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import classes from './contract-text.module.css'

export type TextArticle = ContractText['articles'][number]
type ClauseNote = ContractText['clauses'][number]

/** The text as it reads, what came and what went marked in it. */
export function Articles({ text }: { text: ContractText }) {
  let number = 0
  return (
    <ol className={classes.articles}>
      {text.articles.map((article) => {
        if (article.change !== 'removed') number += 1
        const clause = text.clauses.find(({ id }) => id === article.clauseId)
        return (
          <Article
            key={`${article.clauseId} ${article.headingZh} ${article.change}`}
            article={article}
            clause={clause}
            number={article.change === 'removed' ? null : number}
          />
        )
      })}
    </ol>
  )
}

interface ArticleProps {
  article: TextArticle
  clause: ClauseNote | undefined
  number: number | null
}

function Article({ article, clause, number }: ArticleProps) {
  const { t } = useTranslation('contractText')
  return (
    <li data-change={article.change === 'same' ? undefined : article.change}>
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
