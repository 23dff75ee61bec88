import { type AddressInfo, createServer } from 'node:net'

/** Returns a port of 127.0.0.1 on which no program listens now. */
export async function freePort(): Promise<number> {
  const port = await listenBriefly('127.0.0.1', 0)
  if (port === null) throw new Error('This machine has no free port.')
  return port
}

/**
 * Returns whether `port` of `host` is free. Throws when the host is not of this machine or the port needs privileges.
 */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  return (await listenBriefly(host, port)) !== null
}

/** Returns the port that was opened, or null when it is in use. */
function listenBriefly(host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen({ host, port, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo
      server.close(() => resolve(got))
    })
  })
}
