import { Combobox, useCombobox } from '@mantine/core'
import { MOST_SEARCHED } from '@market/domain/discovery'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigate } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { MarkedText } from '../marked-text.tsx'
import classes from './shell.module.css'
import { useSuggestions } from './use-suggestions.ts'

interface SearchFieldProps {
  className?: string | undefined
  defaultValue?: string
  size?: 'normal' | 'large'
  id?: string
}

/**
 * The market's search box: a plain GET form, which offers titles while one types where scripts run. Arrows choose one,
 * Enter opens it or searches, Escape closes the list. `/` moves the focus here (see SearchHotkey).
 */
export function SearchField({
  className,
  defaultValue,
  size = 'normal',
  id = 'site-search',
}: SearchFieldProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { items, ask, forget } = useSuggestions()
  const [isChoosing, setChoosing] = useState(false)
  const box = useCombobox()
  const isOpen = box.dropdownOpened && items.length > 0
  const typed = (text: string) => {
    setChoosing(false)
    box.resetSelectedOption()
    box.openDropdown()
    ask(text)
  }
  const close = () => {
    box.closeDropdown()
    forget()
  }
  const open = (listingId: string) => {
    close()
    void navigate(paths.listing(listingId))
  }
  return (
    <Combobox store={{ ...box, dropdownOpened: isOpen }} onOptionSubmit={open}>
      <Combobox.DropdownTarget>
        <Form
          action="/search"
          method="get"
          role="search"
          className={`${classes.search} ${className ?? ''}`}
          data-size={size}
          onSubmit={close}
        >
          <label htmlFor={id} className="visually-hidden">
            {t('search.label')}
          </label>
          <Combobox.EventsTarget
            withExpandedAttribute
            withKeyboardNavigation={items.length > 0}
            {...(isChoosing ? {} : { 'aria-activedescendant': undefined })}
          >
            <input
              id={id}
              type="search"
              name="q"
              defaultValue={defaultValue}
              maxLength={MOST_SEARCHED}
              placeholder={t('search.placeholder')}
              enterKeyHint="search"
              aria-autocomplete="list"
              data-search-field
              onChange={(event) => typed(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key.startsWith('Arrow')) setChoosing(true)
                // Browsers empty a search box on Escape; the first one is for the list.
                if (event.key === 'Escape' && isOpen) event.preventDefault()
              }}
              onBlur={() => box.closeDropdown()}
            />
          </Combobox.EventsTarget>
          <button type="submit">
            <IconSearch size={size === 'large' ? 20 : 16} aria-hidden="true" />
            <span className={size === 'large' ? undefined : 'visually-hidden'}>{t('search.submit')}</span>
          </button>
        </Form>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={classes.suggestions}>
        <Combobox.Options aria-label={t('search.suggestions')}>
          {items.map(({ listingId, title }) => (
            <Combobox.Option key={listingId} value={listingId}>
              <MarkedText segments={title} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
