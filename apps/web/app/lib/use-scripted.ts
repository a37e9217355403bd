import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether a script is at work: false on the server and in the first picture of the page. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
