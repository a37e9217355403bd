import { useEffect } from 'react'

const TYPING = 'input, textarea, select, [contenteditable="true"]'

/** `/` moves the focus to the search box of the page. */
export function SearchHotkey() {
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const plain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
      if (!plain || (event.target instanceof Element && event.target.matches(TYPING))) return
      const field = document.querySelector<HTMLInputElement>('[data-search-field]')
      if (field === null) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', focusSearch)
    return () => document.removeEventListener('keydown', focusSearch)
  }, [])
  return null
}
