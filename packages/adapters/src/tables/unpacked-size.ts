const ENTRY = 0x02014b50
const SIZE_AT = 24
const ENTRY_BYTES = 46

/** What the entries of a ZIP file say they unpack to, together: a few kilobytes can promise gigabytes. */
export const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size = 0
  for (let at = bytes.byteLength - ENTRY_BYTES; at >= 0; at -= 1) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === ENTRY)
      size += view.getUint32(at + SIZE_AT, true)
  }
  return size
}
