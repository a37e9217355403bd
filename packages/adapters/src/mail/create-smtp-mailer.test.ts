import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createSmtpMailer } from './index.ts'

interface Received {
  recipients: string[]
  body: string
}

/** Speaks just enough SMTP to take one mail, or to turn every recipient away. */
const startSmtpServer = async (refuse: boolean) => {
  const received: Received = { recipients: [], body: '' }
  const server = createServer((socket) => {
    let inBody = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString('utf8')
      if (inBody) {
        received.body += text
        if (!received.body.endsWith('\r\n.\r\n')) return
        inBody = false
        socket.write('250 taken\r\n')
        return
      }
      if (text.startsWith('RCPT')) {
        received.recipients.push(text.trim())
        socket.write(refuse ? '550 unknown\r\n' : '250 ok\r\n')
      } else if (text.startsWith('DATA')) {
        inBody = true
        socket.write('354 go on\r\n')
      } else if (text.startsWith('QUIT')) {
        socket.end('221 bye\r\n')
      } else {
        socket.write('250 ok\r\n')
      }
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, received, url: `smtp://127.0.0.1:${port}` }
}

const message = { id: '019-a', to: 'li@example.org', subject: '重置密码', text: 'open the link' }
const from = 'Market <no-reply@market.example>'

describe('SMTP mailer', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  it('hands the mail over with its stable id', async () => {
    const smtp = await startSmtpServer(false)
    server = smtp.server
    await createSmtpMailer({ url: smtp.url, from }).send(message)
    expect(smtp.received.recipients).toEqual(['RCPT TO:<li@example.org>'])
    expect(smtp.received.body).toContain('Message-ID: <019-a@market.example>')
    expect(smtp.received.body).toContain('open the link')
  })

  it('tells the mail program how to end such mails by one request, only where that can be done', async () => {
    const unsubscribeUrl = `https://market.example/unsubscribe?of=money&token=${'x'.repeat(80)}`
    const headersOf = async (extra: { unsubscribeUrl?: string }) => {
      const smtp = await startSmtpServer(false)
      await createSmtpMailer({ url: smtp.url, from }).send({ ...message, ...extra })
      smtp.server.close()
      return smtp.received.body.replaceAll('\r\n ', ' ')
    }
    const headers = await headersOf({ unsubscribeUrl })
    expect(headers).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`)
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(await headersOf({})).not.toContain('List-Unsubscribe')
  })

  it('adds no recipient and no header for a crafted address or subject', async () => {
    const smtp = await startSmtpServer(false)
    server = smtp.server
    const crafted = { ...message, to: 'a@example.org,b@example.org', subject: 'x\r\nBcc: c@example.org' }
    await createSmtpMailer({ url: smtp.url, from })
      .send(crafted)
      .catch(() => {})
    expect(smtp.received.recipients.length).toBeLessThanOrEqual(1)
    expect(smtp.received.body).not.toMatch(/^Bcc:/m)
  })

  it('rejects when the server does not take the mail', async () => {
    const smtp = await startSmtpServer(true)
    server = smtp.server
    await expect(createSmtpMailer({ url: smtp.url, from }).send(message)).rejects.toThrow('550')
  })
})
