import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useFetcher, useNavigation } from 'react-router'
import { type EditResult, isConflict } from './edit-result.ts'

const QUIET_MS = 1500

/** Buttons whose work needs no other page: they are done in place. */
const IN_PLACE = ['save', 'overwrite']

export type SaveState = 'clean' | 'dirty' | 'saving'

/**
 * Saves a while after the last key, never two at once, and not at all while somebody else's revision stands in
 * the way. Without a script the same buttons post the form.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  posted: EditResult | undefined,
  loadedRevision: number,
) {
  const fetcher = useFetcher<EditResult>()
  const navigation = useNavigation()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<HTMLElement | null>(null)
  const [dirty, setDirty] = useState(false)
  const latest = useLatest(posted, fetcher.data)
  const revision = useOwnRevision(posted, fetcher.data, loadedRevision)
  const saving = fetcher.state !== 'idle'
  const blocked = isConflict(latest)

  const send = (intent: string) => {
    clearTimeout(timer.current)
    if (form.current === null) return
    const content = new FormData(form.current)
    content.set('intent', intent)
    content.delete('attachment.file')
    setDirty(false)
    void fetcher.submit(content, { method: 'post' })
  }

  const sendWhenQuiet = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send('autosave'), QUIET_MS)
  }

  const changed = () => {
    setDirty(true)
    if (!blocked && !saving) sendWhenQuiet()
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
    if (blocked) return
    if (button !== null) form.current?.requestSubmit(button)
    else if (dirty) sendWhenQuiet()
  }, [saving])

  useEffect(() => () => clearTimeout(timer.current), [])

  useEffect(() => {
    if (!dirty || navigation.state !== 'idle') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty, navigation.state])

  const state: SaveState = saving ? 'saving' : dirty ? 'dirty' : 'clean'
  return { latest, revision, state, onInput, onSubmit, changed }
}

/** The later of two kinds of answer: to a post of the whole page, or to a save in place. */
function useLatest(posted: EditResult | undefined, fetched: EditResult | undefined) {
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
function useOwnRevision(posted: EditResult | undefined, fetched: EditResult | undefined, loaded: number) {
  const [first] = useState(posted?.base ?? loaded)
  return Math.max(first, posted?.saved?.revision ?? 0, fetched?.saved?.revision ?? 0)
}
