import { Logger } from 'graphile-worker'

const LEVELS = ['silent', 'fatal', 'error', 'warning', 'info', 'debug', 'trace']
const RANKS: Record<string, string> = { warn: 'warning' }

/** One JSON line per message, like the API's, through `write`. */
export const createLogger = (level: string, write: (line: string) => void): Logger =>
  new Logger((scope) => (messageLevel, message, meta) => {
    if (LEVELS.indexOf(messageLevel) > LEVELS.indexOf(RANKS[level] ?? level)) return
    const error = meta?.error instanceof Error ? meta.error.stack : undefined
    const { taskIdentifier: task, jobId } = scope
    write(
      JSON.stringify({
        level: messageLevel,
        time: new Date().toISOString(),
        task,
        jobId,
        msg: message,
        error,
      }),
    )
  })
