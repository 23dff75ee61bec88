/** Of what readers ask, little is looked up by the server in front: who they are, and where an address leads. */
const FRONT_SHARE = 0.2

/** How many connections to the database each process of a server may open. */
interface Shares {
  front: number
  pages: number
}

/**
 * Divides the connections of a server between its processes; each has at least one.
 * @param connections the setting DATABASE_CONNECTIONS
 */
export function sharesOf(connections: number): Shares {
  const front = Math.max(1, Math.floor(connections * FRONT_SHARE))
  return { front, pages: Math.max(1, connections - front) }
}
