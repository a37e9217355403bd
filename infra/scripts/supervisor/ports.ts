import { createServer } from 'node:net'
import { StartProblem } from './start-problem.ts'

/** Throws one sentence when the public port can't be had; better now than after a minute of preparations. */
export const requireFreePort = async (host: string, port: number): Promise<void> => {
  await listenOnce(host, port).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(explain(error.code, host, port))
  })
}

/** A port nobody listens on at the moment. */
export const findFreePort = (): Promise<number> => listenOnce('127.0.0.1', 0)

const explain = (code: string | undefined, host: string, port: number): string => {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; stop it or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `This account may not use port ${port}; choose one above 1023: PORT=8080 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine.`
  return `Port ${port} on ${host} can't be used (${code}).`
}

const listenOnce = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
