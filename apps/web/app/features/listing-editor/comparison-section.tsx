import { Button } from '@mantine/core'
import { LISTING_LIMITS } from '@market/domain/listings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import { TextField } from '../../ui/form/fields.tsx'
import classes from './editor.module.css'
import { COMPARISON_PARTS, type ListingValues } from './form-values.ts'
import { Section } from './section.tsx'
import { TextPair } from './text-pair.tsx'

const FEWEST_ROWS = 3

/** The economic comparison: rows of two figures with their source; a row left blank is no row. */
export function ComparisonSection({ values }: { values: ListingValues }) {
  const { t } = useTranslation('editor')
  const most = LISTING_LIMITS.comparisonRows
  const [count, setCount] = useState(Math.min(most, Math.max(FEWEST_ROWS, values.comparison.length + 1)))
  return (
    <Section name="comparison">
      <TextPair name="leadingSolution" values={values} />
      <div id={fieldIdOf('comparison')}>
        {Array.from({ length: count }, (_, at) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are places, not records
            key={at}
            className={classes.right}
          >
            <legend>{t('comparison.nth', { number: at + 1 })}</legend>
            <div className={classes.thirds}>
              {COMPARISON_PARTS.map((part) => (
                <TextField
                  key={part}
                  path={`comparison.${at}.${part}`}
                  label={t(`fields.comparisonPart.${part}`)}
                  defaultValue={values.comparison[at]?.[part] ?? ''}
                  maxLength={LISTING_LIMITS.comparison[part]}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {count < most && (
        <Button variant="default" onClick={() => setCount(count + 1)} className={classes.withScript}>
          {t('comparison.add')}
        </Button>
      )}
    </Section>
  )
}
