import { once } from 'node:events'
import { connect } from 'node:net'

/** Returns whether a process listens on a socket, by its path. */
export async function listens(socketPath: string): Promise<boolean> {
  const socket = connect(socketPath)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
