import type { ContentChange } from '@market/contracts/listings'
import classes from './changed-text.module.css'

export type TextSegment = Extract<ContentChange, { kind: 'text' }>['segments'][number]

const ELEMENTS = { same: 'span', added: 'ins', removed: 'del' } as const

/** A text with what came and what went marked, by line as well as by colour. */
export function ChangedText({ segments }: { segments: readonly TextSegment[] }) {
  let at = 0
  return (
    <span className={classes.text}>
      {segments.map(({ kind, text }) => {
        const Element = ELEMENTS[kind]
        const key = at
        at += text.length
        return <Element key={`${kind} ${key}`}>{text}</Element>
      })}
    </span>
  )
}
