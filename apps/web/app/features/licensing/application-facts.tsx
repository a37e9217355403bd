import type { StoredFile } from '@market/contracts/files'
import type { Application } from '@market/contracts/licensing'
import { LEARNED_FROM, labelOf } from '@market/domain/codes'
import { missingParts } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Fact } from '../../ui/facts.tsx'
import { useFieldNames, usePlaceNames } from './coverage-fields.tsx'
import classes from './licensing.module.css'

interface ApplicationFactsProps {
  application: Application
  rightsWanted: readonly { id: string; title: string; number: string | null }[]
  files: readonly StoredFile[]
}

/** What an application says beyond scope and price, part by part; what was left empty is said once, at the end. */
export function ApplicationFacts({ application, rightsWanted, files }: ApplicationFactsProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const placesOf = usePlaceNames()
  const fieldsOf = useFieldNames()
  const { territoryCodes, fieldCodes, milestones, learnedFrom, learnedWords } = application
  const missing = missingParts(application)
  return (
    <>
      {rightsWanted.length > 0 && (
        <Fact label={t('fields.rightIds')}>
          <ul className={classes.plain}>
            {rightsWanted.map(({ id, title, number }) => (
              <li key={id}>
                {title} {number}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label={t('fields.coverage')}>
        {territoryCodes.length > 0 ? placesOf(territoryCodes) : t('coverage.everywhere')}
        <br />
        {fieldCodes.length > 0 ? fieldsOf(fieldCodes) : t('coverage.everyField')}
      </Fact>
      {(['capacity', 'developmentPlan', 'marketingPlan'] as const).map(
        (part) =>
          application[part] && (
            <Fact key={part} label={t(`fields.${part}`)}>
              <p className={classes.words}>{application[part]}</p>
            </Fact>
          ),
      )}
      {milestones.length > 0 && (
        <Fact label={t('fields.milestones')}>
          <ol className={classes.plain}>
            {milestones.map(({ title, on }) => (
              <li key={`${title} ${on}`}>
                {on && (
                  <>
                    <Day date={on} />{' '}
                  </>
                )}
                {title}
              </li>
            ))}
          </ol>
        </Fact>
      )}
      {learnedFrom && (
        <Fact label={t('fields.learnedFrom')}>
          {labelOf(LEARNED_FROM, learnedFrom, locale)}
          {learnedWords && ` · ${learnedWords}`}
        </Fact>
      )}
      {files.length > 0 && (
        <Fact label={t('files.title')}>
          <ul className={classes.plain}>
            {files.map(({ id, name }) => (
              <li key={id}>
                <a href={paths.file(id)}>{name}</a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {missing.length > 0 && (
        <Fact label={t('fields.leftEmpty')}>
          {missing.map((part) => t(`fields.${part}` as 'fields.capacity')).join(t('listSeparator'))}
        </Fact>
      )}
    </>
  )
}
