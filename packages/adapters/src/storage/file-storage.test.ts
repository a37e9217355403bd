import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createS3Storage } from './create-s3-storage.ts'
import { createLocalStorage, type FileStorage } from './index.ts'

const ABC = { byteSize: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (storage: FileStorage, key: string) => {
  const stream = await storage.get(key)
  return stream && (await buffer(stream)).toString()
}

/** An object store in memory that answers in S3's words over HTTP. */
const startObjectStore = async (): Promise<{ server: Server; endpoint: string }> => {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const key = new URL(request.url ?? '', 'http://store').pathname
    if (request.method === 'PUT') objects.set(key, await buffer(request))
    if (request.method === 'DELETE') objects.delete(key)
    const found = objects.get(key)
    if (request.method === 'GET' && !found) {
      response.writeHead(404, { 'content-type': 'application/xml' })
      response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>')
      return
    }
    response.writeHead(request.method === 'DELETE' ? 204 : 200)
    response.end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}

describe.each(['local', 's3'])('file storage: %s', (kind) => {
  let folder: string
  let storage: FileStorage
  let store: { server: Server; endpoint: string }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'storage-'))
    store = await startObjectStore()
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    storage =
      kind === 'local'
        ? createLocalStorage(join(folder, 'files'))
        : createS3Storage({ bucket: 'market', region: 'auto', endpoint: store.endpoint, credentials })
  })
  afterAll(async () => {
    store.server.close()
    await rm(folder, { recursive: true })
  })

  it('gives back what was put and tells size and hash', async () => {
    expect(await storage.put('files/019-a', bytes('abc'))).toEqual(ABC)
    expect(await read(storage, 'files/019-a')).toBe('abc')
  })

  it('takes a stream', async () => {
    async function* stream() {
      yield bytes('a')
      yield bytes('bc')
    }
    expect(await storage.put('files/streamed.pdf', stream())).toEqual(ABC)
    expect(await read(storage, 'files/streamed.pdf')).toBe('abc')
  })

  it('replaces and deletes', async () => {
    await storage.put('files/b', bytes('old'))
    await storage.put('files/b', bytes('new'))
    expect(await read(storage, 'files/b')).toBe('new')
    await storage.delete('files/b')
    await storage.delete('files/b')
    expect(await read(storage, 'files/b')).toBeNull()
  })

  it('keeps nothing of an upload that breaks off', async () => {
    async function* broken() {
      yield bytes('half')
      throw new Error('connection lost')
    }
    await expect(storage.put('broken/c', broken())).rejects.toThrow('connection lost')
    expect(await read(storage, 'broken/c')).toBeNull()
    if (kind === 'local') expect(await readdir(join(folder, 'files', 'broken'))).toEqual([])
  })

  it.each([
    '../secret',
    'files/../../secret',
    '/etc/passwd',
    'files//a',
    '.hidden',
    'a/.b',
    'a\\..\\b',
    'a\0',
    '',
  ])('refuses the key %j', async (key) => {
    await writeFile(join(folder, 'secret'), 'secret')
    await expect((async () => storage.get(key))()).rejects.toThrow('not a storage key')
    await expect((async () => storage.put(key, bytes('x')))()).rejects.toThrow('not a storage key')
    await expect((async () => storage.delete(key))()).rejects.toThrow('not a storage key')
  })
})

describe('local file storage', () => {
  it('deletes what a killed process had begun to write', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'storage-'))
    const storage = createLocalStorage(folder)
    await storage.put('files/a', bytes('a'))
    await writeFile(join(folder, 'files', '.b'), 'half')
    await storage.delete('files/b')
    expect(await readdir(join(folder, 'files'))).toEqual(['a'])
    await rm(folder, { recursive: true })
  })

  it('has nothing to give for a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'storage-'))
    const storage = createLocalStorage(folder)
    await storage.put('files/a', bytes('a'))
    expect(await storage.get('files')).toBeNull()
    await rm(folder, { recursive: true })
  })
})
