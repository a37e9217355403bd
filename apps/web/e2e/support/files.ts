/** Files as a person would choose them. */
export const PDF = {
  name: '检测报告.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF'),
}
export const PICTURE = {
  name: '样机.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
/** Says it is a PDF and is a page that would run. */
export const DISGUISED = {
  name: '伪装.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('<html><script>alert(1)</script></html>'),
}
