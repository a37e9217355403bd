import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './shell.module.css'

interface SearchFieldProps {
  className?: string | undefined
  defaultValue?: string
  size?: 'normal' | 'large'
  id?: string
}

/** The market's search box; a plain GET form. `/` moves the focus here (see SearchHotkey). */
export function SearchField({
  className,
  defaultValue,
  size = 'normal',
  id = 'site-search',
}: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <Form
      action="/search"
      method="get"
      role="search"
      className={`${classes.search} ${className ?? ''}`}
      data-size={size}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('search.label')}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={defaultValue}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        enterKeyHint="search"
        data-search-field
      />
      <button type="submit">
        <IconSearch size={size === 'large' ? 20 : 16} aria-hidden="true" />
        <span className={size === 'large' ? undefined : 'visually-hidden'}>{t('search.submit')}</span>
      </button>
    </Form>
  )
}
