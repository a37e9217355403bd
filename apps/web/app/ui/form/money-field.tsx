import { TextInput, type TextInputProps } from '@mantine/core'
import { type Fen, formatFen, formatYuan, parseYuanToFen } from '@market/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useFieldId, useFieldProblem } from './field-problem.ts'
import classes from './form.module.css'

interface MoneyFieldProps extends Omit<TextInputProps, 'defaultValue'> {
  path: string
  /** What was typed before, or the stored amount. */
  typed?: string | undefined
  fen?: Fen | null
}

/** An amount typed in yuan; beside it the same amount as people say it. */
export function MoneyField({ path, typed, fen, description, ...rest }: MoneyFieldProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [text, setText] = useState(typed ?? (fen == null ? '' : formatYuan(fen)))
  const read = parseYuanToFen(text)
  const id = useFieldId(path)
  return (
    <TextInput
      id={id}
      name={path}
      error={useFieldProblem(path)}
      inputMode="decimal"
      autoComplete="off"
      mb="md"
      defaultValue={text}
      onChange={(event) => setText(event.currentTarget.value)}
      description={description}
      rightSection={<span className={classes.unit}>{t('money.yuan')}</span>}
      rightSectionWidth={56}
      rightSectionPointerEvents="none"
      inputContainer={(input) => (
        <>
          {input}
          <output className={classes.reading} htmlFor={id}>
            {read === null || read === 0 ? t('money.hint') : `= ${formatFen(read, 'wan', locale)}`}
          </output>
        </>
      )}
      {...rest}
    />
  )
}
