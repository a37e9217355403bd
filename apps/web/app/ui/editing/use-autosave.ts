import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useFetcher, useNavigation } from 'react-router'
import { isAway, isConflict, type SaveResult } from './save-result.ts'

const QUIET_MS = 1500
const AGAIN_MS = 10_000

/** Buttons whose work needs no other page: they are done in place. */
const IN_PLACE = ['save', 'overwrite']

export type SaveState = 'clean' | 'dirty' | 'saving'

/**
 * Saves a while after the last key, never two at once, and not at all while somebody else's revision stands in
 * the way; where nobody answers, again a little later. Without a script the same buttons post the form.
 */
export function useAutosave<R extends SaveResult>(
  form: RefObject<HTMLFormElement | null>,
  posted: R | undefined,
  loadedRevision: number,
) {
  const fetcher = useFetcher<R>()
  const navigation = useNavigation()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<HTMLElement | null>(null)
  const [dirty, setDirty] = useState(false)
  const fetched = fetcher.data as R | undefined
  const latest = useLatest(posted, fetched)
  const revision = useOwnRevision(posted, fetched, loadedRevision)
  const saving = fetcher.state !== 'idle'
  const blocked = isConflict(latest)

  const send = (intent: string) => {
    clearTimeout(timer.current)
    if (form.current === null) return
    const content = new FormData(form.current)
    content.set('intent', intent)
    content.delete('attachment.file')
    setDirty(false)
    void fetcher.submit(content, { method: 'post', preventScrollReset: true })
  }

  const sendAfter = (quietMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send('autosave'), quietMs)
  }

  const changed = () => {
    setDirty(true)
    if (!blocked && !saving) sendAfter(QUIET_MS)
  }

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const name = 'name' in event.target ? String(event.target.name) : ''
    if (!name.startsWith('attachment.')) changed()
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const native = event.nativeEvent
    const button =
      'submitter' in native && native.submitter instanceof HTMLButtonElement ? native.submitter : null
    const intent = button?.value ?? 'save'
    if (saving) {
      // The answer on its way brings the revision this button has to name.
      event.preventDefault()
      waiting.current = button
      return
    }
    clearTimeout(timer.current)
    if (IN_PLACE.includes(intent)) {
      event.preventDefault()
      send(intent)
    } else setDirty(false)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of a save matters
  useEffect(() => {
    if (saving) return
    const button = waiting.current
    waiting.current = null
    if (latest?.saved === null) setDirty(true)
    if (blocked) return
    if (button !== null) form.current?.requestSubmit(button)
    else if (isAway(latest)) sendAfter(AGAIN_MS)
    else if (dirty) sendAfter(QUIET_MS)
  }, [saving])

  useEffect(() => () => clearTimeout(timer.current), [])

  useEffect(() => {
    if (!dirty || navigation.state !== 'idle') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty, navigation.state])

  const state: SaveState = saving ? 'saving' : dirty ? 'dirty' : 'clean'
  return { latest, revision, state, onInput, onSubmit, changed, drop: () => setDirty(false) }
}

/** The later of two kinds of answer: to a post of the whole page, or to a save in place. */
function useLatest<R>(posted: R | undefined, fetched: R | undefined) {
  const [seen, setSeen] = useState({ posted, fetched, latest: fetched ?? posted })
  if (seen.posted === posted && seen.fetched === fetched) return seen.latest
  const latest = seen.posted === posted ? fetched : posted
  setSeen({ posted, fetched, latest })
  return latest
}

/**
 * The revision this form stands on: the one it was loaded with, moved on only by its own saves. What the loader
 * reads later may be somebody else's.
 */
function useOwnRevision(posted: SaveResult | undefined, fetched: SaveResult | undefined, loaded: number) {
  const [own, setOwn] = useState(posted?.base ?? loaded)
  // Kept, for the next answer may have stored nothing.
  const newest = Math.max(own, posted?.saved?.revision ?? 0, fetched?.saved?.revision ?? 0)
  if (newest > own) setOwn(newest)
  return newest
}
