import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export interface ProgramResult {
  code: number | null
  output: string
}

/** Environment for PostgreSQL's programs: their messages in English, nothing of ours (PGDATA, PGPORT, …) leaks in. */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
})

/** Runs a program to its end, under another account when one is given; never rejects. */
export const runProgram = (file: string, args: string[], account: Account | null): Promise<ProgramResult> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { ...account, cwd: '/', env: programEnvironment(), windowsHide: true })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
