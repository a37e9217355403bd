import type { Quality } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import classes from './quality.module.css'
import { useFieldName } from './use-field-name.ts'

const MOST_NEXT = 4

/** How complete the text is, what to add next, and how it could be plainer. */
export function QualityPanel({ quality }: { quality: Quality }) {
  const { t } = useTranslation('editor')
  const nameOf = useFieldName()
  const { score, missing, hints } = quality
  return (
    <section className={classes.panel} aria-label={t('quality.label')}>
      <p className={classes.head}>
        <span>{t('quality.label')}</span>
        <strong>{t('quality.score', { score })}</strong>
      </p>
      <meter className={classes.meter} min={0} max={100} value={score} aria-label={t('quality.label')} />
      {missing.length > 0 && (
        <>
          <h3>{t('quality.next')}</h3>
          <ul>
            {missing.slice(0, MOST_NEXT).map(({ code, path, points }) => (
              <li key={code}>
                <a href={`#${fieldIdOf(path)}`}>{t(`quality.gaps.${code}` as 'quality.gaps.summary')}</a>{' '}
                <span>+{points}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {hints.length > 0 && (
        <details>
          <summary>{t('quality.hints', { count: hints.length })}</summary>
          <ul>
            {hints.map(({ path, code, params }) => (
              <li key={`${path} ${code}`}>
                <a href={`#${fieldIdOf(path)}`}>{nameOf(path)}</a>{' '}
                {t(`quality.${code}` as 'quality.hint.no_figures', { ...params })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
