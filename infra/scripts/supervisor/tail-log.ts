import { readFile } from 'node:fs/promises'

/** The last words of a log, for a message on the terminal. */
export const tailLog = async (file: string, lines = 40): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}
