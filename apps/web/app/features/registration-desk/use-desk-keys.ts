import { type RefObject, useEffect } from 'react'

/** Keys that open a step, by the id of its panel. */
const STEP_KEYS = {
  t: 'step-take',
  a: 'step-accept',
  c: 'step-correction',
  v: 'step-review',
  r: 'step-register',
  x: 'step-refuse',
} as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const linksOf = (list: HTMLElement | null): HTMLAnchorElement[] => [
  ...(list?.querySelectorAll<HTMLAnchorElement>('a') ?? []),
]

function moveInQueue(list: HTMLElement | null, step: 1 | -1, open: boolean): void {
  const links = linksOf(list)
  const focused = links.findIndex((link) => link.matches(':focus'))
  const current = links.findIndex((link) => link.getAttribute('aria-current') === 'page')
  const from = open || focused < 0 ? current : focused
  const next = links[Math.min(Math.max(from + step, 0), links.length - 1)]
  next?.focus()
  if (open) next?.click()
}

function openStep(id: string): void {
  const panel = document.getElementById(id)
  if (!(panel instanceof HTMLDetailsElement)) return
  panel.open = true
  panel.scrollIntoView({ block: 'nearest' })
  panel.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus()
}

/** j and k open the next and the former record, arrows move inside the queue, letters open the steps. */
export function useDeskKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const inside = event.target instanceof Node && list.current?.contains(event.target)
      const step = STEP_KEYS[event.key as keyof typeof STEP_KEYS]
      if (event.key === 'j') moveInQueue(list.current, 1, true)
      else if (event.key === 'k') moveInQueue(list.current, -1, true)
      else if (inside && event.key === 'ArrowDown') moveInQueue(list.current, 1, false)
      else if (inside && event.key === 'ArrowUp') moveInQueue(list.current, -1, false)
      else if (step !== undefined) openStep(step)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [list])
}
