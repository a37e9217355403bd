import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import classes from './shell.module.css'

interface DisclosureProps {
  summary: ReactNode
  label: string
  children: ReactNode
}

/** A small menu that opens without JavaScript; with it, it also closes on Escape, outside clicks and navigation. */
export function Disclosure({ summary, label, children }: DisclosureProps) {
  const element = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new location is the reason to close
  useEffect(() => {
    element.current?.removeAttribute('open')
  }, [key])

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const inside = event.target instanceof Node && element.current?.contains(event.target)
      if (!inside) element.current?.removeAttribute('open')
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.current?.open) return
      element.current.removeAttribute('open')
      element.current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', closeOutside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('click', closeOutside)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [])

  return (
    <details ref={element} className={classes.disclosure}>
      <summary aria-label={label} title={label}>
        {summary}
      </summary>
      <div className={classes.popover}>{children}</div>
    </details>
  )
}
