import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'

const PATIENCE_MS = 400

/** True once another page has been loading for so long that people wonder. */
export function useSlowNavigation(): boolean {
  const { state, formMethod, location } = useNavigation()
  const target = state === 'loading' && formMethod === undefined ? location.pathname : undefined
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (target === undefined || target === window.location.pathname) return
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [target])
  return slow
}
