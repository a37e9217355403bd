import { spawn } from 'node:child_process'
import { ROOT } from '../supervisor/read-settings.ts'

/** Runs a program to its end; gives back its output when it fails, else nothing. */
export const runCommand = (command: string, args: string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) =>
      resolve(code === 0 ? '' : output.trim() || `${command} ended with code ${code}`),
    )
  })
