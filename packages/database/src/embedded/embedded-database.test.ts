import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureCluster } from './create-cluster.ts'
import { persistedSecret, startEmbeddedDatabase, startEmbeddedServer, useEmbeddedDatabase } from './index.ts'

const query = async (url: string, text: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(text)
  } finally {
    await sql.end()
  }
}

// Each makes a cluster and starts servers on it, and a server may wait half a minute for the processes of a killed one.
describe('embedded database', { timeout: 90_000 }, () => {
  let folder: string
  let home: string
  const start = () => startEmbeddedServer({ home, password: 'secret', durable: false })

  beforeEach(async () => {
    folder = await mkdtemp(join(await realpath(tmpdir()), 'embedded-'))
    home = join(folder, 'postgres')
    await chmod(folder, 0o755)
  })
  afterEach(async () => {
    const real = await realpath(home).catch(() => home)
    await rm(real, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  })

  it('stops the server a killed process left behind and keeps its data', async () => {
    const abandoned = await start()
    await query(abandoned.url('postgres'), 'create table kept (id integer)')
    const server = await start()
    await abandoned.exited
    const [row] = await query(server.url('postgres'), "select to_regclass('kept')::text as name")
    expect(row?.name).toBe('kept')
    await server.stop()
  })

  it('starts although the number in a left-over postmaster.pid is some living process', async () => {
    const killed = await start()
    const file = join(await realpath(home), 'cluster', 'postmaster.pid')
    process.kill(killed.pid, 'SIGKILL')
    await killed.exited
    const lines = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [String(process.ppid), ...lines.slice(1)].join('\n'))
    const server = await start()
    await server.stop()
  })

  it.skipIf(process.platform === 'win32')(
    'waits for what a killed server leaves running, and then starts',
    async () => {
      const killed = await start()
      const sql = postgres(killed.url('postgres'), { max: 1, onnotice: () => {}, onclose: () => {} })
      const [row] = await sql`select pg_backend_pid() as pid`
      process.kill(row?.pid, 'SIGSTOP')
      process.kill(killed.pid, 'SIGKILL')
      await killed.exited
      setTimeout(() => process.kill(row?.pid, 'SIGCONT'), 1_000)
      const server = await start()
      await sql.end({ timeout: 0 })
      await server.stop()
    },
  )

  it('makes a half-made cluster anew', async () => {
    await mkdir(join(home, 'cluster.unfinished'), { recursive: true })
    await writeFile(join(home, 'cluster.unfinished', 'PG_VERSION'), '18')
    const server = await start()
    await server.stop()
  })

  it.skipIf(process.platform === 'win32')(
    'says in a sentence from which folders it cannot be started',
    async () => {
      const programs = { initdb: '/a $x/initdb', postgres: '/a $x/postgres', control: '/a $x/pg_ctl' }
      const options = { home, password: 'secret', durable: false, binaries: programs, account: null }
      await expect(ensureCluster(options)).rejects.toThrow(
        /^PostgreSQL can't create its files .+ move the checkout/,
      )
    },
  )

  it('works in a folder that no other account can enter', async () => {
    await chmod(folder, 0o700)
    const server = await start()
    const [row] = await query(server.url('postgres'), 'select 1 as one')
    expect(row?.one).toBe(1)
    await server.stop()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('never leaves a database half filled', async () => {
    const failing = startEmbeddedDatabase(folder, async (url) => {
      await query(url, 'create table half (id integer)')
      throw new Error('killed')
    })
    await expect(failing).rejects.toThrow('killed')
    const { url, server } = await startEmbeddedDatabase(folder, async (fresh) => {
      await query(fresh, 'create table whole (id integer)')
    })
    const tables = await query(url, "select tablename as name from pg_tables where schemaname = 'public'")
    expect(tables.map(({ name }) => name)).toEqual(['whole'])
    const beside = await useEmbeddedDatabase(folder, async () => {})
    expect(beside.url).toBe(url)
    await beside.release()
    await query(url, 'select 1')
    await server.stop()
  })

  it('keeps its password where only its owner reads it', async () => {
    const password = await persistedSecret(folder, 'databasePassword')
    expect(await persistedSecret(folder, 'databasePassword')).toBe(password)
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })
})
