import { type AddressInfo, createServer } from 'node:net'

/** A port of 127.0.0.1 that nothing listens on now. */
export async function freePort(): Promise<number> {
  const port = await listenBriefly('127.0.0.1', 0)
  if (port === null) throw new Error('This machine has no free port.')
  return port
}

/** Whether a server could listen on `port` of `host`. Throws when the host is no address of this machine or needs rights. */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  return (await listenBriefly(host, port)) !== null
}

/** The port that was got, or null when it is in use. */
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
