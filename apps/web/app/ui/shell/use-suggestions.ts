import { useDebouncedCallback } from '@mantine/hooks'
import type { Suggestions } from '@market/contracts/discovery'
import { useState } from 'react'
import { useFetcher } from 'react-router'

/** Long enough not to ask for every key of a fast typist, too short to be felt. */
const PAUSE_MS = 80

/** Titles, and what was typed when they were asked for. */
export interface Offered extends Suggestions {
  q: string
}

/** Titles for what has been typed so far; an answer to what has been typed over since is not shown. */
export function useSuggestions() {
  const fetcher = useFetcher<Offered>()
  const [asked, setAsked] = useState('')
  const load = useDebouncedCallback((q: string) => {
    void fetcher.load(`/search/suggestions?${new URLSearchParams({ q })}`)
  }, PAUSE_MS)
  const ask = (text: string) => {
    const q = text.trim()
    setAsked(q)
    if (q !== '') load(q)
  }
  const { data } = fetcher
  return { items: data && asked !== '' && data.q === asked ? data.items : [], ask, forget: () => ask('') }
}
