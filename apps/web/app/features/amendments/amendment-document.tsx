import type { Amendment } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { ChangedText } from '../../ui/changed-text.tsx'
import classes from './amendments.module.css'

/** What an amendment changes in the words of the contract, old and new in one. */
export function ClauseChanges({ clauses }: { clauses: Amendment['clauses'] }) {
  const { t } = useTranslation('amendments')
  if (clauses.length === 0) return null
  return (
    <ol className={classes.changes}>
      {clauses.map(({ change, article, headingZh, headingEn, segmentsZh, segmentsEn }) => (
        <li key={`${change} ${article} ${headingZh}`} data-change={change}>
          <h3>
            {article === null ? headingZh : t('article', { number: article, heading: headingZh })}
            {headingEn && <small lang="en">{headingEn}</small>}
          </h3>
          <p className={classes.mark}>{t(`change.${change}`)}</p>
          <div lang="zh-CN" className={classes.words}>
            <ChangedText segments={segmentsZh} />
          </div>
          {segmentsEn.some(({ text }) => text !== '') && (
            <div lang="en" className={classes.reference}>
              <ChangedText segments={segmentsEn} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The document both sign, article by article. */
export function AmendmentDocument({ articles }: { articles: Amendment['articles'] }) {
  const { t } = useTranslation('contractText')
  return (
    <ol className={classes.document}>
      {articles.map(({ headingZh, headingEn, zh, en }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the articles of a document never move
        <li key={index}>
          <h3>
            <span>{t('article', { number: index + 1 })}</span> {headingZh}
            {headingEn && <small lang="en">{headingEn}</small>}
          </h3>
          <div lang="zh-CN" className={classes.words}>
            {zh}
          </div>
          {en && (
            <div lang="en" className={classes.reference}>
              {en}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
