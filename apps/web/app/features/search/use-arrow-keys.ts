import { useEffect, useRef } from 'react'

const TYPING = 'textarea, select, [contenteditable="true"], input:not([type="search"])'

/** ↓ and ↑ move the focus among the links of a list, from the search box too; Enter is the link's own. */
export function useArrowKeys<E extends HTMLElement>(selector: string) {
  const list = useRef<E>(null)
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (
        step === 0 ||
        event.defaultPrevented ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey
      )
        return
      if (event.target instanceof Element && event.target.matches(TYPING)) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
      const focused = document.activeElement
      const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1
      const next = at === -1 ? (step === 1 ? links[0] : undefined) : links[at + step]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    document.addEventListener('keydown', move)
    return () => document.removeEventListener('keydown', move)
  }, [selector])
  return list
}
