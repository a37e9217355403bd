import type { FileStorage } from '@market/adapters/storage'

/** Pages and a place for them, as signing asks for; remembers what is kept and how often it was printed. */
export const makeSigningTools = () => {
  const kept = new Map<string, Uint8Array>()
  let prints = 0
  const storage = {
    put: async (key: string, bytes: Uint8Array) => {
      kept.set(key, bytes)
      return { byteSize: bytes.byteLength, sha256: '' }
    },
    delete: async (key: string) => {
      kept.delete(key)
    },
  } as unknown as FileStorage
  const print = async ({ sha256 }: { sha256: string }) => {
    prints += 1
    return { bytes: new TextEncoder().encode(`pages of ${sha256}`), pageHashes: ['a', 'b'] }
  }
  return { tools: { storage, print }, kept, prints: () => prints }
}
