import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort, isPortFree } from './port'

it('finds a free port, which is in use once a server listens', async () => {
  const port = await freePort()
  expect(await isPortFree('127.0.0.1', port)).toBe(true)
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  expect(await isPortFree('127.0.0.1', port)).toBe(false)
  server.close()
})

it('throws for an address of another machine', async () => {
  await expect(isPortFree('192.0.2.1', await freePort())).rejects.toThrow('EADDRNOTAVAIL')
})
