import { type ReactNode, useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { Notice } from './notice.tsx'
import classes from './work-progress.module.css'

const EVERY_MS = 2000

interface WorkProgressProps {
  tone: 'info' | 'done' | 'needs-you' | 'refused'
  title: ReactNode
  /** Whether the worker is at it, so that the page will soon look different. */
  moving: boolean
  /** How far, where it can be said. */
  bar?: { done: number; all: number; label: string; words: ReactNode } | undefined
  children?: ReactNode
}

/** How far long work is; a script looks again every other second, without one the page is loaded anew. */
export function WorkProgress({ tone, title, moving, bar, children }: WorkProgressProps) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!moving || state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), EVERY_MS)
    return () => clearTimeout(timer)
  }, [moving, state, revalidate])
  return (
    <Notice tone={tone} title={title}>
      {bar && (
        <>
          <progress
            className={classes.progress}
            value={bar.done}
            max={Math.max(bar.all, 1)}
            aria-label={bar.label}
          />
          <p>{bar.words}</p>
        </>
      )}
      {children}
    </Notice>
  )
}
