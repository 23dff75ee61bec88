import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { acceptAll } from './accept-all'

it('waits until all connections are accepted', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  const untilAccepted = acceptAll(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let accepted = 0
  server.on('connection', () => {
    accepted += 1
  })
  const sockets = Array.from({ length: 100 }, () => connect({ host: '127.0.0.1', port }))
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    expect(accepted).toBeLessThan(sockets.length)
    await untilAccepted()
    expect(accepted).toBe(sockets.length)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
})
