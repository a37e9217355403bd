/** Of a page that anybody may send a form to: what comes is read into memory before it is known from whom. */
const OPEN_BYTES = 32 * 1024 * 1024

/** How much a form of a page may weigh, of what the server takes at most; the workspace knows first who sends it. */
export const formLimit = (pathname: string, mostBytes: number): number =>
  pathname.startsWith('/workspace/') ? mostBytes : Math.min(mostBytes, OPEN_BYTES)
